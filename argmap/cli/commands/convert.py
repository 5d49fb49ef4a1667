"""`argmap convert`: from one format to another, with an account of the whole way."""

from __future__ import annotations

import argparse
import sys

from argmap.cli import accounts
from argmap.visible import visible

HELP = "Convert a map from one format to another."
EXAMPLES = """
argmap convert nodeset17.json nodeset17.graphml
argmap convert essay.ann essay.yaml --report json
argmap convert talks.argmap talks.aif.json --strict     fails when anything is lost
argmap convert debate.xml - --to argdown
"""


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli.known import readable, writable

    parser.add_argument("file", metavar="IN", help="a map, or an annotated article")
    parser.add_argument("out", metavar="OUT", help="the file to make; - to print it")
    parser.add_argument("--from", dest="kind", choices=readable(), help="else by IN's content")
    parser.add_argument("--to", dest="to", choices=writable(), help="else by OUT's suffix")
    parser.add_argument("--dialogue", action="store_true", help="AIF: with who said what when")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
    accounts.add_options(parser)


def run(args: argparse.Namespace) -> int:
    from argmap import formats
    from argmap.cli.importing import Annotated, Misread, jobs, read
    from argmap.cli.known import writable
    from argmap.document import Document
    from argmap.formats import carrying
    from argmap.formats.carrying import Taken, give
    from argmap.formats.ledger import Ledger
    from argmap.workspace import write_out

    to = args.to or formats.by_suffix(args.out)
    annotated = not args.to and args.out.endswith(".argmap")
    if not annotated and to not in writable():
        known = ", ".join(writable())
        _print(f"argmap: say with --to which format OUT is to have: {known}")
        return 2
    try:
        found = read(jobs([args.file])[0], args.kind)
        taken = found.taken
        accounts.tell(taken.report, args.report, {"file": args.file, "format": found.format})
    except Annotated as article:
        taken = Taken(article.text, Ledger().report())
    except Misread as fault:
        _print(*fault.lines)
        return 2
    files = {".argmap": taken.text}
    lossless = taken.report.lossless
    if not annotated:
        given = give(to, Document.of(taken.text), dialogue=args.dialogue)
        accounts.tell(given.report, args.report, {"file": args.out, "format": to})
        files, lossless = dict(given.files), lossless and given.report.lossless
    if args.strict and not lossless:
        _print("argmap: nothing was written, because something is lost (--strict)")
        return 1
    placed = carrying.placed(args.out, files)
    for path, text in placed[:1] if args.out == "-" else placed:
        write_out(path, text, force=args.force)
        if path != "-":
            _print(f"wrote {path}")
    return 0


def _print(*lines: str) -> None:
    for line in lines:
        print(visible(line, keep=""), file=sys.stderr)
