"""How much YAML is read."""

from __future__ import annotations

from typing import NamedTuple

from argmap import limits


class Limits(NamedTuple):
    """Code points of the text, levels of nesting, and texts and collections in it.

    `slow` bounds a text that PyYAML's C scanner cannot read, and any where it is missing.
    """

    size: int = 64 * 1024 * 1024
    depth: int = 256
    nodes: int = 5_000_000
    slow: int = 256 * 1024


LIMITS = Limits()
"""What is read where nobody raises it."""


def usual() -> Limits:
    """As the user's own limits have it."""
    now = limits.now()
    return Limits(now.text_mb * 1024 * 1024, now.yaml_depth, now.entries)
