"""Mermaid flowcharts, as code hosts and note books draw them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.formats.counting import MAP
from argmap.model.values import Step

SUFFIXES = (".mmd", ".mermaid")
CARRIES = MAP | {"undercuts", "contradictions", "linked steps", "speakers", "holders"}
SYMBOLS = True
EDGES = {
    "support": "-->|supports|",
    "attack": "--x|attacks|",
    "undercut": "-.-x|undercuts|",
    "contradict": "x--x|contradicts|",
}
_PLAIN = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:?!()-'/")


OPTIONS = ("direction",)


def dump(document: Document, *, direction: str = "BT") -> str:
    """The same text each time. `direction` is where arrows point: BT, TB, LR or RL."""
    return "\n".join(_lines(document, direction)) + "\n"


def _lines(document: Document, direction: str) -> Iterator[str]:
    found = document.map
    numbers = {claim: f"c{number}" for number, claim in enumerate(found.claims)}
    steps = {step: f"s{number}" for number, step in enumerate(found.steps)}
    mixed = any(claim.in_text for claim in found.claims.values())
    yield f"flowchart {direction}"
    for claim in found.claims.values():
        names = ", ".join(found.speakers[who].name for who in found.holders(claim.id))
        label = _safe(document.wording(claim.id)) + (f"<br/><i>{_safe(names)}</i>" if names else "")
        yield f'  {numbers[claim.id]}["{label}"]'
        if mixed and not claim.in_text:
            yield f"  style {numbers[claim.id]} stroke-dasharray: 4 4"
    for step in found.steps.values():
        yield from _step(document, step, numbers, steps)


def _step(
    document: Document, step: Step, numbers: dict[str, str], steps: dict[str, str]
) -> Iterator[str]:
    target = steps[step.target] if step.kind == "undercut" else numbers[step.target]
    premises = [numbers[name] for name in step.premises]
    arrow = EDGES[step.kind]
    if len(premises) == 1 and not document.map.onto(step.id):
        yield f"  {premises[0]} {arrow} {target}"
        return
    node = steps[step.id]
    yield f"  {node}(( ))"
    for premise in premises:
        yield f"  {premise} --- {node}"
    yield f"  {node} {arrow} {target}"


def _safe(text: str) -> str:
    """A text with entities for all that Mermaid or HTML could take for something else."""
    from argmap.visible import visible

    flat = visible(" ".join(text.split()), keep="")
    return "".join(
        char if char in _PLAIN or ord(char) > 0xBF else f"#{ord(char)};" for char in flat
    )
