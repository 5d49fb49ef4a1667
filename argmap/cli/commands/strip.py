"""`argmap strip`: the article without the marks."""

from __future__ import annotations

import argparse

HELP = "Print the article without its marks, byte for byte as it was."
EXAMPLES = """
argmap strip talks.argmap                  to the screen
argmap strip talks.argmap -o talks.txt     to a file
cat talks.argmap | argmap strip -          from standard input
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="an annotated article; - for standard input")
    parser.add_argument("-o", "--out", metavar="OUT", help="write to this file")
    parser.add_argument("--force", action="store_true", help="overwrite OUT if it exists")


def run(args: argparse.Namespace) -> int:
    from argmap.document import Document
    from argmap.workspace import read, write_out

    loaded = read(args.file)
    write_out(args.out, loaded.data(Document.of(loaded.text).article), force=args.force)
    return 0
