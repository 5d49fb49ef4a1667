"""`argmap import`: annotated articles from maps in other formats."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

from argmap.cli import accounts
from argmap.visible import visible

if TYPE_CHECKING:
    from argmap.cli.importing import Job, Read
    from argmap.formats.ledger import Report

HELP = "Make annotated articles from maps in other formats."
EXAMPLES = """
argmap import talks.yaml -o talks.argmap
argmap import nodeset17.json                     the format is found by the content
argmap import corpus/ -o articles/               all maps of a folder, with the texts they have
argmap import talks.yaml --source -o same.argmap   the embedded text, byte for byte
cat talks.json | argmap import - -f json
"""


def add(parser: argparse.ArgumentParser) -> None:
    from argmap.cli.known import readable

    parser.add_argument("files", metavar="FILE", nargs="+", help="maps, folders; - for input")
    parser.add_argument("-f", "--format", choices=readable(), help="else by its content")
    out = "the file to make, or a folder for several; else it is printed"
    parser.add_argument("-o", "--out", metavar="OUT", help=out)
    parser.add_argument("--source", action="store_true", help="take the text that is embedded")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
    accounts.add_options(parser)


def run(args: argparse.Namespace) -> int:
    from argmap.cli.importing import jobs

    todo = jobs(args.files)
    several = len(args.files) > 1 or os.path.isdir(args.files[0])
    if not several:
        return _one(todo[0], args)
    if not args.out or (os.path.exists(args.out) and not os.path.isdir(args.out)):
        print("argmap: several files need a folder: -o FOLDER", file=sys.stderr)
        return 2
    return _several(todo, args)


def _one(job: Job, args: argparse.Namespace) -> int:
    from argmap.cli.importing import Misread, read
    from argmap.workspace import write_out

    try:
        found = read(job, args.format, source=args.source)
    except Misread as fault:
        _print(*fault.lines)
        return 2
    _tell(job, found, args)
    if args.strict and not found.taken.report.lossless:
        _print("argmap: nothing was written, because something is lost (--strict)")
        return 1
    out = args.out
    if out and os.path.isdir(out):
        out = os.path.join(out, job.out)
    write_out(out, found.taken.text, force=args.force)
    if out not in (None, "-"):
        _print(f"wrote {out}")
    return 0


def _tell(job: Job, found: Read, args: argparse.Namespace) -> None:
    about = {"file": job.file, "format": found.format}
    accounts.tell(found.taken.report, args.report, about)


def _several(todo: list[Job], args: argparse.Namespace) -> int:
    """Each file for itself: one that cannot be read keeps no other from being imported."""
    from argmap.cli.importing import Misread, Unknown, read
    from argmap.cli.progress import Progress
    from argmap.formats.ledger import total
    from argmap.workspace import SaveError, Unreadable, write_out

    reports: list[Report] = []
    made: Counter[str] = Counter()
    companions: set[str] = set()
    unknown: list[Job] = []
    failed = lossy = 0
    progress = Progress(len(todo))
    for job in todo:
        progress.step(job.file)
        try:
            found = read(job, args.format, source=args.source)
            lost = args.strict and not found.taken.report.lossless
            if not lost:
                target = os.path.join(args.out, job.out)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                write_out(target, found.taken.text, force=args.force)
        except Unknown:
            unknown.append(job)
            continue
        except Misread as fault:
            failed += 1
            progress.over()
            _print(*fault.lines)
            continue
        except (Unreadable, SaveError) as fault:
            failed += 1
            progress.over()
            _print(f"argmap: {str(fault).replace('save with force', 'add --force')}")
            continue
        companions.add(found.companion)
        lossy += lost
        made[found.format] += not lost
        reports.append(found.taken.report._replace(warnings=()))
        if args.report == "json":
            progress.over()
            _tell(job, found, args)
        elif args.report == "text" and found.taken.report.warnings:
            progress.over()
            _print(*accounts.warnings(found.taken.report, job.file))
    progress.over()
    if args.report == "text" and reports:
        accounts.tell(total(reports), "text", {})
    others = [job.file for job in unknown if job.file not in companions]
    _summary(made, len(unknown) - len(others), others, failed, lossy)
    return 2 if failed else 1 if lossy else 0


def _summary(made: Counter[str], beside: int, others: list[str], failed: int, lossy: int) -> None:
    kinds = ", ".join(f"{count} {name}" for name, count in made.items())
    _print(f"imported {_many(made.total(), 'map')}" + (f" ({kinds})" if kinds else ""))
    if beside:
        _print(f"{_many(beside, 'file')} belonged to a map as its text")
    if others:
        more = " …" if len(others) > 3 else ""
        what = "that is no map" if len(others) == 1 else "that are no maps"
        _print(f"passed over {_many(len(others), 'file')} {what}: {', '.join(others[:3])}{more}")
    if failed:
        _print(f"{_many(failed, 'file')} could not be imported")
    if lossy:
        was = "was" if lossy == 1 else "were"
        _print(f"{_many(lossy, 'map')} {was} not written, because something is lost (--strict)")


def _many(count: int, what: str) -> str:
    return f"{count} {what}" + "s" * (count != 1)


def _print(*lines: str) -> None:
    for line in lines:
        print(visible(line, keep=""), file=sys.stderr)
