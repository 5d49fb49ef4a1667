"""`argmap escape`: any text, safe to annotate."""

from __future__ import annotations

import argparse

HELP = "Print a text so that none of it is taken for a mark; most texts need no change."
EXAMPLES = """
argmap escape article.txt -o article.argmap
cat article.txt | argmap escape -
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text; - for standard input")
    parser.add_argument("-o", "--out", metavar="OUT", help="write to this file")
    parser.add_argument("--force", action="store_true", help="overwrite OUT if it exists")


def run(args: argparse.Namespace) -> int:
    from argmap.syntax.escape import escape
    from argmap.workspace import read, write_out

    loaded = read(args.file)
    write_out(args.out, loaded.data(escape(loaded.text)), force=args.force)
    return 0
