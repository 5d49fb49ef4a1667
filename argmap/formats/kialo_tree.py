"""Writes a map as Kialo's tree: every claim once in full, links elsewhere."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.document import Document
from argmap.formats.ledger import Ledger
from argmap.model.values import Step

TITLE = "Discussion Title:"
DEPTH = 50
"""Deeper levels go on elsewhere, behind a link: each line tells its whole path."""

SIGNS = {"support": "Pro: ", "attack": "Con: ", "contradict": "Con: ", "undercut": "Con: ", "": ""}
LINKED = "premises that support only together are written one by one"
UNDERCUT = "written against the first premise of the step that they undercut"
CONTRADICT = "written as one claim against the other"
QUESTION = "What is to be thought of it?"

_SPECIAL = re.compile(r"[()\[\]]|\A(?=->|Pro: |Con: )")


@dataclass
class Node:
    """A claim in the tree, or with `link` a link to where it stands in full."""

    claim: str
    kind: str
    depth: int
    link: bool = False
    below: list[Node] = field(default_factory=list)


def tree(document: Document, ledger: Ledger) -> str:
    roots = _roots(document, ledger)
    title = " ".join(str(document.front.get("title") or "").split())
    lines = [f"{TITLE} {title}".rstrip(), ""]
    others = [key for key in document.front.entries if key not in ("argmap", "title")]
    ledger.dropped("front matter", "only the title has a place", ", ".join(others), len(others))
    asked = _question(document, roots)
    top = roots
    if len(roots) != 1 or asked:
        question = asked or Node("", "", 0)
        question.below += [root for root in roots if root is not asked]
        top = [question]
    paths: dict[str, str] = {}
    placed = list(_placed(top, paths))
    for path, node in placed:
        if node.link:
            text = f"-> See {paths[node.claim]}"
        elif node.claim:
            text = _literal(document.wording(node.claim))
        else:
            text = _literal(title or QUESTION)
        lines.append(f"{path} {SIGNS[node.kind]}{text}")
    return "\n".join(lines) + "\n" if placed else "\n".join(lines)


def _question(document: Document, roots: list[Node]) -> Node | None:
    """The root that is tagged as the question which the other roots answer."""
    tagged = [one for one in roots if "question" in document.map.claims[one.claim].tags]
    return tagged[0] if len(tagged) == 1 and not tagged[0].below else None


def _roots(document: Document, ledger: Ledger) -> list[Node]:
    """The positions with what is below them, then what hangs from none of them."""
    found = document.map
    shown: set[str] = set()
    told: set[str] = set()
    roots: list[Node] = []
    queue = deque([*(claim.id for claim in found.positions), *found.claims])
    while queue:
        name = queue.popleft()
        if name in shown:
            continue
        shown.add(name)
        roots.append(Node(name, "", 0))
        stack = [roots[-1]]
        while stack:
            node = stack.pop()
            for step, claim in _below(document, node.claim, told, ledger):
                link = claim in shown or node.depth >= DEPTH
                child = Node(claim, step.kind, node.depth + 1, link)
                node.below.append(child)
                if not link:
                    shown.add(claim)
                    stack.append(child)
                elif claim not in shown:
                    queue.appendleft(claim)
    return roots


def _below(
    document: Document, name: str, told: set[str], ledger: Ledger
) -> Iterator[tuple[Step, str]]:
    """What stands below a claim, with the step that says so; each step once."""
    found = document.map
    for step in found.onto(name):
        if step.id in told:
            continue
        told.add(step.id)
        if step.kind == "contradict":
            ledger.changed("contradictions", CONTRADICT, step.id)
            yield step, step.target if step.target != name else step.premises[0]
            continue
        yield from ((step, claim) for claim in step.premises)
        if len(step.premises) > 1:
            ledger.changed("linked steps", LINKED, step.id)
    for step in found.out(name):
        if step.premises[0] == name and step.kind != "contradict":
            for undercut in found.onto(step.id):
                if undercut.id not in told:
                    told.add(undercut.id)
                    ledger.changed("undercuts", UNDERCUT, undercut.id)
                    yield from ((undercut, claim) for claim in undercut.premises)
                    if len(undercut.premises) > 1:
                        ledger.changed("linked steps", LINKED, undercut.id)


def _placed(top: list[Node], paths: dict[str, str]) -> Iterator[tuple[str, Node]]:
    """The nodes in order with their paths; those of claims in full go into `paths`."""
    stack = [(f"{number}.", node) for number, node in enumerate(top, 1)][::-1]
    while stack:
        path, node = stack.pop()
        if not node.link:
            paths[node.claim] = path
        yield path, node
        below = [(f"{path}{number}.", one) for number, one in enumerate(node.below, 1)]
        stack += reversed(below)


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
