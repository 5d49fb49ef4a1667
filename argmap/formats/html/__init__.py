"""A page for a browser: the article with its marks, the argument tree, and the map as a drawing.

It is one file that loads nothing and works without a network. `page.css` and `page.js` stand in
it, named by their hashes in its Content-Security-Policy, so that nothing else can run: no text of
an article, whatever it holds. Without scripts the page still shows everything.
"""

from __future__ import annotations

from argmap.document import Document
from argmap.evaluation.standing import Evaluation
from argmap.formats.counting import EVERYTHING
from argmap.formats.html.page import page
from argmap.formats.ledger import Ledger

SUFFIXES = (".html", ".htm")
CARRIES = EVERYTHING
SYMBOLS = True
OPTIONS = ("standing",)


def write(document: Document, ledger: Ledger, *, standing: Evaluation | None = None) -> str:
    """The page. With `standing` it also tells what became of each claim."""
    return page(document, ledger, standing)
