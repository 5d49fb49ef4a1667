"""A speaker who is described and then never named.

Usually the marks name them in another spelling. To be mentioned in a speaker mark, in `via=` or
in `of=` is enough.

Bad:

    [The bridge should close]{claim #close @lind}.

    @lind = Mara Lind
    @okoro = Ben Okoro

Good:

    [The bridge should close]{claim #close @lind}, said [she]{speaker @lind}.

    @lind = Mara Lind
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.rules import _spots as spots

CODE = "unused-speaker"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    used = document.map.named
    for speaker in document.map.speakers.values():
        if speaker.described is not None and speaker.id not in used:
            yield Diagnostic(
                CODE,
                SEVERITY,
                spots.of_name(document, speaker.described, speaker.id),
                f"`@{speaker.id}` is described here, and named nowhere",
                "Name them where they speak (`{claim @" + speaker.id + "}`), or remove the line.",
            )
