"""Which claims stand, for whom, and why: grounded semantics over a map, and what follows."""

from __future__ import annotations

from argmap.evaluation.policy import Given, Policy
from argmap.evaluation.standing import MARKS, Evaluation, Status, evaluate

__all__ = ["MARKS", "Evaluation", "Given", "Policy", "Status", "evaluate"]
