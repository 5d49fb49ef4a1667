"""What-ifs that are kept by name in the front matter.

what-if:
  without the rust: {without: [rust], grant: [old]}
  as the engineer: {as: lind, policy: strict}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.document import Document
from argmap.evaluation.policy import Given, Policy
from argmap.evaluation.sides import side
from argmap.evaluation.standing import Evaluation, evaluate
from argmap.strictyaml.scalar import place

KEY = "what-if"
ENTRIES = ("without", "grant", "as", "policy", "audience")


class BadWhatIf(ValueError):
    """An entry says something that cannot be; `line` and `column` count from 1 in the file."""

    def __init__(self, message: str, value: object, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column = place(value)
        self.hint = hint


@dataclass(frozen=True)
class WhatIf:
    """A layer over a map: claims set aside and granted, a speaker's side, a policy (empty: as
    asked for elsewhere), values that an audience puts in an order. Names are ids of the map."""

    without: tuple[str, ...] = ()
    grant: tuple[str, ...] = ()
    speaker: str = ""
    policy: str = ""
    audience: tuple[str, ...] = ()

    def given(self, document: Document) -> Given:
        """What is set aside and granted in all; what is said of one claim goes before a side."""
        taken = side(document.map, self.speaker).given if self.speaker else Given()
        aside = (taken.aside - set(self.grant)) | set(self.without)
        granted = (taken.granted - set(self.without)) | set(self.grant)
        of_side = (taken.aside | taken.granted) - set(self.without) - set(self.grant)
        return Given(aside, granted, self.speaker, of_side, self.audience)

    def of(self, document: Document) -> Evaluation:
        policy = Policy(self.policy) if self.policy else Policy.BALANCED
        return evaluate(document.map, policy, self.given(document))

    def entries(self) -> dict[str, Any]:
        """What is written into the front matter."""
        found = {
            "without": list(self.without),
            "grant": list(self.grant),
            "as": self.speaker,
            "policy": self.policy,
            "audience": list(self.audience),
        }
        return {key: value for key, value in found.items() if value}


def names(document: Document) -> tuple[str, ...]:
    """The names of the what-ifs of a file. Raises BadWhatIf where the entry names none."""
    return tuple(str(name) for name in _entries(document))


def _entries(document: Document) -> Mapping[str, object]:
    entry = document.front.entries.get(KEY, {})
    if not isinstance(entry, Mapping):
        raise BadWhatIf(f"`{KEY}` should name what-ifs, each with what it changes", entry)
    return entry


def named(document: Document, name: str) -> WhatIf:
    """The what-if of that name. Raises BadWhatIf where there is none, or where it names a claim
    or speaker that the map does not have."""
    found = _entries(document)
    for key, value in found.items():
        if key == name:
            return _what_if(document, key, value)
    there = f"There are: {', '.join(found)}." if found else "None is kept here."
    raise BadWhatIf(f"no what-if is called `{name[:60]}`. {there}", None)


def _what_if(document: Document, name: object, value: object) -> WhatIf:
    if not isinstance(value, Mapping):
        raise BadWhatIf(f"the what-if `{name}` says nothing that can be changed", name, HINT)
    for key in value:
        if key not in ENTRIES:
            raise BadWhatIf(f"a what-if has no `{key}`", key, HINT)
    found = document.map
    claims = {
        key: tuple(_claim(document, one, name) for one in _list(value.get(key)))
        for key in ("without", "grant")
    }
    speaker = value.get("as", "")
    if speaker and (not isinstance(speaker, str) or speaker not in found.speakers):
        raise BadWhatIf(f"the what-if `{name}` takes the side of nobody in this map", speaker)
    policy = value.get("policy", "")
    if policy and policy not in [*Policy]:
        raise BadWhatIf(f"`{policy}` is no policy", policy, "balanced, strict or lenient")
    audience = tuple(_tag(document, one, name) for one in _list(value.get("audience")))
    return WhatIf(claims["without"], claims["grant"], str(speaker), str(policy), audience)


HINT = (
    "It may have `without` and `grant` (lists of ids), `as` (a speaker), `policy`, and "
    "`audience` (tags)."
)


def _list(value: object) -> list[object]:
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def _tag(document: Document, value: object, name: object) -> str:
    if not any(value in claim.tags for claim in document.map.claims.values()):
        told = f"the what-if `{name}` names the tag `{str(value)[:60]}`, which no claim here has"
        raise BadWhatIf(told, value)
    return str(value)


def _claim(document: Document, value: object, name: object) -> str:
    wanted = str(value)
    found = document.map.same.get(wanted, wanted)
    if not isinstance(value, str) or found not in document.map.claims:
        raise BadWhatIf(
            f"the what-if `{name}` names `{wanted[:60]}`, which is no claim here", value
        )
    return found
