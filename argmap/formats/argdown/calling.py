"""What claims and steps are called in Argdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from argmap.formats.argdown import literal
from argmap.formats.argdown.naming import TITLE
from argmap.model.values import Claim, Step
from argmap.syntax import names

STEP = "Step"
"""`<Step 1>` is the title of an argument that stands for a step without a name."""


def titles(claims: Iterable[Claim]) -> Mapping[str, str]:
    """The title of each claim: the one it has as data, if that is free, else its id."""
    every = list(claims)
    wished = Counter(_title(claim.data) for claim in every)
    taken = {claim.id for claim in every}
    found: dict[str, str] = {}
    for claim in every:
        title = _title(claim.data)
        fits = literal.can_title(title) and wished[title] == 1 and title not in taken
        found[claim.id] = title if fits else claim.id
    return found


def _title(data: tuple[tuple[str, str], ...]) -> str:
    """The title that is no possible id; one that is would be read back as the id."""
    title = dict(data).get(TITLE, "")
    return title if names.fault(names.normal(title)) else ""


def step_titles(steps: Iterable[Step], gists: Mapping[str, str]) -> Mapping[str, str]:
    """The title of the argument that each step would be; `gists` are titles given already, of
    steps and of other arguments."""
    found: dict[str, str] = {}
    taken = set(gists.values())
    number = 0
    for step in steps:
        wish = gists.get(step.id) or _title(step.data) or step.name
        if step.id not in gists and (not literal.can_title(wish) or wish in taken):
            wish = step.name if step.name not in taken else ""
        if not wish:
            number += 1
            wish = f"{STEP} {number}"
        found[step.id] = wish
        taken.add(wish)
    return found
