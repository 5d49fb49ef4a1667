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


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint, picking
    from argmap.cli.numbers import size

    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("--by", choices=("position", "speaker", "heading"), default="position",
                        help="group the positions")  # fmt: skip
    picking.add(parser)
    parser.add_argument("--sort", choices=("text", "size", "name"), default="text",
                        help="order of the positions: of the text, by size, by name")  # fmt: skip
    parser.add_argument("--ids", action="store_true", help="show the claims' ids")
    parser.add_argument("--width", type=size, metavar="CELLS", help="wrap at this width")
    parser.add_argument("--ascii", action="store_true", help="draw with plain characters")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    paint.add(parser)


def run(args: argparse.Namespace) -> int:
    from argmap.cli.inputs import Headings, Inputs, tell
    from argmap.cli.picking import picked
    from argmap.views.lookup import Unknown

    inputs = Inputs(args.files)
    heading = Headings(inputs.files)
    rows: list[dict[str, object]] = []
    try:
        for file, document, options in picked(inputs.documents(), args):
            if args.json:
                rows += _json(file, document, options)
                continue
            heading(file)
            _print(document, options, args)
    except Unknown as unknown:
        tell(unknown)
        return 2
    if args.json:
        import json

        print(json.dumps(rows, indent=2))
    return inputs.code()


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
