"""`argmap update`: a corrected version of the article, with the marks carried over."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.revision import Fate

HELP = "Carry the marks over to a corrected version of the article, and tell what became of each."
EXAMPLES = """
argmap update talks.argmap corrected.txt                writes talks.argmap
argmap update talks.argmap corrected.txt --dry-run      only tells what would happen
argmap update talks.argmap corrected.txt -o new.argmap
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the annotated article")
    parser.add_argument("new", metavar="NEW", help="the corrected article, without marks; - input")
    parser.add_argument("-o", "--out", metavar="OUT", help="write there instead of FILE")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--all", action="store_true", help="tell of unchanged marks too")
    parser.add_argument("--json", action="store_true", help="tell it as JSON")
    parser.add_argument("--force", action="store_true", help="overwrite OUT if it exists")


def run(args: argparse.Namespace) -> int:
    from argmap.cli.inputs import tell
    from argmap.document import Document
    from argmap.formats.revision import CannotRevise, revise
    from argmap.workspace import read, save, write_out

    if args.file == args.new == "-":
        tell("standard input can be only one of the two")
        return 2
    loaded = read(args.file)
    document = Document.of(loaded.text)
    try:
        revised = revise(document, read(args.new).text)
    except CannotRevise as problem:
        tell(problem)
        return 2
    _tell(revised.fates, args)
    if args.dry_run:
        return 0
    if args.out or args.file == "-":
        write_out(args.out, loaded.data(revised.text), force=args.force)
    elif revised.text != loaded.text:
        save(args.file, loaded.data(revised.text), expected=loaded.signature)
    return 0


def _tell(fates: tuple[Fate, ...], args: argparse.Namespace) -> None:
    from argmap.visible import visible

    out = sys.stderr if args.out == "-" or args.file == "-" else sys.stdout
    if args.json:
        import json

        print(json.dumps([fate._asdict() for fate in fates], indent=2), file=out)
        return
    for fate in fates:
        if fate.how == "unchanged" and not args.all:
            continue
        where = f"line {fate.old_line}"
        where += f" → {fate.new_line}" if fate.new_line != fate.old_line else ""
        words = f"“{fate.before}”" + (
            f" → “{fate.after}”" if fate.after not in ("", fate.before) else ""
        )
        print(visible(f"{fate.how:<9} {fate.name} ({where}): {words}", keep=""), file=out)
    counts = Counter(fate.how for fate in fates)
    told = (f"{counts[how]} {how}" for how in ("unchanged", "moved", "changed", "doubtful", "lost"))
    print(f"{len(fates)} marks: {', '.join(told)}", file=sys.stderr)
