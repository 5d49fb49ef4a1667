"""argview's YAML: a claim, below it reasons and objections, each a set of premises.

"Close the road":
  r1:
    "Noise harms sleep":
    "- the road runs past two hospitals":
  o1:
    "Night buses need it":
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap import strictyaml
from argmap.formats.graph import Claim, Graph, Pairs, Source, Step
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed
from argmap.strictyaml.scalar import place

SUFFIXES = (".argview.yaml", ".argview.yml", ".argview")
RESERVED = ("note", "label", "strength")
EMPTY = "a reason without premises"
WORDS = "what stands here is no premise"


def read(file: Source, ledger: Ledger) -> Graph:
    """The claims and their reasons. Raises Malformed, or YamlFault where it is no YAML."""
    top = strictyaml.load(file.text)
    if not isinstance(top, Mapping) or not top:
        raise Malformed("here should be a claim with reasons below it", 1, 1, '"claim":')
    claims: list[Claim] = []
    steps: list[Step] = []
    roots = enumerate(top.items(), 1)
    stack: list[tuple[str, object, str]] = []
    stack += ((str(words), one, f"{number}") for number, (words, one) in roots)
    stack.reverse()
    while stack:
        text, below, key = stack.pop()
        ledger.met("claims")
        found = _map(below, text)
        claims.append(_claim(key, text, found))
        waiting: list[tuple[str, object, str]] = []
        reasons = ((name, one) for name, one in found.items() if name not in RESERVED)
        for number, (name, reason) in enumerate(reasons, 1):
            ledger.met("reasons")
            inside = _map(reason, str(name))
            premises = [
                (str(words), one, f"{key}.{number}.{count}")
                for count, (words, one) in enumerate(inside.items(), 1)
                if words not in RESERVED
            ]
            if not premises:
                ledger.dropped("reasons", EMPTY, str(name))
                continue
            waiting += premises
            kind = "attack" if str(name).startswith(("o", "-")) else "support"
            ends = tuple(end for *_, end in premises)
            steps.append(
                Step(f"{key}.{number}", kind, ends, key, data=_told(inside), unit="reasons")
            )
        stack += reversed(waiting)
    return Graph(tuple(claims), tuple(steps))


def _claim(key: str, text: str, found: Mapping[str, object]) -> Claim:
    implicit = text.startswith("-")
    words = text.removeprefix("-").strip() if implicit else text
    label = str(found.get("label", ""))
    tags = ("implicit",) if implicit else ()
    data = tuple(pair for pair in _told(found) if pair[0] != "label")
    return Claim(key, " ".join(words.split()) or "…", name=label, tags=tags, data=data)


def _told(found: Mapping[str, object]) -> Pairs:
    return tuple(
        (name, str(found[name]))
        for name in RESERVED
        if isinstance(found.get(name), str) and str(found[name])
    )


def _map(value: object, name: str) -> Mapping[str, object]:
    if value == "":
        return {}
    if not isinstance(value, Mapping):
        line, column = place(value)
        short = name if len(name) <= 40 else name[:39] + "…"
        raise Malformed(f"{WORDS}, below `{short}`", line, column, "end it with a colon")
    return value
