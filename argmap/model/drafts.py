"""Steps in the making: premises, target and all that was said of them, before they are merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from argmap.diagnostic import Severity
from argmap.model import faults
from argmap.model.faults import Faults
from argmap.model.values import SIGNS, Step, Where
from argmap.syntax.statements import NOTHING, About, StepRef


class Draft:
    """One step as it was written, or several that turned out to be the same. `own` are those of
    its premises whose own mark says so."""

    __slots__ = ("abouts", "into", "kind", "order", "own", "premises", "sources", "target")

    def __init__(
        self,
        kind: str,
        premises: list[str],
        target: str | StepRef | Draft,
        abouts: list[About],
        sources: list[Where],
        order: int,
    ) -> None:
        self.kind = kind
        self.premises = premises
        self.target = target
        self.abouts = abouts
        self.sources = sources
        self.order = order
        self.own = {premises[0]} if len(premises) == 1 and sources[0].is_own else set()
        self.into: Draft | None = None

    @property
    def name(self) -> str:
        for about in self.abouts:
            if about.name:
                return about.name
        return ""

    @property
    def is_aimed(self) -> bool:
        """Whether it is known what it aims at."""
        return not isinstance(self.target, StepRef)

    @property
    def target_label(self) -> str:
        """A short name for what it aims at, to tell it from other steps of a premise."""
        if isinstance(self.target, Draft):
            return self.target.name or self.target.premises[0]
        return self.target if isinstance(self.target, str) else self.target.premises[0]

    def aims_at(self, name: str) -> bool:
        if isinstance(self.target, Draft):
            return name == self.target.name or name in self.target.premises
        if isinstance(self.target, StepRef):
            return name in self.target.premises
        return name == self.target

    def join(self, premise: str, about: About, where: Where) -> None:
        if premise not in self.premises:
            self.premises.append(premise)
        if where.is_own:
            self.own.add(premise)
        self.abouts.append(about)
        self.sources.append(where)

    def absorb(self, other: Draft) -> None:
        other.into = self
        self.abouts += other.abouts
        self.sources += other.sources
        self.order = min(self.order, other.order)

    def merged_into(self) -> Draft:
        draft = self
        while draft.into is not None:
            draft = draft.into
        return draft


def merged(drafts: Sequence[Draft], found: Faults) -> list[Draft]:
    """The drafts with those of one kind, target and premises made one; a lone premise joins
    the linked step that contains it."""
    whole: dict[object, Draft] = {}
    for draft in drafts:
        first = whole.setdefault(identity(draft), draft)
        if first is not draft:
            first.absorb(draft)
    linked: defaultdict[object, list[Draft]] = defaultdict(list)
    for draft in whole.values():
        if len(draft.premises) > 1:
            for premise in draft.premises:
                linked[(draft.kind, _aim(draft), premise)].append(draft)
    kept: list[Draft] = []
    for draft in whole.values():
        hosts = (
            linked.get((draft.kind, _aim(draft), draft.premises[0]), ())
            if len(draft.premises) == 1
            else ()
        )
        if len(hosts) == 1:
            hosts[0].absorb(draft)
            continue
        if hosts:
            where = draft.sources[0]
            found.add(
                draft.premises[0],
                faults.located(
                    "ambiguous-step",
                    where,
                    faults.spot(where, draft.target_label),
                    f"`{draft.premises[0]}` is linked in {len(hosts)} steps towards "
                    f"`{draft.target_label}`, and it is not clear which one this means",
                    "Remove this relation, or write `&` with the premise it is linked to.",
                ),
            )
        kept.append(draft)
    return kept


def _aim(draft: Draft) -> object:
    return id(draft.target) if isinstance(draft.target, Draft) else draft.target


def identity(draft: Draft) -> object:
    """What drafts of the same step have in common."""
    if draft.kind == "contradict":
        return (draft.kind, frozenset((*draft.premises, str(draft.target))))
    return (draft.kind, _aim(draft), frozenset(draft.premises))


def finished(drafts: Sequence[Draft], found: Faults) -> list[Step]:
    """The steps of the drafts; an id is the written name, or one made of premises and target."""
    steps: dict[str, Step] = {}
    by_draft: dict[int, Step] = {}
    named: dict[str, Draft] = {}
    for draft in drafts:
        if draft.name:
            _name_once(draft, named, found)
    for draft in _targets_first(drafts):
        above = by_draft[id(draft.target)] if isinstance(draft.target, Draft) else None
        target = above.id if above else str(draft.target)
        root = above.root if above else target
        name = draft.name
        if name and named[name] is not draft:
            name = ""
        written = name or _made_name(draft, above, root)
        unique, count = written, 1
        while unique in steps:
            count += 1
            unique = f"{written}-{count}"
        step = _step(draft, unique, target, root, name, found)
        steps[unique] = by_draft[id(draft)] = step
    return [by_draft[id(draft)] for draft in drafts]


def _made_name(draft: Draft, above: Step | None, root: str) -> str:
    """`rust>close`; for an undercut the step in short, so that names stay short in a chain."""
    lone = len(draft.premises) == 1
    premises = draft.premises[0] if lone else "&".join(sorted(draft.premises))
    if above is None:
        return f"{premises}{SIGNS[draft.kind]}{root}"
    short = above.name or f"{'&'.join(sorted(above.premises))}>{root}"
    return f"{premises}_>({short})"


def _targets_first(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts so that each comes after the one it aims at."""
    below: defaultdict[int, list[Draft]] = defaultdict(list)
    ordered: list[Draft] = []
    for draft in drafts:
        if isinstance(draft.target, Draft):
            below[id(draft.target)].append(draft)
        else:
            ordered.append(draft)
    for draft in ordered:  # grows on the way
        ordered += below.get(id(draft), ())
    return ordered


def _name_once(draft: Draft, named: dict[str, Draft], found: Faults) -> None:
    if named.setdefault(draft.name, draft) is not draft:
        where = next(w for w, a in zip(draft.sources, draft.abouts, strict=True) if a.name)
        first = named[draft.name].sources[0]
        found.add(
            draft.premises[0],
            faults.located(
                "duplicate-id",
                where,
                faults.spot(where, draft.name),
                f"another step is already named `{draft.name}`",
                "Give this step a name of its own.",
                related=((first, first.span, "first given here"),),
            ),
        )


def _step(draft: Draft, unique: str, target: str, root: str, name: str, found: Faults) -> Step:
    if len(draft.abouts) == 1 and draft.abouts[0] == NOTHING:
        sources = tuple(draft.sources)
        return Step(unique, draft.kind, tuple(draft.premises), target, root, name, written=sources)
    scheme, weight = "", None
    speakers: dict[str, None] = {}
    tags: dict[str, None] = {}
    data: dict[str, str] = {}
    for about, where in zip(draft.abouts, draft.sources, strict=True):
        for key, old, new in (
            ("scheme", scheme, about.scheme),
            ("weight", weight, about.weight),
            *((key, data.get(key, ""), value) for key, value in about.data),
        ):
            if old and new and old != new:
                found.add(
                    draft.premises[0],
                    faults.located(
                        "data-clash",
                        where,
                        faults.spot(where, key, ("key",)),
                        f"`{key}` of this step is already `{old}`",
                        "Keep one of the two.",
                        Severity.WARNING,
                    ),
                )
        scheme = scheme or about.scheme
        weight = about.weight if weight is None else weight
        speakers.update(dict.fromkeys(about.speakers))
        tags.update(dict.fromkeys(about.tags))
        for key, value in about.data:
            data.setdefault(key, value)
    return Step(
        unique,
        draft.kind,
        tuple(draft.premises),
        target,
        root,
        name,
        scheme,
        weight,
        tuple(speakers),
        tuple(tags),
        tuple(data.items()),
        tuple(dict.fromkeys(draft.sources)),
    )
