"""Large mappings of which an edit changes a few entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")

FEW = 500
"""From so many entries on that differ, a new dictionary is made."""


def changed(before: Mapping[str, Value], now: Mapping[str, Value | None]) -> Mapping[str, Value]:
    """`before` with the entries of `now`, and without those that are None there. It stays as it
    is; a large one is not copied."""
    if not now:
        return before
    if isinstance(before, _Layered):
        base, over = before.base, {**before.over, **now}
    else:
        base, over = before, dict(now)
    if len(over) < FEW < len(base) // 4:
        return _Layered(base, over)
    made = {**base, **over}
    return {name: value for name, value in made.items() if value is not None}


class _Layered(Mapping[str, Value]):
    """The entries of `base`, but for those that `over` has; None in it means there is none."""

    __slots__ = ("base", "over")

    def __init__(self, base: Mapping[str, Value], over: dict[str, Value | None]) -> None:
        self.base = base
        self.over = over

    def get(self, name: str, default: Any = None) -> Any:
        if name in self.over:
            found = self.over[name]
            return default if found is None else found
        return self.base.get(name, default)

    def __getitem__(self, name: str) -> Value:
        found: Value | None = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: object) -> bool:
        if name in self.over:
            return self.over[name] is not None
        return name in self.base

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in self.base if name not in self.over)
        yield from (name for name, value in self.over.items() if value is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
