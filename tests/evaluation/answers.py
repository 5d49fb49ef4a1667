"""An independent solver: extensions by clingo."""

from __future__ import annotations

from typing import Any

PROGRAM = """
1 { accepted(X); fallen(X); open(X) } 1 :- argument(X).
:- accepted(X), attack(Y, X), not fallen(Y).
:- fallen(X), not accepted(Y) : attack(Y, X).
:- argument(X), not fallen(X), attack(Y, X), accepted(Y).
:- argument(X), not accepted(X), fallen(Y) : attack(Y, X).
#show accepted/1.
"""
MORE = {
    "CO": "",
    "ST": ":- open(X).",
    "PR": "#heuristic accepted(X) : argument(X). [1, true]",
    "GR": "#heuristic open(X) : argument(X). [1, true]",
}
LARGEST = ["--heuristic=Domain", "--enum-mode=domRec"]


def by_clingo(
    size: int, pairs: list[tuple[int, int]], semantics: str, cap: int
) -> set[frozenset[int]] | None:
    """All extensions; None where there are more than `cap`. The grounded one is the complete one
    with most left open."""
    import clingo

    facts = "".join(f"argument({name})." for name in range(size))
    facts += "".join(f"attack({a},{b})." for a, b in pairs)
    options = [str(cap + 1), *(LARGEST if semantics in ("PR", "GR") else [])]
    control: Any = clingo.Control(options)
    control.add("base", [], PROGRAM + MORE[semantics] + facts)
    control.ground([("base", [])])
    found: set[frozenset[int]] = set()
    with control.solve(yield_=True) as handle:
        for model in handle:
            shown = model.symbols(shown=True)
            found.add(frozenset(one.arguments[0].number for one in shown))
            if len(found) > cap:
                return None
    return found
