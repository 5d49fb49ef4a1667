"""`argmap solve`: the problems of the field, on abstract frameworks."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.evaluation.encoding import Accepted
    from argmap.formats.abstract import Abstract

HELP = "Solve a problem of ICCMA on an abstract framework (p af, TGF, APX), or on a map as one."
EXAMPLES = """
argmap solve net.af -p SE-GR                 the grounded extension
argmap solve net.apx -p EE-PR                every preferred extension
argmap solve net.tgf -p DC-CO -a b           whether some complete extension accepts b
argmap solve talks.argmap -p DS-PR -a outweigh
argmap solve --problems                      what can be solved
"""
FORMATS = ("af", "tgf", "apx")
POLICIES = ("balanced", "strict", "lenient")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", help="a framework or map; - for input")
    parser.add_argument("-p", "--problem", metavar="TASK-SEMANTICS", type=str.upper,
                        help="a task (SE, EE, CE, DC, DS) and a semantics "
                        "(GR, CO, PR, ST, SST, STG, ID, EAG)")  # fmt: skip
    parser.add_argument("-a", "--argument", metavar="ARG", help="the argument, for DC and DS")
    parser.add_argument("-f", "--format", choices=FORMATS, help="else by suffix or content")
    parser.add_argument("--cap", type=int, metavar="N", default=10_000,
                        help="list so many extensions at most (10000); 0: all")  # fmt: skip
    parser.add_argument("--policy", choices=POLICIES, default="balanced", help="for maps")
    parser.add_argument("--problems", action="store_true", help="list what can be solved")


def run(args: argparse.Namespace) -> int:
    from argmap.evaluation.problems import SEMANTICS, TASKS

    if args.problems:
        print(f"[{','.join(f'{task}-{name}' for name in SEMANTICS for task in TASKS)}]")
        return 0
    task, _, semantics = (args.problem or "").partition("-")
    if args.file is None or task not in TASKS or semantics not in SEMANTICS:
        return _misuse("say FILE and -p TASK-SEMANTICS; --problems lists them")
    found, style = _read(args)
    if found is None:
        return 2
    if task not in ("DC", "DS"):
        return _listed(found, style, task, semantics, args.cap or None)
    if args.argument is None:
        return _misuse(f"{task} needs an argument: -a ARG")
    if args.argument not in found.names:
        return _misuse(f"there is no argument `{args.argument[:60]}`")
    return _decided(found, style, task, semantics, args)


def _misuse(message: str) -> int:
    from argmap.visible import visible

    print(f"argmap: {visible(message, keep='')}", file=sys.stderr)
    return 2


def _read(args: argparse.Namespace) -> tuple[Abstract | None, str]:
    """The framework, and the format that its answers are written for."""
    import importlib
    import os

    from argmap.formats.detecting import detect
    from argmap.formats.malformed import Malformed
    from argmap.workspace import read

    text = read(args.file).text
    suffix = os.path.splitext(args.file)[1].lower().removeprefix(".")
    kind = args.format or (suffix if suffix in (*FORMATS, "argmap") else "")
    try:
        kind = kind or detect(text)
        if kind == "argmap":
            from argmap.document import Document
            from argmap.evaluation.policy import Policy
            from argmap.formats.abstract import of_document

            return of_document(Document.of(text), Policy(args.policy)), "apx"
        if kind in FORMATS:
            return importlib.import_module(f"argmap.formats.{kind}").parse(text), kind
    except Malformed as fault:
        place = f":{fault.line}:{fault.column}" if fault.line else ""
        _misuse(f"{args.file}{place}: {fault.message}")
        _excerpt(text, fault)
        return None, ""
    _misuse(f"{args.file} is neither a framework (p af, TGF, APX) nor a map; say which with -f")
    return None, ""


def _excerpt(text: str, fault: Exception) -> None:
    from argmap.formats.malformed import Malformed
    from argmap.text import Lines
    from argmap.visible import visible

    assert isinstance(fault, Malformed)
    line = Lines.of(text).span(fault.line).of(text)[:120] if fault.line else ""
    if line:
        print(f"    {visible(line, keep='')}\n    {' ' * (fault.column - 1)}^", file=sys.stderr)
    if fault.hint:
        print(f"    help: {fault.hint}", file=sys.stderr)


def _listed(found: Abstract, style: str, task: str, semantics: str, cap: int | None) -> int:
    from argmap.evaluation.extensions import TooMany, extensions
    from argmap.evaluation.problems import some
    from argmap.evaluation.sat import OutOfBudget

    try:
        if task == "SE":
            one = some(found.framework, semantics, cap)
            print("NO" if one is None else _written(found, style, one))
            return 0
        every = extensions(found.framework, semantics, cap)
    except TooMany as many:
        return _given_up(f"there are more than {many.cap} extensions")
    except OutOfBudget:
        return _given_up("this framework is too tangled")
    if task == "CE":
        print(len(every))
    else:
        print("[" + ",\n ".join(_written(found, "apx", one) for one in every) + "]")
    return 0


def _decided(
    found: Abstract, style: str, task: str, semantics: str, args: argparse.Namespace
) -> int:
    from argmap.evaluation.extensions import TooMany
    from argmap.evaluation.problems import credulous, skeptical
    from argmap.evaluation.sat import OutOfBudget

    decide = credulous if task == "DC" else skeptical
    number = list(found.names).index(args.argument)
    try:
        yes, witness = decide(found.framework, semantics, number, args.cap or None)
    except TooMany as many:
        return _given_up(f"there are more than {many.cap} extensions to look at")
    except OutOfBudget:
        return _given_up("this framework is too tangled")
    print("YES" if yes else "NO")
    if witness is not None and style == "af":
        print(_written(found, style, witness))
    return 0


def _given_up(why: str) -> int:
    """An answer that is not whole is none."""
    print(f"argmap: {why}, so there is no answer; --cap N allows more", file=sys.stderr)
    return 1


def _written(found: Abstract, style: str, one: Accepted) -> str:
    """An extension: `w 1 3` as since 2023, `[a,c]` as before."""
    names = [found.names[number] for number in sorted(one)]
    return " ".join(["w", *names]) if style == "af" else f"[{','.join(names)}]"
