"""The same made-up debate in argmap's language, Argdown, AIF and YAML: claims, each but the first
a reason for or an objection to an earlier one. The same text for the same number of claims."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tests.bench.made import WORDS


class Said(NamedTuple):
    """A claim; `sign` is + or - towards the claim number `target`, empty for the first."""

    words: str
    sign: str
    target: int


def debate(count: int) -> Iterator[Said]:
    rnd = random.Random(7)
    for number in range(count):
        words = " ".join(rnd.choice(WORDS) for _ in range(rnd.randint(8, 18))).capitalize()
        sign = rnd.choice("++-") if number else ""
        yield Said(f"{words}.", sign, rnd.randrange(max(0, number - 40), number) if number else 0)


def as_argmap(count: int) -> str:
    """Map blocks: nothing of it stands in an article, as in the other languages."""
    return "\n".join(
        f"#c{number}: {one.words}\n"
        + (f"#c{number} {one.sign}> #c{one.target}\n" if one.sign else "")
        for number, one in enumerate(debate(count))
    )


def as_argdown(count: int) -> str:
    return "\n".join(
        f"[c{number}]: {one.words}\n" + (f"  {one.sign}> [c{one.target}]\n" if one.sign else "")
        for number, one in enumerate(debate(count))
    )


def as_aif(count: int) -> str:
    made = "2026-01-05 10:00:00"
    nodes: list[dict[str, str]] = []
    edges: list[dict[str, str | None]] = []
    for number, one in enumerate(debate(count)):
        nodes.append({"nodeID": f"1{number}", "text": one.words, "type": "I", "timestamp": made})
        if not one.sign:
            continue
        kind, name = ("RA", "Inference") if one.sign == "+" else ("CA", "Conflict")
        step = {"nodeID": f"2{number}", "text": f"Default {name}", "type": kind, "timestamp": made}
        nodes.append(step)
        for start, end in ((f"1{number}", f"2{number}"), (f"2{number}", f"1{one.target}")):
            edge = {"edgeID": str(len(edges) + 1), "fromID": start, "toID": end}
            edges.append({**edge, "formEdgeID": None})
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []})


def as_yaml(count: int) -> str:
    """argmap's own YAML, without the tree that it shows to people."""
    claims, steps = ['argmap: 1\ntext: ""\nclaims:\n'], ["steps:\n"]
    for number, one in enumerate(debate(count)):
        claims.append(f'  - id: c{number}\n    text: "{one.words}"\n    implicit: true\n'
                      f'    wording: "{one.words}"\n    occurrences:\n      - stance: defines\n'
                      f'        label: claim\n        line: "{one.words}"\n')  # fmt: skip
        if one.sign:
            kind = "support" if one.sign == "+" else "attack"
            steps.append(f'  - id: "c{number}{one.sign}>c{one.target}"\n    kind: {kind}\n')
            steps.append(f"    premises:\n      - c{number}\n    target: c{one.target}\n")
    return "".join((*claims, *(steps if count > 1 else ())))


FORMS: Mapping[str, Callable[[int], str]] = {
    "argmap": as_argmap,
    "argdown": as_argdown,
    "json": as_aif,
    "yaml": as_yaml,
}
"""The writers by the suffix of their files."""
