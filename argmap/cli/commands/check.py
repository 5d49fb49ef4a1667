"""`argmap check`: what is wrong in annotated articles, and how to mend it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from argmap.cli.checking import Asked, Checked
    from argmap.cli.inputs import Inputs

HELP = "Say what is wrong in annotated articles, where, and how to mend it."
EXAMPLES = """
argmap check talks.argmap
argmap check maps/ more/*.argmap --json
argmap check talks.argmap --fix              mends what is safe to mend
argmap check talks.argmap --off idle-premise,unheld-claim
argmap check --explain circular-support
cat talks.argmap | argmap check -
"""


MOST = 100


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint
    from argmap.cli.numbers import size

    parser.add_argument("files", metavar="FILE", nargs="*", help="articles, folders; - for input")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes")
    parser.add_argument("--unsafe", action="store_true", help="with --fix: apply all fixes")
    parser.add_argument("--off", metavar="CODES", action="append", default=[],
                        help="rules to leave out, by commas")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="show notes too")
    parser.add_argument("--most", type=int, metavar="N", default=MOST,
                        help=f"show at most N findings of a file ({MOST}); 0: all")  # fmt: skip
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the findings as JSON")
    form.add_argument("--sarif", action="store_true", help="print them as SARIF, for code hosts")
    parser.add_argument("--explain", metavar="CODE", help="explain a rule, with examples")
    parser.add_argument("--jobs", type=size, metavar="N",
                        help="processors to use for many files (all)")  # fmt: skip
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
    return _check(Inputs(args.files), _asked(args, off), args.jobs)


def _asked(args: argparse.Namespace, off: list[str]) -> Asked:
    from argmap.cli import paint
    from argmap.cli.checking import Asked

    form = "json" if args.json else "sarif" if args.sarif else "text"
    color = paint.wanted(args.color, _out(args.fix, args.files))
    return Asked(tuple(off), form, args.all, color, args.fix, args.unsafe, args.most)


def _out(fix: bool, files: Sequence[str]) -> TextIO:
    """Where findings go: standard output, unless the mended text itself does."""
    return sys.stderr if fix and list(files) == ["-"] else sys.stdout


def _check(inputs: Inputs, asked: Asked, jobs: int | None) -> int:
    """Tells of each file what is wrong as soon as it, and those before it, are checked."""
    from functools import partial

    from argmap.cli.checking import checked
    from argmap.cli.spread import processors, spread

    jobs = 1 if asked.fix else jobs or processors()  # who mends files does so one after the other
    counts: Counter[str] = Counter()
    values: list[object] = []
    safe = 0
    for one in spread(partial(checked, asked), inputs.files, jobs):
        _tell(one, asked, inputs)
        counts.update(one.counts)
        safe += one.safe
        if asked.form != "text":
            values += one.told
    if asked.form != "text":
        _print(values, asked.form)
    elif summary := _summary(counts, safe, len(inputs.files), asked.notes):
        print(summary, file=sys.stderr)
    return inputs.code(bool(counts["error"] + counts["warning"]))


def _tell(one: Checked, asked: Asked, inputs: Inputs) -> None:
    if one.failure:
        inputs.tell(one.failure)
    if one.applied:
        print(one.applied, file=sys.stderr)
    if one.mended is not None:
        from argmap.workspace import write_out

        write_out(None, one.mended)
    if asked.form == "text" and one.told:
        print("\n".join(map(str, one.told)), file=_out(asked.fix, inputs.files))


def _print(values: list[object], form: str) -> None:
    import json

    if form == "json":
        print(json.dumps(values, indent=2))
        return
    from argmap.cli.findings import sarif
    from argmap.cli.main import version

    print(json.dumps(sarif(values, version()), indent=2))


def _summary(counts: Mapping[str, int], safe: int, files: int, notes_shown: bool) -> str:
    found = [(kind, counts[kind]) for kind in ("error", "warning", "note")]
    told = [f"{count} {kind}{'s' * (count != 1)}" for kind, count in found if count]
    if not told:
        return ""
    end = f"; {safe} can be mended with --fix" if safe else ""
    hidden = "; --all shows the notes" if counts["note"] and not notes_shown else ""
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
