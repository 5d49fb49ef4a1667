"""MindMup's .mup files: argument maps, in which groups of reasons stand below a claim."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from argmap.formats import jsontext
from argmap.formats.graph import Claim, Graph, Source, Step
from argmap.formats.ledger import Ledger

SUFFIXES = (".mup",)
KINDS = {"supporting": "support", "opposing": "attack"}

PLAIN = "a plain branch says neither for nor against"
UNKNOWN = "a group of the kind `{}` says neither for nor against"
EMPTY = "a group without anything in it"
HOMELESS = "a group stands below no claim"
SUPPORTED = "a support of a step has no place"
LINKS = "a line drawn across the map says neither for nor against"


def read(file: Source, ledger: Ledger) -> Graph:
    """The claims with the groups below them as steps of linked premises. A group of objections
    below a group undercuts it. Raises Malformed."""
    top = jsontext.as_map(jsontext.load(file.text), "the file")
    title = jsontext.as_text(top.get("title"), "title")
    reading = _Reading(ledger)
    if jsontext.as_text(top.get("formatVersion"), "formatVersion") in ("", "1", "2"):
        reading.take(top, "the file")
    else:
        for path, idea in _ideas(top, ""):
            reading.take(idea, path)
    links = jsontext.as_list(top.get("links"), "links")
    ledger.met("links", len(links))
    ledger.dropped("links", LINKS, count=len(links))
    front = {"title": title} if title else {}
    return Graph(tuple(reading.claims), tuple(reading.steps), front=front)


class _Reading:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.claims: list[Claim] = []
        self.steps: list[Step] = []

    def take(self, root: dict[str, object], path: str) -> None:
        """An idea with all below it. What waits is an idea and what it hangs from: a claim, or a
        step that it undercuts."""
        stack = [(root, path, "", False)]
        while stack:
            idea, path, above, undercuts = stack.pop()
            kind = _group(idea, path)
            if not kind:
                self._claim(idea, path, above)
                below = [(one, where, path, False) for where, one in _ideas(idea, path)]
                stack += reversed(below)
                continue
            members = list(_ideas(idea, path))
            premises = [(where, one) for where, one in members if not _group(one, where)]
            step = self._step(kind, path, above, [where for where, _ in premises], undercuts)
            below = [(one, where, "", False) for where, one in premises]
            below += [
                (one, where, path if step else "", True)
                for where, one in members
                if _group(one, where)
            ]
            stack += reversed(below)

    def _claim(self, idea: dict[str, object], path: str, above: str) -> None:
        self.ledger.met("claims")
        if above:
            self.ledger.met("branches")
            self.ledger.dropped("branches", PLAIN, path)
        words = " ".join(jsontext.as_text(idea.get("title"), f"{path}.title").split())
        note = _note(idea, path)
        data = (("note", note),) if note else ()
        self.claims.append(Claim(path, words or "…", data=data))

    def _step(self, kind: str, path: str, above: str, premises: list[str], undercuts: bool) -> bool:
        """Whether the group became a step."""
        self.ledger.met("groups")
        found = KINDS.get(kind)
        why = UNKNOWN.format(kind) if not found else "" if above else HOMELESS
        if undercuts and found == "support":
            why = SUPPORTED
        if why or not premises or not found:
            self.ledger.dropped("groups", why or EMPTY, path)
            return False
        found = "undercut" if undercuts else found
        self.steps.append(Step(path, found, tuple(premises), above, unit="groups"))
        return True


def _ideas(idea: dict[str, object], path: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The ideas below one, by their rank: the right side before the left."""
    found = jsontext.as_map(idea.get("ideas") or {}, f"{path}.ideas".lstrip("."))

    def rank(key: str) -> tuple[bool, float, str]:
        try:
            number = float(key)
        except ValueError:
            return True, inf, key
        return number < 0, abs(number), key

    for key in sorted(found, key=rank):
        where = f"{path}.ideas[{key!r}]".lstrip(".")
        yield where, jsontext.as_map(found[key], where)


def _attributes(idea: dict[str, object], path: str) -> dict[str, object]:
    return jsontext.as_map(idea.get("attr") or {}, f"{path}.attr")


def _group(idea: dict[str, object], path: str) -> str:
    """What sort of group an idea is; empty for a claim."""
    group = _attributes(idea, path).get("group")
    return "" if group in (None, False) else group if isinstance(group, str) else "unknown"


def _note(idea: dict[str, object], path: str) -> str:
    note = _attributes(idea, path).get("note")
    if isinstance(note, dict):
        note = note.get("text")
    return " ".join(note.split()) if isinstance(note, str) else ""
