"""`argmap recover`: the work that a crash left, and earlier versions."""

from __future__ import annotations

import argparse
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.workspace.recovery import Left

HELP = "List, show and restore work that was not saved, and what earlier saves replaced."
EXAMPLES = """
argmap recover                       all work that is not in its file
argmap recover talks.argmap          that of one file, and its earlier versions
argmap recover 1f3a5b7c              what differs from the file as it is now
argmap recover 1f3a5b7c --restore    writes talks.recovered.argmap beside the file
argmap recover 1f3a5b7c -o new.argmap
"""
KINDS = {
    "unsaved": "work that was not saved",
    "interrupted": "the text before a save that did not end",
    "version": "replaced by a save",
    "unreadable": "a journal that this version of argmap cannot read",
}


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli import paint

    parser.add_argument("what", metavar="ID or FILE", nargs="?", help="what to show or restore")
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("-o", "--out", metavar="OUT", help="write it to this new file (- prints it)")
    doing.add_argument("--restore", action="store_true", help="write it to NAME.recovered beside")
    doing.add_argument("--drop", action="store_true", help="remove it for good")
    parser.add_argument("--force", action="store_true", help="overwrite OUT if it exists")
    parser.add_argument("--json", action="store_true", help="list it as JSON")
    paint.add(parser)


def run(args: argparse.Namespace) -> int:
    from argmap.workspace import recovery

    is_file = args.what is not None and (os.path.lexists(args.what) or os.sep in args.what)
    acts = args.out or args.restore or args.drop
    try:
        found = recovery.left(args.what if is_file else None)
        if args.what is None or (is_file and not acts):
            return _list(found, args)
        one = found[0] if is_file and found else _named(found, args.what)
        if one is None:
            print(f"argmap: there is nothing of `{_shown(args.what)}` to recover", file=sys.stderr)
            return 2
        if args.drop:
            one.file.unlink()
            print(f"removed {one.id}", file=sys.stderr)
            return 0
        return _restore(one, args) if acts else _show(one, args)
    except (OSError, RuntimeError, ValueError) as fault:
        print(f"argmap: {_shown(str(fault))}", file=sys.stderr)
        return 2


def _named(found: list[Left], name: str) -> Left | None:
    """The one of that id; versions are looked up by the file that their id tells."""
    from argmap.workspace import recovery

    every = [*found, *recovery.versions_of(name.partition("-")[0])]
    return next((one for one in every if one.id == name), None)


def _list(found: list[Left], args: argparse.Namespace) -> int:
    if args.json:
        import json

        told = [
            {"id": one.id, "kind": one.kind, "path": one.path, "time": one.time,
             "changes": one.edits, "open": one.now._asdict() if one.now else None}
            for one in found
        ]  # fmt: skip
        print(json.dumps(told, indent=2))
        return 0
    for one in found:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(one.time))
        more = f", {one.edits} change{'s' * (one.edits != 1)}" if one.edits else ""
        more += f", open now in process {one.now.pid}" if one.now else ""
        print(f"{one.id:<16} {when}  {_shown(one.path)}: {KINDS[one.kind]}{more}")
    if not found:
        print("there is nothing to recover", file=sys.stderr)
    else:
        print(f"`argmap recover {found[0].id}` shows what differs", file=sys.stderr)
    return 0


def _show(one: Left, args: argparse.Namespace) -> int:
    """The difference between the file as it is now and what was kept; 1 if there is any."""
    from argmap.cli.paint import Paint
    from argmap.lines import unified
    from argmap.visible import visible
    from argmap.workspace import Unreadable, read

    paint = Paint(args.color)
    try:
        now = read(one.path).text if os.path.isabs(one.path) else ""
    except Unreadable as no:
        print(f"argmap: the file cannot be compared: {_shown(str(no))}", file=sys.stderr)
        now = ""
    told = unified(now, _text(one))
    if told:
        print(f"--- {_shown(one.path)}, as it is now\n+++ {one.id}")
    styles = {"+": "green", "-": "red", "@": "blue"}
    for line in told:
        print(paint(visible(line, keep="\t"), styles.get(line[0], "")))
    return 1 if told else 0


def _text(one: Left) -> str:
    return one.data().decode("utf-8", "replace").removeprefix("\ufeff")


def _restore(one: Left, args: argparse.Namespace) -> int:
    from argmap.workspace import write_out

    out = args.out or _beside(one.path)
    if os.path.isabs(one.path) and os.path.realpath(out) == os.path.realpath(one.path):
        told = "what is recovered never goes straight into its file; name another one with -o"
        print(f"argmap: {told}", file=sys.stderr)
        return 2
    write_out(out, one.data(), force=args.force)
    if out != "-":
        print(f"wrote {_shown(out)}; {_shown(one.path)} is as it was", file=sys.stderr)
        if one.kind == "unsaved":
            print(f"`argmap recover {one.id} --drop` removes the journal", file=sys.stderr)
    return 0


def _beside(path: str) -> str:
    """A name beside the file that is not taken."""
    stem, suffix = os.path.splitext(path)
    number = 1
    out = f"{stem}.recovered{suffix}"
    while os.path.lexists(out):
        number += 1
        out = f"{stem}.recovered-{number}{suffix}"
    return out


def _shown(text: str) -> str:
    from argmap.visible import visible

    return visible(text, keep="")
