"""Saving, beside everything else: what is pressed meanwhile is not held up by a slow disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from argmap import workspace
from argmap.tui import keeping, opened, outside, returning
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.prompts import Ask
from argmap.tui.session import Session
from argmap.workspace import Conflict, Saved, SaveError, Signature
from argmap.workspace.errors import Protected

Then = Callable[[], object]
HALF = "not saved: the text has half a character (a lone surrogate) in it"


class Task(NamedTuple):
    """A save under way. `then` is called when the file is saved; without `asks` what goes wrong
    is only said."""

    desk: Desk
    session: Session
    then: Then | None = None
    asks: bool = True

    @property
    def may_ask(self) -> bool:
        # A question in the place of another would be answered by a key meant for that one.
        return self.asks and self.desk.prompt is None

    def again(self, force: bool = False) -> None:
        save(self.desk, self.session, force=force, then=self.then, asks=self.asks)

    def elsewhere(self) -> None:
        from argmap.tui.commands.files import save_elsewhere

        save_elsewhere(self.desk, self.then)


def save(
    desk: Desk,
    session: Session,
    *,
    force: bool = False,
    then: Then | None = None,
    asks: bool = True,
) -> None:
    """Saves a file, in a thread. A second save waits for the first."""
    if session.holder is not None:
        desk.say("there is nothing to save: the file is read-only here", "warning")
        return
    if session.saving:
        session.afterwards.append(partial(save, desk, session, force=force, then=then, asks=asks))
        return
    if not session.dirty and session.signature is not None:
        desk.say(f"saved {shown(Path(session.path).name)}")
        if then:
            then()
        return
    task = Task(desk, session, then, asks)
    _begin(task, session.path, session.signature, force, partial(_done, task, session.text))


def save_all(desk: Desk, then: Then) -> None:
    """Saves all open files one after the other, each shown meanwhile."""
    left = opened.unsaved(desk)
    if left:
        opened.show(desk, left[0])
        save(desk, left[0], then=lambda: save_all(desk, then))
    else:
        then()


def copy(desk: Desk, path: str, *, force: bool) -> None:
    """Writes what is open to another file; one goes on with the one that is open."""

    def done(result: Saved | SaveError) -> None:
        if isinstance(result, SaveError):
            desk.say(shown(str(result)), "error")
        else:
            desk.say(f"a copy was saved as {shown(path)}")

    _begin(Task(desk, desk.session), path, None, force, done)


def save_as(
    desk: Desk, session: Session, path: str, force: bool = False, then: Then | None = None
) -> None:
    """Saves to another file, and goes on with that one."""
    task = Task(desk, session, then)
    text = session.text

    def done(result: Saved | SaveError) -> None:
        if isinstance(result, SaveError):
            _failed(task, result, lambda: save_as(desk, session, path, force, then))
            return
        keeping.move(session, path, text, result)
        returning.begin(desk, session)
        desk.say(f"saved {shown(path)}")
        if then:
            then()

    _begin(task, path, None, force, done)


def _begin(
    task: Task,
    path: str,
    expected: Signature | None,
    force: bool,
    done: Callable[[Saved | SaveError], None],
) -> None:
    try:
        data = task.session.data()
    except UnicodeEncodeError:
        task.desk.say(HALF, "error")
        return
    task.session.saving = True
    task.desk.host.beside(
        lambda: _written(path, data, expected, force), partial(_ended, task.session, done)
    )


def _written(path: str, data: bytes, expected: Signature | None, force: bool) -> Saved | SaveError:
    try:
        return workspace.save(path, data, expected=expected, force=force)
    except SaveError as failure:
        return failure


def _ended(
    session: Session, done: Callable[[Saved | SaveError], None], result: Saved | SaveError
) -> None:
    session.saving = False
    waiting, session.afterwards = session.afterwards, []
    done(result)
    if isinstance(result, Saved):
        for one in waiting:
            one()


def _done(task: Task, text: str, result: Saved | SaveError) -> None:
    if isinstance(result, Saved):
        task.session.written(text, result)
        task.desk.say(*_told(task.session, result))
        if task.then:
            task.then()
    elif isinstance(result, Conflict):
        _conflict(task, result)
    else:
        forced = partial(task.again, True) if isinstance(result, Protected) else None
        _failed(task, result, task.again, forced)


def _told(session: Session, saved: Saved) -> tuple[str, str]:
    name = shown(Path(session.path).name)
    if saved.overtaken:
        kept = shown(saved.overtaken)
        return f"saved {name}; what another program wrote at that moment is in {kept}", "warning"
    if not saved.confirmed:
        what = "the disk does not confirm it: a power cut may bring back the old text"
        return f"saved {name}, but {what}", "warning"
    return f"saved {name}", "good"


def _conflict(task: Task, failure: Conflict) -> None:
    """Another program changed the file: its lines are taken in, then it is saved again."""
    desk, session = task.desk, task.session
    found = outside.read(session.path)
    if not task.may_ask:
        name = shown(Path(session.path).name)
        desk.say(f"{name} was changed outside: not saved by itself; ctrl+s asks", "error")
    elif not isinstance(found, str):
        outside.bring(desk, session, found, task.again)
    else:
        session.gone = found
        answers: dict[str, tuple[str, Then]] = {
            "w": ("write it anew", lambda: task.again(True)),
            "a": ("another name", task.elsewhere),
        }
        desk.ask(Ask(f"{shown(str(failure))} ({shown(found)})", answers))


def _failed(task: Task, failure: SaveError, again: Then, forced: Then | None = None) -> None:
    told = shown(str(failure))
    if not task.may_ask:
        task.desk.say(told, "error")
        return
    answers: dict[str, tuple[str, Then]] = {
        "a": ("another name", task.elsewhere),
        "t": ("try again", again),
    }
    if forced is not None:
        answers["f"] = ("force", forced)
    task.desk.say("not saved", "error")
    task.desk.ask(Ask(f"{told} Your work is kept.", answers))
