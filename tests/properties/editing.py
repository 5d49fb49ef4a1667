"""Every edit as a wish on any text, and what must hold of it."""

from __future__ import annotations

from collections import Counter

import losing
import wishes
from dump import dump
from hypothesis import strategies as st
from seen import Seen, difference, told_after

from argmap import edits
from argmap import text as texts_of
from argmap.document import Document
from argmap.edits.dangling import CODES

TAIL = """\


[last words]{claim #last}. [for them]{premise #for-it @x +last}; [with that]{premise &for-it}.
[once more]{=last @y}, [a thing apart]{claim @y}.

#line: A line. {.implicit}
#line +> #last
#other: Another. {.implicit}
#other _> #line
"""
"""Stands behind every text, so that there is something to edit."""

WISHES: dict[str, wishes.Wish] = {
    "mark": wishes.mark,
    "unmark": losing.unmark,
    "cover": wishes.cover,
    "speakers": wishes.speakers,
    "no speakers": wishes.no_speakers,
    "tag": wishes.tag,
    "untag": wishes.untag,
    "data": wishes.datum,
    "data of a step": wishes.step_datum,
    "label": wishes.label,
    "rename": wishes.rename,
    "rename speaker": wishes.rename_speaker,
    "relate": wishes.relate,
    "relate step": wishes.relate_step,
    "unrelate": wishes.unrelate,
    "implicit": wishes.implicit,
    "wording": wishes.wording,
    "no wording": wishes.no_wording,
    "describe": wishes.describe,
    "front matter": wishes.front_matter,
    "merge": losing.merge,
    "restate": losing.restate,
    "split": wishes.split,
    "move": wishes.move,
    "reorder": losing.reorder,
    "delete": losing.delete,
}


def check(name: str, text: str, data: st.DataObject) -> str:
    """Draws and makes an edit of an article, and looks at what it did; what to count it as."""
    document = Document.of(text + TAIL)
    try:
        found, effect = WISHES[name](document, data)
    except edits.CannotEdit:
        return f"{name} (refused)"
    after = document.edit(found)
    assert after.text == texts_of.apply(document.text, found)
    assert after.article == document.article
    assert texts_of.apply(after.text, texts_of.invert(document.text, found)) == document.text
    assert dump(after) == dump(Document.of(after.text))
    dangling = Counter(fault.code for fault in after.diagnostics if fault.code in CODES)
    before = Counter(fault.code for fault in document.diagnostics if fault.code in CODES)
    assert sum(dangling.values()) <= sum(before.values())
    now = Seen(after)
    if not found or sum(dangling.values()) < sum(before.values()):
        return name  # what it made sound may say more than was wished
    seen = told_after(document, after, found)
    effect(seen, now)
    assert not difference(seen, now)
    return name
