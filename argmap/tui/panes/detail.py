"""Everything about the thing under the cursor, in a few lines."""

from __future__ import annotations

from argmap.document import Document
from argmap.tui import problems, standing
from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted, shown, wrapped
from argmap.tui.tutorial import lesson

VERBS = {"asserts": "asserted", "restates": "restated", "denies": "denied", "defines": "described"}


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The way from the root, the claim in full, and what is said of it."""
    claim = desk.claim if desk.focus in ("article", "tree", "map") else desk.tree.claim
    drawn: list[Line] = [(Piece("─" * width, "rule"),)]
    told = lesson(desk)
    drawn += (
        fitted([Piece(" " + line, "key")], width) for line in wrapped(told, width - 2) if told
    )
    if claim in desk.document.map.claims:
        drawn += _claim(desk, claim, width, height - 1)
    elif desk.stretch and desk.stretch.speaker and desk.focus == "article":
        drawn.append(fitted(_mention(desk, desk.stretch.speaker), width))
    else:
        drawn += _sentence(desk, width, height - 1)
    fault = _fault(desk)
    if fault and len(drawn) >= height:
        drawn = drawn[: height - 1]
    if fault:
        drawn.append(fitted(fault, width))
    return (drawn + [(Piece(" " * width),)] * height)[:height]


def _claim(desk: Desk, claim: str, width: int, height: int) -> list[Line]:
    facts = fitted(_facts(desk, claim), width)
    words = shown(desk.document.wording(claim))
    way = _way(desk, claim)
    if desk.standing.on:
        way = [Piece(f" {standing.told(desk, claim)}", "key")]
    drawn: list[Line] = [fitted(way, width)] if way and height > 2 else []
    room = max(1, height - len(drawn) - 1)
    drawn += (
        fitted([Piece(" " + line, "strong")], width) for line in wrapped(words, width - 2, room)
    )
    return [*drawn, facts]


def _way(desk: Desk, claim: str) -> list[Piece]:
    """From the root to the claim."""
    tree = desk.tree
    number = tree.at if tree.claim == claim else tree.find(claim)
    path = tree.path(number) if number >= 0 else []
    if len(path) < 2:
        return []
    pieces: list[Piece] = [Piece(" ")]
    each = max(12, 60 // len(path))
    for one in path[:-1][-5:]:
        words = shown(desk.document.wording(tree.entries[one].claim))
        short = words if len(words) <= each else words[: each - 1] + "…"
        pieces += (Piece(short, "dim"), Piece(" › ", "rule"))
    return pieces


def _facts(desk: Desk, claim: str) -> list[Piece]:
    document = desk.document
    found = document.map.claims[claim]
    pieces = [Piece(f" #{shown(claim)}", "name"), Piece(f" {_kind(document, claim)}", "dim")]
    pieces += (Piece(f"  {text}") for text in _voices(document, claim))
    pieces += (Piece(f"  .{shown(tag)}", "key") for tag in found.tags)
    pieces += (Piece(f"  {shown(key)}={shown(value)}", "dim") for key, value in found.data)
    onto = document.map.onto(claim)
    for kind, name in (
        ("support", "reason"),
        ("attack", "objection"),
        ("contradict", "contradiction"),
    ):
        count = sum(step.kind == kind for step in onto)
        if count:
            style = kind
            pieces.append(Piece(f"  {count} {name}{'s' * (count > 1)}", style))
    for step in document.map.out(claim):
        if step.scheme:
            pieces.append(Piece(f"  scheme {shown(step.scheme)}", "dim"))
        if step.weight is not None:
            pieces.append(Piece(f"  weight {step.weight:g}", "dim"))
    return pieces


def _kind(document: Document, claim: str) -> str:
    found = document.map.claims[claim]
    labels = {one.label for one in found.occurrences if one.in_text}
    name = "premise" if labels == {"premise"} else "claim"
    if not document.map.argues(claim):
        name = "position"
    return name if found.in_text else f"implicit {name}"


def _voices(document: Document, claim: str) -> list[str]:
    people = document.map.speakers
    told: dict[str, None] = {}
    for one in document.map.claims[claim].occurrences:
        if one.stance == "defines" and not one.speakers:
            continue
        who = " and ".join(shown(people[name].name) for name in one.speakers) or "the article"
        via = f" via {shown(', '.join(one.via))}" if one.via else ""
        told[f"{VERBS.get(one.stance, one.stance)} by {who}{via}"] = None
    every = list(told)
    return every[:4] + ([f"and {len(every) - 4} more"] if len(every) > 4 else [])


def _mention(desk: Desk, speaker: str) -> list[Piece]:
    person = desk.document.map.speakers[speaker]
    number = list(desk.document.map.speakers).index(speaker)
    count = len({held.claim for held in desk.document.map.holdings.get(speaker, ())})
    names = f" ({shown(', '.join(person.names[1:]))})" if person.names[1:] else ""
    return [
        Piece(f" {shown(person.name)}", f"bold speaker-{number}"),
        Piece(f"{names} @{shown(speaker)}  holds {count} claim{'s' * (count != 1)}", "dim"),
    ]


def _sentence(desk: Desk, width: int, height: int) -> list[Line]:
    span = desk.meant
    if span.end <= span.start or desk.focus != "article":
        return []
    what = "selected" if desk.selection is not None else "no claim here; c p + mark"
    count = len(span.of(desk.page.text).split())
    words = shown(span.of(desk.page.text))
    drawn = [fitted([Piece(f" {what} ({count} words)", "dim")], width)]
    drawn += (
        fitted([Piece(" " + line)], width) for line in wrapped(words, width - 2, max(1, height - 1))
    )
    return drawn


def _fault(desk: Desk) -> list[Piece]:
    """What is wrong at the cursor, where the text is small enough to look at each key."""
    if desk.focus != "article" or len(desk.document.text) > 200_000:
        return []
    at = desk.page.to_text(desk.cursor)
    for one in problems.found(desk):
        if one.span.start <= at <= one.span.end:
            hint = f" {shown(one.hint)}" if one.hint else ""
            return [Piece(f" {shown(one.message)}.{hint}", str(one.severity))]
    return []
