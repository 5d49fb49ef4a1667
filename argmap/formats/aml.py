"""Araucaria's AML: a tree of propositions with linked and convergent premises and refutations."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats import xmltext
from argmap.formats.aif import schemes
from argmap.formats.graph import Claim, Graph, Saying, Source, Speaker, Step
from argmap.formats.ledger import Ledger
from argmap.formats.locating import Locator
from argmap.formats.xmltext import Element
from argmap.text import Span

SUFFIXES = (".aml",)
LABELS = ("nodelabel", "supportlabel")


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text that the file holds."""
    root = xmltext.parse(source.text)
    if root.tag != "ARG":
        root.refuse("the file should begin with <ARG>")
    text = "".join(element.text for element in root.all("TEXT"))
    return _Reader(text, ledger).read(root)


class _Reader:
    def __init__(self, text: str, ledger: Ledger) -> None:
        self.text = text
        self.ledger = ledger
        self.locator = Locator(text)
        self.claims: list[Claim] = []
        self.steps: list[Step] = []
        self.speakers: dict[str, None] = {}
        self.schemes: dict[str, dict[str, str]] = {}

    def read(self, root: Element) -> Graph:
        """Walks the tree of units without recursion."""
        waiting = [(unit, "") for unit in reversed(list(root.all("AU")))]
        while waiting:
            unit, key = waiting.pop()
            waiting += reversed(list(self._unit(unit, key or self._proposition(unit))))
        for scheme in root.all("SCHEMESET"):
            count = len(scheme.children)
            self.ledger.met("definitions of schemes", count)
            why = "a map names schemes and does not define them"
            self.ledger.dropped("definitions of schemes", why, count=count)
        named = tuple(Speaker(name, (name,), unit="") for name in self.speakers)
        return Graph(tuple(self.claims), tuple(self.steps), named, self.text, _front(root))

    def _unit(self, unit: Element, key: str) -> Iterator[tuple[Element, str]]:
        """What argues for and against the proposition of a unit; gives the units below."""
        for child in unit.children:
            if child.tag not in ("REFUTATION", "CA", "LA"):
                continue
            below = [(au, self._proposition(au)) for au in child.all("AU")]
            kind = "attack" if child.tag == "REFUTATION" else "support"
            name = {"REFUTATION": "refutations", "CA": "convergent", "LA": "linked"}[child.tag]
            name = name if child.tag == "REFUTATION" else f"{name} arguments"
            self.ledger.met(name)
            premises = tuple(one for _, one in below)
            step = f"{child.tag}{len(self.steps) + 1}"
            scheme = self._scheme((key, *premises))
            self.steps.append(Step(step, kind, premises, key, scheme=scheme, unit=name))
            yield from below

    def _scheme(self, keys: tuple[str, ...]) -> str:
        """The scheme whose number stands at the conclusion and at a premise."""
        above = self.schemes.get(keys[0], {})
        below = (number for key in keys[1:] for number in self.schemes.get(key, ()))
        return next((above[number] for number in below if number in above), "")

    def _proposition(self, unit: Element) -> str:
        prop = unit.first("PROP") or unit.refuse("has no <PROP>")
        self.ledger.met("propositions")
        key = f"{prop.get('identifier')} {len(self.claims)}"
        said = prop.first("PROPTEXT") or prop.refuse("has no <PROPTEXT>")
        owners = tuple(one.get("name") for one in prop.all("OWNER") if one.get("name"))
        self.speakers.update(dict.fromkeys(owners))
        self.schemes[key] = {
            one.get("schid"): schemes.readable(one.get("scheme")) for one in prop.all("INSCHEME")
        }
        missing = prop.get("missing") == "yes"
        place = None if missing else self._place(said)
        data = [(name, prop.get(name)) for name in LABELS if prop.get(name)]
        roles = [one for one in prop.all("ROLE") if one.get("class")]
        data += ((f"role-{one.get('class')}", one.get("element")) for one in roles)
        saying = Saying(owners, (place,) if place else ())
        tags = ("implicit",) if missing else ()
        claim = Claim(key, said.text, (saying,), tags=tags, data=tuple(data), unit="propositions")
        self.claims.append(claim)
        return key

    def _place(self, said: Element) -> Span | None:
        try:
            start = int(said.get("offset", "-1"))
        except ValueError:
            said.refuse("the offset should be a number")
        if start < 0 or not said.text:
            return None
        self.ledger.met("places")
        place: Span | None = Span(start, start + len(said.text))
        if place is not None and place.of(self.text) == said.text:
            self.ledger.kept("places")
            return place
        place = self.locator.find(said.text, start)
        if place is None:
            self.ledger.dropped("places", "the words do not stand in the text", said.text)
        else:
            self.ledger.changed("places", "found by their words, not at their offset", said.text)
        return place


def _front(root: Element) -> dict[str, object]:
    names = {"AUTHOR": "analyst", "DATE": "date", "SOURCE": "source", "COMMENTS": "comments"}
    told = root.first("EDATA")
    found = {} if told is None else {one.tag: one.text.strip() for one in told.children}
    return {new: found[old] for old, new in names.items() if found.get(old)}
