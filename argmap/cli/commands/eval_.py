"""`argmap eval`: which claims stand, for whom, and why."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.evaluation.saved import WhatIf
    from argmap.evaluation.standing import Evaluation
    from argmap.workspace import Loaded

HELP = "Tell which claims stand in a map, why, and what would change that."
EXAMPLES = """
argmap eval talks.argmap                       the positions: what stands, and why in a line
argmap eval talks.argmap --tree                the whole tree with what became of each claim
argmap eval talks.argmap --why outweigh        the part of the map that this rests on
argmap eval talks.argmap --without rust --grant repair     what if?
argmap eval talks.argmap --as wang             granted what Wang asserts, without what he denies
argmap eval talks.argmap --compare wang blinken
argmap eval talks.argmap --audience safety,cost            for readers who put safety first
argmap eval talks.argmap --flip outweigh       the smallest changes that would flip it
argmap eval talks.argmap --without rust --save "no rust"   kept in the front matter, by name
argmap eval talks.argmap --require outweigh=stands         code 1 unless it does
"""
STATUSES = ("stands", "rejected", "unsupported", "contested", "aside")
POLICIES = ("balanced", "strict", "lenient")
MODELS = ("dfquad", "energy", "euler", "categoriser")


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint

    parser.add_argument("file", metavar="FILE", help="an annotated article; - for input")
    parser.add_argument("--policy", choices=POLICIES,
                        help="balanced (default): an unanswered reason and an unanswered objection "
                        "leave a claim contested; strict: any standing objection rejects; "
                        "lenient: a claim needs no reason that stands")  # fmt: skip
    what = parser.add_argument_group("what if")
    what.add_argument("--as", metavar="SPEAKER", dest="speaker", help="take their side")
    what.add_argument("--without", metavar="ID", action="append", default=[],
                      help="set a claim aside")  # fmt: skip
    what.add_argument("--grant", metavar="ID", action="append", default=[],
                      help="grant a claim: it needs no reason")  # fmt: skip
    what.add_argument("--audience", metavar="TAGS",
                      help="values by their tags, the highest first, as in safety,cost: an "
                      "objection of a lower one does not count against a higher one")  # fmt: skip
    what.add_argument("--what-if", metavar="NAME", help="one that is kept in the front matter")
    what.add_argument("--save", metavar="NAME", help="keep this what-if there")
    what.add_argument("--forget", metavar="NAME", help="take a kept one out")
    asked = parser.add_argument_group("questions")
    asked.add_argument("--all", action="store_true", help="every claim, not only the positions")
    asked.add_argument("--tree", action="store_true", help="the tree, with what became of each")
    asked.add_argument("--why", metavar="ID", action="append", default=[], help="why it is so")
    asked.add_argument("--compare", nargs=2, metavar=("A", "B"), help="the views of two speakers")
    asked.add_argument("--linchpins", action="store_true",
                       help="single claims whose removal flips a position")  # fmt: skip
    asked.add_argument("--flip", metavar="ID", action="append", default=[],
                       help="what it would take: all changes of one move, and of two")  # fmt: skip
    asked.add_argument("--dropped", action="store_true",
                       help="what each speaker left unanswered")  # fmt: skip
    asked.add_argument("--strength", metavar="MODEL", nargs="?", choices=MODELS, const="dfquad",
                       help="how strong, from 0 to 1: dfquad (default), energy, euler, "
                       "categoriser")  # fmt: skip
    asked.add_argument("--require", metavar="ID=STATUS", action="append", default=[],
                       help="code 1 unless a claim stands (is rejected, unsupported, contested, "
                       "aside)")  # fmt: skip
    parser.add_argument("--ids", action="store_true", help="show the claims' ids")
    parser.add_argument("--width", type=int, metavar="CELLS", help="wrap at this width")
    parser.add_argument("--ascii", action="store_true", help="draw with plain characters")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    paint.add(parser)


def run(args: argparse.Namespace) -> int:
    from argmap.document import Document
    from argmap.edits import CannotEdit
    from argmap.evaluation.saved import BadWhatIf
    from argmap.views.lookup import Unknown
    from argmap.visible import visible
    from argmap.workspace import read

    loaded = read(args.file)
    document = Document.of(loaded.text)
    try:
        layer = _layer(document, args)
        wanted = _required(document, args.require)
        asked = _named(document, args)
        if args.save or args.forget:
            document = _kept(document, loaded, layer, args)
    except Unknown as unknown:
        print(f"argmap: {visible(args.file, keep='')}: {visible(str(unknown))}", file=sys.stderr)
        return 2
    except BadWhatIf as bad:
        _show_bad(args.file, document, bad)
        return 2
    except CannotEdit as no:
        hint = f" {no.hint}" if no.hint else ""
        print(f"argmap: {visible(f'{no}.{hint}', keep='')}", file=sys.stderr)
        return 2
    evaluation = layer.of(document)
    _answer(document, evaluation, layer, asked)
    return _judged(args.file, evaluation, wanted)


def _layer(document: Document, args: argparse.Namespace) -> WhatIf:
    """The what-if that the options ask for, over one that is kept."""
    from argmap.evaluation.saved import WhatIf, named, names
    from argmap.views import lookup

    if args.forget and args.forget not in names(document):
        named(document, args.forget)  # says which there are
    kept = named(document, args.what_if) if args.what_if else WhatIf()
    without = [lookup.claim(document, name) for name in args.without]
    grant = [lookup.claim(document, name) for name in args.grant]
    speaker = lookup.speaker(document, args.speaker) if args.speaker else kept.speaker
    return WhatIf(
        tuple(dict.fromkeys((*kept.without, *without))),
        tuple(dict.fromkeys((*kept.grant, *grant))),
        speaker,
        args.policy or kept.policy,
        tuple(lookup.tag(document, one) for one in args.audience.split(","))
        if args.audience
        else kept.audience,
    )


def _named(document: Document, args: argparse.Namespace) -> argparse.Namespace:
    """The options with ids in the place of what the user calls claims and speakers."""
    from argmap.views import lookup

    found = argparse.Namespace(**vars(args))
    found.why = [lookup.claim(document, name) for name in args.why]
    found.flip = [lookup.claim(document, name) for name in args.flip]
    found.compare = [lookup.speaker(document, name) for name in args.compare or ()]
    return found


def _required(document: Document, asked: list[str]) -> list[tuple[str, str]]:
    from argmap.views import lookup

    found: list[tuple[str, str]] = []
    for one in asked:
        name, _, status = one.rpartition("=")
        if not name or status not in STATUSES:
            raise lookup.Unknown(
                f"`{one[:60]}` requires nothing. Write ID=STATUS, with one of {', '.join(STATUSES)}"
            )
        found.append((lookup.claim(document, name), status))
    return found


def _judged(file: str, evaluation: Evaluation, wanted: list[tuple[str, str]]) -> int:
    from argmap.visible import visible

    code = 0
    for claim, status in wanted:
        found = evaluation.statuses[claim].replace("set aside", "aside")
        if found != status:
            told = (
                f"{file}: `{claim}` is required to be `{status}`, but in this map it is `{found}`"
            )
            print(f"argmap: {visible(told, keep='')}", file=sys.stderr)
            code = 1
    return code


def _kept(document: Document, loaded: Loaded, layer: WhatIf, args: argparse.Namespace) -> Document:
    """Writes or forgets a what-if in the file; the Document after that."""
    from argmap import edits
    from argmap.evaluation.saved import KEY
    from argmap.visible import visible
    from argmap.workspace import save

    name = args.save or args.forget
    if args.file == "-":
        raise edits.CannotEdit("what comes by standard input cannot be written back")
    if args.save and not layer.entries():
        raise edits.CannotEdit(
            "there is nothing to keep", "Say --without, --grant, --as or --audience."
        )
    entries = layer.entries() if args.save else {}
    after = document
    for claim in (*layer.without, *layer.grant) if args.save else ():
        after = after.edit(edits.name(after, claim))  # an id made of words changes with them
    after = after.edit(edits.save_entry(after, KEY, name, entries))
    if after.text != document.text:
        save(args.file, loaded.data(after.text), expected=loaded.signature)
        done = f"kept as `{name}`" if args.save else f"`{name}` is forgotten"
        print(f"{visible(args.file, keep='')}: {visible(done, keep='')}", file=sys.stderr)
    return after


def _show_bad(file: str, document: Document, bad: Exception) -> None:
    from argmap.evaluation.saved import BadWhatIf
    from argmap.visible import visible

    assert isinstance(bad, BadWhatIf)
    place = f":{bad.line}:{bad.column}" if bad.line else ""
    print(f"argmap: {visible(f'{file}{place}: {bad}', keep='')}", file=sys.stderr)
    if bad.line:
        line = document.lines.span(bad.line).of(document.text)
        print(f"    {visible(line, keep='')}", file=sys.stderr)
        print("    " + " " * (bad.column - 1) + "^", file=sys.stderr)
    if bad.hint:
        print(f"    help: {bad.hint}", file=sys.stderr)


def _answer(
    document: Document, evaluation: Evaluation, layer: WhatIf, args: argparse.Namespace
) -> None:
    if args.json:
        import json

        from argmap.cli.standing_data import plain

        print(json.dumps(plain(document, evaluation, layer, args), indent=2))
        return
    from argmap.cli.answers import answers

    for line in answers(document, evaluation, layer, args):
        print(line)
