"""`argmap tree`: the argument tree of an article."""

from __future__ import annotations

import argparse

HELP = "Print the argument tree: positions, and below them reasons and objections."
EXAMPLES = """
argmap tree talks.argmap
argmap tree talks.argmap --ids --width 100
argmap talks.argmap                        the same
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="an annotated article; - for standard input")
    parser.add_argument("--ids", action="store_true", help="show the claims' ids")
    parser.add_argument("--width", type=int, help="wrap at this many cells")


def run(args: argparse.Namespace) -> int:
    import shutil
    import textwrap

    from argmap.document import Document
    from argmap.views.outline import Row, outline
    from argmap.visible import visible
    from argmap.workspace import read

    document = Document.of(read(args.file).text)
    speakers = document.map.speakers
    width = args.width or shutil.get_terminal_size((80, 24)).columns

    def said(claim: str) -> str:
        who = ", ".join(speakers[name].name for name in document.map.holders(claim))
        words = f"{document.wording(claim)}{f' [{who}]' if who else ''}"
        return visible(f"#{claim} {words}" if args.ids else words, keep="")

    def line(row: Row) -> str:
        text = " & ".join(said(name) for name in (row.claim, *row.linked))
        return text + (" (in a ring)" if row.ring else " (see above)" if row.again else "")

    for row in outline(document):
        indent = "  " * row.depth
        first = indent + (f"{row.sign} " if row.sign else "")
        later = indent + "  " * bool(row.sign)
        room = max(width, len(later) + 20)
        print(textwrap.fill(line(row), room, initial_indent=first, subsequent_indent=later))
    return 0
