"""What stands, why, and what if: claims set aside, granted, a speaker's side."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from argmap import edits
from argmap.document import Document
from argmap.evaluation.policy import MEANING, Policy
from argmap.evaluation.saved import KEY, BadWhatIf, WhatIf, named, names
from argmap.evaluation.standing import MARKS
from argmap.text import TextEdit
from argmap.tui import standing
from argmap.tui.commands import command
from argmap.tui.commands.claims import on_claim
from argmap.tui.desk import Desk
from argmap.tui.paint import shown, wrapped
from argmap.tui.prompts import Choice, Entry, Option

ON_TREE = ("tree", "map")
LONG = 70
"""Characters of a reason that stand behind the status; a longer one has lines of its own."""


@command("standing", "g r")
def toggle(desk: Desk, _: int) -> None:
    """Show what stands in the map, or hide it."""
    desk.standing.on = not desk.standing.on
    if desk.standing.on:
        policy = desk.standing.policy
        desk.say(f"{policy}: {MEANING[policy]}")


@command("why", "w", panes=ON_TREE, why_not=on_claim, hint="why")
def why(desk: Desk, _: int) -> None:
    """Why the claim stands in the map, or does not."""
    desk.standing.on = True
    claim = desk.tree.claim
    told = standing.told(desk, claim)
    title, reason = told.split(": ", 1) if len(told) > LONG else (told, "")
    rows = [standing.Because("", line) for line in wrapped(reason, LONG) if line]
    rows += standing.because(desk, claim)
    rows = rows or [standing.Because("", "nothing bears on it")]
    listed = [Option(str(number), one.text) for number, one in enumerate(rows)]

    def done(chosen: tuple[str, ...]) -> None:
        _go(desk, rows[int(chosen[0])].claim)

    desk.ask(Choice(title, listed, done))


def _go(desk: Desk, claim: str) -> None:
    if claim:
        desk.remember()
        desk.tree.reveal(desk.document, claim, unfold=True)
        desk.show_claim(claim)


def _change(desk: Desk, layer: WhatIf, title: str) -> None:
    """Another layer, and at once what it changes."""
    state = desk.standing
    state.on = True
    state.evaluation(desk.document)
    state.layer = layer
    state.evaluation(desk.document)
    flips = state.flipped
    if not flips:
        desk.say(f"{title}; no status changes")
        return
    told = ", ".join(
        f"{MARKS[one.first]}→{MARKS[one.second]} {standing.words(desk, one.claim)}"
        for one in flips[:2]
    )
    more = f" and {len(flips) - 2} more (g l lists them)" if len(flips) > 2 else ""
    desk.say(f"{title}: {told}{more}")


def _toggled(names: tuple[str, ...], claim: str) -> tuple[str, ...]:
    if claim in names:
        return tuple(name for name in names if name != claim)
    return (*names, claim)


@command("set-aside", "s", panes=ON_TREE, why_not=on_claim, hint="set aside")
def set_aside(desk: Desk, _: int) -> None:
    """Set the claim aside, as if nobody had said it; again: take it back."""
    claim, layer = desk.tree.claim, desk.standing.layer
    without = _toggled(layer.without, claim)
    grant = tuple(name for name in layer.grant if name != claim)
    title = "set aside" if claim in without else "no longer set aside"
    _change(desk, replace(layer, without=without, grant=grant), title)


@command("grant", "p", panes=ON_TREE, why_not=on_claim, hint="grant")
def grant(desk: Desk, _: int) -> None:
    """Grant the claim: it needs no reason; again: take it back."""
    claim, layer = desk.tree.claim, desk.standing.layer
    granted = _toggled(layer.grant, claim)
    without = tuple(name for name in layer.without if name != claim)
    title = "granted" if claim in granted else "no longer granted"
    _change(desk, replace(layer, without=without, grant=granted), title)


def _somebody(desk: Desk) -> str:
    return "" if desk.document.map.speakers else "nobody is named in this map"


@command("side", "b", panes=ON_TREE, why_not=_somebody)
def side(desk: Desk, _: int) -> None:
    """Take a speaker's side: what they assert is granted, what they deny set aside."""
    people = desk.document.map.speakers
    listed = [Option(one.id, shown(one.name), f"@{shown(one.id)}") for one in people.values()]
    nobody = Option("", "— nobody's")

    def done(chosen: tuple[str, ...]) -> None:
        who = chosen[0]
        title = f"on the side of {shown(people[who].name)}" if who else "on nobody's side"
        _change(desk, replace(desk.standing.layer, speaker=who), title)

    desk.ask(Choice("Whose side?", [*listed, nobody], done))


def _tags(desk: Desk) -> list[str]:
    """The tags of claims, in order of the text."""
    claims = desk.document.map.claims.values()
    return [*dict.fromkeys(tag for claim in claims for tag in claim.tags)]


def _two_tags(desk: Desk) -> str:
    return "" if len(_tags(desk)) > 1 else "values are tags (t): claims here have fewer than two"


@command("audience", "z v", panes=ON_TREE, why_not=_two_tags)
def audience(desk: Desk, _: int) -> None:
    """Put values (tags) in an order: objections of lower ones do not count against higher ones."""

    def done(chosen: tuple[str, ...]) -> None:
        values = tuple(one for one in chosen if one)
        told = f"for an audience: {shown(' before '.join(values))}" if values else "for everybody"
        _change(desk, replace(desk.standing.layer, audience=values), told)

    listed = [Option(tag, shown(tag)) for tag in _tags(desk)]
    everybody = Option("", "— all are worth the same")
    desk.ask(Choice("The highest value first:", [*listed, everybody], done, several=True))


@command("policy", "z p", panes=ON_TREE)
def policy(desk: Desk, _: int) -> None:
    """Another policy: balanced, strict or lenient."""
    order = [*Policy]
    new = order[(order.index(desk.standing.policy) + 1) % len(order)]
    _change(desk, replace(desk.standing.layer, policy=str(new)), str(new))


def _given(desk: Desk) -> str:
    layer = desk.standing.layer
    plain = not (layer.without or layer.grant or layer.speaker or layer.audience)
    return "nothing is set aside or granted" if plain else ""


@command("as-written", "z n", panes=ON_TREE, why_not=_given)
def as_written(desk: Desk, _: int) -> None:
    """Nothing set aside, nothing granted, nobody's side."""
    _change(desk, WhatIf(policy=desk.standing.layer.policy), "as written")


def _any_flip(desk: Desk) -> str:
    return "" if desk.standing.flipped else "the last change changed no status"


@command("flipped", "g l", panes=ON_TREE, why_not=_any_flip)
def flipped(desk: Desk, _: int) -> None:
    """What the last change flipped; Enter goes there."""
    listed = [
        Option(
            one.claim,
            f"{MARKS[one.first]} → {MARKS[one.second]} {shown(desk.document.wording(one.claim))}",
        )
        for one in desk.standing.flipped
    ]
    desk.ask(Choice("Flipped:", listed, lambda chosen: _go(desk, chosen[0])))


@command("what-if", "z i", panes=ON_TREE)
def what_if(desk: Desk, _: int) -> None:
    """Take up a what-if that is kept in the file."""
    try:
        known = names(desk.document)
    except BadWhatIf as bad:
        desk.say(shown(f"line {bad.line}: {bad}"), "error")
        return
    if not known:
        desk.say("none is kept here; z I keeps what is set aside and granted", "warning")
        return

    def done(chosen: tuple[str, ...]) -> None:
        try:
            layer = named(desk.document, chosen[0])
        except BadWhatIf as bad:
            desk.say(shown(f"line {bad.line}: {bad}"), "error")
            return
        _change(desk, layer, shown(chosen[0]))

    listed = [Option(name, shown(name), shown(_said(desk, name))) for name in known]
    desk.ask(Choice("What if:", listed, done))


def _said(desk: Desk, name: str) -> str:
    """What a kept what-if changes, or what is wrong with it."""
    try:
        return _told(named(desk.document, name))
    except BadWhatIf as bad:
        return str(bad)


def _told(layer: WhatIf) -> str:
    parts = [f"without {', '.join(layer.without)}"] if layer.without else []
    parts += [f"granted {', '.join(layer.grant)}"] if layer.grant else []
    parts += [f"as {layer.speaker}"] if layer.speaker else []
    parts += [f"for an audience: {' before '.join(layer.audience)}"] if layer.audience else []
    return "; ".join([*parts, *([layer.policy] if layer.policy else [])])


def _named(claim: str, document: Document) -> tuple[TextEdit, ...]:
    """An id made of words changes with them, so it is written before something refers to it."""
    return edits.name(document, claim)


@command("keep-what-if", "z I", panes=ON_TREE, why_not=_given)
def keep(desk: Desk, _: int) -> None:
    """Keep what is set aside and granted in the file, by a name."""

    layer = desk.standing.layer

    def done(name: str) -> None:
        ids = [partial(_named, claim) for claim in (*layer.without, *layer.grant)]
        desk.change(
            f"kept as {shown(name)}",
            *ids,
            lambda document: edits.save_entry(document, KEY, name.strip(), layer.entries()),
        )

    check = lambda text: "" if text.strip() else "a name is needed"  # noqa: E731
    desk.ask(Entry("Keep this as:", done, check=check, hint="in the front matter of the file"))
