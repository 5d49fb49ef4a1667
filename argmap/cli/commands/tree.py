"""`argmap tree`: the argument tree of an article."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.views.outline import Options, Row

HELP = "Print the argument tree: positions, and below them reasons and objections."
EXAMPLES = """
argmap tree talks.argmap
argmap tree talks.argmap --speaker wang --ids
argmap tree talks.argmap --by speaker --depth 1
argmap tree talks.argmap --kind attack
argmap tree talks.argmap --focus outweigh
argmap talks.argmap                        the same, where there is no terminal
"""

KINDS = ("position", "support", "attack", "undercut", "contradict", "implicit")


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint

    parser.add_argument("files", metavar="FILE", nargs="+", help="annotated articles; - for input")
    parser.add_argument("--by", choices=("position", "speaker", "heading"), default="position",
                        help="group the positions")  # fmt: skip
    parser.add_argument("--speaker", metavar="NAME", help="only what this speaker holds")
    parser.add_argument("--tag", metavar="TAG", help="only claims with this tag")
    parser.add_argument("--text", metavar="WORDS", help="only claims that have all these words")
    parser.add_argument("--kind", choices=KINDS, help="only claims of this kind")
    parser.add_argument("--sort", choices=("text", "size", "name"), default="text",
                        help="order of the positions: of the text, by size, by name")  # fmt: skip
    parser.add_argument("--focus", metavar="ID", help="only this claim and what is below it")
    parser.add_argument("--depth", type=int, metavar="N", help="only so many levels below")
    parser.add_argument("--ids", action="store_true", help="show the claims' ids")
    parser.add_argument("--width", type=int, metavar="CELLS", help="wrap at this width")
    parser.add_argument("--ascii", action="store_true", help="draw with plain characters")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    paint.add(parser)


def run(args: argparse.Namespace) -> int:
    from argmap.document import Document
    from argmap.views.lookup import Unknown
    from argmap.visible import visible
    from argmap.workspace import expand, read

    files = list(expand(args.files))
    rows: list[dict[str, object]] = []
    for number, file in enumerate(files):
        document = Document.of(read(file).text)
        try:
            options = _options(args, document)
        except Unknown as unknown:
            print(f"argmap: {visible(file, keep='')}: {visible(str(unknown))}", file=sys.stderr)
            return 2
        if args.json:
            rows += _json(file, document, options)
            continue
        if len(files) > 1:
            print(("\n" if number else "") + visible(file, keep=""))
        _print(document, options, args)
    if args.json:
        import json

        print(json.dumps(rows, indent=2))
    return 0


def _options(args: argparse.Namespace, document: Document) -> Options:
    from argmap.views import lookup
    from argmap.views.outline import Options

    return Options(
        lookup.claim(document, args.focus) if args.focus else "",
        lookup.speaker(document, args.speaker) if args.speaker else "",
        (args.tag or "").removeprefix("."),
        args.depth,
        args.by,
        args.text or "",
        args.kind or "",
        args.sort,
    )


def _print(document: Document, options: Options, args: argparse.Namespace) -> None:
    import shutil

    from argmap.cli.drawing import ASCII, DRAWN, Drawing
    from argmap.cli.paint import Paint
    from argmap.views.outline import Walk, groups
    from argmap.visible import visible

    cells = args.width or shutil.get_terminal_size((80, 24)).columns
    paint = Paint(args.color)
    walk = Walk(document, options)
    empty = True
    for group in groups(document, options):
        if group.title:
            print(("" if empty else "\n") + paint(visible(group.title, keep=""), "bold"))
        for root in group.roots:
            drawing = Drawing(ASCII if args.ascii else DRAWN, cells, paint)
            for line in drawing.draw(walk.below(root), labels(document, args.ids)):
                print(line)
            empty = False
    if empty:
        print("argmap: there is no claim to show", file=sys.stderr)


def labels(document: Document, ids: bool) -> Callable[[Row], str]:
    """What a row says: the claim's words, who holds it, and what is special about it."""
    from argmap.visible import visible

    found = document.map
    mixed = any(claim.in_text for claim in found.claims.values())

    def label(row: Row) -> str:
        claim = found.claims[row.claim]
        parts = [f"#{claim.id}"] if ids else []
        parts.append(document.wording(claim.id))
        if who := ", ".join(found.speakers[name].name for name in found.holders(claim.id)):
            parts.append(f"[{who}]")
        if mixed and not claim.in_text:
            parts.append("(not in the text)")
        if row.ring:
            parts.append("(leads back to itself)")
        elif row.again:
            parts.append("(see above)")
        return visible(" ".join(parts), keep="")

    return label


def _json(file: str, document: Document, options: Options) -> Iterable[dict[str, object]]:
    from argmap.views.outline import outline

    for row in outline(document, options):
        found: dict[str, object] = {"file": file, **row._asdict()}
        found["text"] = document.wording(row.claim)
        found["speakers"] = list(document.map.holders(row.claim))
        yield found
