"""Options that choose a part of a map."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.cli.numbers import count

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.views.outline import Options

KINDS = ("position", "support", "attack", "undercut", "contradict", "implicit")


def add(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--focus", metavar="ID", help="only this claim and what is below it")
    parser.add_argument("--speaker", metavar="NAME", help="only what this speaker holds")
    parser.add_argument("--tag", metavar="TAG", help="only claims with this tag")
    parser.add_argument("--text", metavar="WORDS", help="only claims that have all these words")
    parser.add_argument("--kind", choices=KINDS, help="only claims of this kind")
    parser.add_argument("--depth", type=count, metavar="N", help="only so many levels below")


def picks(args: argparse.Namespace) -> bool:
    """Whether a part is asked for."""
    names = ("focus", "speaker", "tag", "text", "kind")
    return args.depth is not None or any(getattr(args, name) for name in names)


def picked(
    documents: Iterable[tuple[str, Document]], args: argparse.Namespace
) -> Iterator[tuple[str, Document, Options]]:
    """Each document with the options for its tree. Of several files those are passed over that
    do not know a name; raises `lookup.Unknown` where none of them knows it."""
    from argmap.views.lookup import Unknown

    unknown: list[Unknown] = []
    known = False
    for file, document in documents:
        try:
            options = _options(document, args)
        except Unknown as problem:
            unknown.append(Unknown(f"{file}: {problem}", problem.likeness))
        else:
            known = True
            yield file, document, options
    if unknown and not known:
        raise max(unknown, key=lambda one: one.likeness)


def _options(document: Document, args: argparse.Namespace) -> Options:
    from argmap.views import lookup
    from argmap.views.outline import Options

    return Options(
        focus=lookup.claim(document, args.focus) if args.focus else "",
        speaker=lookup.speaker(document, args.speaker) if args.speaker else "",
        tag=lookup.tag(document, args.tag) if args.tag else "",
        depth=args.depth,
        text=args.text or "",
        kind=args.kind or "",
        by=getattr(args, "by", "position"),
        sort=getattr(args, "sort", "text"),
    )
