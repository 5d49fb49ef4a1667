"""What `argmap eval` prints for people."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from argmap.cli.paint import Paint
from argmap.cli.standing import Shown
from argmap.document import Document
from argmap.evaluation.dropped import dropped
from argmap.evaluation.flips import flips, linchpins
from argmap.evaluation.policy import MEANING, Policy
from argmap.evaluation.saved import WhatIf
from argmap.evaluation.sides import compare, side
from argmap.evaluation.standing import Evaluation
from argmap.evaluation.strength import strengths
from argmap.visible import visible


def answers(
    document: Document, evaluation: Evaluation, layer: WhatIf, args: argparse.Namespace
) -> Iterator[str]:
    """The lines: of what was asked, or else the positions."""
    cells = args.width or shutil.get_terminal_size((80, 24)).columns
    shown = Shown(document, evaluation, Paint(args.color), cells=cells, ids=args.ids,
                  plain=args.ascii)  # fmt: skip
    yield from _layer(shown, layer)
    parts: list[Callable[[], Iterator[str]]] = []
    if args.tree:
        parts.append(shown.tree)
    parts += [partial(shown.why, name) for name in args.why]
    if args.compare:
        parts.append(lambda: _compared(shown, layer, *args.compare))
    if args.linchpins:
        parts.append(lambda: _linchpins(shown))
    parts += [partial(_flips, shown, name) for name in args.flip]
    if args.dropped:
        parts.append(lambda: _dropped(shown))
    if args.strength:
        parts.append(lambda: _strength(shown, args.strength, args.all))
    if not parts or (args.all and not args.strength):
        parts.insert(0, lambda: _claims(shown, args.all))
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield from part()


def _layer(shown: Shown, layer: WhatIf) -> Iterator[str]:
    """What was changed before the map was looked at."""
    policy = shown.evaluation.policy
    told = [f"policy {policy}: {MEANING[policy]}"] if policy != Policy.BALANCED else []
    speakers = shown.document.map.speakers
    if layer.speaker:
        told.append(f"on the side of {speakers[layer.speaker].name}")
        torn = side(shown.document.map, layer.speaker).torn
        told += (f"they both assert and deny {shown.words(claim)}, so that stays" for claim in torn)
    if layer.audience:
        told.append(f"for an audience that puts {' before '.join(layer.audience)}")
    told += (f"without {shown.words(claim)}" for claim in layer.without)
    told += (f"granted {shown.words(claim)}" for claim in layer.grant)
    for one in told:
        yield shown.paint(visible(f"({one})", keep=""), "dim")
    if told:
        yield ""


def _claims(shown: Shown, every: bool) -> Iterator[str]:
    statuses = shown.evaluation.statuses
    names = statuses if every else shown.evaluation.positions() or statuses
    yield from shown.told([*names])
    yield shown.counted()


def _compared(shown: Shown, layer: WhatIf, first: str, second: str) -> Iterator[str]:
    """Each side is taken over the same claims set aside and granted."""
    document = shown.document
    views = [replace(layer, speaker=who).of(document) for who in (first, second)]
    names = [visible(document.map.speakers[who].name, keep="") for who in (first, second)]
    found = compare(*views)
    same = len(views[0].statuses) - len(found)
    yield shown.paint(f"{names[0]} and {names[1]}", "bold") + (
        f": {len(found)} claim{'s' * (len(found) != 1)} differ{'s' * (len(found) == 1)}, "
        f"{same} the same"
    )
    for one in found:
        yield from shown.hung("", 2, shown.label(one.claim))
        yield f"  {shown.mark(one.first)} {one.first} on the side of {names[0]}"
        yield f"  {shown.mark(one.second)} {one.second} on the side of {names[1]}"


def _linchpins(shown: Shown) -> Iterator[str]:
    found = linchpins(shown.evaluation)
    if not found.found and found.whole:
        yield "No single claim flips a position when it is set aside."
    elif found.found:
        yield shown.paint("Claims that flip a position when they are set aside", "bold")
    for one in found.found:
        mark = shown.mark(shown.evaluation.statuses[one.claim])
        yield from shown.hung(f"{mark} ", 2, shown.label(one.claim))
        for flip in one.flips:
            marks = f"  {shown.mark(flip.before)} → {shown.mark(flip.after)} "
            told = f"{shown.words(flip.position)}: {flip.before}, then {flip.after}"
            yield from shown.hung(marks, 8, told)
    if not found.whole:
        yield f"Only {found.tried} of {found.claims} claims were tried: this map is large."


def _flips(shown: Shown, claim: str) -> Iterator[str]:
    found = flips(shown.evaluation, claim)
    yield from shown.hung(f"{shown.mark(found.before)} ", 2, shown.label(claim))
    yield f"  {found.before}. What would change that:" if found.changes else f"  {found.before}."
    for change in found.changes:
        moves = " and ".join(
            f"{'set aside' if move.aside else 'grant'} {shown.words(move.claim)}"
            for move in change.moves
        )
        yield from shown.hung(f"  → {shown.mark(change.after)} ", 6, f"{change.after}: {moves}")
    sizes = [size for size, whole in zip(("one", "two"), found.whole, strict=True) if whole]
    if len(sizes) == 2:
        other = "other " if found.changes else ""
        yield f"  No {other}single move and no {other}pair of moves would change that."
    else:
        tried = "All single moves were tried, but not all pairs" if sizes else "Not all were tried"
        yield f"  {tried}: there are too many."


def _dropped(shown: Shown) -> Iterator[str]:
    found = dropped(shown.evaluation)
    speakers = shown.document.map.speakers
    if not found:
        yield "Everybody answered what others said against them."
    for who, steps in found.items():
        yield shown.paint(visible(f"{speakers[who].name} has not answered", keep=""), "bold")
        for one in steps:
            step = shown.document.map.steps[one.step]
            told = " with ".join(shown.label(name, who=False) for name in step.premises)
            by = ", ".join(speakers[name].name for name in one.by) or "the article"
            onto = step.root if step.kind == "undercut" else one.onto
            what = "against a step towards" if step.kind == "undercut" else "against"
            notes = [f"said by {by}", f"{what} {shown.words(onto)}"]
            notes += ["somebody else answered"] * one.answered
            notes += ["it fell all the same"] * (not one.bites)
            yield from shown.hung("  ", 4, told)
            yield from shown.hung("    ", 4, visible("; ".join(notes), keep=""))


def _strength(shown: Shown, model: str, every: bool) -> Iterator[str]:
    found = strengths(shown.evaluation, model)
    statuses = shown.evaluation.statuses
    names = [*statuses] if every else [*shown.evaluation.positions()] or [*statuses]
    yield shown.paint(f"Strength by {model}, from 0 to 1; it changes no status", "bold")
    for name in sorted(names, key=lambda one: -found.of.get(one, -1)):
        told = f"{found.of[name]:.2f}" if name in found.of else "  – "
        yield from shown.hung(f"{told} {shown.mark(statuses[name])} ", 7, shown.label(name))
    for loop in found.loops:
        told = ", ".join(shown.words(one) for one in loop[:6]) + ("…" if len(loop) > 6 else "")
        beware = "Beware: these support each other in a circle, which lifts them for nothing"
        yield from shown.hung("", 2, f"{beware}: {told}")
    if found.unsettled:
        yield f"–: the values of {len(found.unsettled)} claims go round in circles without end."
    for name in found.wrong:
        yield f"Beware: `base` of {shown.words(name)} is no number from 0 to 1; taken as 0.5."
