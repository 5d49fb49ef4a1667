"""What is wrong in an article: the faults of the language, and rules that look at the whole map.

A rule is a module of this package, found by its name: the code is the name with `-` for `_`.
`README.md` beside this file tells how to write one. Codes that the core itself gives have
their page, and the fixes of their faults, in `argmap.rules.language`.
"""

from __future__ import annotations

import importlib
import os
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol, cast

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.text import Span

OF_LANGUAGE = "language"


class Rule(Protocol):
    """What a module of this package offers. It may have `COVERS` too: codes whose findings
    inside its own say the same less well, and are left out."""

    CODE: str
    SEVERITY: Severity

    def check(self, document: Document) -> Iterator[Diagnostic]: ...


class OfLanguage(Protocol):
    """What a module of `argmap.rules.language` offers; a `mend` may be missing, and `COVERS`."""

    CODE: str
    SEVERITY: Severity

    def mend(self, document: Document, fault: Diagnostic) -> tuple[Fix, ...]: ...


def _modules(package: str) -> Iterator[str]:
    for folder in importlib.import_module(package).__path__:
        for name in os.listdir(folder):  # `pkgutil` would import `inspect` to look (8 ms)
            if name.endswith(".py") and not name.startswith("_"):
                yield name.removesuffix(".py").replace("_", "-")


@cache
def own() -> tuple[str, ...]:
    """The codes of the rules of this package, sorted."""
    return tuple(sorted(_modules(__name__)))


@cache
def of_language() -> tuple[str, ...]:
    """The codes that the core gives, sorted."""
    return tuple(sorted(_modules(f"{__name__}.{OF_LANGUAGE}")))


def codes() -> tuple[str, ...]:
    """All codes there are, sorted.

    >>> "circular-support" in codes(), "unknown-target" in codes()
    (True, True)
    """
    return tuple(sorted((*own(), *of_language())))


def module(code: str) -> Rule | OfLanguage:
    """The module of a code. Raises KeyError for one that does not exist."""
    if code in own():
        place = __name__
    elif code in of_language():
        place = f"{__name__}.{OF_LANGUAGE}"
    else:
        raise KeyError(code)
    return cast("Rule | OfLanguage", importlib.import_module(f"{place}.{code.replace('-', '_')}"))


def check(document: Document, off: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """All that is wrong, in order of the text, without the codes of `off` and those that the
    front matter allows (`allow: [code]`).

    >>> [fault.code for fault in check(Document.of("[It is old]{premise #old @lind}."))]
    ['idle-premise']
    """
    silent = {*off, *document.front.names("allow")}
    found = [_mended(document, fault) for fault in _plainest(document.diagnostics)]
    for code in own():
        if code not in silent:
            rule = cast("Rule", module(code))
            fresh = list(rule.check(document))
            found = _uncovered(found, getattr(rule, "COVERS", ()), fresh) if fresh else found
            found += fresh
    kept = (fault for fault in found if fault.code not in silent)
    return tuple(sorted(kept, key=lambda fault: (fault.span, fault.code, fault.message)))


def _plainest(faults: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """The faults of the core but those inside of others that cover them."""
    for code in {fault.code for fault in faults}:
        if covers := getattr(module(code), "COVERS", ()):
            faults = _uncovered(faults, covers, [one for one in faults if one.code == code])
    return faults


def _mended(document: Document, fault: Diagnostic) -> Diagnostic:
    """A fault of the core with the fixes there are for it."""
    mend = getattr(module(fault.code), "mend", None)
    fixes = mend(document, fault) if mend else ()
    return fault._replace(fixes=(*fault.fixes, *fixes)) if fixes else fault


def _uncovered(
    found: Sequence[Diagnostic], codes: Iterable[str], by: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """The faults but those with one of the codes that lie inside one of `by`."""
    around = sorted(fault.span for fault in by)
    return [one for one in found if one.code not in codes or not _inside(one.span, around)]


def _inside(span: Span, around: Sequence[Span]) -> bool:
    at = bisect_right(around, (span.start, float("inf"))) - 1
    return at >= 0 and around[at].holds(span)
