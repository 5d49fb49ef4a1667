"""`python -m tests.bench`: what argmap costs, beside its peers, and how that grows."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.bench.asked import CLAIMS, SIZES, Asked
from tests.bench.rows import Part, lines, plain

PARTS = (
    "startup",
    "prose",
    "claims",
    "hostile",
    "parsing",
    "edits",
    "many",
    "aif",
    "pictures",
)


def main() -> None:
    args = _arguments()
    sizes = {name: SIZES[name] for name in args.sizes.split(",")}
    claims = tuple(int(one) for one in args.claims.split(","))
    found: list[Part] = []
    with tempfile.TemporaryDirectory() as folder:
        asked = Asked(sizes, claims, args.runs, Path(folder))
        for name in args.parts or PARTS:
            fresh = import_module(f"tests.bench.{name}").run(asked)
            found += fresh
            for part in fresh:
                print("\n".join(lines(part)), flush=True)
    if args.json:
        Path(args.json).write_text(json.dumps(plain(found), indent=1) + "\n", "utf-8")
    if args.plot:
        from tests.bench.plot import comparison, growing

        Path(args.plot, "growth.svg").write_text(growing(found), "utf-8")
        Path(args.plot, "comparison.svg").write_text(comparison(found), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", metavar="PART", nargs="*", help=f"of {', '.join(PARTS)} (all)")
    parser.add_argument("--sizes", default=",".join(SIZES), help="of prose, by commas")
    parser.add_argument("--claims", default=",".join(map(str, CLAIMS)), help="counts, by commas")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command (3)")
    parser.add_argument("--json", metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--plot", metavar="FOLDER", help="draw growth.svg and comparison.svg")
    args = parser.parse_args()
    if unknown := [part for part in args.parts if part not in PARTS]:
        sys.exit(f"no part of the bench is called {unknown[0]}; there are {', '.join(PARTS)}")
    return args


if __name__ == "__main__":
    main()
