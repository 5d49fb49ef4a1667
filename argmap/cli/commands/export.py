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
    from argmap.evaluation.standing import Evaluation
    from argmap.formats.ledger import Report

Files = Mapping[str, "str | bytes"]
"""What a map becomes: the content of each file by its suffix, the map itself first."""

HELP = "Write maps as a web page, YAML, JSON, Graphviz and more, or draw them as SVG, PNG or PDF."
EXAMPLES = """
argmap export talks.argmap -f yaml
argmap export talks.argmap -o talks.svg
argmap export talks.argmap -o talks.html             a page for a browser, in one file
argmap export maps/*.argmap -f svg -o pictures/      one file each
argmap export talks.argmap -o wang.png --speaker wang --direction LR
argmap export talks.argmap -f markdown --focus outweigh --depth 2
"""
STATUSES = ("html", "yaml", "json", "dot", "svg", "png", "pdf")
"""What can show the status of each claim: the formats with the option `standing`, and pictures."""
FRAMEWORKS = ("af", "tgf", "apx")
LOOK = {"direction": "BT", "label_length": 160, "color_by": "speaker", "group": "none",
        "no_legend": False}  # fmt: skip


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import picking
    from argmap.cli.known import Names, writable
    from argmap.cli.numbers import size
    from argmap.formats import PICTURES

    names = Names((*writable(), *PICTURES))
    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("-f", "--format", choices=names, help="else by the suffix of OUT")
    parser.add_argument("-o", "--out", metavar="OUT", help="a file, or a folder for several")
    force = "overwrite files that exist; export in spite of merge conflicts"
    parser.add_argument("--force", action="store_true", help=force)
    accounts.add_options(parser)
    parser.add_argument("--dialogue", action="store_true", help="AIF: with who said what when")
    source = "YAML, JSON: with the annotated text, for `import --source`"
    parser.add_argument("--with-source", action="store_true", help=source)
    status = (
        "HTML, YAML, JSON, Graphviz, pictures: what became of each claim, as `argmap eval` has it"
    )
    parser.add_argument("--with-status", action="store_true", help=status)
    policy = "how reasons and objections weigh (balanced); for af, tgf and apx too"
    parser.add_argument("--policy", choices=("balanced", "strict", "lenient"), help=policy)
    parser.add_argument("--what-if", metavar="NAME", help="with this what-if of the file")
    picking.add(parser.add_argument_group("a part of the map, in any format"))
    look = parser.add_argument_group("pictures and Graphviz")
    look.add_argument("--direction", choices=("BT", "TB", "LR", "RL"),
                      help="where arrows point (BT: positions on top); Mermaid too")  # fmt: skip
    look.add_argument("--label-length", type=size, metavar="N", help="cut longer texts (160)")
    look.add_argument("--color-by", choices=("speaker", "kind", "tag", "none"),
                      help="what colours stand for (speaker)")  # fmt: skip
    look.add_argument("--group", choices=("none", "heading", "speaker"),
                      help="frames round claims of a heading or a speaker (none)")  # fmt: skip
    look.add_argument("--no-legend", action="store_true", default=None, help="leave it out")


def run(args: argparse.Namespace) -> int:
    from argmap import formats
    from argmap.cli.inputs import Inputs, tell
    from argmap.cli.picking import picked
    from argmap.rules.merge_conflict import check as torn_at
    from argmap.views.outline import part

    kind = args.format or formats.by_suffix(args.out or "")
    if wrong := _misuse(kind, args):
        tell(wrong)
        return 2
    inputs = Inputs(args.files)
    if wrong := _clash(inputs.files, args.out):
        tell(wrong)
        return 2
    code = 0
    try:
        for file, document, options in picked(inputs.documents(), args):
            if any(torn_at(document)) and not args.force:
                tell(f"{file}: it holds the markers of a merge conflict; mend it, or add --force")
                code = 1
                continue
            standing = _standing(document, args)
            made = written(file, part(document, options), kind, args, standing)
            if made is None:
                code = 1
                continue
            _write(_targets(file, made, args.out), args.force)
    except _expected() as problem:
        tell(problem)
        return 2
    return inputs.code(code)


def _expected() -> tuple[type[Exception], ...]:
    """What may go wrong that is no fault of ours; imported when something did."""
    from argmap.evaluation.saved import BadWhatIf
    from argmap.render import Failed, Missing
    from argmap.views.lookup import Unknown

    return Missing, Failed, Unknown, BadWhatIf


def _misuse(kind: str, args: argparse.Namespace) -> str:
    """What is wrong with the options together, or nothing."""
    from argmap import formats
    from argmap.cli.picking import picks

    if not kind:
        return "say which format with -f, or by the suffix of OUT (.yaml, .svg …)"
    if kind in formats.PICTURES and args.out in (None, "-") and sys.stdout.isatty():
        return "a picture is not for a terminal; use -o FILE"
    if args.with_source and kind not in ("yaml", "json"):
        return f"--with-source is for yaml and json; {kind} cannot hold the annotated text"
    if args.with_status and kind not in STATUSES:
        return f"--with-status is for {', '.join(STATUSES)}, not for {kind}"
    if args.what_if and not args.with_status:
        return "--what-if goes with --with-status"
    if args.policy and not (args.with_status or kind in FRAMEWORKS):
        return "--policy goes with --with-status, or with af, tgf and apx"
    if args.with_source and picks(args):
        return "--with-source is for the whole map, not for a part of it"
    if kind == "dot" or kind in formats.PICTURES:
        return ""
    for name in LOOK:
        if getattr(args, name) is not None and (name, kind) != ("direction", "mermaid"):
            return f"--{name.replace('_', '-')} is for pictures and Graphviz, not for {kind}"
    return ""


def _clash(files: tuple[str, ...], out: str | None) -> str:
    """Why several files cannot be written there, or nothing."""
    if len(files) < 2:
        return ""
    if not out or not os.path.isdir(out):
        return "several files need a folder: -o FOLDER"
    stems: dict[str, str] = {}
    for file in files:
        if (other := stems.setdefault(_stem(file), file)) != file:
            return f"{other} and {file} would become one file in {out}; export one at a time"
    return ""


def _stem(file: str) -> str:
    return "map" if file == "-" else os.path.splitext(os.path.basename(file))[0]


def _write(targets: list[tuple[str | None, str | bytes]], force: bool) -> None:
    from argmap.visible import visible
    from argmap.workspace import write_out

    for out, data in targets:
        write_out(out, data, force=force)
        if out not in (None, "-"):
            print(f"wrote {visible(str(out), keep='')}", file=sys.stderr)


def _targets(file: str, made: Files, out: str | None) -> list[tuple[str | None, str | bytes]]:
    """Where each file goes: the map to OUT itself, what belongs to it beside. Printed is the map
    alone."""
    from argmap.formats.carrying import placed

    if out and os.path.isdir(out):
        return [(os.path.join(out, _stem(file) + suffix), data) for suffix, data in made.items()]
    if out in (None, "-"):
        return [(out, next(iter(made.values())))]
    return [*placed(out, made)]


def _standing(document: Document, args: argparse.Namespace) -> Evaluation | None:
    """What became of each claim of the whole map, where that is asked for."""
    if not args.with_status:
        return None
    from dataclasses import replace

    from argmap.evaluation.saved import WhatIf, named

    layer = named(document, args.what_if) if args.what_if else WhatIf()
    return replace(layer, policy=args.policy or layer.policy).of(document)


def written(
    file: str,
    document: Document,
    kind: str,
    args: argparse.Namespace,
    standing: Evaluation | None = None,
) -> Files | None:
    """The map in that format; None where --strict forbids it."""
    from argmap import formats
    from argmap.formats.carrying import give, pictured

    looks = {name: getattr(args, name) for name in LOOK if getattr(args, name) is not None}
    if kind in formats.PICTURES or kind == "dot":
        if not _allowed(pictured(document), file, kind, args):
            return None
        return drawn(document, kind, {**LOOK, **looks}, standing)
    asked = {"with_source": args.with_source, "dialogue": args.dialogue, "standing": standing,
             "policy": args.policy or "balanced"}  # fmt: skip
    given = give(kind, document, **asked, **looks)
    return given.files if _allowed(given.report, file, kind, args) else None


def _allowed(report: Report, file: str, kind: str, args: argparse.Namespace) -> bool:
    """Tells what is kept and lost, and whether --strict allows that."""
    from argmap.cli.inputs import tell

    accounts.tell(report, args.report, {"file": file, "format": kind})
    if args.strict and not report.lossless:
        tell("nothing was written, because something is lost (--strict)")
        return False
    return True


def drawn(
    document: Document, kind: str, look: Mapping[str, object], standing: Evaluation | None
) -> Files:
    """The map as a picture, or as Graphviz's own text."""
    from argmap.cli.inputs import tell
    from argmap.formats.dot import Look, dump, too_wide
    from argmap.render import draw

    plain = look["direction"] == LOOK["direction"] and look["group"] == LOOK["group"]
    columns = plain and too_wide(document)
    if columns:
        tell("too many boxes for one row: they stand in columns by depth, positions at the left")
    source = dump(
        document,
        Look(
            str(look["direction"]),
            max(8, int(str(look["label_length"]))),
            str(look["color_by"]),
            str(look["group"]),
            not look["no_legend"],
            standing,
            columns=columns,
        ),
    )
    return {f".{kind}": source if kind == "dot" else draw(source, kind)}
