"""The program: it takes keys and the mouse from the terminal, and draws the Desk's lines."""

from __future__ import annotations

import asyncio
import gc
import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TypeVar

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import WorkerFailed

from argmap import workspace
from argmap.tui import (
    clipboard,
    faults,
    keeping,
    memory,
    mouse,
    opened,
    opening,
    outside,
    returning,
    saving,
    screen,
    watching,
)
from argmap.tui.commands.files import browse
from argmap.tui.desk import Desk
from argmap.tui.guard import Visible, resume_once
from argmap.tui.paint import Line, shown
from argmap.tui.pressing import Keys
from argmap.tui.session import Session
from argmap.tui.settings import Settings
from argmap.tui.themes import THEMES, chosen
from argmap.tui.working import Work, beside

T = TypeVar("T")
FIRST = "( and ) move by sentences, c marks a claim, ? shows all keys, q leaves"


class Canvas(Widget, can_focus=False, inherit_bindings=False):
    """Draws lines, and tells the terminal only of those that changed."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.drawn: list[Line] = []

    def update(self) -> None:
        width, height = self.size
        if not width or not height:
            return
        lines = screen.lines(self.desk, width, height)
        before, self.drawn = self.drawn, lines
        if len(before) != len(lines):
            self.refresh()
            return
        changed = [y for y, line in enumerate(lines) if line != before[y]]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def redraw(self) -> None:
        self.drawn = []
        self.update()

    def on_resize(self) -> None:
        self.redraw()

    def render_line(self, y: int) -> Strip:
        if y >= len(self.drawn):
            return Strip.blank(self.size.width)
        style = THEMES[self.desk.settings.theme].style
        segments = [Segment(text, style(names)) for text, names in self.drawn[y] if text]
        return Strip(segments, self.size.width)


class Argmap(App[int], inherit_bindings=False):
    """One file, open."""

    CSS = "Screen { layout: vertical; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []  # noqa: RUF012  # Textual's own way

    def __init__(
        self, session: Session, settings: Settings, folder: str = "", others: Sequence[Session] = ()
    ) -> None:
        settings = replace(settings, theme=chosen(settings.theme, {}))
        super().__init__(ansi_color=settings.theme in ("ansi", "mono"))
        self.animation_level = "none"
        self.desk = Desk(session, self, settings)
        self.desk.files += others
        self.keys = Keys(self.desk)
        self.canvas = Canvas(self.desk)
        self.mouse_keys = mouse.Mouse(self.desk)
        self.folder = folder
        self.ending: Work | None = None  # it was told to stop when one left
        self.touched = False  # whether a key was pressed, or the mouse
        self.last_words: list[str] = []  # what is said after a fault of the program

    def compose(self) -> ComposeResult:
        yield self.canvas

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), Visible()]

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self._again())
        self.begin()
        if not self.is_headless:
            resume_once()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(name, self._ended, 128 + name)
        self.watch_over = loop.create_task(watching.over(self.desk, self._told))
        self.watch_over.add_done_callback(self._watched)
        if self.desk.settings.autosave:
            self.set_interval(self.desk.settings.autosave, self._autosave)

    def _again(self) -> None:
        """The terminal is ours again, and has nothing of ours on it."""
        self.canvas.redraw()
        self.refresh(layout=True)

    async def on_unmount(self) -> None:
        self.watch_over.cancel()
        for session in self.desk.files:
            keeping.release(session)

    def _watched(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._handle_exception(fault)  # type: ignore[arg-type]

    def _told(self) -> None:
        self.canvas.update()

    def _fatal_error(self) -> None:
        """Textual would print all variables, and with them words of the article."""
        fault: BaseException | None = self._exception
        if isinstance(fault, WorkerFailed):
            fault = fault.error
        if not self.last_words and fault is not None:
            self.last_words = faults.told(fault, self.desk.files)
            memory.keep(self.desk)
        self._close_messages_no_wait()

    def begin(self) -> None:
        """Takes up a file where it was left, and reads on in a large one."""
        desk = self.desk
        if self.folder:
            browse(desk, self.folder)
            return
        if desk.session.partial:
            desk.say("reading the rest of the file …")
            # After the first paint: the two would get in each other's way.
            session = desk.session
            self.set_timer(0.2, lambda: self.run_worker(self._read(session)))
        elif not desk.session.scratch:
            first = not memory.recall(desk)
            if desk.session.told:
                desk.say(shown(desk.session.told), "key")
            elif first and not desk.document.map.claims:
                desk.say(FIRST)
            returning.begin(desk, desk.session)

    async def _read(self, session: Session) -> None:
        clock = self.set_interval(1, self.canvas.update)
        try:
            document = await beside(session.finish)
        finally:
            clock.stop()
        desk = self.desk
        desk.read(session, document)
        if session is desk.session:
            here = (desk.cursor, desk.focus, desk.side) if self.touched else None
            memory.recall(desk)
            if here is not None:  # who has begun to read stays there
                desk.cursor, desk.focus, desk.side = here
                desk.wide = desk.wide if desk.wide in ("article", desk.side) else ""
                desk.moved()
            gc.freeze()
            returning.begin(self.desk, session)
            self.canvas.update()

    def open(self, path: str) -> None:
        """Another file in the place of this one, which waits."""
        known = opened.named(self.desk, path)
        if known is not None:
            opened.show(self.desk, known)
            return
        try:
            session = opening.opened(path)
        except workspace.Unreadable as failure:
            self.desk.say(shown(str(failure)), "error")
            return
        known = opened.named(self.desk, session.path)
        if known is not None:
            opened.show(self.desk, known)
            return
        if self.folder:
            self.desk.files.clear()  # what stood there while one chose
            self.folder = ""
        opened.show(self.desk, session)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.touched = True
        self.keys.press(event.key, event.character)
        self.canvas.update()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.keys.paste(event.text)
        self.canvas.update()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.touched = True
        self.mouse_keys.down(event.screen_x, event.screen_y)
        self.canvas.update()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button and self.mouse_keys.drag(event.screen_x, event.screen_y):
            self.canvas.update()

    def on_mouse_up(self, _: events.MouseUp) -> None:
        self.mouse_keys.up()

    def on_click(self, event: events.Click) -> None:
        if event.chain > 1:
            self.mouse_keys.again(event.screen_x, event.screen_y, event.chain)
            self.canvas.update()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.mouse_keys.scroll(event.screen_x, event.screen_y, 3)
        self.canvas.update()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.mouse_keys.scroll(event.screen_x, event.screen_y, -3)
        self.canvas.update()

    # What the Desk asks for

    def leave(self, code: int = 0) -> None:
        self.ending = self.desk.work
        self.desk.stop()
        memory.keep(self.desk)
        for session in self.desk.files:
            keeping.release(session)
        self.exit(code)

    def pause(self) -> None:
        self.action_suspend_process()

    def work(self, work: Work) -> None:
        self.run_worker(self._worked(work))

    async def _worked(self, work: Work) -> None:
        clock = self.set_interval(1, self.canvas.update)
        try:
            message = await beside(work.run)
        finally:
            clock.stop()
        if self.desk.work is work:
            self.desk.work = None
            self.desk.say(*message)
        self.canvas.update()

    def copy(self, text: str) -> None:
        clipboard.copy(self, text)

    def use_theme(self, name: str) -> None:
        self.desk.settings = replace(self.desk.settings, theme=name)
        self.ansi_color = name in ("ansi", "mono")
        self.canvas.redraw()

    def beside(self, job: Callable[[], T], done: Callable[[T], object]) -> None:
        async def worked() -> None:
            done(await asyncio.to_thread(job))
            self.canvas.update()

        self.run_worker(worked())

    def edit_outside(self, line: int, column: int) -> None:
        del column
        session = self.desk.session
        if session.dirty or session.signature is None:
            saving.save(self.desk, session, then=partial(self._edit_outside, line))
        else:
            self._edit_outside(line)

    def _edit_outside(self, line: int) -> None:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        try:
            command = [*shlex.split(editor), f"+{line}", os.path.abspath(self.desk.session.path)]
            with self.suspend():
                code = subprocess.run(command, check=False).returncode
        except (OSError, ValueError, SuspendNotSupported) as failure:
            self.desk.say(shown(f"{editor} could not be started: {failure}"), "error")
            return
        outside.noticed(self.desk, self.desk.session, outside.look(self.desk.session))
        if code:
            self.desk.say(shown(f"{editor} ended with code {code}"), "warning")

    def _autosave(self) -> None:
        from argmap.tui.commands.files import autosave

        autosave(self.desk)
        self.canvas.update()

    def _ended(self, code: int) -> None:
        """The terminal goes away: what is not saved is in the journals."""
        self.leave(code)


__all__ = ["Argmap", "Canvas"]
