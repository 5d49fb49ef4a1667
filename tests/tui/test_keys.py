"""The registry of commands: what is made from it, and that keys do not get in each other's way."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

from argmap.tui import commands
from argmap.tui.desk import SIDES
from argmap.tui.keys import Matcher
from argmap.tui.panes.bars import spelt
from argmap.tui.panes.keys import GROUPS

BLOCK = re.compile(r"(<!-- keys: [^\n]*-->\n)(.*?)(<!-- end of keys -->)", re.DOTALL)
ALIASED = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}


def table() -> str:
    """The key table of the page, by group."""
    lines: list[str] = []
    for group, title in GROUPS.items():
        lines += ["", f"### {title}", "", "| keys | command | does | in |", "|---|---|---|---|"]
        for one in commands.every().values():
            if one.group == group:
                keys = " ".join(_code(spelt(key)) for key in one.keys) or f"`:{one.alias[0]}`"
                panes = ", ".join(pane for pane in one.panes if pane != "none") or "everywhere"
                lines.append(f"| {keys} | {one.name} | {one.title} | {panes} |")
    return "\n".join(lines).lstrip("\n") + "\n"


def _code(key: str) -> str:
    shown = key.replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def test_the_page_has_the_keys_as_they_are(root: Path) -> None:
    page = root / "argmap/tui/README.md"
    text = page.read_text("utf-8")
    made = BLOCK.sub(lambda found: found[1] + table() + found[3], text)
    if os.environ.get("ARGMAP_UPDATE"):
        page.write_text(made, "utf-8")
    assert text == made


def test_no_key_has_two_commands_in_a_pane() -> None:
    for pane in ("article", *SIDES):
        own = Counter(
            key for one in commands.every().values() if pane in one.panes for key in one.keys
        )
        assert [key for key, count in own.items() if count > 1] == []
    general = Counter(key for one in commands.every().values() if not one.panes for key in one.keys)
    assert [key for key, count in general.items() if count > 1] == []


def test_no_key_begins_a_longer_one() -> None:
    for pane in ("article", *SIDES):
        keys = commands.keymap(pane, {})
        assert [a for a in keys for b in keys if b.startswith(a + " ")] == []


def test_no_key_is_one_that_terminals_cannot_tell() -> None:
    keys = {key for one in commands.every().values() for key in one.keys}
    assert not keys & ALIASED


def test_every_command_says_what_it_does() -> None:
    for one in commands.every().values():
        assert one.title
        assert one.title != one.name
        assert one.keys or one.alias


def test_sequences_and_counts() -> None:
    matcher = Matcher()
    known = {"g g", "j", "0"}
    assert matcher.add("1", known).open
    assert matcher.add("0", known).open
    assert matcher.add("j", known)[:3] == ("j", 10, False)
    assert matcher.add("0", known).done == "0"
    assert matcher.add("g", known).open
    assert matcher.add("g", known).done == "g g"
    assert matcher.add("g", known).open
    assert matcher.add("x", known) == ("", 0, False, "g x")
