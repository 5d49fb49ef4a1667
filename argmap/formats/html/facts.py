"""What the parts of the page need to know of each claim: its number, kind, voices and colour."""

from __future__ import annotations

from functools import cached_property

from argmap.cells import letters
from argmap.document import Document
from argmap.evaluation.standing import MARKS, Evaluation
from argmap.formats.html.safe import told
from argmap.formats.outward import flat, places
from argmap.model.values import Claim, Occurrence

COLOURS = 8
"""So many speakers have a colour of their own; after that the colours begin again."""
SIGNS = {"reason": "+", "objection": "−", "undercut": "⤬", "claim": ""}
"""What stands before the number of a claim, by its kind."""
OWN = "the article"


class Facts:
    """Claims are numbered from 1, and speakers from 0, in order of the text."""

    def __init__(self, document: Document, standing: Evaluation | None) -> None:
        self.document = document
        self.map = document.map
        self.standing = standing
        self.number = {name: at for at, name in enumerate(self.map.claims, 1)}
        self.speaker = {name: at for at, name in enumerate(self.map.speakers)}
        self.initials = _initials([one.name for one in self.map.speakers.values()])
        self.mixed = any(claim.in_text for claim in self.map.claims.values())
        self.kinds = {claim.id: self._kind(claim) for claim in self.map.claims.values()}

    def _kind(self, claim: Claim) -> str:
        """What a claim does: claim where it argues for nothing, else what its first step is."""
        kinds = {step.kind for step in self.map.out(claim.id)}
        if "attack" in kinds:
            return "objection"
        if "undercut" in kinds:
            return "undercut"
        labelled = any(said.label == "premise" for said in claim.occurrences if said.in_text)
        return "reason" if "support" in kinds or labelled else "claim"

    @cached_property
    def wordings(self) -> dict[str, str]:
        """What each claim says, as `Document.wording` tells it: taken from the article, so that
        marks in marks cost nothing."""
        return {claim.id: self._wording(claim) for claim in self.map.claims.values()}

    def _wording(self, claim: Claim) -> str:
        if claim.wording:
            return claim.wording
        told_ = (self.words(said) for said in claim.occurrences)
        return next(filter(None, told_), claim.id)

    def words(self, said: Occurrence) -> str:
        """The words of an occurrence, on one line."""
        if not said.in_text:
            return flat(self.document.words(said))
        article = self.document.article
        return flat(" … ".join(span.of(article) for span in places(self.document, said)))

    def colour(self, speakers: tuple[str, ...]) -> str:
        """The classes of a colour: of the first speaker, and of the second where several speak."""
        if not speakers:
            return "own"
        first, *others = (self.speaker[name] % COLOURS for name in speakers)
        return f"s{first}" + (f" j{others[0]} joint" if others else "")

    def short(self, speakers: tuple[str, ...]) -> str:
        """The speakers by their initials, as text."""
        some = "+".join(self.initials[self.speaker[name]] for name in speakers[:3])
        return some + ("…" if len(speakers) > 3 else "")

    def names(self, speakers: tuple[str, ...]) -> str:
        """The speakers by their names, as HTML; the article's own voice where there are none."""
        found = [told(self.map.speakers[name].name) for name in speakers]
        return ", ".join(f"<bdi>{name}</bdi>" for name in found) or OWN

    def status(self, claim: str) -> tuple[str, str]:
        """The sign and the word of what became of a claim; empty where that was not asked."""
        if self.standing is None:
            return "", ""
        status = self.standing.statuses[claim]
        return MARKS[status], str(status)

    def tag(self, claim: str, speakers: tuple[str, ...]) -> str:
        """What stands small at a claim, as text: `✓ +12 WY`."""
        sign, _ = self.status(claim)
        number = f"{SIGNS[self.kinds[claim]]}{self.number[claim]}"
        return " ".join(filter(None, (sign, number, self.short(speakers))))


def _initials(names: list[str]) -> list[str]:
    """Two or three letters for each name, each only once.

    >>> _initials(["Wang Yi", "Will Young", "China", "the market’s owner"])
    ['WY', 'WY2', 'Ch', 'TMO']
    """
    found: list[str] = []
    taken: dict[str, int] = {}
    for name in names:
        words = name.split() or ["?"]
        starts = [_start(word, 1).upper() for word in words[:3]]
        short = "".join(starts) if len(words) > 1 else _start(words[0], 2)
        taken[short] = taken.get(short, 0) + 1
        found.append(short if taken[short] == 1 else f"{short}{taken[short]}")
    return found


def _start(word: str, many: int) -> str:
    """The first letters of a word, each with its accents but not with a heap of them."""
    bare = word.lstrip("\"'“”‘’«»([{<@#.-_*") or word
    spans = letters(bare[:40])[:many]
    return "".join(bare[start : min(end, start + 8)] for start, end in spans)
