"""The map as SVG. All looks are classes of the page's style, so that it follows light and dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.formats.dot import wrapped
from argmap.formats.html.facts import Facts
from argmap.formats.html.layout import ACROSS, WIDTH, Box, layout
from argmap.formats.html.safe import told
from argmap.formats.html.walk import Row
from argmap.model.values import Step

CELLS, LINE, HEAD = 34, 17, 20
"""Terminal cells of a line of a box, its height, and that of the line with number and speaker."""
LINES = 6
"""Lines of text that a box has at most."""
MARGIN = 24
MOST = 3000
"""Claims of a map that is drawn. A browser can no longer move a larger one in time."""
MARKERS = (
    ("support", "M0 0 L9 4.5 L0 9 z", 9),
    ("attack", "M6 0 h3 v9 h-3 z", 9),
    ("undercut", "M4.5 0.75 a3.75 3.75 0 1 0 0.01 0 z", 9),
    ("contradict", "M0 4.5 L4.5 0 L9 4.5 L4.5 9 z", 9),
)
SIGNS = {"support": "+", "attack": "−", "undercut": "⤬", "contradict": "≠"}

Point = tuple[float, float]


class Joint(NamedTuple):
    """The small circle of a step that joins premises, or that is undercut."""

    x: float
    y: float


def drawing(facts: Facts, rows: Sequence[Row]) -> str:
    """The picture; empty where there are no claims, or too many."""
    if not rows or len(facts.number) > MOST:
        return ""
    texts = {name: _lines(facts, name) for name in facts.number}
    heights = {name: HEAD + LINE * len(lines) + 14.0 for name, lines in texts.items()}
    found = layout(rows, heights)
    joints = _joints(facts, found.boxes)
    width, height = found.width + 2 * MARGIN, found.height + 2 * MARGIN
    return "".join(
        (
            f'<svg viewBox="0 0 {width:.0f} {height:.0f}" '
            f'xmlns="http://www.w3.org/2000/svg" aria-hidden="true"><defs>',
            *(_marker(*one) for one in MARKERS),
            f'</defs><g transform="translate({MARGIN} {MARGIN})">',
            *(
                line
                for step in facts.map.steps.values()
                for line in _step(step, found.boxes, joints)
            ),
            *(_circle(facts.map.steps[name], one) for name, one in joints.items()),
            *(_box(facts, name, box, texts[name]) for name, box in found.boxes.items()),
            "</g></svg>",
        )
    )


def _lines(facts: Facts, claim: str) -> list[str]:
    lines = wrapped(facts.wordings[claim][: 2 * CELLS * LINES], CELLS).split("\n")
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][: CELLS - 1] + "…"]
    return lines


def _joints(facts: Facts, boxes: dict[str, Box]) -> dict[str, Joint]:
    """Left of the premises, those of steps that undercut each other beside one another."""
    found: dict[str, Joint] = {}
    for step in facts.map.steps.values():
        if len(step.premises) < 2 and not facts.map.onto(step.id):
            continue
        sides = [boxes[name].left for name in step.premises]
        x = min(x for x, _ in sides) - ACROSS * 0.42
        near = [y for side, y in sides if side - ACROSS * 0.42 == x]
        found[step.id] = Joint(x, (min(near) + max(near)) / 2)
    return found


def _step(step: Step, boxes: dict[str, Box], joints: dict[str, Joint]) -> Iterator[str]:
    """The lines of a step: from its premises to what it aims at."""
    joint = joints.get(step.id)
    if step.kind == "undercut":
        aim = joints[step.target]
        end: Point = (aim.x, aim.y)
    else:
        end = boxes[step.target].right
    begin = f'class="e {step.kind}" marker-end="url(#m-{step.kind})"'
    if step.kind == "contradict":
        begin += ' marker-start="url(#m-contradict)"'
    if joint is None:
        yield f'<path {begin} d="{_way(boxes[step.premises[0]], end, step.kind)}"/>'
        return
    for name in step.premises:
        yield f'<path class="e {step.kind}" d="{_way(boxes[name], (joint.x, joint.y), "")}"/>'
    yield f'<path {begin} d="{_curve((joint.x - 9, joint.y), _short(step.kind, end))}"/>'


def _short(kind: str, end: Point) -> Point:
    """An undercut ends at the rim of a circle, below or above it."""
    return (end[0], end[1] + 10) if kind == "undercut" else (end[0] + 3, end[1])


def _way(box: Box, end: Point, kind: str) -> str:
    if kind == "undercut":
        below = box.left[1] > end[1]
        return _bent(box.left, (end[0], end[1] + (12 if below else -12)))
    if end[0] < box.x:
        return _curve(box.left, (end[0] + (3 if kind else 9), end[1]))
    # What it aims at stands in the same column or further right: round the right-hand sides.
    (x, y), far = box.right, max(box.right[0], end[0]) + ACROSS * 0.8
    return (
        f"M{x:.1f} {y:.1f} C{far:.1f} {y:.1f} {far:.1f} {end[1]:.1f} {end[0] + 3:.1f} {end[1]:.1f}"
    )


def _curve(start: Point, end: Point) -> str:
    (x, y), (to, down) = start, end
    middle = (x + to) / 2
    return f"M{x:.1f} {y:.1f} C{middle:.1f} {y:.1f} {middle:.1f} {down:.1f} {to:.1f} {down:.1f}"


def _bent(start: Point, end: Point) -> str:
    """To the left, then up or down to a circle."""
    (x, y), (to, down) = start, end
    return f"M{x:.1f} {y:.1f} Q{to:.1f} {y:.1f} {to:.1f} {down:.1f}"


def _marker(kind: str, path: str, at: float) -> str:
    return (
        f'<marker id="m-{kind}" class="{kind}" viewBox="0 0 9 9" refX="{at}" refY="4.5" '
        f'markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" '
        f'orient="auto-start-reverse"><path d="{path}"/></marker>'
    )


def _circle(step: Step, joint: Joint) -> str:
    return (
        f'<g class="q {step.kind}" transform="translate({joint.x:.1f} {joint.y:.1f})">'
        f'<circle r="9"/><text y="4.5">{SIGNS[step.kind]}</text></g>'
    )


def _box(facts: Facts, claim: str, box: Box, lines: Sequence[str]) -> str:
    number = facts.number[claim]
    voices = facts.map.holders(claim)
    outside = " out" if facts.mixed and not facts.map.claims[claim].in_text else ""
    who = ", ".join(facts.map.speakers[name].name for name in voices)
    head = [
        str(number),
        facts.status(claim)[0],
        who if len(who) < CELLS - 8 else facts.short(voices),
    ]
    words = "".join(
        f'<tspan x="{WIDTH / 2:.0f}" dy="{LINE}">{told(line)}</tspan>' for line in lines
    )
    word = facts.status(claim)[1]
    status = f" st-{word.split()[-1]}" if word else ""
    return (
        f'<g class="b {facts.kinds[claim]} {facts.colour(voices)}{outside}{status}" '
        f'data-c="{number}" transform="translate({box.x:.1f} {box.y:.1f})">'
        f'<rect class="back" width="{WIDTH}" height="{box.height:.0f}" rx="6"/>'
        f'<rect class="edge" width="6" height="{box.height:.0f}" rx="3"/>'
        f'<text class="hd" x="{WIDTH / 2:.0f}" y="{HEAD - 3}">'
        f'{told(" · ".join(filter(None, head)))}</text><text y="{HEAD + 1}">{words}</text></g>'
    )
