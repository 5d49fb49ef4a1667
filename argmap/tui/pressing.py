"""What a key does: it goes to the question that is open, the typing, the choosing, or a command."""

from __future__ import annotations

from argmap.tui import commands
from argmap.tui.commands import source
from argmap.tui.desk import Connecting, Desk
from argmap.tui.keys import Matcher, name_of
from argmap.tui.paint import shown
from argmap.tui.panes.bars import spelt
from argmap.tui.panes.labels import typed
from argmap.tui.prompts import Choice, Option

MOVES = {"tab", "down", "up", "left", "right", "pagedown", "pageup", "home", "end", "j", "k", "h",
         "l", "g", "G", "(", ")", "{", "}", "[", "]", "ctrl+d", "ctrl+u"}  # fmt: skip
"""Keys that go on moving while a target is chosen."""


class Keys:
    """Takes keys one after the other and does what they mean."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.matcher = Matcher()

    def press(self, key: str, character: str | None) -> None:
        desk = self.desk
        if desk.help_top is not None:
            _help(desk, name_of(key, character))
        elif desk.prompt is not None:
            prompt = desk.prompt
            if prompt.key(key, character) and desk.prompt is prompt:
                desk.prompt = None
        elif desk.connecting is not None:
            self._target(desk.connecting, name_of(key, character))
        elif desk.typing:
            self._typed(key, character)
        else:
            self._command(name_of(key, character))
        desk.keys_held = self.matcher.shown

    def paste(self, text: str) -> None:
        desk = self.desk
        if desk.prompt is not None:
            desk.prompt.paste(text)
        elif desk.typing:
            source.put(desk, text)
            desk.session.close_typing()
        else:
            desk.say("press i first to put text into the file", "warning")

    def _command(self, key: str) -> None:
        desk = self.desk
        pane = desk.focus
        keymap = commands.keymap(pane, desk.settings.keys)
        found = self.matcher.add(key, keymap, counts=pane != "tree")
        if found.open:
            return
        if found.done == "escape" and desk.stop():
            return
        if not found.done:
            _nothing(desk, found.typed)
            return
        desk.message = desk.message._replace(text="")
        commands.call(desk, keymap[found.done], found.times)

    def _typed(self, key: str, character: str | None) -> None:
        desk = self.desk
        before = desk.message
        if not source.key(desk, key, character):
            self._command(name_of(key, character))
        elif desk.message is before:
            desk.message = desk.message._replace(text="")

    def _target(self, choosing: Connecting, key: str) -> None:
        """A letter chooses its claim; moving keys move; Enter takes the claim at the cursor."""
        desk = self.desk
        if key == "escape":
            desk.connecting = None
            desk.say("given up", "warning")
        elif key == "/":
            _by_words(desk, choosing)
        elif key == "enter":
            if target := desk.target:
                _chosen(desk, choosing, target)
            else:
                desk.say("no other claim is at the cursor", "warning")
        elif self.matcher.held or (key in MOVES and not choosing.typed):
            choosing.labels.clear()
            self._command(key)
        elif len(key) == 1 and (target := typed(choosing, key)):
            _chosen(desk, choosing, target)


def _nothing(desk: Desk, keys: str) -> None:
    """Says where a key does something, as it does nothing here."""
    for one in commands.every().values():
        if one.panes and keys in commands.keys_of(one, desk.focus, desk.settings.keys):
            where = " and the ".join(pane for pane in one.panes if pane != "none")
            desk.say(f"{spelt(keys)} is for the {where}: {one.title}", "warning")
            return
    if keys != "escape":
        desk.say(f"{shown(spelt(keys))} is no key here; ? shows all", "warning")


def _chosen(desk: Desk, choosing: Connecting, target: str) -> None:
    desk.connecting = None
    desk.anchor = None
    choosing.finish(target)


def _by_words(desk: Desk, choosing: Connecting) -> None:
    listed = [
        Option(claim, shown(desk.document.wording(claim)), f"#{shown(claim)}")
        for claim in desk.document.map.claims
        if claim != choosing.claim
    ]
    desk.ask(
        Choice(
            choosing.asks,
            listed,
            lambda chosen: _chosen(desk, choosing, chosen[0]),
            cancelled=lambda: None,
        )
    )


def _help(desk: Desk, key: str) -> None:
    steps = {"j": 1, "down": 1, "k": -1, "up": -1, "pagedown": 15, "pageup": -15, "space": 15,
             "ctrl+d": 15, "ctrl+u": -15}  # fmt: skip
    if desk.help_top is None:
        return
    desk.help_top = max(0, desk.help_top + steps[key]) if key in steps else None
