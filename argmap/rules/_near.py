"""Which known name a misspelt one is close to: one letter more, less, other or in another place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

LONGEST = 40
"""Longer names are compared with none: nobody types them by hand."""


def _shortened(name: str) -> Iterator[str]:
    """The name, and all that is left of it without one of its letters."""
    yield name
    for index in range(len(name)):
        yield name[:index] + name[index + 1 :]


class Near:
    """Finds among many names those close to one, in time that does not depend on how many.

    >>> Near(["wang", "blinken"]).to("wagn"), Near(["wang"]).to("wu")
    ('wang', '')
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.by_part: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            if len(name) <= LONGEST:
                for part in _shortened(name.lower()):
                    # One letter in common would make any two short names alike.
                    if len(part) > 1 and len(self.by_part[part]) < 10:
                        self.by_part[part].append(name)

    def to(self, name: str) -> str:
        """The first known name close to `name`, or an empty string."""
        if len(name) > LONGEST:
            return ""
        parts = _shortened(name.lower())
        found = (one for part in parts for one in self.by_part.get(part, ()) if one != name)
        return next(found, "")
