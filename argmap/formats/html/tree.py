"""The argument tree as a flat list, which the script folds, and all that is known of each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.formats.html.article import passage
from argmap.formats.html.facts import Facts
from argmap.formats.html.safe import classes, told
from argmap.formats.html.walk import Row
from argmap.model.values import Claim, Occurrence, Step

DEEPEST = 24
"""Levels that are indented. A browser nests elements only some hundred levels deep, so the rows
are no lists in lists: `data-l` has their level."""
CHUNK = 100
LONG = 1000
"""Characters of a claim that stands in the article which are shown beside it."""
WORDS = {
    "support": ("+", "reason for"),
    "attack": ("−", "objection to"),
    "undercut": ("⤬", "undercuts the step from"),
    "contradict": ("≠", "contradicts"),
}


class Tree:
    """Makes the rows of the tree."""

    def __init__(self, facts: Facts, rows: Sequence[Row]) -> None:
        self.facts = facts
        self.rows = rows

    def html(self) -> Iterator[str]:
        """Lists of some rows each: what of them is not in view costs a browser nothing."""
        for start in range(0, len(self.rows), CHUNK):
            yield "<ol>\n"
            yield from self._some(self.rows[start : start + CHUNK])
            yield "</ol>\n"

    def _some(self, rows: Iterable[Row]) -> Iterator[str]:
        for row in rows:
            claim = self.facts.map.claims[row.claim]
            number = self.facts.number[row.claim]
            voices = self.facts.map.holders(row.claim)
            look = classes(
                (
                    "r",
                    f"d{min(row.depth, DEEPEST)}",
                    row.kind or "root",
                    self.facts.colour(voices),
                    f"x-{row.among}" if row.among else "",
                    "see" if row.again else "",
                )
            )
            held = " ".join(str(self.facts.speaker[name]) for name in voices)
            name = "" if row.again else f' id="t{number}"'
            yield (
                f'<li class="{look}"{name} data-c="{number}" data-l="{row.depth}" data-h="{held}">'
                f'<span class="f" aria-hidden="true"></span>{self._sign(row)}'
                f"{self._number(claim, number, voices)}"
                f'<span class="w" dir="auto">{told(self._words(claim))}</span> '
                f'<span class="by">{self._by(claim, voices)}</span>'
                f"{self._status(claim.id)}{self._rest(row, claim, number)}</li>\n"
            )

    def _sign(self, row: Row) -> str:
        if not row.step:
            return ""
        sign, words = WORDS[row.kind]
        step = self.facts.map.steps[row.step]
        about = step.target
        if row.kind == "undercut":
            aimed = self.facts.map.steps[step.target]
            ends = [*aimed.premises, aimed.target if aimed.kind != "undercut" else aimed.root]
            what = " to ".join(
                " and ".join(str(self.facts.number[one]) for one in part)
                for part in (ends[:-1], ends[-1:])
            )
        else:
            if row.kind == "contradict" and about == row.claim:
                about = step.premises[0]
            what = str(self.facts.number[about])
        with_ = "and" if row.among in ("middle", "last") else sign
        also = "together, " if row.among else ""
        seen = f'<span class="g" aria-hidden="true">{with_}</span>'
        return f'{seen}<span class="vh">{also}{words} {what}: </span>'

    def _number(self, claim: Claim, number: int, voices: tuple[str, ...]) -> str:
        """The number, which leads to the first passage, and the speakers' initials."""
        short = told(self.facts.short(voices))
        tag = (
            f'{number}<span class="in" aria-hidden="true"> {short}</span>' if short else f"{number}"
        )
        if claim.in_text:
            return f'<a class="no" href="#{passage(number, 1)}">{tag}</a> '
        return f'<span class="no">{tag}</span> '

    def _words(self, claim: Claim) -> str:
        """What the claim says; long words that stand in the article are cut."""
        words = self.facts.wordings[claim.id]
        return _cut(words) if claim.in_text else words

    def _status(self, claim: str) -> str:
        sign, word = self.facts.status(claim)
        return f' <span class="st st-{word.split()[-1]}">{sign} {word}</span>' if word else ""

    def _rest(self, row: Row, claim: Claim, number: int) -> str:
        """What is seen when the row is chosen."""
        if row.again:
            where = "leads back to itself" if row.ring else "in full elsewhere"
            step = self.facts.map.steps[row.step] if row.step else None
            more = list(self._step(step)) if step else []
            return f' <a class="to" href="#t{number}">↑ {where}</a>' + _listed(more)
        told_ = [*self._said(claim, number), *self._claim(claim)]
        if row.step and row.among in ("", "first"):
            told_ += self._step(self.facts.map.steps[row.step])
        return self._places(claim, number) + _listed(told_)

    def _by(self, claim: Claim, voices: tuple[str, ...]) -> str:
        """Who holds it; where others stand in the article, also that it does not."""
        outside = self.facts.mixed and not claim.in_text
        if outside and not voices:
            return "not in the article"
        return self.facts.names(voices) + ("; not in the article" if outside else "")

    def _places(self, claim: Claim, number: int) -> str:
        count = sum(said.in_text for said in claim.occurrences)
        if count < 2:
            return ""
        links = " ".join(
            f'<a href="#{passage(number, at)}" data-at="{at}">{at}</a>'
            for at in range(1, count + 1)
        )
        return f' <span class="ps">{count} passages: {links}</span>'

    def _claim(self, claim: Claim) -> Iterator[tuple[str, str]]:
        yield "name", "#" + told(claim.id)
        if claim.names:
            yield "also named", ", ".join("#" + told(name) for name in claim.names)
        if claim.tags:
            yield "tags", ", ".join(map(told, claim.tags))
        yield from ((told(key), told(value)) for key, value in claim.data)

    def _said(self, claim: Claim, number: int) -> Iterator[tuple[str, str]]:
        """Who says it where, as far as the row itself does not tell."""
        wording = self.facts.wordings[claim.id]
        at = 0
        for said in claim.occurrences:
            at += said.in_text
            words = self.facts.words(said)
            voice = self._voice(said)
            alone = len(claim.occurrences) == 1 or not said.in_text
            if words == wording and not voice and alone:  # the row says so itself
                continue
            if not words and not voice:
                continue
            link = f'<a href="#{passage(number, at)}">{at}</a> ' if said.in_text else ""
            by = f" – {self.facts.names(said.speakers)}" if said.speakers else ""
            yield (
                "passage" if said.in_text else "wording",
                f"{link}“<bdi>{told(_cut(words) if said.in_text else words)}</bdi>”{by}{voice}",
            )

    def _voice(self, said: Occurrence) -> str:
        """How it is said: reported by others, as a denial, again."""
        found = ""
        if said.via:
            found += f", via {self.facts.names(said.via)}"
        if said.denied:
            known = [
                self.facts.number.get(self.facts.map.same.get(name, name)) for name in said.denied
            ]
            denied = " and ".join(str(one) for one in known if one)
            found += f", denying {denied}" if denied else ""
        return found + (", said again" if said.stance == "restates" else "")

    def _step(self, step: Step) -> Iterator[tuple[str, str]]:
        """What is known of the step that the row stands here for."""
        if step.name:
            yield "step", "#" + told(step.name)
        if step.scheme:
            yield "scheme", told(step.scheme)
        if step.weight is not None:
            yield "weight", f"{step.weight:g}"
        if step.speakers:
            yield "argued by", self.facts.names(step.speakers)
        if step.tags:
            yield "tags of the step", ", ".join(map(told, step.tags))
        yield from ((f"{told(key)} of the step", told(value)) for key, value in step.data)
        if self.facts.standing is not None:
            yield "the step is", told(self.facts.standing.activity[step.id])


def _cut(words: str) -> str:
    return words[: LONG - 1] + "…" if len(words) > LONG else words


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and values, both as HTML."""
    told_ = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs)
    return f'<dl class="more">{told_}</dl>' if told_ else ""
