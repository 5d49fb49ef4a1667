"""What a code means: the docstring of its module, taken apart."""

from __future__ import annotations

import inspect
from typing import NamedTuple

from argmap import rules
from argmap.diagnostic import Severity


class Page(NamedTuple):
    """The explanation of a code. `text` is all of it but the title line, as Markdown."""

    code: str
    severity: Severity
    title: str
    text: str
    bad: str
    good: str


def page(code: str) -> Page:
    """Raises KeyError for a code that does not exist."""
    module = rules.module(code)
    title, _, text = inspect.cleandoc(module.__doc__ or "").partition("\n")
    text = text.strip("\n")
    return Page(code, module.SEVERITY, title, text, _example(text, "Bad"), _example(text, "Good"))


def _example(text: str, name: str) -> str:
    """The indented lines below `Bad:` or `Good:`."""
    _, _, rest = text.partition(f"{name}:\n")
    lines: list[str] = []
    for line in rest.split("\n"):
        if line and not line.startswith("    "):
            break
        lines.append(line[4:])
    # A tab does not outlive a docstring, and `>>>` would be a doctest.
    found = "\n".join(lines).strip("\n") + "\n"
    return found.replace("␉", "\t").replace("›", ">")
