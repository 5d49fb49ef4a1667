"""`argmap completion`: scripts that complete commands, options and their values in a shell."""

from __future__ import annotations

import argparse
import shlex
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


def commands() -> dict[str, tuple[str, tuple[Option, ...]]]:
    """What each command is for, and its options, as its own parser tells them."""
    from argmap.cli.main import COMMANDS, command, parser_of

    return {name: (command(name).HELP, _options(parser_of(name).parser)) for name in COMMANDS}


def _options(parser: argparse.ArgumentParser) -> tuple[Option, ...]:
    return tuple(
        Option(name, action.help or "", tuple(action.choices or ()))
        for action in parser._actions
        for name in action.option_strings
    )


def bash() -> str:
    """Completes file names where nothing else fits."""
    found = commands()
    cases = "".join(
        f"    {name}) options={shlex.quote(' '.join(one.name for one in options))} ;;\n"
        for name, (_, options) in found.items()
    )
    values = "".join(
        f"    {name}:{one.name}) values={shlex.quote(' '.join(one.values))} ;;\n"
        for name, (_, options) in found.items()
        for one in options
        if one.values
    )
    return f"""\
_argmap() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} options= values=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W {shlex.quote(" ".join(found))} -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
{cases}  esac
  case ${{COMP_WORDS[1]}}:$before in
{values}  esac
  if [ -n "$values" ]; then COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [ "${{word#-}}" != "$word" ]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}}
complete -o filenames -F _argmap argmap
"""


def zsh() -> str:
    return "autoload -U +X bashcompinit && bashcompinit\n" + bash()


def fish() -> str:
    lines = ["complete -c argmap -n __fish_use_subcommand -F"]
    for name, (text, options) in commands().items():
        described = shlex.quote(text)
        lines.append(f"complete -c argmap -n __fish_use_subcommand -a {name} -d {described}")
        for one in options:
            kind = f"-l {one.name[2:]}" if one.name.startswith("--") else f"-s {one.name[1:]}"
            values = f" -x -a {shlex.quote(' '.join(one.values))}" if one.values else ""
            seen = f"-n '__fish_seen_subcommand_from {name}'"
            lines.append(f"complete -c argmap {seen} {kind} -d {shlex.quote(one.help)}{values}")
    return "\n".join(lines) + "\n"
