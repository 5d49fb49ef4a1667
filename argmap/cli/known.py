"""The names of formats that a command takes, those of other packages as well."""

from __future__ import annotations

from argmap import formats


class Names(tuple[str, ...]):
    """Built-in names; those that other packages bring are looked up only when one is asked for."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in formats.plugged()


def readable() -> Names:
    return Names(name for name, one in formats.FORMATS.items() if one.reads)


def writable() -> Names:
    return Names(name for name, one in formats.FORMATS.items() if one.writes)
