"""How much is read and done at most, and how a user raises it.

Each limit is a number that an environment variable of the same name sets, in capitals behind
`ARGMAP_`. The command line reads them once, before anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Limits(NamedTuple):
    """`text_mb`: megabytes of a file; `yaml_depth`, `xml_depth`: levels of nesting; `entries`: of
    a YAML file; `draw_seconds`: for a picture; `versions`: earlier ones that are kept of a file;
    `journal_days`: after so many a journal of which nothing is unsaved is let go."""

    text_mb: int = 64
    yaml_depth: int = 256
    xml_depth: int = 2000
    entries: int = 5_000_000
    draw_seconds: int = 300
    versions: int = 5
    journal_days: int = 90


HIGHEST = Limits(65_536, 900, 100_000, 1_000_000_000, 86_400, 1000, 36_500)
"""Beyond these something else gives in first."""


class BadLimit(ValueError):
    """A variable is set to something that is no limit; the message says to what."""


def variable(name: str) -> str:
    """The name of the variable that raises a limit.

    >>> variable("text_mb")
    'ARGMAP_TEXT_MB'
    """
    return f"ARGMAP_{name.upper()}"


class _Now:
    """The limits of this process."""

    limits = Limits()


def now() -> Limits:
    return _Now.limits


def use(limits: Limits) -> None:
    _Now.limits = limits


def told(environment: Mapping[str, str]) -> Limits:
    """The limits that the variables set, or the usual ones. Raises BadLimit.

    >>> told({"ARGMAP_TEXT_MB": "128"}).text_mb
    128
    """
    found: dict[str, int] = {}
    for name, most in HIGHEST._asdict().items():
        written = environment.get(variable(name), "")
        if not written:
            continue
        value = (
            int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else 0
        )
        if not 1 <= value <= most:
            what = f"{variable(name)} is `{written[:40]}`"
            raise BadLimit(f"{what}, and should be a number from 1 to {most}")
        found[name] = value
    return Limits(**found)
