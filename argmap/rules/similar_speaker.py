"""A speaker who is named once, and almost like another one.

`@wagn` beside many `@wang` is a slip that makes a new person. Where both exist, describe them
in a map block: this rule only looks at speakers that no line describes.

Bad:

    [One]{claim #one @wang}, [two]{claim #two @wang}, [three]{claim #three @wagn}.

Good:

    [One]{claim #one @wang}, [two]{claim #two @wang}, [three]{claim #three @wang}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.rules import _speakers as speakers
from argmap.rules._near import Near

CODE = "similar-speaker"
SEVERITY = Severity.WARNING
SHORTEST = 4
"""Shorter names are often close to each other by chance."""


def check(document: Document) -> Iterator[Diagnostic]:
    people = document.map.speakers
    if any(who.described is not None for who in people.values()):
        return  # then `unknown-speaker` looks at them
    uses = speakers.uses(document, document.map.named)
    near = Near(name for name, places in uses.items() if len(places) > 1)
    for name, places in uses.items():
        meant = near.to(name) if len(places) == 1 and len(name) >= SHORTEST else ""
        if meant:
            yield Diagnostic(
                CODE,
                SEVERITY,
                places[0],
                f"`@{name}` is named once, `@{meant}` {len(uses[meant])} times",
                f"Did you mean `@{meant}`? If both exist, describe them: `@{name} = Full Name`.",
                speakers.renamed(document.text, places, name, meant),
                (Related(uses[meant][0], f"`@{meant}`"),),
            )
