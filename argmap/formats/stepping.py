"""Steps as the language has them: each said once, none for itself, undercuts aimed at a step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.formats.graph import Graph, Step, distinct
from argmap.formats.ledger import Ledger

TWICE = "said twice, written once"
JOINED = "its premise is linked with others towards the same target, written as that step"
ITSELF = "a claim argues for or against itself"
PARTLY = "a premise is its own conclusion, or is not in the map; written without it"
NOWHERE = "aims at nothing that is in the map"
EMPTY = "has no premise that is in the map"


class Stepped(NamedTuple):
    """A step that is written: premises and target by the keys of the claims they became."""

    step: Step
    premises: tuple[str, ...]
    target: str
    needs_name: bool = False


def stepped(graph: Graph, home: Mapping[str, str], ledger: Ledger) -> list[Stepped]:
    """The steps to be written, each after the one it aims at; those left out are in the ledger."""
    aimed: defaultdict[str, list[Step]] = defaultdict(list)
    level: list[Step] = []
    for step in graph.steps:
        if step.kind == "undercut":
            aimed[step.target].append(step)
        else:
            level.append(step)
    became: dict[str, str] = {}
    found: list[Stepped] = []
    while level:
        found += _joined(_whole(level, home, became, ledger), became, ledger)
        level = [step for above in level for step in aimed.pop(above.key, ())]
    for step in (one for ring in aimed.values() for one in ring):
        ledger.dropped(step.unit, NOWHERE, step.key)
    return _named(found)


def _named(steps: list[Stepped]) -> list[Stepped]:
    """An undercut can aim at a step by its premises, unless undercuts have those premises too:
    then the step needs a name."""
    undercuts = [one for one in steps if one.step.kind == "undercut"]
    aimed_at = {one.target for one in undercuts}
    doubtful = {key for one in undercuts for key in one.premises}
    return [
        one._replace(needs_name=one.step.key in aimed_at and not doubtful.isdisjoint(one.premises))
        for one in steps
    ]


def _whole(
    level: Iterable[Step], home: Mapping[str, str], became: dict[str, str], ledger: Ledger
) -> Iterator[tuple[Stepped, str]]:
    """The steps of one depth, those of one kind, premises and target made one; with each the
    reason why it is not as it was, or an empty string."""
    found: dict[object, tuple[Stepped, str]] = {}
    for step in level:
        target = _became(step, became) if step.kind == "undercut" else home.get(step.target, "")
        known = distinct(home[key] for key in step.premises if key in home)
        premises = tuple(key for key in known if key != target or step.kind == "undercut")
        if not target or not premises:
            why = NOWHERE if not target else ITSELF if known else EMPTY
            ledger.dropped(step.unit, why, step.key)
            continue
        ends = (*premises, target) if step.kind == "contradict" else premises
        aim = "" if step.kind == "contradict" else target
        key = (step.kind, aim, frozenset(ends))
        if key in found:
            first, why = found[key]
            found[key] = first._replace(step=_both(first.step, step)), why
            became[step.key] = first.step.key
            ledger.changed(step.unit, TWICE, step.key)
            continue
        lacks = len(premises) < len(known) or any(one not in home for one in step.premises)
        found[key] = Stepped(step, premises, target), PARTLY if lacks else ""
        became[step.key] = step.key
    yield from found.values()


def _became(step: Step, became: Mapping[str, str]) -> str:
    """What an undercut's target was written as: it may have become one that then joined another."""
    first = became.get(step.target, "")
    return became.get(first, first)


def _joined(
    steps: Iterable[tuple[Stepped, str]], became: dict[str, str], ledger: Ledger
) -> list[Stepped]:
    """The language reads a lone premise as the linked step that contains it, so it becomes that."""
    whole = list(steps)
    hosts: dict[tuple[str, str, str], str] = {}
    for one, _ in whole:
        for key in one.premises if len(one.premises) > 1 else ():
            hosts.setdefault((one.step.kind, one.target, key), one.step.key)
    found: dict[str, Stepped] = {}
    lone: list[tuple[Step, str]] = []
    for one, why in whole:
        host = hosts.get((one.step.kind, one.target, one.premises[0]), one.step.key)
        if host != one.step.key and len(one.premises) == 1:
            lone.append((one.step, host))
            continue
        found[one.step.key] = one
        if why:
            ledger.changed(one.step.unit, why, one.step.key)
        else:
            ledger.kept(one.step.unit)
    for step, host in lone:
        found[host] = found[host]._replace(step=_both(found[host].step, step))
        became[step.key] = host
        ledger.changed(step.unit, JOINED, step.key)
    return list(found.values())


def _both(one: Step, other: Step) -> Step:
    """What two steps that are one say of it; where they differ, what the first says."""
    return one._replace(
        name=one.name or other.name,
        scheme=one.scheme or other.scheme,
        weight=one.weight if one.weight is not None else other.weight,
        speakers=distinct((*one.speakers, *other.speakers)),
        tags=distinct((*one.tags, *other.tags)),
        data=tuple(dict([*other.data, *one.data]).items()),
    )
