"""`argmap import`: an annotated article from a map in another format."""

from __future__ import annotations

import argparse
import sys

HELP = "Make an annotated article from a map in YAML or JSON."
EXAMPLES = """
argmap import talks.yaml -o talks.argmap
argmap import talks.yaml --source -o same.argmap   the embedded text, byte for byte
cat talks.json | argmap import - -f json
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a map; - for standard input")
    parser.add_argument("-f", "--format", choices=("yaml", "json"), help="else by its content")
    parser.add_argument("-o", "--out", metavar="OUT", help="the file to make, else it is printed")
    parser.add_argument("--source", action="store_true", help="take the text that is embedded")
    parser.add_argument("--force", action="store_true", help="overwrite OUT if it exists")


def run(args: argparse.Namespace) -> int:
    from argmap import formats
    from argmap.document import Document
    from argmap.strictyaml import YamlFault
    from argmap.visible import visible
    from argmap.workspace import read, write_out

    text = read(args.file).text
    kind = args.format or ("json" if text.lstrip().startswith("{") else "yaml")
    try:
        made = formats.by_name(kind).load(text, source=args.source)
    except YamlFault as fault:
        for line in _message(args.file, text, fault):
            print(visible(line, keep=""), file=sys.stderr)
        return 2
    write_out(args.out, made, force=args.force)
    if args.out not in (None, "-"):
        found = Document.of(made).map
        told = f"claims: {len(found.claims)}, steps: {len(found.steps)}"
        print(f"wrote {visible(args.out, keep='')}; {told}", file=sys.stderr)
    return 0


def _message(file: str, text: str, fault: Exception) -> list[str]:
    """File, line, column, the line with a caret, and how to mend it."""
    from argmap.strictyaml import YamlFault

    assert isinstance(fault, YamlFault)
    lines = text.splitlines()
    shown = lines[fault.line - 1][:120] if 0 < fault.line <= len(lines) else ""
    found = [f"argmap: {file}:{fault.line}:{fault.column}: {fault.message}"]
    if shown:
        found += [f"    {shown}", "    " + " " * max(0, fault.column - 1) + "^"]
    return [*found, *([f"    help: {fault.hint}"] if fault.hint else [])]
