"""Numbers as options take them."""

from __future__ import annotations

import argparse


def count(text: str) -> int:
    """A whole number from 0."""
    return _whole(text, 0)


def size(text: str) -> int:
    """A whole number from 1."""
    return _whole(text, 1)


def _whole(text: str, least: int) -> int:
    if not text.isdecimal() or len(text) > 9 or int(text) < least:
        from argmap.visible import visible

        shown = visible(text[:40], keep="")
        raise argparse.ArgumentTypeError(f"`{shown}` is not a whole number from {least}")
    return int(text)
