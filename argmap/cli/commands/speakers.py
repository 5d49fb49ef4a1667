"""`argmap speakers`: who holds what."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document

HELP = "Show who asserts, restates and denies what, and where speakers disagree."
EXAMPLES = """
argmap speakers talks.argmap
argmap speakers talks.argmap --table
argmap speakers talks.argmap --json
"""
SIGNS = {"asserts": "+", "restates": "=", "denies": "-"}


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli.numbers import size

    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("--table", action="store_true", help="only the table claim by speaker")
    parser.add_argument("--width", type=size, metavar="CELLS", help="wrap at this width")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    import shutil

    from argmap.cli.inputs import Headings, Inputs

    inputs = Inputs(args.files)
    heading = Headings(inputs.files)
    found: list[dict[str, object]] = []
    for file, document in inputs.documents():
        if args.json:
            found.append({"file": file, **_plain(document)})
            continue
        heading(file)
        cells = args.width or shutil.get_terminal_size((80, 24)).columns
        if not args.table:
            _lists(document, cells)
        _table(document, cells)
    if args.json:
        import json

        print(json.dumps(found, indent=2))
    return inputs.code()


def _lists(document: Document, cells: int) -> None:
    from argmap.cli.drawing import wrapped
    from argmap.views.holdings import by_speaker
    from argmap.visible import visible

    names = {who.id: who.name for who in document.map.speakers.values()}
    for held in by_speaker(document):
        aliases = f" ({', '.join(held.aliases)})" if held.aliases else ""
        print(visible(f"{held.name} @{held.speaker}{aliases}", keep=""))
        for one in held.holdings:
            words = f"{one.stance} “{document.wording(one.claim)}”"
            if one.with_others:
                words += " with " + ", ".join(names[who] for who in one.with_others)
            if one.via:
                words += " via " + ", ".join(names.get(who, who) for who in one.via)
            first, *rest = wrapped(visible(words, keep=""), max(20, cells - 6))
            print(f"  {SIGNS[one.stance]} {first}")
            for line in rest:
                print(f"    {line}")
        if not held.holdings:
            print("    holds no marked claim")
        print()


def _table(document: Document, cells: int) -> None:
    """Claim by speaker, one column each; speakers are numbered so that many fit."""
    from argmap.cells import cut
    from argmap.views.holdings import table
    from argmap.visible import visible

    lines = table(document)
    columns = [who for who in document.map.speakers if any(who in line.stances for line in lines)]
    if not columns:
        return
    print("Who holds which claim: + asserts, = restates, - denies, ! they disagree")
    for number, who in enumerate(columns, 1):
        print(f"  {number:>2} {visible(document.map.speakers[who].name, keep='')}")
    size = len(str(len(columns))) + 1
    print("  " + "".join(f"{number:>{size}}" for number in range(1, len(columns) + 1)))
    for line in lines:
        signs = "".join(f"{SIGNS.get(line.stances.get(who, ''), '·'):>{size}}" for who in columns)
        mark = "!" if line.disputed else " "
        words = visible(document.wording(line.claim), keep="")
        print(f"  {signs} {mark} {cut(words, max(20, cells - len(signs) - 6))}")


def _plain(document: Document) -> dict[str, object]:
    from argmap.views.holdings import by_speaker, table

    return {
        "speakers": [
            {
                "id": held.speaker,
                "name": held.name,
                "aliases": list(held.aliases),
                "holds": [
                    {
                        "claim": one.claim,
                        "stance": one.stance,
                        "with": list(one.with_others),
                        "via": list(one.via),
                    }
                    for one in held.holdings
                ],
            }
            for held in by_speaker(document)
        ],
        "claims": [
            {"claim": line.claim, "stances": line.stances, "disputed": line.disputed}
            for line in table(document)
        ],
    }
