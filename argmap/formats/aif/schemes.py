"""Names of schemes: as AIFdb spells and numbers them, and as the language does."""

from __future__ import annotations

import re

from argmap.syntax import names

IDS = {
    "Default Inference": "72",
    "Default Conflict": "71",
    "Default Rephrase": "144",
    "Default Transition": "82",
    "Default Preference": "161",
    "Asserting": "74",
    "Analysing": "75",
    "Conceding": "76",
    "Agreeing": "77",
    "Disagreeing": "78",
    "Challenging": "79",
    "Arguing": "80",
    "Rhetorical Questioning": "85",
    "Assertive Questioning": "73",
    "Pure Questioning": "91",
    "Pure Challenging": "92",
    "Restating": "101",
    "Default Illocuting": "168",
    "Analogy": "1",
    "Cause To Effect": "4",
    "Commitment": "6",
    "Correlation To Cause": "7",
    "Example": "14",
    "Expert Opinion": "15",
    "Falsification Of Hypothesis": "16",
    "Fear Appeal": "17",
    "Ignorance": "19",
    "Inconsistent Commitment": "20",
    "Popular Opinion": "23",
    "Popular Practice": "25",
    "Position To Know": "26",
    "Practical Reasoning": "28",
    "Sign": "30",
    "Verbal Classification": "31",
    "Modus Ponens": "35",
    "Established Rule": "61",
    "Exceptional Case": "62",
    "Argument From Authority": "160",
}
"""AIFdb's numbers."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def folded(name: str) -> str:
    """How names of schemes are compared: without blanks, case, `-` and `_`.

    >>> folded("Expert Opinion") == folded("ExpertOpinion") == folded("expert-opinion")
    True
    """
    return re.sub(r"[\s_-]+", "", name).casefold()


_BY_ID = {number: name for name, number in IDS.items()}
_BY_NAME = {folded(name): name for name in IDS}
_PLAIN = {"", "ra", "ca", "ma", "pa", "ta", "ya", "i", "l", *(
    folded(f"Default {kind}")
    for kind in ("Inference", "Conflict", "Rephrase", "Transition", "Preference", "Illocuting")
)}  # fmt: skip


def by_id(number: str) -> str:
    """AIFdb's name, or an empty string."""
    return _BY_ID.get(number, "")


def readable(name: str) -> str:
    """The name as people write it in the language; empty for a default.

    >>> readable("CauseToEffect"), readable("Default Inference"), readable("Argument from (x)")
    ('cause-to-effect', '', 'Argument from (x)')
    """
    if folded(name) in _PLAIN:
        return ""
    made = names.from_words(_HUMP.sub(" ", name), 12)
    return made if folded(made) == folded(name) else name.strip()


def official(name: str) -> str:
    """As AIFdb spells it, or else with capitals.

    >>> official("expert-opinion"), official("from-bias"), official("Odd (name)")
    ('Expert Opinion', 'From Bias', 'Odd (name)')
    """
    known = _BY_NAME.get(folded(name))
    if known:
        return known
    return name.replace("-", " ").title() if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) else name
