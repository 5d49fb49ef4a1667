"""`argmap config`: the settings of the terminal interface."""

from __future__ import annotations

import argparse
import json
import sys

HELP = "Show the settings, where they are written, or the schema of that file."
EXAMPLES = """
argmap config path                         where the file is, or would be
argmap config show > "$(argmap config path)"    begin one with the defaults
argmap config schema                       for editors that complete TOML
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("show", "path", "schema"), help="what to print")


def run(args: argparse.Namespace) -> int:
    from argmap.tui import config
    from argmap.visible import visible
    from argmap.workspace import Unreadable

    try:
        if args.what == "path":
            print(visible(str(config.path()), keep=""))
        elif args.what == "schema":
            print(json.dumps(config.schema(), indent=2))
        else:
            print(visible(config.shown(config.load())), end="")
    except (config.BadConfig, Unreadable, RuntimeError) as fault:
        print(f"argmap: {visible(str(fault))}", file=sys.stderr)
        return 2
    return 0
