"""How much of the article is marked."""

from __future__ import annotations

from functools import lru_cache

from argmap.document import Document
from argmap.text import Span
from argmap.tui.desk import Desk
from argmap.views.sentences import prose
from argmap.views.stats import unmarked

LARGE = 100_000


@lru_cache(maxsize=2)
def _sentences(article: str) -> tuple[Span, ...]:
    return prose(article)


@lru_cache(maxsize=2)
def _share(document: Document) -> float:
    spans = _sentences(document.article)
    return 1 - len(unmarked(document, spans)) / len(spans) if spans else 1.0


def bare(desk: Desk) -> int:
    """How many sentences no claim has a word of."""
    return len(unmarked(desk.document, _sentences(desk.document.article)))


def share(desk: Desk) -> float | None:
    """The share of sentences with a claim in them; None where it takes too long at each key."""
    if len(desk.document.text) > LARGE:
        return None
    return _share(desk.document)
