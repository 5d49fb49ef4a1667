"""`argmap completion`: scripts that complete commands, options and their values in a shell."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterable
from typing import NamedTuple

HELP = "Print a script that completes argmap's commands and options in bash, zsh or fish."
EXAMPLES = """
eval "$(argmap completion bash)"                                    in ~/.bashrc
eval "$(argmap completion zsh)"                                     in ~/.zshrc, after compinit
argmap completion fish > ~/.config/fish/completions/argmap.fish
"""


class Option(NamedTuple):
    """An option of a command, with the values it can have."""

    name: str
    help: str
    values: tuple[str, ...]


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def run(args: argparse.Namespace) -> int:
    print({"bash": bash, "zsh": zsh, "fish": fish}[args.shell](), end="")
    return 0


class Known(NamedTuple):
    """What is known of a command: `words` are what it takes where no file is meant."""

    help: str
    options: tuple[Option, ...]
    words: tuple[str, ...]


def commands() -> dict[str, Known]:
    """What each command is for, and its options, as its own parser tells them."""
    from argmap.cli.main import COMMANDS, command, parser_of

    found = {name: _known(command(name).HELP, parser_of(name).parser) for name in COMMANDS}
    return {**found, "help": Known("Show the options of a command.", (), tuple(COMMANDS)),
            "tutorial": Known("Learn it on a small article.", (), ())}  # fmt: skip


def _known(text: str, parser: argparse.ArgumentParser) -> Known:
    from argmap import rules

    codes = {"--off": rules.codes(), "--explain": rules.codes()}
    options = tuple(
        Option(name, action.help or "", tuple(action.choices or codes.get(name, ())))
        for action in parser._actions
        for name in action.option_strings
    )
    words = (
        tuple(action.choices)
        for action in parser._actions
        if action.choices and not action.option_strings
    )
    return Known(text, options, next(words, ()))


def bash() -> str:
    """Completes file names where nothing else fits."""
    found = commands()
    cases = "".join(
        f"    {name}) options={_list(one.name for one in known.options)}"
        f" words={_list(known.words)} ;;\n"
        for name, known in found.items()
    )
    values = "".join(
        f"    {name}:{one.name}) values={_list(one.values)} ;;\n"
        for name, known in found.items()
        for one in known.options
        if one.values
    )
    return f"""\
_argmap() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
  local options= values= words= IFS=$'\\n'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W {_list(found)} -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
{cases}  esac
  case ${{COMP_WORDS[1]}}:$before in
{values}  esac
  if [ -n "$values" ]; then COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [ "${{word#-}}" != "$word" ]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}}
complete -o filenames -F _argmap argmap
"""


def _list(words: Iterable[str]) -> str:
    """Words, one a line: files may have blanks in their names, so only line ends part them."""
    return "$'" + "\\n".join(words) + "'"


def zsh() -> str:
    return "autoload -U +X bashcompinit && bashcompinit\n" + bash()


def fish() -> str:
    lines = ["complete -c argmap -n __fish_use_subcommand -F"]
    for name, known in commands().items():
        described = shlex.quote(known.help)
        lines.append(f"complete -c argmap -n __fish_use_subcommand -a {name} -d {described}")
        seen = f"-n '__fish_seen_subcommand_from {name}'"
        if known.words:
            lines.append(f"complete -c argmap {seen} -f -a {shlex.quote(' '.join(known.words))}")
        for one in known.options:
            kind = f"-l {one.name[2:]}" if one.name.startswith("--") else f"-s {one.name[1:]}"
            values = f" -x -a {shlex.quote(' '.join(one.values))}" if one.values else ""
            lines.append(f"complete -c argmap {seen} {kind} -d {shlex.quote(one.help)}{values}")
    return "\n".join(lines) + "\n"
