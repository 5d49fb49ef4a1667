"""What is open and where one is in it: all that the panes draw and the commands change.

It knows nothing of Textual. The text of the file is the only state of the map; beside it there
are cursors, folds, what is being asked, and the steps of undo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from argmap import text as texts
from argmap.document import Document
from argmap.edits import CannotEdit
from argmap.history import Change
from argmap.model.values import Where
from argmap.text import Span
from argmap.tui import keeping
from argmap.tui.chart import Chart
from argmap.tui.layout import Layout
from argmap.tui.page import Page, Stretch
from argmap.tui.prompts import Prompt
from argmap.tui.session import Session, Wish
from argmap.tui.settings import Settings
from argmap.tui.standing import Standing
from argmap.tui.tree import Tree
from argmap.tui.words import meant, sentence
from argmap.tui.working import Job, Message, Work

T = TypeVar("T")


class Host(Protocol):
    """What a Desk asks of the program around it."""

    def leave(self, code: int = 0) -> None: ...
    def pause(self) -> None: ...
    def copy(self, text: str) -> None: ...
    def edit_outside(self, line: int, column: int) -> None: ...
    def use_theme(self, name: str) -> None: ...
    def open(self, path: str) -> None: ...
    def work(self, work: Work) -> None: ...
    def beside(self, job: Callable[[], T], done: Callable[[T], object]) -> None: ...
    def begin(self) -> None: ...


class Place(NamedTuple):
    """Where one was: an offset of the file's text, and the claim of the tree."""

    offset: int
    claim: str


@dataclass
class Connecting:
    """A claim that waits for what it is a reason for, or against. `finish` is given the target."""

    sign: str
    claim: str
    finish: Callable[[str], None]
    asks: str
    text: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    typed: str = ""


class Mark(NamedTuple):
    label: str
    speakers: tuple[str, ...]


GUTTER = 4
"""Cells of the signs beside the article's rows."""
ROUND = GUTTER + 2
"""What the article's pane needs beside its rows: signs, a cursor at their end, the scroll bar."""
SIDES = ("tree", "map", "speakers", "problems")


@dataclass
class Desk:
    session: Session
    host: Host
    settings: Settings
    focus: str = "article"
    side: str = "tree"
    cursor: int = 0
    anchor: int | None = None
    goal: int | None = None  # the cell that moving up and down keeps to
    top: int = 0
    row: int = 0  # the line of the pane that the cursor was drawn in
    shape: tuple[bool, int] | None = None  # how rows were made when they were drawn last
    source: bool = False
    typing: bool = False
    hide_after: bool = False  # the marks are hidden again after typing
    size: tuple[int, int] = (40, 20)
    prompt: Prompt | None = None
    connecting: Connecting | None = None
    message: Message = field(default_factory=lambda: Message(""))
    tree: Tree = field(default_factory=Tree)
    standing: Standing = field(default_factory=Standing)
    map_at: tuple[int, int] = (0, 0)
    map_size: tuple[int, int] = (80, 20)
    map_held: int = -1  # the row at whose box one was when one moved the view away from it
    zoom: int = 1
    tree_rows: int = 10
    tree_lines: list[int] = field(default_factory=list)
    people_at: int = 0
    people_top: int = 0
    people_table: bool = False
    people_column: int = 0
    problem_at: int = 0
    problem_top: int = 0
    help_top: int | None = None
    wide: str = ""
    share: int = 0
    coverage: bool = False
    last_mark: Mark | None = None
    last_claim: str = ""
    last_premise: str = ""
    last_reason: str = ""  # the one connected last: others can join it
    recent_claim: str = ""
    last_tag: str = ""
    recent_speakers: list[str] = field(default_factory=list)
    search: str = ""
    jumps: list[Place] = field(default_factory=list)
    forth: list[Place] = field(default_factory=list)
    files: list[Session] = field(default_factory=list)
    folder: str = ""  # whose articles were last looked at
    keys_held: str = ""
    work: Work | None = None
    divider: int = 0  # the article's share of the width in per cent, once it was dragged
    plan: Layout | None = None
    _chart: Chart | None = None
    _page: Page | None = None

    def __post_init__(self) -> None:
        self.files.append(self.session)

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def chart(self) -> Chart:
        self.tree.update(self.document)
        room = self.map_size[0] - 2
        self._chart = Chart.of(self.document, self.tree, self.zoom, room, self._chart)
        return self._chart

    def pan(self, dx: int, dy: int) -> None:
        """Moves the view of the map, by cells, away from the box one is at."""
        chart = self.chart
        left, top = self.map_at[0] + dx, self.map_at[1] + dy
        self.map_at = (
            max(0, min(left, chart.width - self.map_size[0])),
            max(0, min(top, chart.height - self.map_size[1])),
        )
        self.map_held = self.tree.at

    @property
    def page(self) -> Page:
        page = self._page
        if (
            page is None
            or page.document is not self.document
            or page.source != self.source
            or (page.room != self.room)
        ):
            self._page = page = Page.of(self.document, self.source, self.room, page)
            self.cursor = max(0, min(self.cursor, len(page.text)))
        return page

    @property
    def room(self) -> int:
        """How wide the article's rows are: at most what reads well."""
        return max(10, min(self.size[0] - GUTTER - 1, self.settings.width))

    # Where one is

    @property
    def selection(self) -> Span | None:
        """What is selected, in offsets of the page."""
        if self.anchor is None:
            return None
        start, end = sorted((self.anchor, self.cursor))
        return Span(start, min(end + 1, len(self.page.text)))

    @property
    def meant(self) -> Span:
        """What a mark would cover: the selection as it is, else the sentence at the cursor."""
        chosen = self.selection
        if chosen is not None:
            return _solid(self.page.text, chosen)
        text = self.page.text
        return meant(text, sentence(text, self.cursor))

    @property
    def stretch(self) -> Stretch | None:
        """The innermost mark at the cursor of the article."""
        found = self.page.stretches(self.cursor, self.cursor + 1)
        return min(found, key=lambda one: one.span.end - one.span.start, default=None)

    @property
    def claim(self) -> str:
        """The claim at the cursor of the pane in which one is; empty if there is none."""
        if self.focus == "article":
            return self.stretch.claim if self.stretch else ""
        return self.tree.claim

    @property
    def where(self) -> Where | None:
        """The mark or map line that one is at: the one at the cursor, or a claim's first."""
        if self.focus == "article" and self.stretch:
            return self.stretch.where
        claim = self.document.map.claims.get(self.claim)
        return claim.occurrences[0].where if claim and claim.occurrences else None

    @property
    def target(self) -> str:
        """What Enter takes while a target is chosen: the claim at the cursor, or the last one."""
        choosing = self.connecting
        if choosing is None:
            return ""
        last = self.last_reason if choosing.sign == "&" else self.last_claim
        for one in (self.claim, last):
            if one != choosing.claim and one in self.document.map.claims:
                return one
        return ""

    def moved(self) -> None:
        """After the article's cursor moved: the tree follows."""
        stretch = self.stretch
        if stretch and stretch.claim and self.settings.follow:
            self.tree.point(self.document, stretch.claim)

    def show_claim(self, claim: str) -> None:
        """After the tree's cursor moved: the article follows."""
        if not self.settings.follow or claim not in self.document.map.claims:
            return
        for occurrence in self.document.map.claims[claim].occurrences:
            if occurrence.in_text:
                span = self.document.spans(occurrence)[0]
                self.cursor = self.page.from_text(span.start)
                self.anchor = None
                self.goal = None
                return

    def go(self, offset: int, *, jump: bool = False) -> None:
        """Puts the article's cursor on an offset of the page."""
        if jump:
            self.remember()
        last = len(self.page.text) - (0 if self.typing else 1)
        self.cursor = max(0, min(offset, max(last, 0)))
        self.goal = None
        self.moved()

    def remember(self) -> None:
        self.jumps.append(Place(self.page.to_text(self.cursor), self.tree.claim))
        self.forth.clear()
        del self.jumps[:-100]

    def open(self, session: Session) -> None:
        """Another file in the place of this one."""
        self.session = session
        self._page = None
        self.source = self.typing = False
        self.cursor = self.top = self.row = self.people_at = self.problem_at = 0
        self.shape = None
        self.anchor = self.connecting = None
        self.last_claim = self.last_premise = self.last_reason = self.recent_claim = ""
        self.jumps.clear()
        self.forth.clear()
        self.tree = Tree()
        self.standing = Standing(on=self.standing.on)

    def read(self, session: Session, document: Document) -> None:
        """The rest of a large file is there."""
        session.document = document
        session.partial = False
        if session is self.session:
            self.tree._made = ()
            self.say("the whole file is read")

    # What is said and asked

    def say(self, text: str, level: str = "good") -> None:
        self.message = Message(text, level)

    def begin(self, title: str, job: Job) -> None:
        """Has something done that takes long; one thing at a time."""
        if self.work is not None:
            self.say(f"still {self.work.title}; wait, or stop it with Esc", "warning")
            return
        self.work = Work(title, job)
        self.host.work(self.work)

    def stop(self) -> bool:
        """Stops what is being done; False where nothing is."""
        if self.work is None:
            return False
        self.work.stopped.set()
        self.say(f"{self.work.title}: stopped", "warning")
        self.work = None
        return True

    def ask(self, prompt: Prompt) -> None:
        self.prompt = prompt

    # Changes

    def change(self, title: str, *wishes: Wish, typed: bool = False) -> bool:
        """Grants wishes as one step of undo; says why where it cannot."""
        if self.session.partial:
            self.say("the file is still being read; wait a moment", "warning")
            return False
        if self.session.scratch and self.session.tour is None:
            self.say("no article is open: g o opens one", "warning")
            return False
        if self.session.holder:
            self.say(keeping.told(self.session.holder), "warning")
            return False
        return self.granted(title, *wishes, typed=typed)

    def granted(self, title: str, *wishes: Wish, typed: bool = False) -> bool:
        """As `change`, whoever wants it."""
        before = self.page
        article = None if self.source else self.document.article
        place = before.to_text(self.cursor)
        try:
            done = self.session.change(title, wishes, place, typed=typed)
        except CannotEdit as no:
            self.say(f"{no}. {no.hint}" if no.hint else f"{no}.", "error")
            return False
        if not done:
            self.say(f"{title}: nothing to change", "warning")
            return False
        for edits in done:
            place = texts.move(place, edits, after=True)
        if article is None or self.document.article != article:
            self.cursor = self.page.from_text(min(place, len(self.document.text)))
        self.anchor = None
        if not typed:
            self.say(title)
        self.tree.update(self.document)
        return True

    def reverted(self, change: Change | None, what: str) -> None:
        """After undo or redo: the cursor goes where it was."""
        if change is None:
            self.say(f"nothing to {what}", "warning")
            return
        self.anchor = None
        self.cursor = self.page.from_text(min(change.place, len(self.document.text)))
        self.say(f"{what}: {change.title}")
        self.tree.update(self.document)
        self.moved()

    def used(self, label: str, speakers: tuple[str, ...]) -> None:
        """Remembers who was named, for the next question."""
        self.last_mark = Mark(label, speakers)
        for who in speakers:
            if who in self.recent_speakers:
                self.recent_speakers.remove(who)
            self.recent_speakers.insert(0, who)


def _solid(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
