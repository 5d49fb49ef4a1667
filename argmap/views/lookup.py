"""Finds the claim or speaker that a person names."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.document import Document
from argmap.syntax.names import normal


class Unknown(ValueError):
    """No claim, speaker or tag has that name; the message says which is likely meant, and
    `likeness` how like it is, 0 to 1."""

    def __init__(self, message: str, likeness: float = 0) -> None:
        super().__init__(message)
        self.likeness = likeness


def claim(document: Document, name: str) -> str:
    """The id of the claim with that id, or with that other name. Raises Unknown."""
    wanted = normal(name.removeprefix("#"))
    found = document.map.same.get(wanted, wanted)
    if found in document.map.claims:
        return found
    raise _unknown("claim", wanted, {**document.map.claims, **document.map.same})


def speaker(document: Document, name: str) -> str:
    """The id of the speaker with that id or written name; case does not count. Raises Unknown."""
    wanted = normal(name.removeprefix("@"))
    speakers = document.map.speakers
    if wanted in speakers:
        return wanted
    known: dict[str, str] = {}
    for one in speakers.values():
        for written in (one.id, *one.names):
            known.setdefault(written.casefold(), one.id)
    if wanted.casefold() in known:
        return known[wanted.casefold()]
    raise _unknown("speaker", wanted, {**known, **dict.fromkeys(speakers)})


def tag(document: Document, name: str) -> str:
    """The tag, without its dot, if a claim has it. Raises Unknown."""
    wanted = normal(name.removeprefix("."))
    known = dict.fromkeys(tag for claim in document.map.claims.values() for tag in claim.tags)
    if wanted in known:
        return wanted
    raise _unknown("tag", wanted, known)


def _unknown(kind: str, name: str, known: Mapping[str, object]) -> Unknown:
    from difflib import SequenceMatcher, get_close_matches

    close = get_close_matches(name, list(known)[:5000], n=1, cutoff=0.5)
    hint = f" Did you mean `{close[0]}`?" if close else ""
    likeness = SequenceMatcher(None, name, close[0]).ratio() if close else 0
    return Unknown(f"no {kind} is called `{name[:60]}`.{hint}", likeness)
