"""What a Document says, told by places instead of generated names: an edit's effect is then what
differs between the telling before, changed as was wished, and the telling after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from argmap.document import Document
from argmap.edits.heads import every
from argmap.model.values import Occurrence, Step, Where
from argmap.syntax.reading import OF_STEPS
from argmap.syntax.units import speaker_names
from argmap.text import TextEdit, move


class Said(NamedTuple):
    """One occurrence, by what its own heads say. `places` are ranges of the article, or the text
    of a map line; a denial is told by `denied` alone; `label` is empty where none is written."""

    places: tuple[object, ...]
    stance: str
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    label: str
    denied: tuple[str, ...]
    tags: tuple[str, ...]
    data: tuple[tuple[str, str], ...]


class Arg(NamedTuple):
    """One step; the target of an undercut is a step, that of a contradiction its other claim."""

    kind: str
    premises: frozenset[str]
    target: str | Arg
    name: str
    scheme: str
    weight: float | None
    speakers: tuple[str, ...]
    tags: frozenset[str]
    data: frozenset[tuple[str, str]]


class Person(NamedTuple):
    """A speaker who is described or named in the article."""

    names: tuple[str, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    mentions: int = 0


class Seen:
    """A telling. `said` is by mark or line, `about` leads from one to its claim."""

    def __init__(self, document: Document) -> None:
        self.said: dict[Where, Said] = {}
        self.voices: dict[Where, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self.about: dict[Where, str] = {}
        self.wordings: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.pairs: dict[Where, Where] = {}
        for claim in document.map.claims.values():
            self.wordings[claim.id] = claim.wording
            for one in claim.occurrences:
                self.said[one.where] = said(document, one)
                self.voices[one.where] = one.speakers, one.via
                self.about[one.where] = claim.id
        self.args = Counter(arg(document, step) for step in document.map.steps.values())
        self.people: dict[str, Person] = {
            who.id: Person(who.names, who.data, who.tags, len(who.mentions))
            for who in document.map.speakers.values()
            if who.described or who.mentions
        }

    def claims(self) -> dict[str, tuple[object, ...]]:
        """By claim: its wording, and all that is said of it."""
        found: dict[str, list[Said]] = {}
        for where, one in self.said.items():
            found.setdefault(self.about[where], []).append(one)
        return {
            claim: (self.wordings.get(claim, ""), Counter(ones)) for claim, ones in found.items()
        }


def said(document: Document, one: Occurrence) -> Said:
    places: list[object] = []
    heads = [where.head for where in one.pieces]
    for where, span in zip(one.pieces, document.spans(one), strict=True):
        if where.in_text:
            places.append(document.article_span(span))
        else:
            places.append(where.unit.lines[where.index][1].text)
    tags = tuple(tag for head in heads for tag in head.names("."))
    data = tuple(
        (a.name, a.value)
        for head in heads
        for a in head.of("key")
        if a.name not in OF_STEPS and a.name != "via"
    )
    first = heads[0]
    return Said(
        tuple(places),
        "asserts" if one.stance == "denies" else one.stance,
        first.names("@"),
        tuple(speaker_names(first.get("via") or "")),
        first.label.replace("claim", ""),
        one.denied,
        tags,
        data,
    )


def arg(document: Document, step: Step) -> Arg:
    chain = [step]
    while chain[-1].kind == "undercut":
        chain.append(document.map.steps[chain[-1].target])
    target: str | Arg = chain[-1].target
    found: Arg | None = None
    for one in reversed(chain):
        found = _arg(one, target)
        target = found
    assert found is not None
    return found


def _arg(step: Step, target: str | Arg) -> Arg:
    premises = frozenset(step.premises)
    if step.kind == "contradict":  # both ways round it is the same
        premises, target = frozenset((*premises, step.target)), ""
    return Arg(
        step.kind,
        premises,
        target,
        step.name,
        step.scheme,
        step.weight,
        step.speakers,
        frozenset(step.tags),
        frozenset(step.data),
    )


def renamed(one: Arg, names: Mapping[str, str]) -> Arg:
    """The step with claims by other names."""
    chain = aims(one)
    target: str | Arg = names.get(str(chain[-1].target), str(chain[-1].target))
    for each in reversed(chain):
        premises = frozenset(names.get(name, name) for name in each.premises)
        target = each._replace(premises=premises, target=target)
    assert isinstance(target, Arg)
    return target


def aims(one: Arg) -> list[Arg]:
    """The step and all those that it aims at, one through the other."""
    chain = [one]
    while isinstance(target := chain[-1].target, Arg):
        chain.append(target)
    return chain


def swap(args: Counter[Arg], old: Arg, new: Arg | None) -> Counter[Arg]:
    """The steps with one of them another (or gone, and all that undercut it), also as a target."""
    found: Counter[Arg] = Counter()
    for one, count in args.items():
        chain = aims(one)
        if old not in chain:
            found[one] += count
        elif new is not None:
            target = new
            for above in reversed(chain[: chain.index(old)]):
                target = above._replace(target=target)
            found[target] += count
    return found


def settled(args: Counter[Arg]) -> Counter[Arg]:
    """With each reason that stands alone taken into the one linked step that has it too."""
    for one in sorted(args, key=repr):
        hosts = [
            other
            for other in args
            if one.premises < other.premises
            and (one.kind, one.target) == (other.kind, other.target)
        ]
        if len(one.premises) == 1 and len(hosts) == 1:
            host = hosts[0]
            both = host._replace(
                name=host.name or one.name,
                scheme=host.scheme or one.scheme,
                weight=one.weight if host.weight is None else host.weight,
                speakers=tuple(dict.fromkeys((*host.speakers, *one.speakers))),
                tags=host.tags | one.tags,
                data=host.data | one.data,
            )
            found = Counter({each: n for each, n in args.items() if each != one})
            return settled(Counter(dict.fromkeys(swap(swap(found, one, both), host, both), 1)))
    return args


def matched(before: Document, after: Document, edits: Sequence[TextEdit]) -> dict[Where, Where]:
    """From each mark and line to itself after the edits: its head is where it was, or its line."""
    now = {(_place(after, where), where.in_text): where for where in every(after)}
    found: dict[Where, Where] = {}
    for where in every(before):
        place = _place(before, where)
        if any(e.span.start <= place < e.span.end and not e.text for e in edits):
            continue  # what stands here was taken out
        there = now.get((move(place, edits, after=True), where.in_text))
        if there is not None:
            found[where] = there
    left = [where for where in every(before) if where not in found]
    new = set(now.values()) - set(found.values())
    if len(left) == len(new) == 1 and _written(before, left[0]) == _written(after, *new):
        found[left[0]] = new.pop()  # it was put round other words
    return found


def _written(document: Document, where: Where) -> str:
    return where.head.span.shift(where.at + document.start(where.unit)).of(document.text)


def _place(document: Document, where: Where) -> int:
    """The `]` before a head; where a milestone's end or a line begins."""
    if where.in_text and not where.mark.name:
        return document.start(where.unit) + where.mark.words.end
    return document.span(where).start


def _names(seen: Seen, now: Seen, pairs: Mapping[Where, Where]) -> dict[str, str]:
    """What the claims are called now: as before if they can be."""
    found: dict[str, list[str]] = {}
    for old, new in pairs.items():
        if old in seen.about and new in now.about:
            found.setdefault(seen.about[old], []).append(now.about[new])
    return {claim: claim if claim in now else now[0] for claim, now in found.items()}


def told_after(document: Document, after: Document, edits: Sequence[TextEdit]) -> Seen:
    """What `document` says, in the marks and names of `after`: what an edit without any effect
    would leave."""
    seen, now = Seen(document), Seen(after)
    pairs = matched(document, after, edits)
    names = _names(seen, now, pairs)
    old = seen.said
    seen.said = {
        pairs.get(where, where): one._replace(denied=tuple(names.get(n, n) for n in one.denied))
        for where, one in old.items()
    }
    seen.about = {
        pairs.get(where, where): names.get(claim, claim) for where, claim in seen.about.items()
    }
    seen.wordings = {names.get(claim, claim): text for claim, text in seen.wordings.items()}
    seen.args = Counter({renamed(one, names): n for one, n in seen.args.items()})
    seen.names, seen.pairs = names, pairs
    return seen


def difference(expected: Seen, now: Seen) -> list[Any]:
    """What is told in one and not in the other; empty where both say the same."""
    found: list[Any] = []
    expected.args = settled(expected.args)
    a, b = expected.claims(), now.claims()
    found += [
        ("claim", name, a.get(name), b.get(name)) for name in {*a, *b} if a.get(name) != b.get(name)
    ]
    found += [("lost", one) for one in expected.args - now.args]
    found += [("new", one) for one in now.args - expected.args]
    who = {*expected.people, *now.people}
    found += [
        ("speaker", name, expected.people.get(name), now.people.get(name))
        for name in who
        if expected.people.get(name) != now.people.get(name)
    ]
    return found
