"""What `argmap eval --json` prints."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from argmap.document import Document
from argmap.evaluation.contested import Cluster, clusters, ring
from argmap.evaluation.dropped import dropped
from argmap.evaluation.flips import flips, linchpins
from argmap.evaluation.saved import WhatIf
from argmap.evaluation.sides import compare, side
from argmap.evaluation.standing import Evaluation, Status
from argmap.evaluation.strength import strengths
from argmap.evaluation.telling import line
from argmap.evaluation.why import Why


def plain(
    document: Document, evaluation: Evaluation, layer: WhatIf, args: argparse.Namespace
) -> dict[str, Any]:
    """Everything by id; the words of claims stand once, in `claims`."""
    found: dict[str, Any] = {
        "file": args.file,
        "policy": str(evaluation.policy),
        "side": layer.speaker or None,
        "aside": sorted(evaluation.given.aside),
        "granted": sorted(evaluation.given.granted),
        **({"audience": list(layer.audience)} if layer.audience else {}),
        "claims": [_claim(document, evaluation, claim) for claim in evaluation.statuses],
        "steps": [{"id": step, "state": state} for step, state in evaluation.activity.items()],
        "clusters": [_cluster(one) for one in clusters(evaluation)],
    }
    if layer.speaker:
        found["torn"] = list(side(document.map, layer.speaker).torn)
    if args.why:
        found["why"] = [_why(evaluation, claim) for claim in args.why]
    if args.compare:
        found["compare"] = _compare(document, layer, args.compare)
    if args.linchpins:
        found["linchpins"] = _linchpins(evaluation)
    if args.flip:
        found["flips"] = [_flips(evaluation, claim) for claim in args.flip]
    if args.dropped:
        found["dropped"] = {
            who: [one._asdict() for one in steps] for who, steps in dropped(evaluation).items()
        }
    if args.strength:
        found["strength"] = _strength(evaluation, args.strength)
    return found


def _claim(document: Document, evaluation: Evaluation, claim: str) -> dict[str, Any]:
    return {
        "id": claim,
        "text": document.wording(claim),
        "speakers": list(document.map.holders(claim)),
        "position": not document.map.argues(claim),
        "status": str(evaluation.statuses[claim]),
        "because": line(evaluation, claim, lambda one: f"#{one}"),
    }


def _cluster(cluster: Cluster) -> dict[str, Any]:
    readings = cluster.readings
    return {
        "claims": list(cluster.claims),
        "too_tangled": readings is None,
        "positions": [{"stand": list(one.stand), "fall": list(one.fall)} for one in readings or ()],
        "either_way": {
            claim: told for claim in cluster.claims if (told := cluster.either_way(claim))
        },
    }


def _why(evaluation: Evaluation, claim: str) -> dict[str, Any]:
    status = evaluation.statuses[claim]
    found: dict[str, Any] = {"claim": claim, "status": str(status)}
    if status == Status.CONTESTED:
        circle = ring(evaluation, claim)
        found["ring"] = {"claims": list(circle.claims), "steps": list(circle.steps)}
    else:
        found["rests_on"] = [row._asdict() for row in Why(evaluation, claim).rows()]
    return found


def _compare(document: Document, layer: WhatIf, who: list[str]) -> dict[str, Any]:
    views = [replace(layer, speaker=one).of(document) for one in who]
    return {
        "sides": who,
        "differ": [
            {"claim": one.claim, "statuses": [str(one.first), str(one.second)]}
            for one in compare(*views)
        ],
    }


def _linchpins(evaluation: Evaluation) -> dict[str, Any]:
    found = linchpins(evaluation)
    return {
        "whole": found.whole,
        "claims": [
            {"claim": one.claim, "flips": [flip._asdict() for flip in one.flips]}
            for one in found.found
        ],
    }


def _flips(evaluation: Evaluation, claim: str) -> dict[str, Any]:
    found = flips(evaluation, claim)
    return {
        "claim": claim,
        "before": str(found.before),
        "all_single": found.whole[0],
        "all_pairs": found.whole[1],
        "changes": [
            {
                "after": str(change.after),
                "without": [move.claim for move in change.moves if move.aside],
                "grant": [move.claim for move in change.moves if not move.aside],
            }
            for change in found.changes
        ],
    }


def _strength(evaluation: Evaluation, model: str) -> dict[str, Any]:
    found = strengths(evaluation, model)
    return {
        "model": model,
        "of": {claim: round(value, 6) for claim, value in found.of.items()},
        "unsettled": list(found.unsettled),
        "support_loops": [list(loop) for loop in found.loops],
        "wrong_base": list(found.wrong),
    }
