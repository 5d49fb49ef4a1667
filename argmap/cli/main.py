"""Finds the command, parses its arguments, and turns expected failures into one message."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, cast

from argmap.visible import visible

COMMANDS = {
    "new": "new",
    "check": "check",
    "tree": "tree",
    "speakers": "speakers",
    "stats": "stats",
    "eval": "eval_",
    "solve": "solve",
    "schemes": "schemes",
    "diff": "diff",
    "update": "update",
    "export": "export",
    "import": "import_",
    "convert": "convert",
    "schema": "schema",
    "strip": "strip",
    "escape": "escape",
    "recover": "recover",
    "config": "config",
    "completion": "completion",
}

INTRO = """\
Mark who claims what in an article's own text, and see the argument tree.

  argmap new ARTICLE.txt        an article, ready to annotate (ARTICLE.argmap)
  argmap ARTICLE.argmap         read, mark and connect it; where there is no terminal: its tree
  argmap FOLDER                 its articles to choose from (in a terminal)
  argmap tutorial               learn it on a small article, in five minutes
  argmap check ARTICLE.argmap   what is wrong in it, and how to mend it
  argmap eval ARTICLE.argmap    which claims stand in it, and why
  argmap export ARTICLE.argmap -o MAP.svg    a picture; also yaml, json, dot, mermaid, markdown
  argmap strip ARTICLE.argmap   the article as it was
"""


class Command(Protocol):
    """What a module of `argmap.cli.commands` offers."""

    HELP: str
    EXAMPLES: str

    def add(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, args: argparse.Namespace) -> int: ...


def command(name: str) -> Command:
    return cast(Command, importlib.import_module(f"argmap.cli.commands.{COMMANDS[name]}"))


def version() -> str:
    from argmap import __version__

    return __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. 0: sound; 1: findings or differences; 2: misuse or unreadable."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not _limited():
        return 2
    if arguments == ["tutorial"]:
        if _on_terminal():
            return _open("")
        print("argmap: the tutorial needs a terminal", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        return _help(arguments[1:])
    if arguments[0] in ("-V", "--version"):
        print(f"argmap {version()}")
        return 0
    if arguments[0] not in COMMANDS:
        if not _names_a_file(arguments):
            return 2
        if not any(one.startswith("-") for one in arguments) and _on_terminal():
            return _open(*arguments)
        arguments.insert(0, "tree")
    return _run(arguments[0], arguments[1:])


def _limited() -> bool:
    """Whether the limits that the environment sets make sense; says so where they do not."""
    if not any(name.startswith("ARGMAP_") for name in os.environ):
        return True
    from argmap import limits

    try:
        limits.use(limits.told(os.environ))
    except limits.BadLimit as wrong:
        _tell(str(wrong))
        return False
    return True


def _run(name: str, arguments: Sequence[str]) -> int:
    return _guarded(lambda: parser_of(name).run(arguments))


def _guarded(work: Callable[[], int]) -> int:
    """Does the work of a command; expected failures become one message and exit code 2."""
    import gc

    from argmap.cli.streams import Full, Gone, watched
    from argmap.workspace import Conflict, SaveError, Unreadable

    # A map is millions of values and no cycles; looking through them for cycles all the time
    # took a third of what a large article costs.
    gc.set_threshold(100_000, 50, 100)
    try:
        with watched():
            return work()
    except Conflict as failure:
        _tell(f"{failure.path}: {failure.message}. Run the command again.")
    except (Unreadable, SaveError) as failure:
        _tell(str(failure).replace("save with force", "add --force"))
    except Full as failure:
        _tell(str(failure))
    except Gone:
        return 0
    except KeyboardInterrupt:
        return 130
    return 2


def _tell(words: str) -> None:
    print(f"argmap: {visible(words)}", file=sys.stderr)


def _on_terminal() -> bool:
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams) and (
        os.environ.get("TERM") != "dumb"
    )


def _open(*paths: str) -> int:
    """The terminal interface. Its import takes a while, so only here."""
    from argmap.tui import run
    from argmap.tui.config import BadConfig
    from argmap.workspace import Unreadable

    try:
        return run(*paths)
    except (Unreadable, BadConfig) as failure:
        print(f"argmap: {visible(str(failure))}", file=sys.stderr)
        return 2


class Parsed:
    """A command with its argument parser."""

    def __init__(self, name: str) -> None:
        self.command = command(name)
        self.parser = argparse.ArgumentParser(
            prog=f"argmap {name}",
            description=self.command.HELP,
            epilog="examples:\n" + _indented(self.command.EXAMPLES),
            formatter_class=_width_given,
        )
        self.command.add(self.parser)
        self.parser.formatter_class = argparse.RawDescriptionHelpFormatter

    def run(self, arguments: Sequence[str]) -> int:
        return self.command.run(self.parser.parse_args(arguments))


def _width_given(prog: str) -> argparse.HelpFormatter:
    """What argparse asks for at each option, to look at it: of the width given, it need not import
    `shutil` (2 ms) to ask the terminal."""
    return argparse.HelpFormatter(prog, width=80)


def parser_of(name: str) -> Parsed:
    return Parsed(name)


def _indented(text: str) -> str:
    lines = [line.strip() for line in text.strip().splitlines()]
    return "\n".join(f"  {line}" for line in lines)


def _help(rest: Sequence[str]) -> int:
    if rest and rest[0] in COMMANDS:
        return _run(rest[0], ["--help"])
    if rest:
        _tell(f"`{visible(rest[0][:80], keep='')}` is no command.{_meant(rest[0])}")
        return 2
    return _guarded(_commands)


def _commands() -> int:
    print(INTRO + "\ncommands:")
    for name in COMMANDS:
        print(f"  {name:<11} {command(name).HELP}")
    print("\n`argmap COMMAND --help` shows the options of a command, with examples.")
    return 0


def _names_a_file(arguments: Sequence[str]) -> bool:
    """Whether the tree of something is asked for; says so where it is not."""
    words = [word for word in arguments if word == "-" or not word.startswith("-")]
    word = words[0] if words else arguments[0]
    if words and (os.path.exists(word) or word == "-" or any(char in word for char in "./*?[")):
        return True
    shown = visible(word[:80], keep="")
    if words:
        _tell(f"`{shown}` is neither a command nor a file.{_meant(word)}")
    else:
        _tell(f"`{shown}` is no option of argmap itself. `argmap --help` lists the commands.")
    return False


def _meant(word: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, n=1)
    return f" Did you mean `argmap {close[0]}`?" if close else ""
