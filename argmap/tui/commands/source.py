"""Typing in the text itself, with its marks."""

from __future__ import annotations

from collections.abc import Callable

from argmap.text import Span, TextEdit, line_end
from argmap.tui.commands import command
from argmap.tui.completing import fitting
from argmap.tui.desk import Desk
from argmap.tui.prompts import Choice, Option


@command("insert", "i", panes=("article",), hint="type")
def insert(desk: Desk, _: int) -> None:
    """Type in the text at the cursor, its marks shown; Esc ends it."""
    place = desk.page.to_text(desk.cursor)
    desk.hide_after = not desk.source
    desk.source = True
    desk.typing = True
    desk.anchor = None
    desk.cursor = desk.page.from_text(place)


def _a_file(desk: Desk) -> str:
    if desk.session.scratch:
        return "this is not a file yet; g W gives it a name"
    return ""


@command("outside", "E", why_not=_a_file)
def outside(desk: Desk, _: int) -> None:
    """Edit the file in $EDITOR at this line; what was not saved goes with it."""
    place = desk.document.lines.place(desk.page.to_text(desk.cursor))
    desk.host.edit_outside(place.line, place.column)


def key(desk: Desk, name: str, character: str | None) -> bool:
    """Does what a key does while one types; False for those that are commands even then."""
    if name == "escape":
        _stop(desk)
        return True
    if name in _MOVES:
        desk.session.close_typing()
        return False
    if name in _TYPED:
        _TYPED[name](desk)
        return True
    if name in ("tab", "ctrl+n", "ctrl+@", "ctrl+space"):
        complete(desk)
        return True
    if character and character.isprintable():
        put(desk, character)
        return True
    return False


def _stop(desk: Desk) -> None:
    desk.typing = False
    desk.session.close_typing()
    place = desk.page.to_text(desk.cursor)
    desk.source = desk.source and not desk.hide_after
    desk.cursor = desk.page.from_text(place)


_MOVES = {"left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+left",
          "ctrl+right", "ctrl+home", "ctrl+end"}  # fmt: skip


def put(desk: Desk, text: str) -> None:
    """Types a text at the cursor."""
    at = desk.cursor
    edit = TextEdit(Span(at, at), text)
    if desk.change("typing", lambda _: (edit,), typed=True):
        desk.cursor = at + len(text)


def _enter(desk: Desk) -> None:
    desk.session.close_typing()
    put(desk, line_end(desk.document.text))


def _rubout(desk: Desk) -> None:
    _cut(desk, _before(desk.page.text, desk.cursor), desk.cursor)


def _delete(desk: Desk) -> None:
    text = desk.page.text
    two = text[desk.cursor : desk.cursor + 2] == "\r\n"
    _cut(desk, desk.cursor, min(len(text), desk.cursor + 1 + two))


def _before(text: str, at: int) -> int:
    return max(0, at - (2 if text[max(0, at - 2) : at] == "\r\n" else 1))


def _rub_word(desk: Desk) -> None:
    from argmap.tui.words import word_before

    _cut(desk, word_before(desk.page.text, desk.cursor), desk.cursor)


def _cut(desk: Desk, start: int, end: int) -> None:
    if start < end and desk.change(
        "typing", lambda _: (TextEdit(Span(start, end), ""),), typed=True
    ):
        desk.cursor = start


_TYPED: dict[str, Callable[[Desk], None]] = {
    "enter": _enter,
    "backspace": _rubout,
    "ctrl+h": _rubout,
    "delete": _delete,
    "ctrl+w": _rub_word,
}


def complete(desk: Desk) -> None:
    """Offers the names that fit what stands before the cursor."""
    found = fitting(desk.document, desk.document.text, desk.cursor)
    if not found.names:
        desk.say(
            "nothing fits here: ids follow #, +, -, =; speakers @; tags a full stop", "warning"
        )
        return

    def done(chosen: tuple[str, ...]) -> None:
        edit = TextEdit(Span(found.start, desk.cursor), chosen[0])
        start = found.start
        if desk.change("completion", lambda _: (edit,)):
            desk.cursor = start + len(chosen[0])

    if len(found.names) == 1:
        done((found.names[0][0],))
        return
    listed = [Option(name, name, detail) for name, detail in found.names]
    desk.ask(Choice("Which?", listed, done))
