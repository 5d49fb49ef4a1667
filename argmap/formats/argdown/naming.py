"""The data of claims and steps that stands for what only Argdown has."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats.argdown.values import Argdown, Section
from argmap.formats.datatext import Data, told
from argmap.formats.graph import Pairs
from argmap.formats.ledger import Ledger
from argmap.formats.speaking import KEYS
from argmap.syntax import names

TITLE = "title"  # the title, where an id cannot be it
GROUP = "group"  # the headings above, joined with ` / `
KIND = "argdown"  # `argument`, for what is an argument and no statement
PART = "part-of"  # the step whose structure this one is a part of
RELATION = "relation"  # the name of a relation that argmap has no kind for
SOURCE = "source"  # the addresses of links
NOTE = "note"  # the description of an argument that has a structure

ARGUMENT = "argument"
JOIN = " / "
_TAKEN = (*KEYS, "via", "uses", "from", "isCanonical")


def pairs(data: Data, ledger: Ledger, skip: tuple[str, ...] = ()) -> Pairs:
    """Data as pairs of texts; lists become one text, which is counted."""
    found: list[tuple[str, str]] = []
    for key, value in data.items():
        if key in _TAKEN or key in skip:
            continue
        ledger.met("data")
        if isinstance(value, list | Mapping):
            ledger.changed("data", "lists and mappings are written as one text", key)
        else:
            ledger.kept("data")
        found.append((key, told(value)))
    return tuple(found)


def titled(title: str, *, untitled: bool) -> Pairs:
    """The title as data, unless the id can be it."""
    if untitled or not names.fault(names.normal(title)):
        return ()
    return ((TITLE, title),)


def tagged(tags: tuple[str, ...], ledger: Ledger) -> tuple[str, ...]:
    """The tags, those counted that have to be spelt in another way."""
    for tag in tags:
        ledger.met("tags")
        if names.fault(names.normal(tag)):
            ledger.changed("tags", "blanks and signs in a tag become hyphens", tag)
        else:
            ledger.kept("tags")
    return tags


class Groups:
    """The headings above each section, but for those that say they are no group."""

    def __init__(self, said: Argdown) -> None:
        self.used: set[str] = set()
        self._paths: dict[str, tuple[str, ...]] = {}
        self._above: dict[str, str] = {}
        for one in said.sections.values():  # those above come first
            self._paths[one.id] = (*self._paths.get(one.parent, ()), *_title(one))
            self._above[one.id] = one.parent

    def of(self, section: str) -> Pairs:
        """The group as data of what stands in that section."""
        path = self._paths.get(section, ())
        while section and section not in self.used:
            self.used.add(section)
            section = self._above.get(section, "")
        return ((GROUP, JOIN.join(path)),) if path else ()


def _title(section: Section) -> tuple[str, ...]:
    is_group = section.data.get("isGroup") not in ("false", False)
    return (section.title,) if is_group and section.title else ()
