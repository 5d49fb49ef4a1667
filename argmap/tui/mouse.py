"""The mouse: it puts cursors, selects, folds, scrolls, and moves the border of the panes."""

from __future__ import annotations

from argmap.cells import width as cells
from argmap.text import Span
from argmap.tui import words
from argmap.tui.commands.selecting import choose, sizes
from argmap.tui.desk import GUTTER, SIDES, Desk
from argmap.tui.panes import asking
from argmap.tui.panes.bars import tab_names
from argmap.tui.prompts import Ask, Choice


class Mouse:
    """Takes presses, drags and the wheel, in cells of the screen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.dragging = ""
        self.begun = 0  # where in the article the button went down

    def down(self, x: int, y: int) -> None:
        desk = self.desk
        if desk.help_top is not None:
            desk.help_top = None
            return
        if desk.prompt is not None:
            self._prompt(x, y)
            return
        plan = desk.plan
        if plan is None:
            return
        if plan.article.width and x == plan.article.width and plan.side.width:
            self.dragging = "divider"
        elif plan.article.holds(x, y):
            self._article(x - plan.article.x, y - plan.article.y)
        elif plan.side.holds(x, y):
            self._side(x - plan.side.x, y - plan.side.y)
        elif y == 1 and x >= plan.side.x:
            self._tab(x - plan.side.x)

    def _prompt(self, x: int, y: int) -> None:
        desk = self.desk
        prompt, plan = desk.prompt, desk.plan
        if isinstance(prompt, Ask) and plan is not None and y == plan.height - 1:
            key = asking.answer(prompt, x)
            if key and prompt.key(key, key) and desk.prompt is prompt:
                desk.prompt = None
        if not isinstance(prompt, Choice) or plan is None:
            return
        height = plan.height - 3
        top = plan.height - len(asking.lines(desk, plan.width, height))
        if prompt.click(asking.clicked(prompt, y - top, height)) and desk.prompt is prompt:
            desk.prompt = None

    def _offset(self, x: int, y: int) -> int:
        desk = self.desk
        flow = desk.page.flow
        row = min(desk.top + y, len(flow) - 1)
        return flow.offset(row, max(0, x - GUTTER))

    def _article(self, x: int, y: int) -> None:
        desk = self.desk
        if not desk.connecting:
            desk.focus = "article"
        desk.anchor = None
        desk.go(self._offset(x, y))
        self.begun = desk.cursor
        self.dragging = "text"

    def again(self, x: int, y: int, times: int) -> None:
        """After clicks on the same place: two select the word, and each further one more: the
        clause, the sentence, the paragraph."""
        desk, plan = self.desk, self.desk.plan
        inside = plan is not None and plan.article.holds(x, y)
        if inside and desk.prompt is None and desk.help_top is None and not desk.typing:
            found = sizes(desk)
            choose(desk, found[min(times - 2, len(found) - 1)])

    def _side(self, x: int, y: int) -> None:
        desk = self.desk
        if not desk.connecting or desk.side in ("tree", "map"):
            desk.focus = desk.side
        if desk.side == "tree" and y < len(desk.tree_lines):
            number = desk.tree_lines[y]
            entry = desk.tree.entries[number]
            if number == desk.tree.at and entry.folds:
                desk.tree.fold(entry.claim, closed=not entry.closed)
                desk.tree.update(desk.document)
            else:
                desk.tree.at = number
                desk.show_claim(desk.tree.claim)
        elif desk.side == "speakers":
            desk.people_at = max(0, desk.people_top + y - desk.people_table)
        elif desk.side == "problems":
            desk.problem_at = desk.problem_top + y
        elif desk.side == "map":
            left, top = desk.map_at
            chart = desk.chart
            for box in chart.boxes.values():
                inside = box.x <= x + left < box.x + chart.box
                if inside and box.y <= y + top < box.y + box.height:
                    desk.tree.at = box.number
                    desk.show_claim(desk.tree.claim)

    def _tab(self, x: int) -> None:
        at = 0
        width = self.desk.plan.side.width if self.desk.plan else 80
        for side, name in zip(SIDES, tab_names(self.desk, width), strict=True):
            at += cells(name)
            if x < at:
                self.desk.side = self.desk.focus = side
                return

    def drag(self, x: int, y: int) -> bool:
        """While a button is held; whether anything changed."""
        desk, plan = self.desk, self.desk.plan
        if plan is None or not self.dragging:
            return False
        if self.dragging == "divider":
            desk.divider = max(15, min(85, 100 * x // max(1, plan.width)))
            return True
        at = min(
            self._offset(x - plan.article.x, max(0, y - plan.article.y)),
            max(0, len(desk.page.text) - 1),
        )
        if at == self.begun and desk.anchor is None:
            return False
        first, last = sorted((self.begun, at))
        start, end = words.whole(desk.page.text, Span(first, last + 1))
        desk.anchor, desk.cursor = (start, end - 1) if at >= self.begun else (end - 1, start)
        return True

    def up(self) -> None:
        self.dragging = ""

    def scroll(self, x: int, y: int, by: int) -> None:
        desk, plan = self.desk, self.desk.plan
        if desk.help_top is not None:
            desk.help_top = max(0, desk.help_top + by)
        elif plan is None or desk.prompt is not None:
            return
        elif plan.article.holds(x, y):
            flow = desk.page.flow
            desk.top = max(0, min(desk.top + by, len(flow) - plan.article.height))
            row = max(desk.top + 2, min(flow.row(desk.cursor), desk.top + plan.article.height - 3))
            if row != flow.row(desk.cursor):
                desk.cursor = flow.offset(row, flow.cell(desk.cursor))
        elif plan.side.holds(x, y):
            if desk.side == "map":
                desk.pan(0, by)
            elif desk.side == "tree":
                desk.tree.at = max(0, min(desk.tree.at + by, len(desk.tree.entries) - 1))
            elif desk.side == "speakers":
                desk.people_at = max(0, desk.people_at + by)
            else:
                desk.problem_at = max(0, desk.problem_at + by)
