"""Checks a file; what was found as it is printed, in values that another process can send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.cli.findings import Finding
    from argmap.document import Document
    from argmap.workspace import Loaded


class Asked(NamedTuple):
    """What to look for, and how to tell it. `form` is text, json or sarif; of a file at most `most`
    findings are told as text, or all with 0."""

    off: tuple[str, ...]
    form: str
    notes: bool
    color: bool
    fix: bool = False
    unsafe: bool = False
    most: int = 0


class Checked(NamedTuple):
    """A file's findings: lines of text or plain values; how many of each severity, and how many
    can be mended safely. `failure` tells why the file could not be read, `applied` of fixes, and
    `mended` is the whole text where it is to be printed."""

    told: tuple[object, ...] = ()
    counts: Mapping[str, int] = Counter()
    safe: int = 0
    failure: str = ""
    applied: str = ""
    mended: bytes | None = None


def checked(asked: Asked, file: str) -> Checked:
    """Reads a file and checks it; with `asked.fix` mends it first, and saves it."""
    from argmap import rules
    from argmap.cli.findings import Finding
    from argmap.document import Document
    from argmap.workspace import Unreadable, read

    try:
        loaded = read(file, signed=asked.fix)
    except Unreadable as failure:
        return Checked(failure=str(failure))
    document = Document.of(loaded.text)
    faults = rules.check(document, asked.off)
    applied, printed = "", None
    if asked.fix:
        from argmap.rules._mending import mend

        mended = mend(document, unsafe=asked.unsafe, off=asked.off)
        document, faults = mended.document, mended.left
        applied, printed = _saved(file, loaded, document, mended.applied)
    found = [Finding(file, document, fault) for fault in faults]
    return Checked(
        _told(found, asked),
        Counter(str(fault.severity) for fault in faults),
        sum(any(fix.safe for fix in fault.fixes) for fault in faults),
        applied=applied,
        mended=printed,
    )


def _told(findings: list[Finding], asked: Asked) -> tuple[object, ...]:
    if not findings:
        return ()
    from argmap.cli import findings as told
    from argmap.cli.paint import Paint

    if asked.form == "json":
        return tuple(map(told.plain, findings))
    if asked.form == "sarif":
        return tuple(map(told.result, findings))
    paint = Paint("always" if asked.color else "never")
    shown = [one for one in findings if asked.notes or one.fault.severity != "note"]
    first = shown[: asked.most] if asked.most > 0 else shown
    lines = [line for one in first for line in told.shown(one, paint)]
    if more := len(shown) - len(first):
        lines.append(f"    … and {more} more; --most 0 shows all")
    return tuple(lines)


def _saved(file: str, loaded: Loaded, document: Document, applied: int) -> tuple[str, bytes | None]:
    """Saves what was mended; what to say of it, and what to print."""
    from argmap.visible import visible
    from argmap.workspace import save

    if file == "-":
        return "", loaded.data(document.text)
    if document.text == loaded.text:
        return "", None
    save(file, loaded.data(document.text), expected=loaded.signature)
    many = "fix" if applied == 1 else "fixes"
    return f"{visible(file, keep='')}: {applied} {many} applied", None
