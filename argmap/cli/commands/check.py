"""`argmap check`: what is wrong in an annotated article, and how to mend it."""

from __future__ import annotations

import argparse
import sys

HELP = "Say what is wrong in annotated articles, where, and how to mend it."
EXAMPLES = """
argmap check talks.argmap
argmap check maps/ more/*.argmap --json
cat talks.argmap | argmap check -
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("--json", action="store_true", help="print the faults as JSON")


def run(args: argparse.Namespace) -> int:
    from argmap.document import Document
    from argmap.workspace import expand, read

    rows: list[dict[str, object]] = []
    for path in expand(args.files):
        document = Document.of(read(path).text)
        for fault in document.diagnostics:
            line, column = document.lines.place(fault.span.start)
            whole = document.lines.span(line).of(document.text)
            length = max(1, min(fault.span.end - fault.span.start, len(whole) - column + 1))
            rows.append(
                {
                    "file": path,
                    "line": line,
                    "column": column,
                    "severity": str(fault.severity),
                    "code": fault.code,
                    "message": fault.message,
                    "hint": fault.hint,
                }
            )
            if not args.json:
                _show(rows[-1], whole, column, length)
    if args.json:
        import json

        print(json.dumps(rows, ensure_ascii=True, indent=2))
    elif rows:
        print(f"{len(rows)} found", file=sys.stderr)
    return 1 if rows else 0


def _show(row: dict[str, object], line: str, column: int, length: int) -> None:
    from argmap.cells import width
    from argmap.visible import visible

    start = max(0, column - 41)
    end = start + 100
    before = visible(line[start : column - 1], keep="")
    marked = visible(line[column - 1 : min(column - 1 + length, end)], keep="") or " "
    after = visible(line[column - 1 + length : end], keep="")
    place = visible(f"{row['file']}:{row['line']}:{row['column']}", keep="")
    print(f"{place}: {row['severity']} {row['code']}: {visible(str(row['message']), keep='')}")
    print(f"    {before}{marked}{after}")
    print(f"    {' ' * width(before)}{'^' * max(1, width(marked))}")
    if row["hint"]:
        print(f"    help: {visible(str(row['hint']), keep='')}")
