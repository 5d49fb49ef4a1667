"""The tutorial: a small article, and what to do with it, one step after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from argmap.tui.desk import Desk

ARTICLE = (
    "# The old bridge\n\n"
    '"The bridge should close before winter," said Mara Lind, the city\'s engineer. '
    '"Two cables show deep rust."\n\n'
    "Ada Okoro, who runs the market, disagreed: closing it would cut the market off. "
    "And the rust was measured before the repair, she said.\n"
)


class Lesson(NamedTuple):
    """What to do, and how it is seen that it was done."""

    text: str
    done: Callable[[Desk], bool]


def _claims(desk: Desk) -> int:
    return len(desk.document.map.claims)


def _steps(desk: Desk, kind: str) -> int:
    return sum(step.kind == kind for step in desk.document.map.steps.values())


LESSONS = (
    Lesson("Press ) until “The bridge should close …” is lit up: you move by sentences.",
           lambda desk: "bridge should close" in desk.meant.of(desk.page.text)),
    Lesson("Press , to take only the clause at the cursor; l and w move to it first.",
           lambda desk: desk.selection is not None or _claims(desk) > 0),
    Lesson("Press c to mark it as a claim; type Mara Lind and press Enter: she holds it.",
           lambda desk: _claims(desk) > 0),
    Lesson("Go on with ) to “Two cables show deep rust” and press p, then Enter: a premise.",
           lambda desk: _claims(desk) > 1),
    Lesson("Press a: it becomes a reason for the last claim. The tree shows it.",
           lambda desk: _steps(desk, "support") > 0),
    Lesson("Mark “closing it would cut the market off” (the clause: ,) with c; type Ada Okoro.",
           lambda desk: _claims(desk) > 2),
    Lesson("Press - and then the letter that stands on Lind's claim: an objection to it.",
           lambda desk: _steps(desk, "attack") > 0),
    Lesson("Mark what she says of the rust with p, then _ and the letter of the rust: it "
           "attacks the step from the rust to the claim, neither of them.",
           lambda desk: _steps(desk, "undercut") > 0),
    Lesson("Press tab to go to the tree, g m for the map, g p for the speakers, g t back.",
           lambda desk: desk.focus != "article"),
    Lesson("u undoes, ? shows all keys, : finds commands, q leaves. Nothing here is kept.",
           lambda _: False),
)  # fmt: skip


def lesson(desk: Desk) -> str:
    """What is to be done now; moves on from lessons that are done."""
    if desk.session.tour is None:
        return ""
    while desk.session.tour < len(LESSONS) - 1 and LESSONS[desk.session.tour].done(desk):
        desk.session.tour += 1
    return f"{desk.session.tour + 1}/{len(LESSONS)}  {LESSONS[desk.session.tour].text}"
