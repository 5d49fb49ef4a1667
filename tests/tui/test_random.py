"""Random keys: the screen shows what the file says, and undoing everything leads back."""

from __future__ import annotations

from pathlib import Path

from driving import opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.document import Document
from argmap.tui import commands
from argmap.tui.tree import Tree

ARTICLE = """\
# A heading

[It rains]{claim #rain @ann}. [It pours]{premise #pour @bob +rain}. Nobody said so; "it snows."

[Snow is rain]{=rain @cid}. {<#far}One.

Two.{#far> claim @ann -rain}

#thought: A thought. {.implicit}
#thought +> #far
"""
NEVER = {"quit", "save", "save-as", "export", "outside", "open", "tutorial", "copy", "copy-tree"}
KEYS = sorted(
    {
        key
        for command in commands.every().values()
        if command.name not in NEVER
        for keys in command.keys
        for key in keys.split(" ")
    }
    | {"enter", "escape", "y", "a", "s", "d", "n"}
)


def _stay(_: int = 0) -> None:
    """Leaving is not what is tried here."""


@given(st.lists(st.sampled_from(KEYS), min_size=5, max_size=60))
@settings(
    max_examples=max(20, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_any_keys(tmp_path: Path, home: Path, keys: list[str]) -> None:
    for old in home.rglob("*.json"):
        old.unlink()
    file = tmp_path / "a.argmap"
    file.write_text(ARTICLE)
    async with opened(file, (90, 24)) as driver:
        desk = driver.app.desk
        desk.host.leave = _stay  # type: ignore[method-assign]
        await driver.press(*keys)
        fresh = Document.of(desk.document.text)
        assert fresh.map.claims.keys() == desk.document.map.claims.keys()
        assert fresh.map.steps.keys() == desk.document.map.steps.keys()
        assert fresh.article == desk.document.article
        desk.tree.update(desk.document)
        again = Tree(desk.tree.options, set(desk.tree.folded), desk.tree.level,
                     set(desk.tree.opened))  # fmt: skip
        again.update(fresh)
        assert [entry.row for entry in again.entries] == [entry.row for entry in desk.tree.entries]
        assert 0 <= desk.cursor <= len(desk.page.text)
        while desk.session.undo():
            pass
        assert desk.document.text == ARTICLE
