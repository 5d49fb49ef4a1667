"""What hangs on a claim, and on nothing else."""

from __future__ import annotations

from argmap.model.argmap import ArgMap


def branch(found: ArgMap, claim: str) -> tuple[str, ...]:
    """The claims that argue only for or against a claim or another of these, it not among them;
    in order of the text. What argues elsewhere too stays, with all that argues for it."""
    inside = {claim}
    left: dict[str, int] = {}
    queue = [claim]
    while queue:
        name = queue.pop()
        steps = [one for one in found.onto(name) if one.kind != "contradict"]
        for made in found.out(name):
            steps += (one for one in found.onto(made.id) if one.kind == "undercut")
        for step in steps:
            for premise in step.premises:
                if premise in inside:
                    continue
                if premise not in left:
                    left[premise] = sum(one.kind != "contradict" for one in found.out(premise))
                left[premise] -= 1
                if not left[premise]:
                    inside.add(premise)
                    queue.append(premise)
    return tuple(one for one in found.claims if one in inside and one != claim)
