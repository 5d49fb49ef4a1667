"""Finds the claim or speaker that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.document import Document
from argmap.syntax.names import normal


class Unknown(ValueError):
    """No claim or speaker has that name; the message says which is likely meant."""


def claim(document: Document, name: str) -> str:
    """The id of the claim with that id, or with that other name. Raises Unknown."""
    wanted = normal(name.removeprefix("#"))
    found = document.map.same.get(wanted, wanted)
    if found in document.map.claims:
        return found
    raise Unknown(_message("claim", wanted, {**document.map.claims, **document.map.same}))


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
    raise Unknown(_message("speaker", wanted, {**known, **dict.fromkeys(speakers)}))


def _message(kind: str, name: str, known: Mapping[str, object] | Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known)[:5000], n=1, cutoff=0.5)
    hint = f" Did you mean `{close[0]}`?" if close else ""
    return f"no {kind} is called `{name[:60]}`.{hint}"
