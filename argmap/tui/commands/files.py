"""Saving, exporting, copying."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from argmap import edits
from argmap.document import Document
from argmap.lines import changes
from argmap.text import TextEdit
from argmap.tui import exporting, opened, outside, saving
from argmap.tui.commands import READING, command
from argmap.tui.commands.claims import fault
from argmap.tui.desk import Desk
from argmap.tui.folder import articles
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.paths import completed, path_of
from argmap.tui.prompts import Ask, Choice, Entry, Option
from argmap.tui.session import Session


def _save_to(desk: Desk, typed: str) -> None:
    """`:w FILE` writes a copy; one goes on with the file that is open."""
    path = path_of(typed)
    _asked_first(desk, path, lambda force: _copied(desk, path, force))


def _copied(desk: Desk, path: str, force: bool) -> None:
    if opened.same(path, desk.session.path):
        saving.save(desk, desk.session)
    else:
        saving.copy(desk, path, force=force)


def autosave(desk: Desk) -> None:
    """Saves what can be saved. It asks nothing, as the answer would be a key meant for
    something else."""
    if desk.prompt is not None or desk.connecting is not None:
        return
    for session in opened.unsaved(desk):
        if not session.saving:
            saving.save(desk, session, asks=False)


@command("save", "ctrl+s", "g S", alias=("w", "write"), hint="save", takes=_save_to)
def save(desk: Desk, _: int) -> None:
    """Save."""
    if desk.session.scratch:
        save_as(desk, 0)
    else:
        saving.save(desk, desk.session)


@command("save-all", alias=("wa",))
def save_all(desk: Desk, _: int) -> None:
    """Save all open files."""
    here, count = desk.session, len(opened.unsaved(desk))

    def done() -> None:
        opened.show(desk, here)
        desk.say(f"saved {count} files" if count != 1 else "saved 1 file")

    saving.save_all(desk, done)


def _being_read(desk: Desk) -> str:
    return READING if desk.session.partial else ""


def _kept(desk: Desk) -> str:
    return "this is not a file yet" if desk.session.scratch else _being_read(desk)


@command("reread", alias=("e!", "edit!"), why_not=_kept)
def reread_(desk: Desk, _: int) -> None:
    """Read the file anew; undo brings back what was here."""
    reread(desk)


def reread(desk: Desk) -> None:
    """Takes the file as it is on disk, as a step that can be undone."""
    found = outside.read(desk.session.path)
    if isinstance(found, str):
        desk.say(f"{shown(desk.session.path)}: {shown(found)}", "error")
        return
    edits = changes(desk.document.text, found.text)
    desk.granted("read anew", lambda _: edits)
    desk.session.found(found)


def _differs(desk: Desk) -> str:
    return "" if desk.session.refused else "no other program changed lines that you changed"


@command("compare", "g C", alias=("diff",), why_not=_differs)
def compare(desk: Desk, _: int) -> None:
    """Compare with what another program wrote, and choose: mine, theirs or both."""
    found = outside.read(desk.session.path)
    if isinstance(found, str):
        desk.say(f"{shown(desk.session.path)}: {shown(found)}", "error")
        return
    outside.bring(desk, desk.session, found)


def _asked_first(desk: Desk, path: str, done: Callable[[bool], object]) -> None:
    """Asks before a file of that name is written over."""
    if not os.path.lexists(path):
        done(False)
        return
    desk.ask(
        Ask(
            f"There is a file {shown(path)}. Write over it?",
            {"y": ("yes", lambda: done(True)), "n": ("no", lambda: None)},
        )
    )


def _save_as(desk: Desk, typed: str, then: Callable[[], object] | None = None) -> None:
    path = path_of(typed)
    session = desk.session
    if any(one is not session and opened.same(path, one.path) for one in desk.files):
        desk.say(f"{shown(path)} is open here too; close it first", "error")
        return
    _asked_first(desk, path, lambda force: saving.save_as(desk, session, path, force, then))


@command("save-as", "g W", alias=("saveas", "sav"), takes=_save_as)
def save_as(desk: Desk, _: int) -> None:
    """Save under another name, and go on with that file."""
    save_elsewhere(desk)


def save_elsewhere(desk: Desk, then: Callable[[], object] | None = None) -> None:
    """Asks for a name and saves there; `then` is called at the end."""
    path = desk.session.path
    _ask_name(desk, "Save as:", path, lambda typed: _save_as(desk, typed, then))


def _ask_name(desk: Desk, title: str, path: str, done: Callable[[str], object]) -> None:
    line = LineEdit.of(path)
    desk.ask(Entry(title, done, line, _unfit, hint="Tab completes names", completed=completed))


def _unfit(typed: str) -> str:
    if not typed.strip():
        return "a name is needed"
    try:
        return "that is a folder" if os.path.isdir(path_of(typed)) else ""
    except ValueError:
        return "no file can have this name"


@command("about", "g i", why_not=_being_read)
def about(desk: Desk, _: int) -> None:
    """Say what the article is: its title, author, source, date."""
    front = desk.document.front
    listed = [Option(key, key, shown(front.get(key))) for key in edits.about.KEYS]
    desk.ask(Choice("About the article:", listed, lambda chosen: _about(desk, chosen[0])))


def _about(desk: Desk, key: str) -> None:
    def wish(document: Document, text: str) -> tuple[TextEdit, ...]:
        return edits.set_front(document, key, text)

    desk.ask(
        Entry(
            f"{key.capitalize()}:",
            lambda text: desk.change(
                f"{key} {'written' if text else 'removed'}", lambda d: wish(d, text)
            ),
            LineEdit.of(desk.document.front.get(key)),
            lambda text: fault(lambda: wish(desk.document, text)),
            hint="empty: none",
        )
    )


def _open(desk: Desk, typed: str) -> None:
    path = path_of(typed)
    if os.path.isdir(path):
        browse(desk, path)
    else:
        desk.host.open(path)


@command("open", "g o", alias=("e", "edit", "o"), takes=_open)
def open_(desk: Desk, _: int) -> None:
    """Open another article of this folder; this one stays open."""
    real = os.path.realpath(desk.session.path)
    here = real if os.path.isdir(real) else os.path.dirname(real)
    above = os.path.realpath(desk.folder) if desk.folder else ""
    browse(desk, desk.folder if above and os.path.commonpath((here, above)) == above else here)


def browse(desk: Desk, folder: str) -> None:
    """Asks for an article of a folder, and opens it."""
    desk.folder = folder
    found = articles(folder)
    if not found:
        desk.say(f"there is no article in {shown(folder)}", "warning")
        return
    desk.ask(Choice("Open which article?", found, lambda chosen: desk.host.open(chosen[0])))


def _one_only(desk: Desk) -> str:
    return "" if len(desk.files) > 1 else "only one file is open; g o opens another"


@command("files", "g f", alias=("buffers", "ls"), why_not=_one_only)
def files(desk: Desk, _: int) -> None:
    """Go to another of the open files."""
    listed = [
        Option(str(number), *_where(one))
        for number, one in enumerate(desk.files)
        if one is not desk.session
    ]
    desk.ask(Choice("Open files:", listed, lambda to: opened.show(desk, desk.files[int(to[0])])))


def _where(session: Session) -> tuple[str, str]:
    """The name of an open file, and where it is: that is cut first where there is little room."""
    folder, name = os.path.split(session.path)
    return shown(name), f"{'● not saved  ' if session.dirty else ''}{shown(folder)}"


@command("next-file", "ctrl+pagedown", alias=("bn",), why_not=_one_only)
def next_file(desk: Desk, _: int) -> None:
    """To the next of the open files."""
    _turn(desk, 1)


@command("file-before", "ctrl+pageup", alias=("bp",), why_not=_one_only)
def file_before(desk: Desk, _: int) -> None:
    """To the one before of the open files."""
    _turn(desk, -1)


def _turn(desk: Desk, by: int) -> None:
    number = desk.files.index(desk.session) + by
    opened.show(desk, desk.files[number % len(desk.files)])


@command("close", "g q", alias=("bd",), why_not=_one_only)
def close(desk: Desk, _: int) -> None:
    """Close this file; asks where it is not saved."""
    if not desk.session.dirty:
        opened.close(desk)
        return

    session = desk.session

    def saved() -> None:
        saving.save(desk, session, then=lambda: opened.close(desk))

    def discard() -> None:
        session.discard()
        opened.close(desk)

    desk.ask(
        Ask(
            "Not saved yet. (s)ave and close, (d)iscard the changes, Esc to stay",
            {"s": ("save", saved), "d": ("discard", discard)},
        )
    )


def _export_to(desk: Desk, typed: str) -> None:
    """`:export talks.svg`: the format is the one of the name's end."""
    from argmap import formats

    path = path_of(typed)
    name = formats.by_suffix(path)
    if name in exporting.names():
        _target(desk, name, path)
    else:
        ends = ", ".join(map(exporting.suffix, exporting.names()))
        desk.say(f"the name's end tells the format: {ends}", "warning")


@command("export", "g E", alias=("export",), why_not=_being_read, takes=_export_to)
def export(desk: Desk, _: int) -> None:
    """Export the map."""
    options = [Option(one, one) for one in exporting.names()]
    desk.ask(Choice("Format:", options, lambda one: _named(desk, one[0])))


def _named(desk: Desk, name: str) -> None:
    path = str(Path(desk.session.path).with_suffix(exporting.suffix(name)))
    _ask_name(desk, "Export to:", path, lambda to: _target(desk, name, path_of(to)))


def _target(desk: Desk, name: str, path: str) -> None:
    if any(opened.same(path, one.path) for one in desk.files):
        desk.say(f"{shown(path)} is the article itself; export to another name", "error")
        return
    _asked_first(desk, path, lambda force: _exported(desk, name, path, force))


def _exported(desk: Desk, name: str, path: str, force: bool) -> None:
    document = desk.document
    desk.begin(
        f"exporting {shown(Path(path).name)}",
        lambda stopped: exporting.export(document, name, path, force, stopped),
    )


@command("copy", "y", hint="copy")
def copy(desk: Desk, _: int) -> None:
    """Copy the selection, or the claim's words, to the clipboard."""
    chosen = desk.selection
    if chosen is not None:
        text = chosen.of(desk.page.text)
        desk.anchor = None
    elif desk.claim:
        text = desk.document.wording(desk.claim)
    else:
        text = desk.meant.of(desk.page.text)
    desk.host.copy(text)
    desk.say(f"copied: {shown(text)[:60]}")


@command("copy-tree", "Y", panes=("tree", "map"), why_not=_being_read)
def copy_tree(desk: Desk, _: int) -> None:
    """Copy the claim and what is below it as an outline."""
    from argmap.views.outline import Options, outline

    lines = [
        "  " * row.depth + "- " + (f"({row.sign}) " if row.sign else "")
        + desk.document.wording(row.claim)
        for row in outline(desk.document, Options(focus=desk.tree.claim))
    ]  # fmt: skip
    desk.host.copy("\n".join(lines) + "\n")
    desk.say(f"copied {len(lines)} lines")
