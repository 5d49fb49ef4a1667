"""`argmap stats`: how much is marked, and what is still open."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.views.stats import Stats

HELP = "Count claims and steps, the share of marked sentences, and what is still open."
EXAMPLES = """
argmap stats talks.argmap
argmap stats talks.argmap --list      also which sentences and claims these are
argmap stats maps/ --json
"""
COUNTS = ("claims", "positions", "implicit", "occurrences", "supports", "attacks", "undercuts",
          "contradictions", "linked", "depth", "sentences", "marked")  # fmt: skip


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="articles, folders; - for input")
    parser.add_argument("--list", action="store_true", help="list what is open")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    from argmap.cli.inputs import Headings, Inputs
    from argmap.views.stats import stats

    inputs = Inputs(args.files)
    heading = Headings(inputs.files)
    found: list[dict[str, object]] = []
    for file, document in inputs.documents():
        counted = stats(document)
        if args.json:
            found.append({"file": file, **_plain(document, counted)})
            continue
        heading(file)
        _print(document, counted, args.list)
    if args.json:
        import json

        print(json.dumps(found, indent=2))
    return inputs.code()


def _plain(document: Document, counted: Stats) -> dict[str, object]:
    article = document.article
    return {
        **{name: getattr(counted, name) for name in COUNTS},
        "share": round(counted.share, 4),
        "speakers": counted.speakers,
        "unmarked": [
            {"start": span.start, "end": span.end, "text": span.of(article)}
            for span in counted.unmarked
        ],
        "groundless": list(counted.groundless),
        "unanswered": list(counted.unanswered),
    }


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"


def _print(document: Document, counted: Stats, whole: bool) -> None:
    from argmap.visible import visible

    steps = counted.supports + counted.attacks + counted.undercuts + counted.contradictions
    rows = [
        ("claims", counted.claims, f"{_many(counted.positions, 'position')}, "
                                   f"{counted.implicit} not in the text, "
                                   f"{_many(counted.occurrences, 'mark')}"),
        ("steps", steps, f"{counted.supports} support, {counted.attacks} attack, "
                         f"{counted.undercuts} undercut, {counted.contradictions} contradict; "
                         f"{counted.linked} with linked premises"),
        ("depth", counted.depth, "levels below the positions"),
        ("sentences", counted.sentences, f"{counted.marked} marked, {counted.share:.0%}"),
        ("without a reason", len(counted.groundless), "claims that nothing supports"),
        ("unanswered", len(counted.unanswered), "objections that nothing answers"),
    ]  # fmt: skip
    for name, count, rest in rows:
        print(f"{name:<17} {count:>5}  {rest}")
    for who, count in counted.speakers.items():
        name = visible(document.map.speakers[who].name, keep="")
        print(f"  {name}: {count} {'claim' if count == 1 else 'claims'}")
    if whole:
        _lists(document, counted)


def _lists(document: Document, counted: Stats) -> None:
    from argmap.visible import visible

    article = document.article
    found = document.map
    for title, lines in (
        ("Sentences without a mark", [" ".join(s.of(article).split()) for s in counted.unmarked]),
        ("Claims without a reason", [f"#{c} {document.wording(c)}" for c in counted.groundless]),
        (
            "Objections without an answer",
            [
                f"{' & '.join(f'#{name}' for name in found.steps[s].premises)}: "
                f"{document.wording(found.steps[s].premises[0])}"
                for s in counted.unanswered
            ],
        ),
    ):
        if lines:
            print(f"\n{title}")
        for line in lines:
            print(f"  {visible(line, keep='')}")
