"""What Argdown says as a graph: statements and sketched arguments become claims, structures
become steps, and relations steps of one premise."""

from __future__ import annotations

from argmap.formats.argdown.arguing import Arguments
from argmap.formats.argdown.naming import (
    GROUP,
    RELATION,
    SOURCE,
    Groups,
    pairs,
    tagged,
    titled,
)
from argmap.formats.argdown.relating import related
from argmap.formats.argdown.values import STATEMENT, Argdown, Member, Statement
from argmap.formats.graph import Claim, Graph, Pairs, Restatement
from argmap.formats.ledger import Ledger
from argmap.formats.speaking import FRONT, People

PROSE = "a paragraph without title and relations; kept as text"


def graph(said: Argdown, ledger: Ledger) -> Graph:
    """The graph. The ledger meets statements, arguments, inferences, relations, headings, tags,
    data, and what is no part of a map."""
    for fault in said.faults:
        hint = f" ({fault.hint})" if fault.hint else ""
        ledger.warn(f"line {fault.line}, column {fault.column}: {fault.message}{hint}")
    ledger.met("statements", len(said.statements))
    ledger.met("arguments", len(said.arguments))
    ledger.met("relations", len(said.relations))
    _apart(said, ledger)
    people, groups = People(said.front), Groups(said)
    prose = _prose(said)
    ledger.changed("statements", PROSE, count=len(prose))
    claims: list[tuple[int, Claim]] = []
    again: list[Restatement] = []
    for one in said.statements.values():
        if one.title not in prose:
            claims += _claims(one, people, groups, ledger, again)
    arguments = Arguments(said, people, groups, ledger)
    claims += arguments.claims
    steps = related(said, arguments, ledger)
    claims += arguments.gists
    text = _text(said, prose, groups)
    for section in said.sections.values():
        ledger.met("headings")
        if section.id in groups.used:
            ledger.kept("headings")
        else:
            ledger.dropped("headings", "nothing of the map stands under them", section.title)
    front = {key: value for key, value in said.front.items() if not people.told or key != FRONT}
    ordered = sorted(claims, key=lambda pair: pair[0])
    return Graph(
        tuple(_with_names(claim, arguments.kept_names) for _, claim in ordered),
        tuple(steps),
        people.all,
        text,
        front,
        (),
        tuple(again),
    )


def _with_names(claim: Claim, names: dict[str, list[str]]) -> Claim:
    """The claim with the unknown relations that come from it."""
    told = ", ".join(names.get(claim.key, ()))
    return claim._replace(data=(*claim.data, (RELATION, told))) if told else claim


def _apart(said: Argdown, ledger: Ledger) -> None:
    """What stands beside the map."""
    why = {
        "comments": (said.comments, "they are no part of the map"),
        "emphasis": (said.emphasis, "claims are plain text"),
    }
    for unit, (count, reason) in why.items():
        ledger.met(unit, count)
        ledger.dropped(unit, reason, count=count)


def _claims(
    one: Statement, people: People, groups: Groups, ledger: Ledger, again: list[Restatement]
) -> list[tuple[int, Claim]]:
    """The claim, and others for its other wordings."""
    wording = one.canonical.wording or one.canonical.text or one.title
    key = f"s:{one.title}"
    data = {**dict(pairs(one.data, ledger, (GROUP,))), **dict(_links(one.members))}
    sayings = [saying for member in one.members if (saying := people.saying(member.data))]
    claim = Claim(
        key,
        wording,
        tuple(dict.fromkeys(sayings)),
        "" if one.untitled else one.title,
        "",
        tagged(one.tags, ledger),
        (*titled(one.title, untitled=one.untitled), *data.items(), *groups.of(one.section)),
        "statements",
    )
    line = one.members[0].line
    found = [(line, claim)]
    seen = {wording}
    for member in one.members:
        words = member.wording
        if words and words not in seen:
            seen.add(words)
            other = f"{key}\n{len(seen)}"
            ledger.met("other wordings")
            again.append(Restatement(other, key, "other wordings"))
            found.append((line, Claim(other, words, unit="")))
    return found


def _links(members: tuple[Member, ...]) -> Pairs:
    links = dict.fromkeys(link for member in members for link in member.links)
    return ((SOURCE, " ".join(links)),) if links else ()


def _prose(said: Argdown) -> set[str]:
    """Paragraphs that are no part of the map: the untitled ones that nothing is related to."""
    related = {end for one in said.relations for end in (one.source, one.target)}
    used = {end.title for end in related if end.type == STATEMENT}
    used.update(row.member.title for one in said.arguments.values() for row in one.rows)
    return {
        one.title
        for one in said.statements.values()
        if one.untitled
        and one.title not in used
        and one.members[0].top
        and not one.tags
        and not one.data
    }


def _text(said: Argdown, prose: set[str], groups: Groups) -> str:
    """The prose with the headings it stands under."""
    blocks: list[str] = []
    path: list[str] = []
    for one in said.statements.values() if prose else ():
        if one.title not in prose:
            continue
        member = one.members[0]
        above: list[str] = []
        section = member.section
        while section in said.sections:
            above.append(section)
            section = said.sections[section].parent
        above.reverse()
        groups.of(member.section)
        new = [said.sections[name] for name in above if name not in path]
        path = above
        blocks += ("#" * heading.level + " " + heading.title for heading in new)
        blocks.append(member.wording or member.text)
    return "\n\n".join(blocks) + "\n" if blocks else ""
