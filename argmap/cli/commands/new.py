"""`argmap new`: an article, ready to annotate."""

from __future__ import annotations

import argparse
import os
import sys

HELP = "Make a file to annotate from an article: escaped, with front matter."
EXAMPLES = """
argmap new talks.txt                       makes talks.argmap
argmap new talks.txt -o maps/talks.argmap --author "Mara Lind" --date 2026-11-24
pbpaste | argmap new - -o talks.argmap     from standard input
"""

KEYS = ("title", "author", "source", "url", "date", "language", "topic")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="ARTICLE", help="a text; - for standard input")
    parser.add_argument("-o", "--out", metavar="OUT", help="the file to make (- prints it)")
    parser.add_argument("--force", action="store_true", help="overwrite OUT if it exists")
    for key in KEYS:
        parser.add_argument(f"--{key}", help=f"the article's {key}, for the front matter")


def run(args: argparse.Namespace) -> int:
    from argmap.beginning import begin
    from argmap.visible import visible
    from argmap.workspace import read, write_out

    loaded = read(args.file)
    known = {key: getattr(args, key) for key in KEYS if getattr(args, key)}
    out = args.out
    if out is None and args.file != "-":
        stem = os.path.splitext(args.file)[0]
        out = f"{stem}.argmap"
    write_out(out, loaded.data(begin(loaded.text, known)), force=args.force)
    if out not in (None, "-"):
        ready = visible(f"{out} is ready: mark claims as [words]{{claim #id @speaker}}", keep="")
        print(ready, file=sys.stderr)
    return 0
