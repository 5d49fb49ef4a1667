"""W3C Web Annotation as JSON-LD: each mark is an annotation, each step links annotations."""

from __future__ import annotations

import json

from argmap.document import Document
from argmap.formats.counting import KINDS, MAP
from argmap.formats.ledger import Ledger
from argmap.formats.outward import called, places
from argmap.model.values import Claim, Occurrence, Step
from argmap.text import Span

SUFFIXES = (".jsonld",)
CARRIES = MAP | {
    *KINDS.values(),
    *("linked steps", "schemes", "weights", "step names", "speakers", "holders", "via", "marks"),
    *("other wordings", "tags", "labels", "restatements", "mentions"),
}
CONTEXT = 8
"""Characters before and behind that a quotation has with it."""


def write(document: Document, ledger: Ledger) -> str:
    """A collection of one page. Positions count code points, from 0."""
    source = document.front.get("url") or "urn:argmap:article"
    ledger.kept("front matter", sum(bool(document.front.get(k)) for k in ("title",)))
    page = _Page(document, source)
    items = [
        *(page.claim(claim) for claim in document.map.claims.values()),
        *(
            page.occurrence(claim, said, number)
            for claim in document.map.claims.values()
            for number, said in enumerate(claim.occurrences, 1)
            if said.in_text
        ),
        *(page.step(step) for step in document.map.steps.values()),
        *page.mentions(),
    ]
    found = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"argmap": "urn:argmap:"}],
        "id": "urn:argmap:map",
        "type": "AnnotationPage",
        "label": document.front.get("title") or "argument map",
        "items": items,
    }
    return json.dumps(found, indent=1, ensure_ascii=True) + "\n"


class _Page:
    def __init__(self, document: Document, source: str) -> None:
        self.document = document
        self.source = source

    def claim(self, claim: Claim) -> dict[str, object]:
        """The claim itself: its wording and tags, about the whole article."""
        bodies = [_text(self.document.wording(claim.id), "describing")]
        bodies += (_text(tag, "tagging") for tag in claim.tags)
        return self._annotation(f"claim:{claim.id}", "classifying", bodies, self.source)

    def occurrence(self, claim: Claim, said: Occurrence, number: int) -> dict[str, object]:
        """Words of the article that put a claim forward."""
        targets = [self._target(span) for span in places(self.document, said)]
        bodies: list[object] = [_text(said.label, "tagging"), self._linked(claim.id)]
        name = f"claim:{claim.id}:{number}"
        found = self._annotation(name, "identifying", bodies, targets)
        people = [self._person(who) for who in said.speakers]
        if people:
            found["argmap:speaker"] = people
        if said.via:
            found["argmap:via"] = [self._person(who) for who in said.via]
        found["argmap:stance"] = said.stance
        return found

    def step(self, step: Step) -> dict[str, object]:
        """Premises, as the body, for or against the target."""
        target = ("step:" if step.kind == "undercut" else "claim:") + step.target
        bodies: list[object] = [self._linked(one) for one in step.premises]
        bodies.append(_text(step.kind, "classifying"))
        found = self._annotation(f"step:{step.id}", "linking", bodies, f"urn:argmap:{target}")
        for key, value in (("scheme", step.scheme), ("weight", step.weight), ("name", step.name)):
            if value not in ("", None):
                found[f"argmap:{key}"] = value
        return found

    def mentions(self) -> list[dict[str, object]]:
        """Where the article names a speaker."""
        found = []
        for speaker in self.document.map.speakers.values():
            for number, where in enumerate(speaker.mentions, 1):
                words = where.mark.words.shift(self.document.start(where.unit))
                target = self._target(self.document.article_span(words))
                body: list[object] = [self._person(speaker.id)]
                name = f"mention:{speaker.id}:{number}"
                found.append(self._annotation(name, "identifying", body, target))
        return found

    def _annotation(
        self, name: str, motivation: str, body: object, target: object
    ) -> dict[str, object]:
        return {
            "id": f"urn:argmap:{name}",
            "type": "Annotation",
            "motivation": motivation,
            "body": body,
            "target": target,
        }

    def _target(self, span: Span) -> dict[str, object]:
        article = self.document.article
        quote = {
            "type": "TextQuoteSelector",
            "exact": span.of(article),
            "prefix": article[max(0, span.start - CONTEXT) : span.start],
            "suffix": article[span.end : span.end + CONTEXT],
        }
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        return {"source": self.source, "selector": [position, quote]}

    def _linked(self, claim: str) -> dict[str, str]:
        found = {"type": "SpecificResource", "source": f"urn:argmap:claim:{claim}"}
        return {**found, "purpose": "linking"}

    def _person(self, who: str) -> dict[str, str]:
        name = called(self.document, who)
        return {"id": f"urn:argmap:speaker:{who}", "type": "Person", "name": name}


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}
