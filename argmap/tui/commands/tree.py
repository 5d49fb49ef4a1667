"""Browsing and ordering the tree."""

from __future__ import annotations

from argmap.tui.commands import command
from argmap.tui.commands.claims import on_claim
from argmap.tui.desk import Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Choice, Entry, Option
from argmap.views.outline import Options

TREE = ("tree",)


def _to(desk: Desk, number: int) -> None:
    tree = desk.tree
    tree.at = max(0, min(number, len(tree.entries) - 1))
    desk.show_claim(tree.claim)


@command("tree-down", "j", "down", panes=TREE)
def down(desk: Desk, count: int) -> None:
    """The row below."""
    _to(desk, desk.tree.at + (count or 1))


@command("tree-up", "k", "up", panes=TREE)
def up(desk: Desk, count: int) -> None:
    """The row above."""
    _to(desk, desk.tree.at - (count or 1))


@command("tree-page-down", "ctrl+d", "pagedown", panes=TREE)
def page_down(desk: Desk, count: int) -> None:
    """A page down."""
    _to(desk, desk.tree.at + max(1, desk.tree_rows - 1) * (count or 1))


@command("tree-page-up", "ctrl+u", "pageup", panes=TREE)
def page_up(desk: Desk, count: int) -> None:
    """A page up."""
    _to(desk, desk.tree.at - max(1, desk.tree_rows - 1) * (count or 1))


@command("tree-top", "g g", "home", panes=TREE)
def top(desk: Desk, _: int) -> None:
    """The first row."""
    _to(desk, 0)


@command("tree-bottom", "G", "end", panes=TREE)
def bottom(desk: Desk, _: int) -> None:
    """The last row."""
    _to(desk, len(desk.tree.entries) - 1)


@command("tree-close", "h", "left", "z c", panes=TREE)
def close(desk: Desk, _: int) -> None:
    """Fold the row, or go to the one above it in the tree."""
    entry = desk.tree.entry
    if entry is None:
        return
    if entry.folds and not entry.closed:
        desk.tree.fold(entry.claim, closed=True)
        desk.tree.update(desk.document)
    elif entry.parent >= 0:
        _to(desk, entry.parent)


@command("tree-open", "l", "right", "z o", panes=TREE)
def open_(desk: Desk, _: int) -> None:
    """Unfold the row, or go to the first one below it."""
    entry = desk.tree.entry
    if entry is None:
        return
    if entry.closed:
        desk.tree.fold(entry.claim, closed=False)
        desk.tree.update(desk.document)
    elif entry.folds:
        _to(desk, desk.tree.at + 1)


@command("fold", "space", "z a", panes=TREE, hint="fold")
def fold(desk: Desk, _: int) -> None:
    """Fold or unfold the row."""
    entry = desk.tree.entry
    if entry and entry.folds:
        desk.tree.fold(entry.claim, closed=not entry.closed)
        desk.tree.update(desk.document)


@command("open-all", "z R", panes=TREE)
def open_all(desk: Desk, _: int) -> None:
    """Unfold everything."""
    desk.tree.to_level(0)
    desk.tree.update(desk.document)


@command("close-all", "z M", panes=TREE)
def close_all(desk: Desk, _: int) -> None:
    """Fold everything: only the positions."""
    desk.tree.to_level(1)
    desk.tree.update(desk.document)


@command("close-others", "z x", panes=TREE, why_not=on_claim)
def close_others(desk: Desk, _: int) -> None:
    """Fold all but the way to this claim and what is below it."""
    tree, claim = desk.tree, desk.tree.claim
    way = [tree.entries[number].claim for number in tree.path(tree.at)]
    tree.to_level(1)
    for one in way:
        tree.fold(one, closed=False)
    tree.reveal(desk.document, claim)


def _level(number: int) -> None:
    def run(desk: Desk, _: int) -> None:
        desk.tree.to_level(number)
        desk.tree.update(desk.document)

    run.__doc__ = f"Show {number} level{'s' * (number > 1)}."
    command(f"level-{number}", str(number), panes=TREE)(run)


for _number in range(1, 10):
    _level(_number)


@command("focus", "f", panes=("tree", "map"), why_not=on_claim)
def focus(desk: Desk, _: int) -> None:
    """Show only this claim and what is below it; again: all."""
    claim = desk.tree.claim
    desk.tree.choose(focus="" if desk.tree.options.focus == claim else claim)
    desk.tree.reveal(desk.document, claim)


@command("all", "F", "escape", panes=("tree", "map"))
def show_all(desk: Desk, _: int) -> None:
    """Show everything again: no filter, no focus."""
    claim = desk.tree.claim
    by, sort = desk.tree.options.by, desk.tree.options.sort
    desk.tree.options = Options(by=by, sort=sort)
    desk.tree.reveal(desk.document, claim)


@command("filter-text", "/", panes=("tree", "map"), hint="filter")
def filter_text(desk: Desk, _: int) -> None:
    """Show only claims with these words, while one types."""
    old, at, cursor = desk.tree.options.text, desk.tree.at, desk.cursor

    def changed(text: str) -> None:
        desk.tree.choose(text=text.strip())
        _to_match(desk)

    def cancelled() -> None:
        desk.tree.choose(text=old)
        desk.tree.update(desk.document)
        desk.tree.at, desk.cursor = at, cursor

    line = LineEdit.of(old)
    desk.ask(Entry("Only claims with:", changed, line, changed=changed, cancelled=cancelled,
                   hint="empty: all"))  # fmt: skip


def _to_match(desk: Desk) -> None:
    """After another filter: the cursor stays if its claim was asked for, else it goes to the
    first that was."""
    tree, claim = desk.tree, desk.tree.claim
    tree.update(desk.document)
    if tree.claim == claim and tree.entry and not tree.entry.row.context:
        return
    rows = enumerate(tree.entries)
    first = (number for number, one in rows if not one.title and not one.row.context)
    _to(desk, next(first, tree.at))


def _choose(desk: Desk, title: str, key: str, listed: list[Option]) -> None:
    everyone = Option("", "— all")

    def done(chosen: tuple[str, ...]) -> None:
        desk.tree.choose(**{key: chosen[0]})
        _to_match(desk)

    desk.ask(Choice(title, [*listed, everyone], done))


@command("filter-speaker", "z s", panes=("tree", "map"))
def filter_speaker(desk: Desk, _: int) -> None:
    """Show only what one speaker holds."""
    people = desk.document.map.speakers.values()
    _choose(desk, "Whose claims?", "speaker", [Option(s.id, shown(s.name)) for s in people])


@command("filter-tag", "z t", panes=("tree", "map"))
def filter_tag(desk: Desk, _: int) -> None:
    """Show only claims with a tag."""
    claims = desk.document.map.claims.values()
    tags = dict.fromkeys(tag for claim in claims for tag in claim.tags)
    _choose(desk, "Which tag?", "tag", [Option(one, shown(one)) for one in tags])


@command("filter-kind", "z k", panes=("tree", "map"))
def filter_kind(desk: Desk, _: int) -> None:
    """Show only claims of a kind."""
    kinds = ("position", "support", "attack", "undercut", "contradict", "implicit")
    _choose(desk, "Which kind?", "kind", [Option(one, one) for one in kinds])


@command("group", "z g", panes=("tree", "map"))
def group(desk: Desk, _: int) -> None:
    """Group the positions: by speaker, by heading, or not."""
    _cycle(desk, "by", ("position", "speaker", "heading"), "grouped by")


@command("sort", "z z", panes=("tree", "map"))
def sort(desk: Desk, _: int) -> None:
    """Sort the positions: as in the text, by size, by name."""
    _cycle(desk, "sort", ("text", "size", "name"), "sorted by")


def _cycle(desk: Desk, key: str, values: tuple[str, ...], said: str) -> None:
    now = values.index(getattr(desk.tree.options, key))
    new = values[(now + 1) % len(values)]
    desk.tree.choose(**{key: new})
    desk.tree.update(desk.document)
    desk.say(f"{said} {new}")


@command("to-text", "enter", "g d", panes=("tree", "map"), why_not=on_claim, hint="to the text")
def to_text(desk: Desk, _: int) -> None:
    """To the claim's words in the article."""
    claim = desk.document.map.claims[desk.tree.claim]
    if not claim.in_text:
        desk.say("the article does not say this: it is a claim of the map alone", "warning")
        return
    desk.remember()
    desk.focus = "article"
    desk.anchor = None
    said = next(one for one in claim.occurrences if one.in_text)
    desk.cursor = desk.page.from_text(desk.document.spans(said)[0].start)


@command("to-tree", "enter", "g d", panes=("article",), hint="to the tree")
def to_tree(desk: Desk, _: int) -> None:
    """To the claim of this passage in the tree."""
    claim = desk.claim
    if not claim:
        desk.say("no claim covers this passage", "warning")
        return
    desk.remember()
    desk.side = "tree" if desk.side in ("speakers", "problems") else desk.side
    desk.focus = desk.side
    if not desk.tree.reveal(desk.document, claim, unfold=True):
        show_all(desk, 0)
        desk.tree.reveal(desk.document, claim, unfold=True)


@command("next-occurrence", "n", panes=("tree", "map"), why_not=on_claim)
def next_occurrence(desk: Desk, _: int) -> None:
    """The next passage that puts the claim forward."""
    claim = desk.document.map.claims[desk.tree.claim]
    at = desk.page.to_text(desk.cursor)
    starts = sorted(desk.document.spans(one)[0].start for one in claim.occurrences if one.in_text)
    if not starts:
        desk.say("the article does not say this", "warning")
        return
    here = desk.document.article_offset(at)
    later = [start for start in starts if desk.document.article_offset(start) > here]
    desk.cursor = desk.page.from_text((later or starts)[0])
    number = starts.index((later or starts)[0]) + 1
    desk.say(f"occurrence {number} of {len(starts)}")
