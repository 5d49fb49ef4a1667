"""The text of an entry, put together from its tokens as Argdown does it: escapes, shortcodes and
links resolved, line ends as spaces, emphasis taken out where it closes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from argmap.formats.argdown.grammar import Token

_CODES = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨",
    "v_": "⊻", "<>": "◇", "[]": "◻", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆",
    "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "?": "❓", "question": "❓", "love": "😍",
    "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄", "sad": "😢", "disappointed": "😞",
    "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎", "down": "👎", "think": "🤔", "star": "⭐",
    "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<url>[^)]+)\)")
_CLOSES = re.compile(r"[ \t\r\n)}_.,!?;:\-*]|\Z")
_OPENS = re.compile(r"\S")


class Worded(NamedTuple):
    """`text` holds the tags, `wording` only those amid the words. `open` are the places, in the
    cell, of emphasis that never closes."""

    text: str
    wording: str
    tags: tuple[str, ...]
    links: tuple[str, ...]
    open: tuple[int, ...]
    emphasis: int


def worded(tokens: Sequence[Token], cell: str) -> Worded:
    pieces: list[str] = []
    stack: list[tuple[str, int, int]] = []
    tags: dict[str, None] = {}
    links: list[str] = []
    emphasis = 0
    for token in tokens:
        kind, raw = token.type, token.text
        if kind == "EMPHASIS":
            at = token.start
            emphasis += _emphasis(raw, at, cell, pieces, stack)
            continue
        if kind == "TAG":
            tags.setdefault(" ".join(raw[1:].strip("()").split()))
        if kind == "LINK" and (link := _LINK.fullmatch(raw)):
            links.append(link["url"])
            raw = link["words"]
        pieces.append(_plain(kind, raw))
    around = _trimmed(tokens)
    inner = [piece for number, piece in enumerate(pieces) if number not in around]
    return Worded(
        _joined(pieces),
        _joined(inner),
        tuple(tags),
        tuple(dict.fromkeys(links)),
        tuple(at for _, _, at in stack),
        emphasis,
    )


def _plain(kind: str, raw: str) -> str:
    if kind == "ESCAPE":
        return raw[1:]
    if kind == "SHORTCODE":
        return _CODES[raw[1:-1]]
    return " " if kind == "NEWLINE" else raw


def _joined(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).split())


def _emphasis(
    run: str, at: int, cell: str, pieces: list[str], stack: list[tuple[str, int, int]]
) -> int:
    """Puts a run of asterisks or underscores into `pieces`, one piece for all of it; those that
    open wait on the stack, and are taken out when they close. How many pairs closed."""
    pieces.append(run)
    number = len(pieces) - 1
    closed = done = 0
    while done < len(run):
        top = stack[-1][0] if stack else ""
        rest = len(run) - done
        if (
            top
            and top[0] == run[0]
            and len(top) <= rest
            and _CLOSES.match(cell, at + done + len(top))
        ):
            _, opened, _ = stack.pop()
            pieces[opened] = pieces[opened].replace(top, "", 1)
            pieces[number] = pieces[number].replace(top, "", 1)
            closed += 1
            done += len(top)
            continue
        size = 2 if rest >= 2 and _OPENS.match(cell, at + done + 2) else 1
        if _OPENS.match(cell, at + done + size):
            stack.append((run[0] * size, number, at + done))
        done += size
    return closed


def _trimmed(tokens: Sequence[Token]) -> set[int]:
    """The numbers of the tags that stand before and after the words."""
    found: set[int] = set()
    for numbers in (range(len(tokens)), range(len(tokens) - 1, -1, -1)):
        for number in numbers:
            if tokens[number].type == "TAG":
                found.add(number)
            elif tokens[number].text.strip():
                break
    return found
