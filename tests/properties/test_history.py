"""Events, steps of undo and journals: whatever was done, playing it again gives the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.history import Event, Misfit, Replay, State, digest, dumped
from argmap.text import Span, TextEdit
from argmap.tui.session import Session
from argmap.workspace import Loaded, Saved, Signature, records

Act = tuple[str, int, int, str]

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["edit", "type", "type", "rub", "undo", "redo", "pause", "save", "found"]),
        st.integers(0, 40),
        st.integers(0, 5),
        st.sampled_from(["", "a", "b ", "\n", "\r\n", "é\ud800", "[x]{claim}"]),
    ),
    max_size=25,
)


class Journal:
    """In the place of the real one: keeps the events."""

    begun = True
    trouble = ""

    def __init__(self, text: str, bom: bool) -> None:
        self.events = [Event("base", sha256=digest(text, bom), text=text)]

    def note(self, event: Event, _: Callable[[], State]) -> None:
        self.events.append(event)


def session(text: str, bom: bool) -> Session:
    sha256 = digest(text, bom)
    made = Session(Loaded("x", text, bom, Signature(sha256, (0, 0, 0, 0))))
    made.journal = Journal(text, bom)  # type: ignore[assignment]
    return made


def act(one: Session, what: Act) -> None:
    do, at, size, text = what
    length = len(one.document.text)
    at = min(at, length)
    if do in ("edit", "type", "rub"):
        end = min(at + (0 if do == "type" else size or 1), length)
        new = "" if do == "rub" else text
        edit = TextEdit(Span(at, end), new)
        one.change("typing", [lambda _: (edit,)], at, typed=do != "edit")
    elif do == "undo":
        one.undo()
    elif do == "redo":
        one.redo()
    elif do == "pause":
        one.close_typing()
    elif do == "save":
        now = one.document.text
        one.written(now, Saved(Signature(digest(now, one.loaded.bom), (0, 0, 0, 0)), True))
    else:
        theirs = text + one.saved
        sha256 = digest(theirs, not one.loaded.bom)
        one.found(Loaded("x", theirs, not one.loaded.bom, Signature(sha256, (0, 0, 0, 0))))


def played(events: Iterator[Event] | list[Event], bom: bool) -> Replay:
    replay = Replay(bom)
    for event in events:
        again = records.load(records.dump(event))
        assert again == event
        replay.play(again)
    return replay


def same(replay: Replay, one: Session) -> None:
    assert replay.text == one.document.text
    assert replay.held == one.saved
    assert replay.history.done == one.history.done
    assert replay.history.undone == one.history.undone


@given(st.text(max_size=20), st.booleans(), ACTS)
def test_playing_the_journal_gives_the_session(text: str, bom: bool, acts: list[Act]) -> None:
    one = session(text, bom)
    for what in acts:
        act(one, what)
    assert isinstance(one.journal, Journal)
    same(played(one.journal.events, bom), one)
    assert Document.of(one.document.text).article == one.document.article


@given(st.text(max_size=20), st.booleans(), ACTS)
def test_a_dump_gives_the_session_too(text: str, bom: bool, acts: list[Act]) -> None:
    one = session(text, bom)
    for what in acts:
        act(one, what)
    replay = played(dumped(one.state), bom)
    for history in (replay.history, one.history):  # only the last step can still grow
        history.done = [change._replace(typed=False) for change in history.done]
        history.undone = [change._replace(typed=False) for change in history.undone]
    same(replay, one)


@given(st.text(max_size=20), ACTS)
def test_undoing_all_leads_back(text: str, acts: list[Act]) -> None:
    one = session(text, False)
    for what in acts:
        act(one, what)
    while one.undo():
        pass
    assert one.document.text == text


EDIT = Event("edit", there=((TextEdit(Span(2, 3), "x"),),))
BAD = [
    [EDIT],
    [Event("base", text="a"), EDIT],
    [Event("base", text="a"), Event("base", text="a")],
    [Event("base", text="a"), Event("undo")],
    [Event("base", text="a"), Event("redo")],
    [Event("base", text="a"), Event("file", sha256="0")],
    [Event("base", text="a"), Event("dance")],
    [Event("base", text="abcd"),
     Event("edit", there=((TextEdit(Span(2, 3), ""), TextEdit(Span(1, 2), "")),))],
]  # fmt: skip


@pytest.mark.parametrize("events", BAD)
def test_what_cannot_have_happened_is_not_played(events: list[Event]) -> None:
    replay = Replay(False)
    for event in events[:-1]:
        replay.play(event)
    before = replay.text
    with pytest.raises(Misfit):
        replay.play(events[-1])
    assert replay.text == before
