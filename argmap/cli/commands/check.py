"""`argmap check`: what is wrong in annotated articles, and how to mend it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.cli.findings import Finding
    from argmap.workspace import Loaded

HELP = "Say what is wrong in annotated articles, where, and how to mend it."
EXAMPLES = """
argmap check talks.argmap
argmap check maps/ more/*.argmap --json
argmap check talks.argmap --fix              mends what is safe to mend
argmap check talks.argmap --off idle-premise,unheld-claim
argmap check --explain circular-support
cat talks.argmap | argmap check -
"""


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint

    parser.add_argument("files", metavar="FILE", nargs="*", help="articles, folders; - for input")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes")
    parser.add_argument("--unsafe", action="store_true", help="with --fix: apply all fixes")
    parser.add_argument("--off", metavar="CODES", action="append", default=[],
                        help="rules to leave out, by commas")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="show notes too")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the findings as JSON")
    form.add_argument("--sarif", action="store_true", help="print them as SARIF, for code hosts")
    parser.add_argument("--explain", metavar="CODE", help="explain a rule, with examples")
    parser.add_argument("--list", action="store_true", help="list all rules")
    paint.add(parser)


def run(args: argparse.Namespace) -> int:
    from argmap import rules
    from argmap.cli.inputs import Inputs, tell

    if args.list or args.explain:
        return _explained(args.explain)
    off = [code.strip() for codes in args.off for code in codes.split(",") if code.strip()]
    unknown = [code for code in off if code not in rules.codes()]
    if unknown or not args.files:
        _misuse(unknown)
        return 2
    if args.unsafe and not args.fix:
        tell("--unsafe says which fixes to apply; it needs --fix")
        return 2
    inputs = Inputs(args.files)
    findings: list[Finding] = []
    for file, loaded in inputs.texts(to_save=args.fix):
        findings += _checked(file, loaded, off, args)
    _print(findings, len(inputs.files), args)
    return inputs.code(any(one.fault.severity != "note" for one in findings))


def _checked(
    file: str, loaded: Loaded, off: Collection[str], args: argparse.Namespace
) -> list[Finding]:
    from argmap import rules
    from argmap.cli.findings import Finding
    from argmap.document import Document

    document = Document.of(loaded.text)
    faults = rules.check(document, off)
    if args.fix:
        from argmap.rules._mending import mend

        mended = mend(document, unsafe=args.unsafe, off=off)
        _save(file, loaded, mended.document.text, mended.applied)
        document, faults = mended.document, mended.left
    return [Finding(file, document, fault) for fault in faults]


def _save(file: str, loaded: Loaded, text: str, applied: int) -> None:
    from argmap.visible import visible
    from argmap.workspace import save, write_out

    if file == "-":
        write_out(None, loaded.data(text))
    elif text != loaded.text:
        save(file, loaded.data(text), expected=loaded.signature)
        many = "fix" if applied == 1 else "fixes"
        print(f"{visible(file, keep='')}: {applied} {many} applied", file=sys.stderr)


def _print(findings: list[Finding], files: int, args: argparse.Namespace) -> None:
    from argmap.cli import findings as told
    from argmap.cli.main import version
    from argmap.cli.paint import Paint

    if args.json or args.sarif:
        import json

        found = told.sarif(findings, version()) if args.sarif else [*map(told.plain, findings)]
        print(json.dumps(found, indent=2))
        return
    out = sys.stderr if args.fix and args.files == ["-"] else sys.stdout
    paint = Paint(args.color, out)
    for finding in findings:
        if args.all or finding.fault.severity != "note":
            for line in told.shown(finding, paint):
                print(line, file=out)
    if summary := _summary(findings, files, args.all):
        print(summary, file=sys.stderr)


def _summary(findings: list[Finding], files: int, notes_shown: bool) -> str:
    counts = [
        (kind, sum(one.fault.severity == kind for one in findings))
        for kind in ("error", "warning", "note")
    ]
    told = [f"{count} {kind}{'s' * (count != 1)}" for kind, count in counts if count]
    if not told:
        return ""
    safe = sum(any(fix.safe for fix in one.fault.fixes) for one in findings)
    end = f"; {safe} can be mended with --fix" if safe else ""
    hidden = "; --all shows the notes" if counts[2][1] and not notes_shown else ""
    where = f" in {files} files" if files > 1 else ""
    return ", ".join(told) + where + end + hidden


def _misuse(unknown: list[str]) -> None:
    from difflib import get_close_matches

    from argmap import rules
    from argmap.visible import visible

    if not unknown:
        print("argmap: which files? `argmap check FILE…`", file=sys.stderr)
    for code in unknown:
        close = get_close_matches(code, rules.codes(), n=1)
        meant = f" Did you mean `{close[0]}`?" if close else " `argmap check --list` lists them."
        print(f"argmap: no rule is called `{visible(code[:60], keep='')}`.{meant}", file=sys.stderr)


def _explained(code: str | None) -> int:
    from argmap import rules
    from argmap.rules._pages import page

    if code is not None and code not in rules.codes():
        _misuse([code])
        return 2
    if code is not None:
        found = page(code)
        print(f"{found.code} ({found.severity}): {found.title}\n\n{found.text}")
        return 0
    for one in rules.codes():
        found = page(one)
        print(f"{found.code:<28} {found.severity:<8} {found.title}")
    return 0
