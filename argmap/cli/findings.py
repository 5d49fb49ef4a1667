"""Findings as people and programs read them: text with carets, JSON, SARIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.cells import width
from argmap.cli.paint import Paint
from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.text import Span
from argmap.visible import visible

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
ROOM = 100


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
    """The part of the line that the fault is in, with carets below."""
    number, column = document.lines.place(span.start)
    whole = document.lines.span(number).of(document.text)
    length = max(1, min(span.end - span.start, len(whole) - column + 1))
    start = max(0, column - 1 - ROOM // 2)
    end = start + ROOM
    before = visible(whole[start : column - 1], keep="")
    marked = visible(whole[column - 1 : min(column - 1 + length, end)], keep="") or " "
    after = visible(whole[column - 1 + length : end], keep="")
    head, tail = "…" * (start > 0), "…" * (end < len(whole))
    yield f"    {head}{before}{marked}{after}{tail}"
    carets = "^" * max(1, width(marked))
    yield f"    {' ' * width(head + before)}{paint(carets, style)}"


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


def sarif(findings: Iterable[Finding], version: str) -> dict[str, object]:
    """Findings as SARIF 2.1.0, which code hosts show beside the lines."""
    from argmap.rules._pages import page

    every = list(findings)
    codes = sorted({finding.fault.code for finding in every})
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
    results = [_result(finding, codes) for finding in every]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return {"$schema": schema, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, codes: list[str]) -> dict[str, object]:
    file, document, fault = finding
    message = f"{fault.message}. {fault.hint}" if fault.hint else fault.message
    return {
        "ruleId": fault.code,
        "ruleIndex": codes.index(fault.code),
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
    uri = quote(file.replace("\\", "/"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
