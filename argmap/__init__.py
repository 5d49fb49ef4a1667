"""Who claims what, on which grounds, in an article's own text.

>>> import argmap
>>> doc = argmap.loads("[The bridge must close]{claim #close @lind}, for "
...                    "[two cables rust]{premise #rust @lind +close}.")
>>> doc.article
'The bridge must close, for two cables rust.'
>>> [claim.id for claim in doc.map.positions]
['close']
>>> [(step.premises, step.kind, step.target) for step in doc.map.steps.values()]
[(('rust',), 'support', 'close')]
>>> doc.map.holders("close"), doc.wording("rust")
(('lind',), 'two cables rust')
>>> [doc.words(said) for said in doc.map.claims["close"].occurrences]
['The bridge must close']

Where they stand, in the text and in the article, as offsets in code points from 0:

>>> where = doc.spans(doc.map.claims["close"].occurrences[0])[0]
>>> where, doc.article_span(where), doc.lines.place(where.start)
(Span(start=1, end=22), Span(start=0, end=21), Place(line=1, column=2))

`argmap.read(path)` is the same for a file. A Document never changes; an edit makes a new one:

>>> from argmap import edits
>>> after = doc.edit(edits.rename(doc, "rust", "cables"))
>>> list(after.map.claims), after.article == doc.article
(['close', 'cables'], True)

What is wrong, the tree, and other formats:

>>> from argmap import formats, rules
>>> [fault.code for fault in rules.check(argmap.loads("[x]{claim #x @a +y}"))]
['unknown-target']
>>> from argmap.views.outline import outline
>>> [(row.depth, row.sign, row.claim) for row in outline(doc)]
[(0, '', 'close'), (1, '+', 'rust')]
>>> print(formats.by_name("markdown").dump(doc), end="")
- The bridge must close — lind
  - **because** two cables rust — lind
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.document import Document

__all__ = ["__version__", "loads", "read"]

__version__ = "0.1.0"


def read(path: str | Path) -> Document:
    """The annotated article in a file; `-` is standard input.

    Raises `argmap.workspace.Unreadable`, with a message for people.
    """
    from argmap import workspace
    from argmap.document import Document

    return Document.of(workspace.read(path).text)


def loads(text: str) -> Document:
    """The annotated article that a text is. Any text is one; its faults are `diagnostics`."""
    from argmap.document import Document

    return Document.of(text)
