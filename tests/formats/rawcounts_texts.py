"""As `rawcounts`, for the formats of text, of YAML and of drawn maps."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from rawcounts import Counts

Relation = tuple[str, str, str]


def kialo(path: Path) -> Counts:
    lines = re.findall(r"(?m)^(?:\d+\.)+ (.*)$", path.read_text("utf-8"))
    claims = [line for line in lines if "-> See " not in line]
    pro = sum(line.startswith("Pro: ") for line in lines)
    con = sum(line.startswith("Con: ") for line in lines)
    return Counts(len(claims), pro, con)


def argdown(path: Path) -> Counts:
    """By the JSON that Argdown's own tool made of the file."""
    beside = path.with_name(path.name + ".json")
    own = path.parent.with_name("argdown-json") / f"{path.stem}.json"
    return argdown_json(beside if beside.exists() else own)


def argdown_json(path: Path) -> Counts:
    top = json.loads(path.read_text("utf-8"))
    relations: list[dict[str, Any]] = top["relations"]
    related = {r["from"] for r in relations} | {r["to"] for r in relations}
    prose = {
        title
        for title, one in top["statements"].items()
        if title.startswith("Untitled ")
        and title not in related
        and not one.get("tags")
        and all(m["role"] == "top-level-statement" for m in one["members"])
    }
    structures = {title for title, one in top["arguments"].items() if one["pcs"]}
    gists = {
        r["to"] for r in relations
        if r["toType"] == "argument" and r["to"] in structures and r["relationType"] != "undercut"
    }  # fmt: skip
    inferences = linked = 0
    for title in structures:
        rows = top["arguments"][title]["pcs"]
        since = 0
        for number, row in enumerate(rows):
            if "inference" in row:
                uses = (row["inference"].get("data") or {}).get("uses") or range(since, number)
                extra = title in gists and number == len(rows) - 1
                inferences += 1
                linked += len(uses) + extra > 1
                since = number
    kinds = [r["relationType"] for r in relations]
    statements = len(top["statements"]) - len(prose)
    arguments = len(top["arguments"]) - len(structures) + len(gists)
    members = [*top["statements"].values(), *top["arguments"].values()]
    told = [m.get("data") or {} for one in members for m in one["members"]]
    return Counts(
        statements + arguments,
        inferences + sum(kind in ("support", "entails") for kind in kinds),
        sum(kind in ("attack", "contrary", "contradictory") for kind in kinds),
        kinds.count("undercut"),
        linked,
        len({data["speaker"] for data in told if "speaker" in data}),
    )


def graphml(path: Path) -> Counts:
    text = path.read_text("utf-8")
    return _argunet(text) if "argunet" in text else _plain(text)


def _plain(text: str) -> Counts:
    kinds = re.findall(r'<node [^>]*><data key="d0">(\w+)</data>', text)
    joined = re.findall(r'target="(R\d)"><data key="d5">premise', text)
    linked = sum(joined.count(one) > 1 for one in set(joined))
    speakers = set(re.findall(r'<data key="d2">([^<]+)<', text))
    claims, supports = kinds.count("claim"), kinds.count("support")
    attacks, undercuts = kinds.count("attack"), kinds.count("undercut")
    return Counts(claims, supports, attacks, undercuts, linked, len(speakers))


def _argunet(text: str) -> Counts:
    arguments = re.findall(r'(?s)<arg:argument [^>]*? id="(\d+)"(.*?)</arg:argument>', text)
    inside = {key: re.findall('<arg:proposition .*?id="(\\d+)".*?type="(\\w+)"', body)
              for key, body in arguments}  # fmt: skip
    theses = set(re.findall(r'<arg:thesis [^>]*? id="(\d+)"', text))
    statements = theses | {one for rows in inside.values() for one, _ in rows}
    structures = {key: rows for key, rows in inside.items() if rows}
    conclusion = {key: rows[-1][0] for key, rows in structures.items()}
    logical = re.findall(r'<arg:edge .*?sourcePropositionId="(\d+)".*?targetPropositionId="(\d+)" '
                         r'type="(\w+)"', text)  # fmt: skip
    drawn = re.findall(r'<arg:edge sourceNodeId="(\d+)" targetNodeId="(\d+)" type="(\w+)"', text)
    relations = {(a, b, kind) for a, b, kind in logical if a != b}
    relations |= {(conclusion.get(a, a), b, kind.removeprefix("sketched").lower())
                  for a, b, kind in drawn}  # fmt: skip
    relations = {one for one in relations if one[0] != one[1]}
    gists = {b for _, b, _ in relations if b in structures}
    return Counts(
        len(statements) + len(inside) - len(structures) + len(gists),
        len(structures) + sum(kind == "support" for *_, kind in relations),
        sum(kind == "attack" for *_, kind in relations),
        0,
        sum(len(rows) + (key in gists) > 2 for key, rows in structures.items()),
    )


def mindmup(path: Path) -> Counts:
    text = path.read_text("utf-8")
    groups = re.findall(r'"group": "(\w+)"', text)
    titles = re.findall('"title": "([^"]+)"', text)[1:]
    linked = 0
    stack = [json.loads(text)]
    while stack:
        one = stack.pop()
        below = list(one.get("ideas", {}).values())
        linked += "group" in one.get("attr", {}) and len(below) > 1
        stack += below
    supports = groups.count("supporting")
    return Counts(len(titles) - len(groups), supports, groups.count("opposing"), 0, linked)


def argview(path: Path) -> Counts:
    lines = path.read_text("utf-8").splitlines()
    claims = [line for line in lines if line.strip().startswith('"')]
    reasons = [n for n, line in enumerate(lines) if re.match(r"\s+r\d", line)]
    objections = [line for line in lines if re.match(r"\s+o\d", line)]
    pairs = (lines[n + 1 : n + 3] for n in reasons)
    linked = sum(len({len(line) - len(line.lstrip()) for line in two}) == 1 for two in pairs)
    return Counts(len(claims), len(reasons), len(objections), 0, linked)


def carneades(path: Path) -> Counts:
    top = yaml.safe_load(path.read_text("utf-8"))
    told = {str(key) for key in top.get("statements") or {}}
    arguments = (top.get("arguments") or {}).values()
    issues = (top.get("issues") or {}).values()
    premises = [
        list(p.values()) if isinstance(p := one.get("premises") or [], dict) else p
        for one in arguments
    ]
    used = {str(key) for ids in premises for key in ids}
    used |= {str(one["conclusion"]) for one in arguments}
    used |= {str(one["undercutter"]) for one in arguments if "undercutter" in one}
    used |= {str(key) for one in issues for key in one["positions"]}
    used |= {str(key) for key in top.get("assumptions") or []}
    used |= {str(key) for ids in (top.get("labels") or {}).values() for key in ids}
    return Counts(
        len(told | used) + sum(not ids for ids in premises),
        len(arguments),
        sum(len([*combinations(one["positions"], 2)]) for one in issues),
        sum("undercutter" in one for one in arguments),
        sum(len(ids) > 1 for ids in premises),
    )
