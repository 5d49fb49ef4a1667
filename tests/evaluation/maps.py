"""Maps for tests: made from short notation, and at random."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

from argmap.document import Document
from argmap.evaluation.network import ATTACK, SUPPORT, UNDERCUT, Network, Rule
from argmap.evaluation.standards import Standard


class Case(NamedTuple):
    """A map in the notation of the reference: claims, with `=T` granted and `=F` set aside, and
    steps such as `s:p&q+>t`, against a claim or another step."""

    claims: tuple[str, ...]
    granted: tuple[str, ...]
    aside: tuple[str, ...]
    steps: tuple[tuple[str, str, tuple[str, ...], str], ...]

    @staticmethod
    def of(claims: str, steps: str) -> Case:
        names = [one.partition("=") for one in claims.split()]
        found = []
        for step in re.findall(r"(\w+):([\w&]+)([+-]>)(\w+)", steps):
            name, premises, arrow, target = step
            found.append((name, arrow, tuple(premises.split("&")), target))
        return Case(
            tuple(name for name, _, _ in names),
            tuple(name for name, _, value in names if value == "T"),
            tuple(name for name, _, value in names if value == "F"),
            tuple(found),
        )

    def network(self) -> Network:
        """The network itself: some cases cannot be written in the language, as a claim against
        itself."""
        claims = {name: at for at, name in enumerate(self.claims)}
        steps = {step[0]: at for at, step in enumerate(self.steps)}
        rules = [
            Rule(
                at,
                SUPPORT if arrow == "+>" else UNDERCUT if target in steps else ATTACK,
                [claims[one] for one in premises],
                steps[target] if target in steps else claims[target],
            )
            for at, (_, arrow, premises, target) in enumerate(self.steps)
        ]
        return network(tuple(claims), tuple(steps), rules)

    def text(self) -> str:
        """The map as an article of map lines."""
        steps = {step[0] for step in self.steps}
        lines = [f"#{name}: {name.title()}." for name in self.claims]
        for name, arrow, premises, target in self.steps:
            sign = "_>" if target in steps else arrow
            lines.append(
                f"{' & '.join(f'#{one}' for one in premises)} {sign} #{target} {{#{name}}}"
            )
        return "\n".join(lines) + "\n"

    def document(self) -> Document:
        return Document.of(self.text())


def network(claims: tuple[str, ...], steps: tuple[str, ...], rules: list[Rule]) -> Network:
    """A network with one rule for each step."""
    starts = [0]
    premises: list[int] = []
    for rule in rules:
        premises += rule.premises
        starts.append(len(premises))
    return Network(
        claims,
        steps,
        bytes(rule.kind for rule in rules),
        [rule.target for rule in rules],
        [*range(len(rules) + 1)],
        starts,
        premises,
        [],
    )


WEIGHTS = st.sampled_from(["", "", " weight=0", " weight=0.3", " weight=0.5", " weight=0.8"])
STANDARDS = st.sampled_from(["", "", "", *(f" standard={one}" for one in Standard)])


@st.composite
def maps(draw: st.DrawFn, most: int = 7, judged: bool = False) -> str:
    """An article of map lines: all kinds of steps, linked premises, undercuts, contradictions;
    some of the claims `judged` by standards of proof."""
    count = draw(st.integers(1, most))
    claim = st.integers(0, count - 1).map(lambda number: f"#c{number}")
    lines = []
    for number in range(count):
        head = f" {{{draw(STANDARDS)} }}" if judged else ""
        lines.append(f"#c{number}: Claim {number}.{head}")
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["+>", "+>", "->", "->", "_>", "_>", "><"]),
                st.lists(claim, min_size=1, max_size=3, unique=True),
                claim,
                st.integers(0, 20),
            ),
            max_size=2 * most,
        )
    )
    for number, (arrow, premises, target, onto) in enumerate(steps):
        if arrow == "_>" and not number:
            continue
        end = f"#s{onto % number}" if arrow == "_>" else target
        more = draw(WEIGHTS) if judged else ""
        more += draw(STANDARDS) if judged and arrow == "><" else ""
        lines.append(f"{' & '.join(premises)} {arrow} {end} {{#s{number}{more}}}")
    return "\n".join(lines) + "\n"
