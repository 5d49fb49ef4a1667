"""Findings as people and programs read them: text with carets, JSON, SARIF."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.cells import cut, letters, width
from argmap.cli.paint import Paint
from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.text import Span
from argmap.visible import visible

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
ROOM = 104
"""Cells that an excerpt of a line has at most, and MARGIN those that it has at least."""
MARGIN = 30


class Finding(NamedTuple):
    """A fault and the file it is in."""

    file: str
    document: Document
    fault: Diagnostic


def shown(finding: Finding, paint: Paint) -> Iterator[str]:
    """The lines of a finding: place and message, the line of the file, how to mend it."""
    file, document, fault = finding
    line, column = document.lines.place(fault.span.start)
    place = visible(f"{file}:{line}:{column}", keep="")
    kind = paint(str(fault.severity), STYLES[fault.severity], "bold")
    yield f"{paint(place, 'bold')}: {kind} {fault.code}: {visible(fault.message, keep='')}"
    yield from _underlined(document, fault.span, paint, STYLES[fault.severity])
    for other in fault.related:
        number = document.lines.place(other.span.start).line
        yield f"    line {number}: {visible(other.message, keep='')}"
    if fault.hint:
        yield f"    {paint('help', 'cyan')}: {visible(fault.hint, keep='')}"
    if fault.fixes:
        option = "--fix" if fault.fixes[0].safe else "--fix --unsafe"
        yield f"    {paint('fix', 'cyan')}: {visible(fault.fixes[0].title, keep='')} ({option})"


def _underlined(document: Document, span: Span, paint: Paint, style: str) -> Iterator[str]:
    """The line that the fault begins in, with carets below."""
    number, column = document.lines.place(span.start)
    whole = document.lines.span(number).of(document.text)
    marked = Span(column - 1, max(column, min(span.end - span.start + column - 1, len(whole))))
    yield from excerpt(whole, marked, paint, style)


def excerpt(
    line: str, marked: Span, paint: Paint | None = None, style: str = "red"
) -> Iterator[str]:
    """As much of a line around a place in it as the screen has room for, with carets below."""
    import shutil  # 2 ms that only an article with faults needs

    room = max(MARGIN, min(ROOM, shutil.get_terminal_size((ROOM, 24)).columns) - 4)
    before = _last(visible(line[max(0, marked.start - room) : marked.start], keep=""), room // 2)
    words = cut(visible(marked.of(line)[:room], keep="") or " ", room - width(before) - 1)
    left = room - width(before) - width(words)
    after = cut(visible(line[marked.end : marked.end + room], keep=""), left)
    head = "…" if len(before) < len(visible(line[: marked.start][-room - 1 :], keep="")) else ""
    carets = "^" * max(1, width(words))
    yield f"    {head}{before}{words}{after}"
    yield f"    {' ' * width(head + before)}{paint(carets, style) if paint else carets}"


def _last(text: str, cells: int) -> str:
    """The longest end of a text that fits into so many cells."""
    start, used = len(text), 0
    for begin, end in reversed(letters(text)):
        used += width(text[begin:end])
        if used > cells:
            break
        start = begin
    return text[start:]


def plain(finding: Finding) -> dict[str, object]:
    """A finding for JSON; lines and columns count from 1, offsets from 0, in code points."""
    file, document, fault = finding
    return {
        "file": file,
        "code": fault.code,
        "severity": str(fault.severity),
        "message": fault.message,
        "hint": fault.hint,
        **_place(document, fault.span),
        "related": [
            {"message": other.message, **_place(document, other.span)} for other in fault.related
        ],
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [{**_place(document, edit.span), "text": edit.text} for edit in fix.edits],
            }
            for fix in fault.fixes
        ],
    }


def _place(document: Document, span: Span) -> dict[str, int]:
    line, column = document.lines.place(span.start)
    last, end = document.lines.place(span.end)
    return {"line": line, "column": column, "end_line": last, "end_column": end,
            "start": span.start, "end": span.end}  # fmt: skip


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(results: Sequence[object], version: str) -> dict[str, object]:
    """SARIF 2.1.0, which code hosts show beside the lines, of the results of all findings."""
    from argmap.rules._pages import page

    every = [result for result in results if isinstance(result, dict)]
    codes = sorted({str(result["ruleId"]) for result in every})
    described = []
    for code in codes:
        found = page(code)
        described.append(
            {
                "id": code,
                "shortDescription": {"text": found.title},
                "fullDescription": {"text": found.text},
                "defaultConfiguration": {"level": LEVELS[found.severity]},
            }
        )
    driver = {"name": "argmap", "version": version, "rules": described}
    numbered = [
        {"ruleId": one["ruleId"], "ruleIndex": codes.index(str(one["ruleId"])), **one}
        for one in every
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": numbered}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return {"$schema": schema, "version": "2.1.0", "runs": [run]}


def result(finding: Finding) -> dict[str, object]:
    """A finding for SARIF, but for the number of its rule."""
    file, document, fault = finding
    message = f"{fault.message}. {fault.hint}" if fault.hint else fault.message
    return {
        "ruleId": fault.code,
        "level": LEVELS[fault.severity],
        "message": {"text": message},
        "locations": [_location(file, document, fault.span)],
        "relatedLocations": [
            {**_location(file, document, other.span), "message": {"text": other.message}}
            for other in fault.related
        ],
    }


def _location(file: str, document: Document, span: Span) -> dict[str, object]:
    from urllib.parse import quote

    place = _place(document, span)
    region = {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }
    # A file's name may be bytes that are no text; a URI can say any.
    uri = quote(os.fsencode(file.replace(os.sep, "/")))
    if os.path.isabs(file):
        uri = "file://" + uri
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
