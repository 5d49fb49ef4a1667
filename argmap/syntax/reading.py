"""Reads heads and map lines into statements; what makes no sense in them is diagnosed."""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Severity
from argmap.syntax import names
from argmap.syntax.head import Attribute, Head
from argmap.syntax.statements import (
    NOTHING,
    About,
    Link,
    Mention,
    Ref,
    Relation,
    Same,
    Source,
    Statement,
    StepRef,
    Voice,
)
from argmap.text import Span

OF_STEPS = frozenset({"scheme", "weight", "step"})
OF_OCCURRENCES = frozenset({"via"})
MEANT = OF_STEPS | OF_OCCURRENCES
"""Keys of a mark or a step that are no data of its claim or its own."""
RELATIONS = {"+": "support", "-": "attack"}


class Reader:
    """Collects the statements and faults of one unit, and numbers its nameless claims."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.faults: list[Diagnostic] = []
        self.nameless = 0

    def say(self, statement: Statement) -> int:
        self.statements.append(statement)
        return len(self.statements) - 1

    def fault(
        self, code: str, span: Span, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.faults.append(Diagnostic(code, severity, span, message, hint))

    def new_claim(self) -> int:
        self.nameless += 1
        return self.nameless - 1

    def mark(self, head: Head, source: Source, at: int, name: str = "") -> None:
        """A mark in the text: `at` is where its head's offsets count from, `name` the id that
        a milestone has."""
        if head.label == "speaker":
            self._mention(head, source, at)
            return
        claim, stance = self.subject(head, at, name)
        self.say(Voice(claim, stance, source, head.names("!")))
        about = self.about(head, at, of_step=False)
        if not self.relations(head, claim, about, source):
            self.no_step(head, about, at)

    def subject(self, head: Head, at: int, name: str = "") -> tuple[Ref, str]:
        """The claim that a head speaks of, and with which stance."""
        signs = [attribute.sign for attribute in head.attributes]
        ids = head.of("#") if "#" in signs else []
        same = head.names("=") if "=" in signs else ()
        more = head.names("..") if ".." in signs else ()
        self._only_one(ids, at)
        stance = "denies" if "!" in signs else "asserts"
        if name and not (same or more):
            return name, stance
        if ids:
            return ids[0].name, "restates" if same and stance == "asserts" else stance
        if same:
            return same[0], "restates"
        if more:
            return more[0], "continues"
        return self.new_claim(), stance

    def _only_one(self, ids: list[Attribute], at: int) -> None:
        for second in ids[1:]:
            self.fault(
                "second-id",
                second.span.shift(at),
                f"this mark already has the id `{ids[0].name}`",
                f"Remove one of them, or write `={second.name}` if both are the same claim.",
            )

    def _mention(self, head: Head, source: Source, at: int) -> None:
        speakers = head.names("@")
        for name in speakers:
            self.say(Mention(name, source))
        if not speakers:
            self.fault(
                "speaker-without-name",
                head.span.shift(at),
                "this names no speaker",
                "Write who is meant: `{speaker @name}`.",
            )
        for other in head.attributes:
            if other.sign not in ("", "@", "key", "."):
                self.fault(
                    "speaker-argues",
                    other.span.shift(at),
                    f"the mention of a speaker cannot carry `{other.sign}{other.name}`",
                    "Mark the claim itself with `claim`, or remove this.",
                )

    def no_step(self, head: Head, about: About, at: int) -> None:
        """Diagnoses what is said of steps where none is written."""
        for attribute in head.of("key") if about != NOTHING else ():
            if attribute.name in OF_STEPS:
                self.fault(
                    "no-step",
                    attribute.span.shift(at),
                    f"`{attribute.name}` belongs to a step, and nothing here supports or attacks",
                    "Add what this is a reason for or against, such as `+close`.",
                    Severity.WARNING,
                )

    def relations(self, head: Head, claim: Ref, about: About, source: Source) -> list[int]:
        """Says what a claim's head relates it to; the numbers of the steps it writes."""
        written: list[int] = []
        for sign, _, name, to, _ in head.attributes:
            if sign in RELATIONS:
                written.append(self.say(Relation(RELATIONS[sign], (claim,), name, about, source)))
            elif sign == "_":
                target = StepRef((name,), "", to)
                written.append(self.say(Relation("undercut", (claim,), target, about, source)))
            elif sign == "!":
                written.append(self.say(Relation("contradict", (claim,), name, about, source)))
            elif sign == "&":
                written.append(self.say(Link(claim, StepRef((name,), "", to), about, source)))
            elif sign == "=" and name != claim:
                self.say(Same(str(claim), name, source))
        return written

    def about(self, head: Head, at: int, *, of_step: bool) -> About:
        """What a head says of the steps it writes; `of_step` if it belongs to a step alone."""
        if not of_step and not any(one.sign == "key" for one in head.attributes):
            return NOTHING
        weight = head.get("weight")
        number = None if weight is None else self._weight(head, weight, at)
        name = self._step_name(head, at)
        if not of_step:
            return About(name, head.get("scheme") or "", number)
        ids = head.of("#")
        self._only_one(ids, at)
        for other in head.attributes:
            if other.sign not in ("#", "@", ".", "key"):
                self.fault(
                    "head-of-step",
                    other.span.shift(at),
                    f"this head belongs to a step, which cannot carry `{other.sign}{other.name}`",
                    "Write it with the claim, or on a line of its own.",
                )
        data = tuple(
            (a.name, a.value) for a in head.attributes if a.sign == "key" and a.name not in OF_STEPS
        )
        return About(
            ids[0].name if ids else name,
            head.get("scheme") or "",
            number,
            head.names("@"),
            head.names("."),
            data,
        )

    def _step_name(self, head: Head, at: int) -> str:
        named = next((a for a in head.of("key") if a.name == "step"), None)
        if named is None:
            return ""
        name = names.normal(named.value.removeprefix("#"))
        wrong = names.fault(name)
        if wrong:
            message = f"`{name[:60]}` cannot be a name: {wrong}"
            hint = "A name has letters of any script and digits, with `-` or `_` only inside."
            self.fault("bad-name", named.span.shift(at), message, hint)
        return "" if wrong else name

    def _weight(self, head: Head, written: str, at: int) -> float | None:
        try:
            number = float(written)
        except ValueError:
            number = -1.0
        if 0 <= number <= 1:
            return number
        span = next(a.span for a in head.attributes if a.sign == "key" and a.name == "weight")
        self.fault(
            "weight-range",
            span.shift(at),
            f"the weight `{written[:40]}` is no number from 0 to 1",
            "Write for example `weight=0.8`.",
        )
        return None
