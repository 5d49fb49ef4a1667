"""Saving, exporting, copying."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from argmap import workspace
from argmap.document import Document
from argmap.tui import opened
from argmap.tui.commands import command
from argmap.tui.desk import Desk
from argmap.tui.folder import articles
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Ask, Choice, Entry, Option
from argmap.tui.working import Message

FORMATS = ("yaml", "json", "markdown", "mermaid", "dot", "svg", "png", "pdf")


def save_now(desk: Desk, *, force: bool = False) -> bool:
    """Saves; asks what to do where somebody else changed the file. True when it is saved."""
    try:
        desk.session.save(force=force)
    except workspace.Conflict:
        desk.ask(
            Ask(
                "The file was changed outside since it was opened. (o)verwrite it, keep (b)oth "
                "(yours under another name), or (r)ead it anew and lose yours?",
                {
                    "o": ("overwrite", lambda: save_now(desk, force=True)),
                    "b": ("both", lambda: save_as(desk, 0)),
                    "r": ("read anew", lambda: reread(desk)),
                },
            )
        )
        return False
    except workspace.SaveError as failure:
        desk.say(shown(str(failure)), "error")
        return False
    except UnicodeEncodeError:
        desk.say("Not saved: the text has half a character (a lone surrogate) in it.", "error")
        return False
    desk.say(f"saved {shown(Path(desk.session.path).name)}")
    return True


@command("save", "ctrl+s", "g S", alias=("w", "write"), hint="save")
def save(desk: Desk, _: int) -> None:
    """Save."""
    save_now(desk)


def reread(desk: Desk) -> None:
    """Takes the file as it is on disk, as a step that can be undone."""
    from argmap.text import Span, TextEdit

    try:
        loaded = workspace.read(desk.session.path)
    except workspace.Unreadable as failure:
        desk.say(shown(str(failure)), "error")
        return
    whole = Span(0, len(desk.document.text))
    desk.change("read anew", lambda _: (TextEdit(whole, loaded.text),))
    desk.session.loaded = loaded
    desk.session.signature = loaded.signature
    desk.session.saved = loaded.text


@command("save-as", "g W", alias=("saveas",))
def save_as(desk: Desk, _: int) -> None:
    """Save under another name, and go on with that file."""
    old = desk.session.path

    def done(path: str) -> None:
        try:
            saved = workspace.save(path, desk.session.data())
        except (workspace.SaveError, UnicodeEncodeError) as failure:
            desk.say(shown(str(failure)), "error")
            return
        desk.session.path = path
        desk.session.scratch = False
        desk.session.signature = saved.signature
        desk.session.saved = desk.document.text
        desk.say(f"saved {shown(path)}")

    desk.ask(Entry("Save as:", done, LineEdit.of(old), _new_name))


def _new_name(path: str) -> str:
    if not path.strip():
        return "a name is needed"
    try:
        return "there is a file of that name" if Path(path).exists() else ""
    except (OSError, ValueError):
        return "no file can have this name"


@command("open", "g o", alias=("edit",))
def open_(desk: Desk, _: int) -> None:
    """Open another article of this folder; this one stays open."""
    browse(desk, str(Path(desk.session.path).resolve().parent))


def browse(desk: Desk, folder: str) -> None:
    """Asks for an article of a folder, and opens it."""
    found = articles(folder)
    if not found:
        desk.say(f"there is no article in {shown(folder)}", "warning")
        return
    desk.ask(Choice(f"{shown(folder)}:", found, lambda chosen: desk.host.open(chosen[0])))


def _one_only(desk: Desk) -> str:
    return "" if len(desk.files) > 1 else "only one file is open; g o opens another"


@command("files", "g f", alias=("buffers", "ls"), why_not=_one_only)
def files(desk: Desk, _: int) -> None:
    """Go to another of the open files."""
    listed = [
        Option(str(number), shown(one.path), "● not saved" if one.dirty else "")
        for number, one in enumerate(desk.files)
        if one is not desk.session
    ]
    desk.ask(Choice("Open files:", listed, lambda to: opened.show(desk, desk.files[int(to[0])])))


@command("next-file", "ctrl+pagedown", alias=("bn",), why_not=_one_only)
def next_file(desk: Desk, _: int) -> None:
    """To the next of the open files."""
    _turn(desk, 1)


@command("file-before", "ctrl+pageup", alias=("bp",), why_not=_one_only)
def file_before(desk: Desk, _: int) -> None:
    """To the one before of the open files."""
    _turn(desk, -1)


def _turn(desk: Desk, by: int) -> None:
    number = desk.files.index(desk.session) + by
    opened.show(desk, desk.files[number % len(desk.files)])


@command("close", "g q", alias=("bd",), why_not=_one_only)
def close(desk: Desk, _: int) -> None:
    """Close this file; asks where it is not saved."""
    if not desk.session.dirty:
        opened.close(desk)
        return

    def saved() -> None:
        if save_now(desk):
            opened.close(desk)

    desk.ask(
        Ask(
            "Not saved yet. (s)ave and close, (d)iscard the changes, Esc to stay",
            {"s": ("save", saved), "d": ("discard", lambda: opened.close(desk))},
        )
    )


@command("export", "g e", panes=("tree", "map", "speakers", "problems"), alias=("export",))
def export(desk: Desk, _: int) -> None:
    """Export the map."""
    desk.ask(
        Choice("Format:", [Option(one, one) for one in FORMATS], lambda one: _target(desk, one[0]))
    )


def _target(desk: Desk, name: str) -> None:
    suffix = {"markdown": ".md", "mermaid": ".mmd"}.get(name, f".{name}")
    path = str(Path(desk.session.path).with_suffix(suffix))
    desk.ask(
        Entry("Export to:", lambda to: _exported(desk, name, to), LineEdit.of(path), _new_name)
    )


def _exported(desk: Desk, name: str, path: str) -> None:
    document = desk.document
    desk.begin(
        f"exporting {shown(Path(path).name)}",
        lambda stopped: _export(document, name, path, stopped),
    )


def _export(document: Document, name: str, path: str, stopped: Callable[[], bool]) -> Message:
    from argmap import formats, render

    try:
        if name in ("svg", "png", "pdf"):
            data = render.draw(formats.by_name("dot").dump(document), name, stopped)
        else:
            data = formats.by_name(name).dump(document).encode()
        if stopped():
            return Message("stopped", "warning")
        workspace.save(path, data)
    except (render.Missing, render.Failed, workspace.SaveError, UnicodeEncodeError) as failure:
        return Message(shown(str(failure)), "error")
    return Message(f"exported to {shown(path)}")


@command("copy", "y", hint="copy")
def copy(desk: Desk, _: int) -> None:
    """Copy the selection, or the claim's words, to the clipboard."""
    chosen = desk.selection
    if chosen is not None:
        text = chosen.of(desk.page.text)
        desk.anchor = None
    elif desk.claim:
        text = desk.document.wording(desk.claim)
    else:
        text = desk.meant.of(desk.page.text)
    desk.host.copy(text)
    desk.say(f"copied: {shown(text)[:60]}")


@command("copy-tree", "Y", panes=("tree", "map"))
def copy_tree(desk: Desk, _: int) -> None:
    """Copy the claim and what is below it as an outline."""
    from argmap.views.outline import Options, outline

    lines = [
        "  " * row.depth + "- " + (f"({row.sign}) " if row.sign else "")
        + desk.document.wording(row.claim)
        for row in outline(desk.document, Options(focus=desk.tree.claim))
    ]  # fmt: skip
    desk.host.copy("\n".join(lines) + "\n")
    desk.say(f"copied {len(lines)} lines")
