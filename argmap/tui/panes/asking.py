"""The question at the foot of the screen."""

from __future__ import annotations

from argmap.cells import cut
from argmap.cells import width as cells
from argmap.tui.comparing import Compare
from argmap.tui.desk import Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import Line, Piece, fitted, shown, wrapped
from argmap.tui.panes import comparing
from argmap.tui.panes.scroll import scrolled
from argmap.tui.prompts import Ask, Choice, Entry

MOST = 10
NOTES = 3
"""So many rows tell what is wrong with what was typed."""


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The open question, as many lines as it needs and `height` allows."""
    prompt = desk.prompt
    match prompt:
        case Ask():
            keys = [Piece(text, "key") for _, text in _answers(prompt)]
            told = [
                fitted([Piece(" " + line, "bold")], width)
                for line in wrapped(prompt.title, width - 2)
            ]
            return [
                _rule(width),
                *told[: max(1, height - 2)],
                fitted(keys, width),
            ]
        case Entry():
            fault = prompt.fault
            style = "error" if fault else "dim"
            notes = wrapped(shown(fault) or prompt.hint, width - 2, min(NOTES, max(1, height - 2)))
            return [
                _rule(width),
                _typed(prompt.title, prompt.line, width),
                *(fitted([Piece(f" {note}", style)], width) for note in notes),
            ]
        case Compare():
            return comparing.lines(prompt, width, height)
        case Choice():
            return [_rule(width), *_choice(prompt, width, height - 1)]
    return []


def _answers(prompt: Ask) -> list[tuple[str, str]]:
    """The keys of a question with what is shown of them."""
    told = [(key, f" {key} {name} ") for key, (name, _) in prompt.answers.items()]
    return [*told, ("escape", " Esc")]


def answer(prompt: Ask, x: int) -> str:
    """The key that is shown in a cell of the last line; empty where none is."""
    at = 0
    for key, text in _answers(prompt):
        at += cells(text)
        if x < at:
            return key
    return ""


def _rule(width: int) -> Line:
    return (Piece("─" * width, "key"),)


def _typed(title: str, line: LineEdit, width: int) -> Line:
    """The title and the line, scrolled so that its cursor is in view."""
    before, after = shown(line.text[: line.at]), line.text[line.at :]
    at, rest = shown(after[:1]) or " ", shown(after[1:])
    head = [Piece(f" {cut(title, max(8, width - 6))} ", "bold")]
    room = width - cells(head[0].text) - 2
    while cells(before) > max(room, 5):
        before = before[max(1, len(before) // 8) :]
    return fitted([*head, Piece(before), Piece(at, "cursor"), Piece(rest)], width)


def _choice(prompt: Choice, width: int, height: int) -> list[Line]:
    found = prompt.found
    prompt.at = max(0, min(prompt.at, len(found) - 1))
    room = max(1, min(MOST, height - 1, max(len(found), 1)))
    top = scrolled(0, prompt.at, room, len(found))
    names = {
        one.value: one.label.partition("  @")[0].removeprefix("new: ") for one in prompt.options
    }
    taken = ", ".join(names.get(one, shown(one.removeprefix("+"))) for one in prompt.taken)
    taken = f"{taken}  " if taken else ""
    drawn = [_typed(prompt.title, prompt.line, width)]
    for number in range(top, min(len(found), top + room)):
        one = found[number]
        row = "row" if number == prompt.at else ""
        mark = "› " if number == prompt.at else "  "
        words = one.why_not or one.detail
        # Why the one cannot be chosen that one is at is said in full.
        left = width - cells(words) - 6 if one.why_not and row else width
        label = cut(one.label, max(12, left))
        style = f"dim {row}" if one.why_not else f"{one.style} {row}"
        pieces = [
            Piece(f" {mark}", f"key {row}"),
            Piece(label, style),
            Piece(f"  {words}", f"dim {row}"),
        ]
        drawn.append(fitted(pieces, width, row))
    if not found:
        drawn.append(fitted([Piece("   nothing fits", "dim")], width))
    if prompt.several and len(drawn) < height:
        told = "Enter takes it, Tab takes one more"
        if taken and not prompt.line.text:
            told = "Enter: these, Tab: one more too"
        drawn.append(fitted([Piece(f"   {taken}", "key"), Piece(told, "dim")], width))
    return drawn


def clicked(prompt: Choice, line: int, height: int) -> int:
    """The number of the option on a line of the drawn question."""
    found = prompt.found
    room = max(1, min(MOST, height - 2, max(len(found), 1)))
    return scrolled(0, prompt.at, room, len(found)) + line - 2
