"""Builds the claims: who puts what forward, in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.diagnostic import Severity
from argmap.model import faults
from argmap.model.naming import Naming
from argmap.model.values import Claim, Located, Occurrence, Where
from argmap.model.voices import Holders
from argmap.syntax.reading import OF_OCCURRENCES, OF_STEPS
from argmap.syntax.statements import Voice
from argmap.syntax.units import Unit

NOT_OF_CLAIMS = OF_STEPS | OF_OCCURRENCES


class _Said:
    """An occurrence in the making."""

    def __init__(self, where: Where, stance: str, denied: tuple[str, ...]) -> None:
        self.pieces = [where]
        self.stance = stance
        self.denied = denied


def build(
    units: Sequence[Unit], naming: Naming, holders: Holders, found: list[Located]
) -> dict[str, Claim]:
    """All claims in order of the text; faults are added to `found`."""
    said: dict[str, list[_Said]] = {}
    latest: dict[str, _Said] = {}
    early: list[tuple[str, _Said]] = []
    for unit in units:
        for statement in unit.statements:
            if not isinstance(statement, Voice):
                continue
            where = Where(unit, *statement.source)
            if not naming.knows(statement.claim):
                _unknown(where, str(statement.claim), naming, found)
                continue
            claim = naming.claim(unit, statement.claim)
            if statement.stance == "continues":
                host = latest.get(claim)
                if host is None:
                    _no_beginning(where, claim, found)
                else:
                    host.pieces.append(where)
                continue
            denied = tuple(naming.same.get(name, name) for name in statement.denied)
            one = _Said(where, statement.stance, denied)
            if statement.stance == "restates" and claim not in said:
                early.append((claim, one))
            else:
                said.setdefault(claim, []).append(one)
            if where.in_text:
                for name in (claim, *denied):
                    latest[name] = one
    for claim, one in reversed(early):
        said[claim].insert(0, one)
    generated = {name for names in naming.generated.values() for name in names}
    aliases: dict[str, list[str]] = {}
    for name, main in sorted(naming.same.items()):
        aliases.setdefault(main, []).append(name)
    return {
        claim: _claim(claim, claim in generated, ones, aliases.get(claim, ()), holders, found)
        for claim, ones in said.items()
    }


def _claim(
    claim: str,
    generated: bool,
    said: list[_Said],
    names: Sequence[str],
    holders: Holders,
    found: list[Located],
) -> Claim:
    tags: dict[str, None] = {}
    data: dict[str, tuple[str, Where]] = {}
    pairs: list[tuple[str, str]] = []
    for one in said:
        for where in one.pieces:
            if not where.in_text and where.unit.lines[where.index][1].form == "relation":
                continue
            tags.update(dict.fromkeys(where.head.names(".")))
            for attribute in where.head.of("key"):
                key, value = attribute.name, attribute.value
                if key in NOT_OF_CLAIMS:
                    continue
                if key in data and data[key][0] != value and key != "note":
                    _clash(where, key, data[key], found)
                elif key not in data or key == "note":
                    data.setdefault(key, (value, where))
                    pairs.append((key, value))
    wording = _wording(claim, said, found)
    _defined_twice(claim, said, found)
    return Claim(
        claim,
        generated,
        tuple(_occurrence(one, holders) for one in said),
        wording,
        tuple(tags),
        tuple(dict.fromkeys(pairs)),
        tuple(names),
    )


def _occurrence(one: _Said, holders: Holders) -> Occurrence:
    first = one.pieces[0]
    speakers, via = holders.of(first)
    label = first.head.label
    if not label:
        supports = any(a.sign in ("+", "&") for a in first.head.attributes)
        label = "premise" if supports else "claim"
    return Occurrence(tuple(one.pieces), one.stance, speakers, via, label, one.denied)


def _wording(claim: str, said: list[_Said], found: list[Located]) -> str:
    """The text of the map line with the claim's own name; else of one with another name."""
    lines = [one.pieces[0] for one in said if not one.pieces[0].in_text]
    texts = [(where, *_named_text(where, claim)) for where in lines]
    own = [(where, text) for where, text, is_own in texts if text and is_own]
    for where, text in own[1:]:
        if text != own[0][1]:
            first = own[0][0]
            found.append(
                faults.located(
                    "duplicate-id",
                    where,
                    faults.spot(where, claim),
                    f"`{claim}` already has another wording",
                    "Keep one of the two lines, or give this claim an id of its own.",
                    related=((first, faults.spot(first, claim), "the first wording"),),
                )
            )
    return own[0][1] if own else next((text for _, text, _ in texts if text), "")


def _named_text(where: Where, claim: str) -> tuple[str, bool]:
    line = where.unit.lines[where.index][1]
    return line.text, line.name is None or line.name.name == claim


def _defined_twice(claim: str, said: list[_Said], found: list[Located]) -> None:
    marks = [one.pieces[0] for one in said if one.stance == "asserts" and one.pieces[0].in_text]
    if len(marks) < 2:
        return
    first = marks[0]
    words = first.unit.words(first.mark.words)
    found += (
        faults.located(
            "duplicate-id",
            where,
            faults.spot(where, claim, "#"),
            f"the id `{claim}` is given a second time, to other words",
            f"Write `={claim}` if they say the same, or give them an id of their own.",
            related=((first, faults.spot(first, claim, "#"), "first given here"),),
        )
        for where in marks[1:]
        if where.mark.name or where.unit.words(where.mark.words) != words
    )


def _clash(where: Where, key: str, first: tuple[str, Where], found: list[Located]) -> None:
    value, place = first
    found.append(
        faults.located(
            "data-clash",
            where,
            faults.spot(where, key, ("key",)),
            f"`{key}` of this claim is already `{value[:60]}`",
            "Keep one of the two.",
            Severity.WARNING,
            ((place, faults.spot(place, key, ("key",)), "given here"),),
        )
    )


def _unknown(where: Where, name: str, naming: Naming, found: list[Located]) -> None:
    found.append(unknown_target(where, name, naming.defined))


def unknown_target(
    where: Where, name: str, known: frozenset[str] | Mapping[str, object]
) -> Located:
    """A name that no claim has, with the likeliest meant one."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1, cutoff=0.6) if len(known) < 5000 else []
    hint = (
        f"Did you mean `{close[0]}`?" if close else "Give a claim this id: `{claim #" + name + "}`."
    )
    span = faults.spot(where, name)
    return faults.located("unknown-target", where, span, f"no claim has the id `{name}`", hint)


def _no_beginning(where: Where, claim: str, found: list[Located]) -> None:
    found.append(
        faults.located(
            "fragment-without-beginning",
            where,
            faults.spot(where, claim, ("..",)),
            f"this continues `{claim}`, but no mark of it stands before",
            f"Mark the first piece with `#{claim}`; the later ones with `..{claim}`.",
        )
    )
