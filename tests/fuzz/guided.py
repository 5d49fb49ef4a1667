"""One target under atheris, as `__main__` calls it."""

from __future__ import annotations

import importlib
import pkgutil
import random
import sys
from pathlib import Path

from . import guard, targets
from .mutating import mutated

TESTS = Path(__file__).resolve().parents[1]


def main(name: str, *options: str) -> None:
    import atheris  # not there in most places

    sys.path[:0] = [str(TESTS / "properties"), str(TESTS)]
    with atheris.instrument_imports(include=["argmap"]):
        import argmap

        # What is imported when it is used has to be there before, to be seen.
        for found in pkgutil.walk_packages(argmap.__path__, "argmap."):
            if not found.name.startswith(("argmap.tui", "argmap.__main__")):
                importlib.import_module(found.name)
        target = targets.target(name)
    seeds = targets.corpus(name)

    def change(data: bytes, longest: int, seed: int) -> bytes:
        """Half of the changes are ours, which know what text is made of."""
        if seed % 2:
            return bytes(atheris.Mutate(data, longest))
        return mutated(data, target.WORDS, seeds, random.Random(seed))[:longest]

    atheris.Setup(
        [name, *options], lambda data: guard.watched(target.run, data), custom_mutator=change
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
