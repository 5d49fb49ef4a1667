"""Every command that reads a file, in every way it can be called: found from its parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from argmap.cli.main import COMMANDS, parser_of

READ = {"FILE", "ARTICLE", "OLD", "NEW", "IN", "ID or FILE"}
"""What stands for a file that is read, in a parser."""
WRITTEN = {"OUT"}
REWRITES = {"update"}
"""The commands that write to the file that they read."""
OTHER = {"SCHEME"}
"""What stands for something else, where a command wants it without an option."""


def positionals(name: str) -> list[argparse.Action]:
    parser = parser_of(name).parser
    return [one for one in parser._actions if not one.option_strings and not one.choices]


def readers() -> list[str]:
    """The commands that read a file whose name they are given."""
    return [
        name
        for name in COMMANDS
        if any(one.metavar in READ for one in parser_of(name).parser._actions)
    ]


def plain(name: str, file: str, out: str) -> list[str]:
    """The command on a file, and to a file where it has to be."""
    words: list[str] = []
    for action in positionals(name):
        if action.metavar in READ:
            words.append(file)
        elif action.metavar in WRITTEN:
            words.append(out)
    for action in parser_of(name).parser._actions:
        if action.option_strings and action.metavar in READ:
            return [name, action.option_strings[-1], file]
    return [name, "--", *words]


def ways(name: str, file: str, out: str, value: str) -> Iterator[list[str]]:
    """The command with each of its options: each choice, each flag, `value` for any words."""
    _, *rest = plain(name, file, out)
    for action in parser_of(name).parser._actions:
        if not action.option_strings or isinstance(action, argparse._HelpAction):
            continue
        option = action.option_strings[-1]
        if action.metavar in WRITTEN:
            continue
        if action.choices:
            yield from ([name, option, str(choice), *rest] for choice in action.choices)
        elif action.nargs == 0:
            yield [name, option, *rest]
        elif action.metavar not in READ:
            count = action.nargs if isinstance(action.nargs, int) else 1
            if count == 1:
                yield [name, f"{option}={value}", *rest]
            else:
                yield [name, option, *[value] * count, *rest]
