"""Which steps are written as relations, and which as arguments with a structure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.document import Document
from argmap.formats.argdown.naming import ARGUMENT, KIND, PART, RELATION, TITLE
from argmap.formats.argdown.relating import LOGICAL
from argmap.model.values import Claim, Step

STRICT = {"support": "entails", "contradict": "contrary"}


@dataclass(frozen=True)
class Structures:
    """`arguments` are claims written as arguments. `plain` are steps written as a relation of one
    claim to another. `gists` are the arguments that stand for a whole structure, by step; they are
    no premises in it. `parts` are the steps within the structure of another one, by that one, and
    `within` tells it of each of them. `strict` says that relations of statements are logical."""

    arguments: frozenset[str]
    plain: frozenset[str]
    gists: Mapping[str, str]
    parts: Mapping[str, Sequence[Step]]
    within: Mapping[str, str]
    strict: bool

    def sign(self, step: Step) -> str:
        """How a plain step is written above its premise."""
        if step.kind == "contradict":
            return "-" if self.strict and dict(step.data).get(RELATION) == "contrary" else "><"
        return {"support": "+", "attack": "-", "undercut": "_"}[step.kind]


def structures(document: Document) -> Structures:
    steps = document.map.steps.values()
    gists = _gists(document)
    arguments = _arguments(document, gists)
    strict = _is_strict(document, arguments)
    plain = frozenset(
        step.id
        for step in steps
        if _is_bare(step)
        and (not document.map.onto(step.id) or _argues(step, arguments))
        and (not strict or _logical(step, arguments))
    )
    parts = _parts(document, plain)
    within = {one.id: main for main, chain in parts.items() for one in chain}
    return Structures(arguments, plain, gists, parts, within, strict)


def _gists(document: Document) -> dict[str, str]:
    """By step the claim that stands for all of its structure: an argument that only joins it."""
    found: dict[str, str] = {}
    for step in document.map.steps.values():
        if step.kind != "support" or len(step.premises) < 2:
            continue
        for name in step.premises:
            claim = document.map.claims[name]
            alone = len(document.map.out(name)) == 1 and not document.map.holders(name)
            bare = claim.tags in ((), ("implicit",))
            if claim.get(KIND) == ARGUMENT and alone and bare and _is_of(claim, step):
                found.setdefault(step.id, name)
    return found


def _is_of(claim: Claim, step: Step) -> bool:
    """Whether a claim has the title of the structure that it stands for."""
    title = dict(step.data).get(TITLE)
    if title or claim.get(TITLE):
        return title == claim.get(TITLE)
    stem, _, number = step.name.rpartition("-")
    return step.name == claim.id or (stem == claim.id and number.isdecimal())


def _arguments(document: Document, gists: Mapping[str, str]) -> frozenset[str]:
    """The claims that are arguments and no statements, as far as Argdown has a place for them:
    they contradict statements only, and are lines of no structure."""
    found = {claim.id for claim in document.map.claims.values() if claim.get(KIND) == ARGUMENT}
    for step in document.map.steps.values():
        if step.kind == "contradict" and found.issuperset((*step.premises, step.target)):
            found -= {*step.premises, step.target}
        if not _is_bare(step):
            found -= {name for name in step.premises if name != gists.get(step.id)}
    return frozenset(found)


def _argues(step: Step, arguments: frozenset[str]) -> bool:
    """Whether undercuts of a step can be written as those of an argument."""
    return step.premises[0] in arguments and step.kind in ("support", "attack")


def _is_strict(document: Document, arguments: frozenset[str]) -> bool:
    """Whether relations of statements are written as logical ones: the front matter says so, or
    all of them have such names."""
    model = document.front.entries.get("model")
    if model is not None:
        return isinstance(model, dict) and model.get("mode") == "strict"
    bare = [one for one in document.map.steps.values() if _is_bare(one)]
    named = any(dict(one.data).get(RELATION) for one in bare)
    return named and all(_logical(one, arguments) for one in bare)


def _is_bare(step: Step) -> bool:
    """Whether a step says no more than a relation can."""
    data = dict(step.data)
    if data.get(RELATION) in LOGICAL:  # in a text that is not strict, that name is lost
        del data[RELATION]
    more = step.name or step.scheme or step.speakers or step.tags or data
    return len(step.premises) == 1 and not more and step.weight is None


def _logical(step: Step, arguments: frozenset[str]) -> bool:
    """Whether a relation is read as what it is in strict mode."""
    if step.kind == "undercut" or not arguments.isdisjoint((*step.premises, step.target)):
        return True
    kept = dict(step.data).get(RELATION)
    return kept == STRICT.get(step.kind) or (step.kind == "contradict" and not kept)


def _parts(document: Document, plain: frozenset[str]) -> Mapping[str, Sequence[Step]]:
    """The steps that belong into the structure of another step."""
    steps = document.map.steps.values()
    mains = {dict(one.data).get(TITLE) or one.name: one for one in steps if one.kind == "support"}
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for step in steps:
        part = dict(step.data).get(PART)
        main = mains.get(part) if part else None
        bare = step.kind == "support" and not (step.tags or step.name or step.speakers)
        undercut = all(one.id in plain for one in document.map.onto(step.id))
        if main and main is not step and bare and undercut and main.id not in plain:
            found[main.id].append(step)
    return {
        main: chain
        for main, chain in found.items()
        if _joined(chain, document.map.steps[main])
        and PART not in dict(document.map.steps[main].data)
    }


def _joined(chain: Sequence[Step], main: Step) -> bool:
    """Whether each step of a chain leads to a premise of a later one."""
    later = set(main.premises)
    for step in reversed(chain):
        if step.target not in later or step.target == main.target:
            return False
        later.update(step.premises)
    return True
