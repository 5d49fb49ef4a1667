"""Everything about the thing under the cursor, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.cells import cut
from argmap.document import Document
from argmap.model.values import Step
from argmap.tui import lacking, people, problems, standing
from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, cells, fitted, flowed, shown, wrapped
from argmap.tui.tutorial import lesson

VERBS = {"asserts": "asserted by", "restates": "restated by", "denies": "said in denial by",
         "defines": "described by"}  # fmt: skip
SEVERITIES = ("error", "warning", "note")
MANY = 4
"""So many of those who take a stance on a claim are named."""


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The way from the root, the claim in full, and what is said of it."""
    claim, speaker = _here(desk)
    drawn: list[Line] = [(Piece("─" * width, "rule"),)]
    told = lesson(desk)
    drawn += (
        fitted([Piece(" " + line, "key")], width) for line in wrapped(told, width - 2) if told
    )
    if claim in desk.document.map.claims:
        drawn += _claim(desk, claim, width, height - 1)
    elif speaker:
        drawn += flowed(_person(desk, speaker), width)
    else:
        drawn += _sentence(desk, width, height - 1)
    fault = _fault(desk, width)
    drawn = [*drawn[: max(1, height - len(fault))], *fault]
    return (drawn + [(Piece(" " * width),)] * height)[:height]


def _here(desk: Desk) -> tuple[str, str]:
    """The claim, or else the speaker, under the cursor of the pane one is in."""
    if desk.focus == "speakers":
        row = people.row(desk)
        return (row.claim, row.speaker) if row else ("", "")
    if desk.focus in ("article", "problems"):
        stretch = desk.stretch
        return (stretch.claim, stretch.speaker) if stretch else ("", "")
    return desk.claim, ""


def _claim(desk: Desk, claim: str, width: int, height: int) -> list[Line]:
    facts = flowed(_facts(desk, claim), width)
    words = shown(desk.document.wording(claim))
    way = _way(desk, claim, width)
    drawn: list[Line] = [fitted(way, width)] if way and height > 2 else []
    if desk.standing.on and height > 2:
        told = wrapped(standing.told(desk, claim), width - 2, 2 if height > 4 else 1)
        drawn = [fitted([Piece(f" {line}", "key")], width) for line in told]
    room = max(2, height - len(drawn))
    most = max(min(2, room - 1), room - len(facts))
    told = wrapped(words, width - 2, most)
    drawn += (fitted([Piece(" " + line, "strong")], width) for line in told)
    return [*drawn, *facts[: room - len(told)]]


def _way(desk: Desk, claim: str, width: int) -> list[Piece]:
    """From the root to the claim; in the table of speakers, what the one of the column says."""
    if desk.focus == "speakers" and desk.people_table and (cell := people.row(desk)):
        speakers = desk.document.map.speakers
        style = f"speaker-{list(speakers).index(cell.speaker)} bold"
        says = f" {cell.stance or 'says nothing of it'}"
        return [Piece(f" {shown(speakers[cell.speaker].name)}", style), Piece(says, "dim")]
    tree = desk.tree
    number = tree.at if tree.claim == claim else tree.find(claim)
    path = tree.path(number) if number >= 0 else []
    if len(path) < 2:
        return []
    above = path[:-1][-5:]
    left = len(path) - 1 - len(above)
    pieces: list[Piece] = [Piece(f" {left} more › " if left else " ", "dim")]
    room = width - cells(pieces)
    for number, one in enumerate(above):
        words = shown(desk.document.wording(tree.entries[one].claim))
        short = cut(words, max(8, room // (len(above) - number) - 3))
        pieces += (Piece(short, "dim"), Piece(" › ", "rule"))
        room -= cells(pieces[-2:])
    return pieces


def _facts(desk: Desk, claim: str) -> list[Piece]:
    document = desk.document
    found = document.map.claims[claim]
    pieces = [Piece(f" #{shown(claim)}", "name"), Piece(f" {_kind(document, claim)}", "dim")]
    pieces += (Piece(f"  {text}") for text in _voices(document, claim))
    pieces += (Piece(f"  .{shown(tag)}", "key") for tag in found.tags)
    pieces += (Piece(f"  {shown(key)}={shown(value)}", "dim") for key, value in found.data)
    onto = document.map.onto(claim)
    for kind, name in (("support", "reason"), ("contradict", "contradiction")):
        count = sum(step.kind == kind for step in onto)
        if count:
            style = kind
            pieces.append(Piece(f"  {count} {name}{'s' * (count > 1)}", style))
    if lacking.reason(document, claim):
        pieces.append(Piece("  no reason yet", "warning"))
    count, open_ = lacking.objections(document, claim)
    if count:
        told = f" ({open_} unanswered)" if open_ else ""
        pieces.append(Piece(f"  {count} objection{'s' * (count > 1)}{told}", "attack"))
    of_steps = dict.fromkeys(said for step in document.map.out(claim) for said in _of_step(step))
    return [*pieces, *(Piece(f"  {said}", "dim") for said in of_steps)]


def _of_step(step: Step) -> Iterator[str]:
    if step.scheme:
        yield f"scheme {shown(step.scheme)}"
    if step.weight is not None:
        yield f"weight {step.weight:g}"
    yield from (f"{shown(key)}={shown(value)}" for key, value in step.data)


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
        told[f"{VERBS.get(one.stance, one.stance)} {who}{via}"] = None
    for step in document.map.onto(claim) if len(told) < MANY else ():
        others = {*step.premises, step.target} - {claim} if step.kind == "contradict" else set()
        said = (one for other in others for one in document.map.claims[other].occurrences)
        for who in (name for one in said if one.stance == "denies" for name in one.speakers):
            told[f"denied by {shown(people[who].name)}"] = None
    every = list(told)
    return every[:MANY] + ([f"and {len(every) - MANY} more"] if len(every) > MANY else [])


def _person(desk: Desk, speaker: str) -> list[Piece]:
    """Who a speaker is, how much they hold, and with whom they agree and disagree."""
    people_ = desk.document.map.speakers
    person = people_[speaker]
    number = list(people_).index(speaker)
    pieces = [Piece(f" {shown(person.name)}", f"bold speaker-{number}")]
    if person.names[1:]:
        pieces.append(Piece(f" ({shown(', '.join(person.names[1:]))})", "dim"))
    pieces.append(Piece(f" @{shown(speaker)}", "name"))
    pieces += (Piece(f"  .{shown(tag)}", "key") for tag in person.tags)
    pieces += (Piece(f"  {shown(key)}={shown(value)}", "dim") for key, value in person.data)
    for count, what in people.counted(desk.document, speaker):
        pieces.append(Piece(f"  {what} {count} claim{'s' * (count != 1)}"))
    for style, how, others in people.company(desk.document, speaker):
        told = ", ".join(f"{shown(people_[who].name)} ({count})" for who, count in others)
        pieces.append(Piece(f"  {how} {told}", style))
    return pieces


def _sentence(desk: Desk, width: int, height: int) -> list[Line]:
    span = desk.meant
    if span.end <= span.start or desk.focus not in ("article", "problems"):
        return []
    what = "Selected" if desk.selection is not None else "No claim here. This sentence"
    marking = desk.focus == "article" and not desk.typing
    count = len(span.of(desk.page.text).split())
    words = shown(span.of(desk.page.text))
    told = f" {what}, {count} word{'s' * (count != 1)}"
    told += ": c marks a claim, p a premise" if marking else ":"
    drawn = [fitted([Piece(told, "dim")], width)]
    drawn += (
        fitted([Piece(" " + line)], width) for line in wrapped(words, width - 2, max(1, height - 1))
    )
    return drawn


def _fault(desk: Desk, width: int) -> list[Line]:
    """What is wrong at the cursor, in the source also elsewhere in its line; where the text is
    small enough to look at each key."""
    if desk.focus != "article" or len(desk.document.text) > 200_000:
        return []
    at = desk.page.to_text(desk.cursor)
    found = [one for one in problems.found(desk) if one.span.start <= at <= one.span.end]
    if not found and desk.page.source:
        lines = desk.document.lines
        here = lines.place(at).line
        found = [one for one in problems.found(desk) if lines.place(one.span.start).line == here]
    if not found:
        return []
    worst = min(found, key=lambda one: SEVERITIES.index(one.severity))
    told = f"{shown(worst.message)}. {shown(worst.hint)}"
    rows = wrapped(told.strip(), width - 2, 2)
    return [fitted([Piece(f" {row}", str(worst.severity))], width) for row in rows]
