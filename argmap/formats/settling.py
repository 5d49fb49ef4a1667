"""Gives a graph what the annotation language asks for: readable ids, each step said once,
restatements as other words of one claim. What has to be changed for that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from argmap.formats.described import Argued, Described, Mentioned, Person, Said, Stated, about
from argmap.formats.graph import Claim, Graph, Saying, Speaker, distinct
from argmap.formats.ledger import Ledger
from argmap.formats.merging import merged
from argmap.formats.stepping import Stepped, stepped
from argmap.syntax import names
from argmap.syntax.reading import MEANT

_BLANK = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)")
_ODD = re.compile("[\ud800-\udfff]")


def settled(graph: Graph, ledger: Ledger) -> Described:
    """The graph as the builder takes it."""
    home = merged(graph, ledger)
    people = _Names()
    speaker_ids = {one.key: people.give(one.name, _called(one)[0]) for one in graph.speakers}
    taken = _Names()
    ids = {
        claim.key: taken.give(claim.name, claim.text)
        for claim in graph.claims
        if home[claim.key] == claim.key
    }
    again = (claim for claim in graph.claims if claim.key not in ids)
    aliases = {claim.key: taken.give(claim.name, claim.text) for claim in again}
    steps = stepped(graph, home, ledger)
    premises = {key for step in steps if step.step.kind == "support" for key in step.premises}
    groups: dict[str, list[Claim]] = {key: [] for key in ids}
    for claim in graph.claims:
        groups[home[claim.key]].append(claim)
    for one in graph.speakers:
        ledger.kept(one.unit)
    argued = tuple(_argued(step, ids, speaker_ids, taken) for step in steps)
    return Described(
        _clean(graph.text),
        graph.front,
        tuple(_person(one, speaker_ids) for one in graph.speakers),
        tuple(_mentions(graph, speaker_ids, ledger)),
        tuple(
            _stated(group, ids, aliases, speaker_ids, graph.text, ledger, argues=key in premises)
            for key, group in groups.items()
        ),
        argued,
        {one.id: one for one in argued},
    )


def _mentions(graph: Graph, people: Mapping[str, str], ledger: Ledger) -> Iterator[Mentioned]:
    for one in graph.mentions:
        speakers = _ids(one.speakers, people)
        words = one.span.of(graph.text)
        if speakers and not _BLANK.search(words):
            yield Mentioned(one.span, speakers)
            continue
        why = "they reach across a blank line" if speakers else "they name no speaker of the map"
        ledger.met("mentions")
        ledger.dropped("mentions", why, words)


class _Names:
    """Names that are taken, case ignored, so that no two differ by case alone."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}

    def give(self, wished: str, words: str) -> str:
        """The name wished for if it can be one, else one of the first words; a number behind it
        where it is taken."""
        base = names.normal(wished)
        if not base or names.fault(base):
            base = names.from_words(wished or words)
        name = base
        while name.casefold() in self._next:
            number = self._next[base.casefold()] = self._next.get(base.casefold(), 1) + 1
            name = f"{base}-{number}"
        self._next[name.casefold()] = 1
        return name

    def numbered(self, stem: str) -> str:
        """`r1`, `r2` and so on."""
        number = self._next.get(f"{stem} ", 0) + 1
        while f"{stem}{number}" in self._next:
            number += 1
        self._next[f"{stem} "] = number
        return self.give(f"{stem}{number}", "")


def _ids(keys: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return distinct(ids[key] for key in keys if key in ids)


def _clean(text: str) -> str:
    """Without what UTF-8 cannot hold."""
    return _ODD.sub("\ufffd", text)


def flat(text: str) -> str:
    """A text on one line, as map lines want it."""
    return _clean(" ".join(text.split())).replace("\0", "\ufffd")


def _called(one: Speaker) -> tuple[str, ...]:
    found = tuple(flat(name).replace("|", "/").strip() for name in one.names)
    return tuple(name for name in found if name) or (flat(one.key).replace("|", "/") or "unnamed",)


def _person(one: Speaker, ids: Mapping[str, str]) -> Person:
    name = ids[one.key]
    called = _called(one)
    told = called != (name,) or bool(one.tags or one.data)
    return Person(name, called if told else (), _tags(one.tags), _pairs(one.data), told)


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    return distinct(
        names.normal(tag) if not names.fault(names.normal(tag)) else names.from_words(tag, 8)
        for tag in tags
    )


def _pairs(data: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for key, value in data:
        name = names.normal(key)
        if names.fault(name) or name[0].isdigit():
            name = "x-" + names.from_words(key, 8)
        found.setdefault(name, flat(value))
    return tuple(found.items())


def _data(data: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Data of a claim or a step, none of which the language itself would take for something."""
    return tuple((f"x-{key}" if key in MEANT else key, value) for key, value in _pairs(data))


def _stated(
    group: list[Claim],
    ids: Mapping[str, str],
    aliases: Mapping[str, str],
    people: Mapping[str, str],
    text: str,
    ledger: Ledger,
    *,
    argues: bool,
) -> Stated:
    """A claim with all that restates it."""
    first, *others = sorted(group, key=lambda claim: claim.key not in ids)
    wording = flat(first.text)
    said = _said(first, people, "", argues=argues)
    for claim in others:
        said += _said(claim, people, aliases[claim.key], argues=argues)
    placed = [one for one in said if one.pieces]
    # The first words in the text define the claim, whichever wording they are of.
    said = [*placed, *(one for one in said if not one.pieces)]
    marked = flat(" ".join(span.of(text) for span in placed[0].pieces)) if placed else ""
    worded = any(one.line == wording and not one.alias for one in said)
    if not worded and (marked != wording or placed[0].alias):
        said.append(Said("defines", first.label, (), (), (), (), wording))
        worded = True
    for claim in group:
        ledger.kept(claim.unit)
    return Stated(
        ids[first.key],
        wording if worded else "",
        (),
        _tags(tag for claim in group for tag in claim.tags),
        _data(pair for claim in group for pair in claim.data),
        tuple(said),
    )


def _said(claim: Claim, people: Mapping[str, str], alias: str, *, argues: bool) -> list[Said]:
    """Where the claim stands in the text, then in the map block: there who says it elsewhere, and
    the words themselves if they stand nowhere. The alias names its first place and its lines."""
    sayings = claim.sayings or (Saying(),)
    label = claim.label or ("premise" if argues else "claim")
    found = [
        Said(
            "restates" if alias or number else "asserts",
            label,
            _ids(saying.speakers, people),
            _ids(saying.via, people),
            (),
            saying.pieces,
            "",
            alias if not number else "",
        )
        for number, saying in enumerate(one for one in sayings if one.pieces)
    ]
    lines = [(_ids(s.speakers, people), _ids(s.via, people)) for s in sayings if not s.pieces]
    spoken = [line for line in lines if any(line)]
    if not spoken and not found:
        spoken = [((), ())]
    words = flat(claim.text)
    found += (
        Said("defines", claim.label, speakers, via, (), (), words, alias)
        for speakers, via in dict.fromkeys(spoken)
    )
    return found


def _argued(
    step: Stepped, ids: Mapping[str, str], people: Mapping[str, str], taken: _Names
) -> Argued:
    raw = step.step
    scheme = names.normal(raw.scheme.strip())
    head = about(
        _ids(raw.speakers, people), _tags(raw.tags), flat(scheme), raw.weight, _data(raw.data)
    )
    name = taken.give(raw.name, "") if raw.name else ""
    if step.needs_name and not name:
        name = taken.numbered("r")
    target = step.target if raw.kind == "undercut" else ids[step.target]
    return Argued(raw.key, raw.kind, tuple(ids[key] for key in step.premises), target, name, head)
