"""The map in view: boxes, the lines between them, and the signs on these."""

from __future__ import annotations

from argmap.cells import width as cells
from argmap.tui import standing
from argmap.tui.chart import GAP, Box, Chart
from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted
from argmap.tui.panes.labels import label
from argmap.tui.panes.outline import STYLES


class Board:
    """A plane of cells in view, each with a text of its width and a style."""

    def __init__(self, left: int, top: int, width: int, height: int) -> None:
        self.left, self.top, self.width, self.height = left, top, width, height
        self.cells: list[list[Piece]] = [[Piece(" ")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, style: str) -> None:
        """Writes a text from a cell of the plane on; what is out of view is left out."""
        y -= self.top
        x -= self.left
        if not 0 <= y < self.height or x >= self.width:
            return
        row = self.cells[y]
        if text.isascii():
            for char in text:
                if 0 <= x < self.width:
                    row[x] = Piece(char, style)
                x += 1
            return
        for char in text:
            size = cells(char)
            if size == 0:
                if 0 < x <= self.width and row[x - 1].text:
                    row[x - 1] = Piece(row[x - 1].text + char, style)
                continue
            if x >= 0 and x + size <= self.width:
                row[x] = Piece(char, style)
                for rest in range(1, size):
                    row[x + rest] = Piece("", style)
            x += size

    def lines(self) -> list[Line]:
        return [tuple(_joined(row)) for row in self.cells]


def _joined(row: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in row:
        if found and found[-1].style == piece.style:
            found[-1] = Piece(found[-1].text + piece.text, piece.style)
        else:
            found.append(piece)
    return found


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The part of the map round the cursor's box."""
    desk.map_size = (width, height)
    chart = desk.chart
    if not chart.boxes:
        told = fitted([Piece(" No claim is marked yet.", "dim")], width)
        return [told] + [(Piece(" " * width),)] * (height - 1)
    here = chart.boxes.get(desk.tree.at) or chart.boxes[chart.roots[0]]
    left, top = _view(desk, here, chart, width, height)
    board = Board(left, top, width, height)
    box_width = chart.box
    for number, below in chart.children.items():
        _edges(desk, board, chart, number, below, box_width)
    for box in chart.boxes.values():
        if box.y + box.height > top and box.y < top + height:
            _box(desk, board, box, box_width, box.number == here.number)
    return board.lines()


def _view(desk: Desk, here: Box, chart: Chart, width: int, height: int) -> tuple[int, int]:
    """Where the view begins: as before, moved so far that the cursor's box is in it, and where
    there is room what it is a reason for; columns are not cut at the left."""
    left, top = desk.map_at
    if desk.map_held == here.number:
        return left, top
    desk.map_held = -1
    column = chart.box + GAP
    left = min(left, here.x)
    least = here.x + chart.box - width
    left = left if left >= least else min(here.x, -(-least // column) * column)
    high, low = max(0, here.y - 1), here.y + here.height + 1 - height
    top = max(min(top, high), low)
    above = chart.boxes.get(desk.tree.entries[here.number].parent)
    if above and above.y < top:
        top = max(low, above.y - 1)
    elif above and above.y + above.height > top + height:
        top = min(high, above.y + above.height + 1 - height)
    left = max(0, min(left, max(0, chart.width - width)))
    top = max(0, min(top, max(0, chart.height - height)))
    desk.map_at = (left, top)
    return left, top


def _box(desk: Desk, board: Board, box: Box, width: int, chosen: bool) -> None:
    entry = desk.tree.entries[box.number]
    claim = desk.document.map.claims[entry.claim]
    holders = desk.document.map.holders(claim.id)
    numbers = {who: number for number, who in enumerate(desk.document.map.speakers)}
    colour = f"speaker-{numbers.get(holders[0], 0)}" if holders else "dim"
    if chosen:
        colour += " row" if desk.focus == "map" else " row-off"
    sides = "┄┆╭╮╰╯" if not claim.in_text else "━┃┏┓┗┛" if chosen else "─│╭╮╰╯"
    across, down, corners = sides[0], sides[1], sides[2:]
    board.put(box.x, box.y, corners[0] + across * (width - 2) + corners[1], colour)
    status = standing.sign(desk, claim.id, width - 3)
    if status:
        board.put(box.x + width - 1 - cells(status.text), box.y, status.text, status.style)
    if desk.connecting and claim.id != desk.connecting.claim:
        board.put(box.x + 2, box.y, label(desk.connecting, claim.id), "label")
    for at, text in enumerate(box.lines, 1):
        filled = text + " " * (width - 4 - cells(text))
        words = "row" if chosen and desk.focus == "map" else ""
        style = f"dim {words}" if text.startswith("— ") or entry.row.again else words
        board.put(box.x, box.y + at, f"{down} ", colour)
        board.put(box.x + 2, box.y + at, filled, style)
        board.put(box.x + width - 2, box.y + at, f" {down}", colour)
    foot = corners[2] + across * (width - 2) + corners[3]
    board.put(box.x, box.y + box.height - 1, foot, colour)
    if entry.closed:
        board.put(box.x + width, box.mid, "▸", "key")
    elif entry.row.again:
        board.put(box.x + width, box.mid, "↑", "dim")


def _edges(
    desk: Desk, board: Board, chart: Chart, number: int, below: list[int], width: int
) -> None:
    """The lines from a box to those of its reasons: a stem, a trunk, and a branch with a sign."""
    box = chart.boxes[number]
    trunk = box.x + width + 2
    first, last = chart.boxes[below[0]].mid, chart.boxes[below[-1]].mid
    if max(last, box.mid) < board.top or min(first, box.mid) >= board.top + board.height:
        return
    board.put(box.x + width, box.mid, "──", "rule")
    low, high = min(first, box.mid), max(last, box.mid)
    mids = {chart.boxes[one].mid: one for one in below}
    for y in range(max(low, board.top), min(high + 1, board.top + board.height)):
        board.put(trunk, y, _joint(y, low, high, y in mids, y == box.mid), "rule")
    for y, one in mids.items():
        row = desk.tree.entries[one].row
        sign = row.sign or "&"
        style = f"bold {STYLES.get(sign, 'support')}"
        board.put(trunk + 1, y, sign + "─" * (GAP - 3 - len(sign)), style)


def _joint(y: int, low: int, high: int, right: bool, left: bool) -> str:
    if low == high:
        return "─"
    up, down = y > low, y < high
    return {
        (True, True, True, True): "┼", (True, True, True, False): "├",
        (True, True, False, True): "┤", (True, True, False, False): "│",
        (True, False, True, True): "┴", (True, False, True, False): "╰",
        (True, False, False, True): "╯", (False, True, True, True): "┬",
        (False, True, True, False): "╭", (False, True, False, True): "╮",
    }.get((up, down, right, left), " ")  # fmt: skip
