"""`argmap schema`: the JSON Schema of exported maps."""

from __future__ import annotations

import argparse

HELP = "Print the JSON Schema of maps exported as YAML or JSON."
EXAMPLES = """
argmap schema > argmap.schema.json     beside exported maps: editors then explain their entries
"""


def add(parser: argparse.ArgumentParser) -> None:
    del parser  # no options


def run(args: argparse.Namespace) -> int:
    del args
    from importlib.resources import files

    print(files("argmap.formats").joinpath("schema.json").read_text("utf-8"), end="")
    return 0
