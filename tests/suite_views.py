"""The views that suites compare: plain text made from a Document."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.cli.commands.tree import labels
from argmap.cli.drawing import DRAWN, Drawing
from argmap.cli.paint import Paint
from argmap.document import Document
from argmap.evaluation import MARKS, Given, Policy, evaluate
from argmap.evaluation.telling import line
from argmap.model.values import Occurrence
from argmap.views.outline import Options, Walk, groups


def strip(document: Document) -> Iterator[str]:
    yield document.article


def claims(document: Document) -> Iterator[str]:
    for claim in document.map.claims.values():
        extra = "".join(f" .{tag}" for tag in claim.tags)
        extra += "".join(f" {key}={value}" for key, value in claim.data)
        extra += "".join(f" ={name}" for name in claim.names)
        yield f"{claim.id}: {document.wording(claim.id)}{extra}"
        for occurrence in claim.occurrences:
            yield f"  {_occurrence(document, occurrence)}"


def _occurrence(document: Document, occurrence: Occurrence) -> str:
    who = " ".join(f"@{name}" for name in occurrence.speakers) or "-"
    via = "".join(f" via @{name}" for name in occurrence.via)
    denied = "".join(f" !{name}" for name in occurrence.denied)
    words = document.words(occurrence).replace("\n", "⏎")
    place = "" if occurrence.in_text else " (map)"
    return f"{who}{via} {occurrence.stance}{denied} as {occurrence.label}{place}: {words}"


def steps(document: Document) -> Iterator[str]:
    for step in document.map.steps.values():
        about = "".join(
            f" {key}={value}"
            for key, value in (("scheme", step.scheme), ("weight", step.weight), *step.data)
            if value not in ("", None)
        )
        who = "".join(f" @{name}" for name in step.speakers)
        premises = " & ".join(step.premises)
        yield f"{step.id}: {premises} {step.kind}s {step.target}{who}{about}"


def diagnostics(document: Document) -> Iterator[str]:
    for fault in document.diagnostics:
        line, column = document.lines.place(fault.span.start)
        yield f"{line}:{column} {fault.code}: {fault.message}"


def speakers(document: Document) -> Iterator[str]:
    for speaker in document.map.speakers.values():
        yield f"@{speaker.id} = {' | '.join(speaker.names)}".rstrip(" =")
        for held in document.map.holdings.get(speaker.id, ()):
            jointly = "".join(f" with @{name}" for name in held.with_others)
            via = "".join(f" via @{name}" for name in held.via)
            yield f"  {held.stance} {held.claim}{jointly}{via}"


def tree(document: Document, *options: str) -> Iterator[str]:
    given = dict(zip(options[::2], options[1::2], strict=True))
    chosen = Options(**{**given, "depth": int(given["depth"]) if "depth" in given else None})  # type: ignore[arg-type]
    walk = Walk(document, chosen)
    label = labels(document, ids=False)
    for group in groups(document, chosen):
        if group.title:
            yield f"{group.title}:"
        for root in group.roots:
            drawing = Drawing(DRAWN, 72, Paint("never"))
            yield from drawing.draw(walk.below(root), label)


def standing(document: Document, policy: str, *options: str) -> Iterator[str]:
    chosen = [*zip(options[::2], options[1::2], strict=True)]
    given = Given.of(
        (name for option, name in chosen if option == "without"),
        (name for option, name in chosen if option == "grant"),
    )
    evaluation = evaluate(document.map, Policy(policy), given)
    for claim, status in evaluation.statuses.items():
        yield f"{MARKS[status]} {claim}: {status}, for {line(evaluation, claim, quoted)}"
    for step, state in evaluation.activity.items():
        yield f"  {step}: {state}"


def quoted(claim: str) -> str:
    return f"#{claim}"


VIEWS = {
    "standing": standing,
    "tree": tree,
    "strip": strip,
    "claims": claims,
    "steps": steps,
    "diagnostics": diagnostics,
    "speakers": speakers,
}
