"""Which panes are shown, and what in them."""

from __future__ import annotations

from argmap.tui import problems
from argmap.tui.chart import GAP
from argmap.tui.commands import command
from argmap.tui.coverage import bare
from argmap.tui.desk import SIDES, Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Choice, Entry, Option
from argmap.tui.themes import THEMES


@command("other-pane", "tab", hint="other pane")
def other_pane(desk: Desk, _: int) -> None:
    """To the other pane."""
    desk.anchor = None
    desk.focus = desk.side if desk.focus == "article" else "article"
    if desk.wide:
        desk.wide = desk.focus


def _show(side: str, keys: str, title: str) -> None:
    def run(desk: Desk, _: int) -> None:
        desk.side = side
        desk.focus = side
        desk.anchor = None
        desk.wide = side if desk.wide else ""

    run.__doc__ = title
    command(f"show-{side}", keys, panes=())(run)


_show("tree", "g t", "The argument tree")
_show("map", "g m", "The map: the tree drawn in two dimensions")
_show("speakers", "g p", "The speakers: who holds what")
_show("problems", "g x", "The problems, and how to mend them")


@command("next-view", "f6", "shift+tab")
def next_view(desk: Desk, _: int) -> None:
    """The next view on the right side."""
    desk.side = SIDES[(SIDES.index(desk.side) + 1) % len(SIDES)]
    if desk.focus != "article":
        desk.focus = desk.side


@command("article", "g a")
def article(desk: Desk, _: int) -> None:
    """To the article."""
    desk.focus = "article"


@command("wide", "Z")
def wide(desk: Desk, _: int) -> None:
    """Give the pane the whole width, or part it again."""
    desk.wide = "" if desk.wide else desk.focus


@command("share", "ctrl+w", "z w")
def share(desk: Desk, _: int) -> None:
    """Give the article more or less of the width."""
    desk.share = 0 if desk.divider else (desk.share + 1) % 3
    desk.divider = 0
    desk.say(("half and half", "more for the article", "more for the other pane")[desk.share])


@command("source", "`", hint="marks")
def source(desk: Desk, _: int) -> None:
    """Show the marks as they are written, or hide them."""
    place = desk.page.to_text(desk.cursor)
    desk.anchor = None
    desk.source = not desk.source
    desk.cursor = desk.page.from_text(place)


@command("coverage", "%")
def coverage(desk: Desk, _: int) -> None:
    """Point out the sentences that carry no mark yet."""
    desk.coverage = not desk.coverage
    if not desk.coverage:
        desk.say("unmarked sentences are no longer pointed out")
        return
    left = bare(desk)
    told = (
        f"{left} sentence{'s' * (left != 1)} without a claim"
        if left
        else "every sentence is marked"
    )
    desk.say(f"{told}{': see ○, space goes to the next' if left else ''}")


def _use_theme(desk: Desk, name: str) -> None:
    if name in THEMES:
        desk.host.use_theme(name)
    else:
        desk.say(f"there is no theme {shown(name)}: there are {', '.join(THEMES)}", "warning")


@command("theme", "g T", alias=("colorscheme", "colo"), takes=_use_theme)
def theme(desk: Desk, _: int) -> None:
    """Choose the colours."""
    listed = [Option(name, name) for name in THEMES]
    desk.ask(Choice("Colours:", listed, lambda chosen: desk.host.use_theme(chosen[0])))


@command("search", "/", panes=("article",))
def search(desk: Desk, _: int) -> None:
    """Search the article."""
    start = desk.cursor

    def changed(text: str) -> None:
        desk.search = text
        desk.cursor = start
        if text:
            _find(desk, 1, start - 1, quiet=True)

    def done(text: str) -> None:
        changed(text)
        if text and desk.search.casefold() not in desk.page.text.casefold():
            desk.say(f"“{shown(text)[:40]}” is not in the article", "warning")

    desk.ask(
        Entry("Search:", done, LineEdit(), changed=changed, cancelled=lambda: _stay(desk, start))
    )


def _stay(desk: Desk, offset: int) -> None:
    desk.cursor = offset


def _searched(desk: Desk) -> str:
    return "" if desk.search else "nothing was searched for yet; press /"


@command("search-next", "n", panes=("article",), why_not=_searched)
def search_next(desk: Desk, count: int) -> None:
    """The next place that was searched for."""
    for _ in range(count or 1):
        _find(desk, 1, desk.cursor)


@command("search-back", "N", panes=("article",), why_not=_searched)
def search_back(desk: Desk, count: int) -> None:
    """The place before that was searched for."""
    for _ in range(count or 1):
        _find(desk, -1, desk.cursor)


def _find(desk: Desk, by: int, start: int, *, quiet: bool = False) -> None:
    text, wanted = desk.page.text.casefold(), desk.search.casefold()
    if len(text) != len(desk.page.text):  # folding changed the length: offsets would be wrong
        text, wanted = desk.page.text, desk.search
    at = text.find(wanted, start + 1) if by > 0 else text.rfind(wanted, 0, max(start, 0))
    if at < 0:
        at = text.find(wanted) if by > 0 else text.rfind(wanted)
    if at >= 0:
        desk.go(at)
    elif not quiet:
        desk.say(f"“{shown(desk.search)[:40]}” is not in the article", "warning")


# The problems


PROBLEMS = ("problems",)


def _on_problem(desk: Desk) -> str:
    return "" if problems.here(desk) else "there is no problem"


def _problem(desk: Desk, by: int) -> None:
    found = problems.found(desk)
    desk.problem_at = max(0, min(desk.problem_at + by, len(found) - 1))
    if found:
        desk.cursor = desk.page.from_text(found[desk.problem_at].span.start)
        desk.anchor = None


@command("problem-down", "j", "down", panes=PROBLEMS)
def problem_down(desk: Desk, count: int) -> None:
    """The next problem."""
    _problem(desk, count or 1)


@command("problem-up", "k", "up", panes=PROBLEMS)
def problem_up(desk: Desk, count: int) -> None:
    """The problem before."""
    _problem(desk, -(count or 1))


@command("to-problem", "enter", panes=PROBLEMS, why_not=_on_problem, hint="go there")
def to_problem(desk: Desk, _: int) -> None:
    """To the problem's place, as it is written."""
    found = problems.here(desk)
    if found:
        desk.remember()
        desk.source = True
        desk.focus = "article"
        desk.cursor = desk.page.from_text(found.span.start)


def _fixable(desk: Desk) -> str:
    found = problems.here(desk)
    if found is None:
        return "there is no problem"
    return "" if found.fixes else "this one needs a person to decide"


@command("fix", "f", panes=PROBLEMS, why_not=_fixable, hint="fix")
def fix(desk: Desk, _: int) -> None:
    """Mend the problem the way that is proposed."""
    found = problems.here(desk)
    if found is None:
        return
    if len(found.fixes) == 1:
        _mend(desk, found.fixes[0])
        return
    listed = [Option(str(number), shown(one.title)) for number, one in enumerate(found.fixes)]
    desk.ask(Choice("How?", listed, lambda chosen: _mend(desk, found.fixes[int(chosen[0])])))


def _mend(desk: Desk, fix: problems.Fix) -> None:
    desk.change(shown(fix.title), lambda _: fix.edits)


@command("next-problem", "g n", hint="")
def next_problem(desk: Desk, _: int) -> None:
    """To the next problem after the cursor."""
    found = problems.found(desk)
    if not found:
        desk.say("there is no problem")
        return
    place = desk.page.to_text(desk.cursor)
    later = [number for number, one in enumerate(found) if one.span.start > place]
    desk.problem_at = later[0] if later else 0
    desk.cursor = desk.page.from_text(found[desk.problem_at].span.start)
    desk.say(shown(found[desk.problem_at].message), str(found[desk.problem_at].severity))


# The map


MAP = ("map",)


def _direction(name: str, keys: tuple[str, ...], title: str, dx: int, dy: int) -> None:
    def run(desk: Desk, count: int) -> None:
        for _ in range(count or 1):
            claim = desk.chart.beside(desk.tree.at, dx, dy)
            if claim is not None:
                desk.tree.at = claim
        desk.show_claim(desk.tree.claim)

    run.__doc__ = title
    command(name, *keys, panes=MAP)(run)


_direction("map-left", ("h", "left"), "To what this is a reason for.", -1, 0)
_direction("map-right", ("l", "right"), "To the first reason.", 1, 0)
_direction("map-down", ("j", "down"), "To the box below.", 0, 1)
_direction("map-up", ("k", "up"), "To the box above.", 0, -1)


def _pan(name: str, keys: tuple[str, ...], where: str, dx: int, dy: int) -> None:
    def run(desk: Desk, count: int) -> None:
        _, height = desk.map_size
        column = desk.chart.box + GAP
        desk.pan(dx * column * (count or 1), dy * max(1, height // 2) * (count or 1))

    run.__doc__ = f"Move the view {where}; moving to a box brings it back."
    command(name, *keys, panes=MAP)(run)


_pan("pan-left", ("H", "shift+left"), "to the left", -1, 0)
_pan("pan-right", ("L", "shift+right"), "to the right", 1, 0)
_pan("pan-down", ("J", "shift+down", "ctrl+d", "pagedown"), "down", 0, 1)
_pan("pan-up", ("K", "shift+up", "ctrl+u", "pageup"), "up", 0, -1)


def _zoom(desk: Desk, by: int) -> None:
    desk.zoom = max(0, min(desk.zoom + by, 3))
    desk.map_held = -1
    desk.say(("only ids", "short", "more words", "all words")[desk.zoom])


@command("zoom-in", "i", panes=MAP, hint="zoom")
def zoom_in(desk: Desk, _: int) -> None:
    """Larger boxes, with more words."""
    _zoom(desk, 1)


@command("zoom-out", "I", panes=MAP)
def zoom_out(desk: Desk, _: int) -> None:
    """Smaller boxes."""
    _zoom(desk, -1)


@command("map-fold", "space", panes=MAP, why_not=lambda d: "" if d.tree.claim else "no claim")
def map_fold(desk: Desk, _: int) -> None:
    """Fold or unfold what is to the right of the box."""
    entry = desk.tree.entry
    if entry and entry.folds:
        desk.tree.fold(entry.claim, closed=not entry.closed)
        desk.tree.update(desk.document)
