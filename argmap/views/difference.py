"""What changed between two maps, in words of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Claim, Step


class Change(NamedTuple):
    """`what` is article, claim, step or speaker; `how` added, removed, renamed or changed."""

    what: str
    how: str
    name: str
    message: str


def difference(old: Document, new: Document) -> tuple[Change, ...]:
    """All changes of the map, claims first. Moved marks of the same words are no change."""
    renamed = _renamed(old, new)
    return (
        *_article(old, new),
        *_claims(old, new, renamed),
        *_steps(old, new, renamed),
        *_speakers(old, new),
    )


def _article(old: Document, new: Document) -> Iterator[Change]:
    if old.article != new.article:
        yield Change("article", "changed", "", "the article's own words differ")


def _renamed(old: Document, new: Document) -> dict[str, str]:
    """From ids that are gone to new ids of a claim in the same words, where that is clear."""
    gone = [claim for claim in old.map.claims if claim not in new.map.claims]
    came = [claim for claim in new.map.claims if claim not in old.map.claims]
    words: dict[tuple[str, ...], list[str]] = {}
    for claim in came:
        words.setdefault(_words(new, new.map.claims[claim]), []).append(claim)
    found: dict[str, str] = {}
    for claim in gone:
        same = words.get(_words(old, old.map.claims[claim]), [])
        if same:
            found[claim] = same.pop(0)
    return found


def _words(document: Document, claim: Claim) -> tuple[str, ...]:
    marks = tuple(document.words(one) for one in claim.occurrences if one.in_text)
    return marks or (document.wording(claim.id),)


def _claims(old: Document, new: Document, renamed: dict[str, str]) -> Iterator[Change]:
    for claim in old.map.claims:
        other = renamed.get(claim, claim)
        if other not in new.map.claims:
            yield Change("claim", "removed", claim, f"“{old.wording(claim)}”")
            continue
        if other != claim:
            yield Change("claim", "renamed", claim, f"is now #{other}")
        for what, before, after in zip(
            ("words", "wording", "held by", "stances", "tags", "data", "other names"),
            _facts(old, claim),
            _facts(new, other),
            strict=True,
        ):
            if before != after:
                message = f"{what}: {before or 'none'} → {after or 'none'}"
                yield Change("claim", "changed", other, message)
    for claim in new.map.claims:
        if claim not in old.map.claims and claim not in renamed.values():
            yield Change("claim", "added", claim, f"“{new.wording(claim)}”")


def _facts(document: Document, name: str) -> tuple[str, ...]:
    claim = document.map.claims[name]
    marks = [one for one in claim.occurrences if one.in_text]
    held = (
        " ".join([*(f"@{who}" for who in one.speakers), *(f"via @{who}" for who in one.via)])
        for one in claim.occurrences
    )
    return (
        " | ".join(f"“{document.words(one)}”" for one in marks),
        claim.wording,
        " | ".join(one for one in held if one),
        " ".join(
            f"{one.stance} {' '.join(one.denied)}".strip() + f" ({one.label})"
            for one in claim.occurrences
        ),
        " ".join(f".{tag}" for tag in sorted(claim.tags)),
        " ".join(f"{key}={value}" for key, value in sorted(claim.data)),
        " ".join(claim.names),
    )


def _steps(old: Document, new: Document, renamed: dict[str, str]) -> Iterator[Change]:
    before = {_key(step, old, renamed): step for step in old.map.steps.values()}
    after = {_key(step, new, {}): step for step in new.map.steps.values()}
    for key, step in before.items():
        other = after.get(key)
        if other is None:
            yield Change("step", "removed", step.id, _told(step))
        elif _about(step) != _about(other):
            message = f"{_about(step) or 'none'} → {_about(other) or 'none'}"
            yield Change("step", "changed", other.id, message)
    for key, step in after.items():
        if key not in before:
            yield Change("step", "added", step.id, _told(step))


def _key(step: Step, document: Document, renamed: dict[str, str]) -> object:
    """What makes two steps the same: kind, premises, and what they aim at in the end."""
    names: list[object] = []
    seen = step
    while True:
        ends = {renamed.get(name, name) for name in seen.premises}
        names.append((seen.kind, frozenset(ends)))
        if seen.kind != "undercut":
            target = renamed.get(seen.target, seen.target)
            if seen.kind == "contradict":
                return (seen.kind, frozenset({*ends, target}), tuple(names[:-1]))
            return (target, tuple(names))
        seen = document.map.steps[seen.target]


def _told(step: Step) -> str:
    verb = {"contradict": "contradicts"}.get(step.kind, f"{step.kind}s")
    return f"{' & '.join(f'#{name}' for name in step.premises)} {verb} {step.target}"


def _about(step: Step) -> str:
    found = [("scheme", step.scheme), ("weight", step.weight), *step.data]
    facts = [f"{key}={value}" for key, value in found if value not in ("", None)]
    facts += [f"@{who}" for who in step.speakers] + [f".{tag}" for tag in step.tags]
    return " ".join([*([f"#{step.name}"] if step.name else []), *facts])


def _speakers(old: Document, new: Document) -> Iterator[Change]:
    before, after = old.map.speakers, new.map.speakers
    for name, speaker in before.items():
        if name not in after:
            yield Change("speaker", "removed", name, speaker.name)
            continue
        other = after[name]
        for what, was, now in (
            ("names", " | ".join(speaker.names), " | ".join(other.names)),
            ("data", str(dict(speaker.data)), str(dict(other.data))),
        ):
            if was != now:
                yield Change("speaker", "changed", name, f"{what}: {was} → {now}")
    for name in after:
        if name not in before:
            yield Change("speaker", "added", name, after[name].name)
