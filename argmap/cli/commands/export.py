"""`argmap export`: maps in other formats, and as pictures."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.cli import accounts

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.formats.dot import Look

HELP = "Write maps as YAML, JSON, Graphviz, Mermaid or Markdown, or draw them as SVG, PNG or PDF."
EXAMPLES = """
argmap export talks.argmap -f yaml
argmap export talks.argmap -o talks.svg
argmap export maps/*.argmap -f svg -o pictures/      one file each
argmap export talks.argmap -o wang.png --speaker wang --direction LR
"""


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli.known import Names, writable
    from argmap.formats import PICTURES

    names = Names((*writable(), *PICTURES))
    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("-f", "--format", choices=names, help="else by the suffix of OUT")
    parser.add_argument("-o", "--out", metavar="OUT", help="a file, or a folder for several")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
    accounts.add_options(parser)
    parser.add_argument("--dialogue", action="store_true", help="AIF: with who said what when")
    source = "YAML, JSON: with the annotated text, for `import --source`"
    parser.add_argument("--with-source", action="store_true", help=source)
    look = parser.add_argument_group("pictures and Graphviz")
    look.add_argument("--direction", choices=("BT", "TB", "LR", "RL"), default="BT",
                      help="where arrows point; BT (default) puts positions on top")  # fmt: skip
    look.add_argument("--label-length", type=int, default=160, metavar="N", help="cut longer")
    look.add_argument("--color-by", choices=("speaker", "kind", "tag", "none"), default="speaker")
    look.add_argument("--group", choices=("none", "heading", "speaker"), default="none")
    look.add_argument("--no-legend", action="store_true")
    look.add_argument("--focus", metavar="ID", help="only this claim and what is below it")
    look.add_argument("--speaker", metavar="NAME", help="only what this speaker holds")
    look.add_argument("--tag", metavar="TAG", help="only claims with this tag")
    look.add_argument("--depth", type=int, metavar="N", help="only so many levels")


def run(args: argparse.Namespace) -> int:
    from argmap import formats
    from argmap.document import Document
    from argmap.render import Failed, Missing
    from argmap.views.lookup import Unknown
    from argmap.visible import visible
    from argmap.workspace import expand, read, write_out

    files = list(expand(args.files))
    kind = args.format or formats.by_suffix(args.out or "")
    if not kind:
        print("argmap: say which format with -f, or by the suffix of OUT (.yaml, .svg …)",
              file=sys.stderr)  # fmt: skip
        return 2
    if len(files) > 1 and not (args.out and os.path.isdir(args.out)):
        print("argmap: several files need a folder: -o FOLDER", file=sys.stderr)
        return 2
    code = 0
    try:
        for file in files:
            made = written(file, Document.of(read(file).text), kind, args)
            if made is None:
                code = 1
                continue
            for out, data in _targets(file, made, args.out):
                if isinstance(data, bytes) and out in (None, "-") and sys.stdout.isatty():
                    print("argmap: a picture is not for a terminal; use -o FILE", file=sys.stderr)
                    return 2
                write_out(out, data, force=args.force)
                if out not in (None, "-"):
                    print(f"wrote {visible(str(out), keep='')}", file=sys.stderr)
    except (Missing, Failed, Unknown) as problem:
        print(f"argmap: {visible(str(problem))}", file=sys.stderr)
        return 2
    return code


def _targets(
    file: str, made: Mapping[str, str | bytes], out: str | None
) -> list[tuple[str | None, str | bytes]]:
    """Where each file goes: the map to OUT itself, what belongs to it beside. Printed is the map
    alone."""
    if out and os.path.isdir(out):
        stem = "map" if file == "-" else os.path.splitext(os.path.basename(file))[0]
        return [(os.path.join(out, stem + suffix), data) for suffix, data in made.items()]
    (_, main), *others = made.items()
    stem = os.path.splitext(out or "")[0]
    beside = [(stem + suffix, data) for suffix, data in others] if out not in (None, "-") else []
    return [(out, main), *beside]


def written(
    file: str, document: Document, kind: str, args: argparse.Namespace
) -> Mapping[str, str | bytes] | None:
    """The map in that format, each file by its suffix; None where --strict forbids it."""
    from argmap import formats
    from argmap.formats.carrying import give

    if kind in formats.PICTURES or kind == "dot":
        from argmap.formats import dot
        from argmap.render import draw

        source = dot.dump(document, _look(document, args))
        return {f".{kind}": source if kind == "dot" else draw(source, kind)}
    given = give(kind, document, with_source=args.with_source, dialogue=args.dialogue)
    if args.report == "json" or not given.report.lossless:
        accounts.tell(given.report, args.report, {"file": file, "format": kind})
    if args.strict and not given.report.lossless:
        print("argmap: nothing was written, because something is lost (--strict)", file=sys.stderr)
        return None
    return given.files


def _look(document: Document, args: argparse.Namespace) -> Look:
    from argmap.formats.dot import Look
    from argmap.views import lookup
    from argmap.views.outline import Options, outline

    only = None
    if args.focus or args.speaker or args.tag or args.depth is not None:
        options = Options(
            lookup.claim(document, args.focus) if args.focus else "",
            lookup.speaker(document, args.speaker) if args.speaker else "",
            (args.tag or "").removeprefix("."),
            args.depth,
        )
        only = {row.claim for row in outline(document, options)}
    return Look(
        args.direction,
        max(8, args.label_length),
        args.color_by,
        args.group,
        not args.no_legend,
        only,
    )
