"""`argmap export`: maps in other formats, and as pictures."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

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
    from argmap import formats

    names = [*formats.SUFFIXES, *formats.PICTURES]
    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("-f", "--format", choices=names, help="else by the suffix of OUT")
    parser.add_argument("-o", "--out", metavar="OUT", help="a file, or a folder for several")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
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
    try:
        for file in files:
            document = Document.of(read(file).text)
            made = written(document, kind, args)
            out = _target(file, kind, args.out)
            if isinstance(made, bytes) and out in (None, "-") and sys.stdout.isatty():
                print("argmap: a picture is not for a terminal; use -o FILE", file=sys.stderr)
                return 2
            write_out(out, made, force=args.force)
            if out not in (None, "-"):
                print(f"wrote {visible(str(out), keep='')}", file=sys.stderr)
    except (Missing, Failed, Unknown) as problem:
        print(f"argmap: {visible(str(problem))}", file=sys.stderr)
        return 2
    return 0


def _target(file: str, kind: str, out: str | None) -> str | None:
    if out and os.path.isdir(out):
        stem = "map" if file == "-" else os.path.splitext(os.path.basename(file))[0]
        from argmap import formats

        suffix = formats.SUFFIXES[kind][0] if kind in formats.SUFFIXES else f".{kind}"
        return os.path.join(out, stem + suffix)
    return out


def written(document: Document, kind: str, args: argparse.Namespace) -> str | bytes:
    """The map in that format."""
    from argmap import formats

    if kind in formats.PICTURES or kind == "dot":
        from argmap.formats import dot
        from argmap.render import draw

        source = dot.dump(document, _look(document, args))
        return source if kind == "dot" else draw(source, kind)
    module = formats.by_name(kind)
    if kind in ("yaml", "json"):
        return str(module.dump(document, with_source=args.with_source))
    return str(module.dump(document))


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
