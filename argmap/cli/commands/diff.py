"""`argmap diff`: what changed between two maps."""

from __future__ import annotations

import argparse

HELP = "Tell what changed between two maps: claims, steps, speakers. Exit code 1 on a difference."
EXAMPLES = """
argmap diff old.argmap new.argmap
git show HEAD:talks.argmap | argmap diff - talks.argmap
"""


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint

    parser.add_argument("old", metavar="OLD", help="an annotated article; - for standard input")
    parser.add_argument("new", metavar="NEW", help="another one")
    parser.add_argument("--json", action="store_true", help="print the changes as JSON")
    paint.add(parser)


def run(args: argparse.Namespace) -> int:
    from argmap.cli.inputs import tell
    from argmap.cli.paint import Paint
    from argmap.document import Document
    from argmap.views.difference import difference
    from argmap.visible import visible
    from argmap.workspace import read

    if args.old == args.new == "-":
        tell("standard input can be only one of the two")
        return 2
    old, new = (Document.of(read(file).text) for file in (args.old, args.new))
    changes = difference(old, new)
    if args.json:
        import json

        print(json.dumps([change._asdict() for change in changes], indent=2))
        return 1 if changes else 0
    paint = Paint(args.color)
    signs = {"added": ("+", "green"), "removed": ("-", "red"), "renamed": (">", "blue")}
    for change in changes:
        sign, style = signs.get(change.how, ("~", "yellow"))
        name = f" {change.name}" if change.name else ""
        line = f"{sign} {change.what}{name} {change.how}: {change.message}"
        print(paint(visible(line, keep=""), style))
    return 1 if changes else 0
