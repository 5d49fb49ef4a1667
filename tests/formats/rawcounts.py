"""What a file holds, counted plainly in its own terms: a check of the importers, which they share
no code with."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple


class Counts(NamedTuple):
    """Claims, inferences, conflicts with a claim, undercuts, steps of linked premises, speakers."""

    claims: int = 0
    inferences: int = 0
    conflicts: int = 0
    undercuts: int = 0
    linked: int = 0
    speakers: int = 0


NOT_HOLDING = ("Analysing", "Contradicting", "Rejecting", "Disagreeing")


def aif(path: Path) -> Counts:
    return _aif(json.loads(path.read_text("utf-8")))


def xaif(path: Path) -> Counts:
    return _aif(json.loads(path.read_text("utf-8"))["AIF"])


def ova2(path: Path) -> Counts:
    top = json.loads(path.read_text("utf-8"))
    nodes = [{"nodeID": node["id"], **node} for node in top["nodes"]]
    edges = [{"fromID": e["from"]["id"], "toID": e["to"]["id"]} for e in top["edges"]]
    return _aif({"nodes": nodes, "edges": edges})


def _aif(top: dict[str, Any]) -> Counts:
    kind = {str(node["nodeID"]): node["type"] for node in top["nodes"]}
    text = {str(node["nodeID"]): node["text"] for node in top["nodes"]}
    edges = [(str(edge["fromID"]), str(edge["toID"])) for edge in top["edges"]]
    premises: Counter[str] = Counter()
    onto: dict[str, str] = {}
    speaking: set[str] = set()
    claims = {key for key in kind if kind[key] == "I"}
    for start, end in edges:
        if kind[end] in ("RA", "CA") and kind[start] in "IL":
            premises[end] += 1
        if kind[start] in ("RA", "CA"):
            onto[start] = kind[end]
        if kind[start] == "L" and kind[end] == "YA" and text[end] not in NOT_HOLDING:
            heard = [kind[e] for s, e in edges if s == end]
            speaking |= {start} if set(heard) - {"L"} else set()
        for this, other in ((start, end), (end, start)):
            if kind[this] == "L" and kind[other] in ("RA", "CA", "MA"):
                claims.add(this)
                speaking.add(this)
        if kind[start] == "TA" and kind[end] == "L":
            acts = [e for s, e in edges if s == start and kind[e] == "YA"]
            held = {kind[e] for s, e in edges if s in acts and text[s] not in NOT_HOLDING}
            moved = {kind[e] for s, e in edges if s in acts} & {"RA", "CA"}
            speaking |= {end} if held | moved else set()
    for start, act in edges:
        if kind[start] == "L" and kind[act] == "YA" and text[act] not in NOT_HOLDING:
            heard = {end for begin, end in edges if begin == act}
            speaking |= {start} if heard & speaking else set()
    whole = [key for key in premises if key in onto]
    return Counts(
        len(claims),
        sum(kind[key] == "RA" for key in whole),
        sum(kind[key] == "CA" and onto[key] == "I" for key in whole),
        sum(kind[key] == "CA" and onto[key] in ("RA", "CA") for key in whole),
        sum(premises[key] > 1 for key in whole),
        len({m[1] for key in speaking if (m := re.match(r"\s*([^:]+?)\s*:", text[key]))}),
    )


def arggraph(path: Path) -> Counts:
    text = path.read_text("utf-8")
    edges = re.findall(r'<edge id="(\w+)" src="(\w+)" trg="(\w+)" type="(\w+)"', text)
    kinds = Counter(kind for *_, kind in edges)
    kind_of = {key: kind for key, *_, kind in edges}
    assert all(kind_of[target] != "add" for *_, target, kind in edges if kind == "add")
    return Counts(
        len(re.findall("<adu ", text)),
        kinds["sup"] + kinds["exa"],
        kinds["reb"],
        kinds["und"],
        len({target for *_, target, kind in edges if kind == "add"}),
        len(set(re.findall(r'<adu id="\w+" type="(\w+)"', text))),
    )


def aml(path: Path) -> Counts:
    text = path.read_text("utf-8")
    return Counts(
        text.count("<PROP "),
        text.count("<LA>") + text.count("<CA>"),
        text.count("<REFUTATION>"),
        0,
        text.count("<LA>"),
        len(set(re.findall('<OWNER name="([^"]+)"', text))),
    )


def brat(path: Path) -> Counts:
    lines = path.read_text("utf-8").splitlines()
    undercuts = sum("undercut of" in line for line in lines)
    return Counts(
        sum(line.startswith("T") for line in lines),
        sum("\tsupports " in line for line in lines),
        sum("\tattacks " in line for line in lines) - undercuts,
        undercuts,
        0,
        len({line.split()[-1] for line in lines if "\tSpeaker " in line}),
    )


def sadface(path: Path) -> Counts:
    top = json.loads(path.read_text("utf-8"))
    kind = {n["id"]: n["name"] if n["type"] == "scheme" else n["type"] for n in top["nodes"]}
    kind = {key: {"support": "inference"}.get(one, one) for key, one in kind.items()}
    into = Counter(e["target_id"] for e in top["edges"] if kind[e["source_id"]] == "atom")
    onto = {edge["source_id"]: kind[edge["target_id"]] for edge in top["edges"]}
    named = [n["metadata"].get("speaker", {}).get("name") for n in top["nodes"]]
    return Counts(
        sum(one == "atom" for one in kind.values()),
        sum(one == "inference" for one in kind.values()),
        sum(one == "conflict" and onto[key] == "atom" for key, one in kind.items()),
        sum(one == "conflict" and onto[key] != "atom" for key, one in kind.items()),
        sum(one != "atom" and into[key] > 1 for key, one in kind.items()),
        len({name for name in named if name}),
    )
