"""A speaker who is named, but not among those the file describes.

In a file that describes its speakers, one without a description is mostly a slip of the pen. A
file that describes nobody is left in peace.

Bad:

    [The bridge should close]{claim #close @lind}. [It must not]{!close @lnid}.

    @lind = Mara Lind

Good:

    [The bridge should close]{claim #close @lind}. [It must not]{!close @teal}.

    @lind = Mara Lind
    @teal = Nils Teal
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules import _speakers as speakers
from argmap.rules._near import Near
from argmap.text import Span

CODE = "unknown-speaker"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    described = [who.id for who in document.map.speakers.values() if who.described is not None]
    if not described:
        return
    known = {*described, *(["author"] if document.front.get("author") else [])}
    unknown = frozenset(document.map.speakers.keys() - known)
    if not unknown:
        return
    near = Near(described)
    for name, uses in speakers.uses(document, unknown).items():
        yield _finding(document, name, uses, near.to(name))


def _finding(document: Document, name: str, uses: list[Span], meant: str) -> Diagnostic:
    fixes: tuple[Fix, ...] = ()
    if meant:
        hint = f"Did you mean `@{meant}`?"
        fixes = speakers.renamed(document.text, uses, name, meant)
    elif name == "author":
        hint = "Write `author: …` in the front matter, which says who `@author` is."
    else:
        hint = f"Describe them in a map block: `@{name} = Full Name`."
    message = f"no line describes the speaker `@{name}`"
    return Diagnostic(CODE, SEVERITY, uses[0], message, hint, fixes)
