"""What a case of the suites can look at: each view is lines of text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from driving import Driver

from argmap.tui.panes import asking


def file(driver: Driver, _: Path) -> list[str]:
    """The text as it stands, without the line end that ends it."""
    return driver.app.desk.document.text.removesuffix("\n").split("\n")


def saved(_: Driver, path: Path, name: str = "") -> list[str]:
    """A file as it is on disk: the article, or another of its folder."""
    there = path.parent / (name or path.name)
    if not there.exists():
        return ["there is no such file"]
    return there.read_text("utf-8").removesuffix("\n").split("\n")


def at(driver: Driver, _: Path) -> list[str]:
    """What stands at the article's cursor, to the end of its row."""
    page = driver.app.desk.page
    row = page.flow.row(driver.app.desk.cursor)
    return [page.text[driver.app.desk.cursor : page.flow.ends[row]]]


def selected(driver: Driver, _: Path) -> list[str]:
    desk = driver.app.desk
    return [desk.selection.of(desk.page.text)] if desk.selection else []


def tree(driver: Driver, _: Path) -> list[str]:
    """The rows of the tree; `>` is its cursor, `…` a fold."""
    desk = driver.app.desk
    desk.tree.update(desk.document)
    told = []
    for number, entry in enumerate(desk.tree.entries):
        mark = ">" if number == desk.tree.at else " "
        words = entry.title or f"{entry.row.sign} {desk.document.wording(entry.claim)}".strip()
        told.append(f"{mark} {'  ' * entry.row.depth}{words}{' …' if entry.closed else ''}")
    return told


def screen(driver: Driver, _: Path) -> list[str]:
    return driver.screen


def row(driver: Driver, _: Path) -> list[str]:
    """The row that is lit up beside the article."""
    drawn = driver.app.canvas.drawn
    found = ["".join(p.text for p in line if "row" in p.style.split()) for line in drawn]
    return [f"│{text}" for text in found if text]


def pointed_out(driver: Driver, _: Path) -> list[str]:
    """What is lit up in the article as not marked yet."""
    plan = driver.app.desk.plan
    drawn = driver.app.canvas.drawn[2 : 2 + plan.article.height] if plan else []
    pieces = [p.text for line in drawn for p in line if "bare" in p.style.split()]
    return [piece for piece in pieces if piece.strip("○ ")]


def asked(driver: Driver, _: Path) -> list[str]:
    desk = driver.app.desk
    drawn = asking.lines(desk, driver.app.size.width - 10, 12) if desk.prompt else []
    return ["".join(piece.text for piece in line).rstrip() for line in drawn[1:]]


def message(driver: Driver, _: Path) -> list[str]:
    return [driver.app.desk.message.text]


def copied(driver: Driver, _: Path) -> list[str]:
    return driver.copied[-1].removesuffix("\n").split("\n") if driver.copied else []


def state(driver: Driver, _: Path) -> list[str]:
    """Which pane one is in, which view is beside the article, and what is on."""
    desk = driver.app.desk
    told = [f"in {desk.focus}, beside it {desk.side}"]
    told += ["source"] if desk.source else []
    told += ["typing"] if desk.typing else []
    told += [f"wide {desk.wide}"] if desk.wide else []
    told += ["at the shell"] if driver.paused else []
    told += ["left"] if driver.app.return_code is not None else []
    told += [f"colours {desk.settings.theme}"] if desk.settings.theme != "dark" else []
    told += ["help"] if desk.help_top is not None else []
    return told


EVERY = (file, saved, at, selected, tree, screen, row, pointed_out, asked, message, copied, state)
VIEWS: dict[str, Callable[[Driver, Path], list[str]]] = {
    view.__name__.replace("_", " "): view for view in EVERY
}
