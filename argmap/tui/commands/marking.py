"""Marking words of the article: claims, premises, speakers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argmap import edits
from argmap.document import Document
from argmap.model.values import Where
from argmap.text import Span, TextEdit
from argmap.tui import who, words
from argmap.tui.commands import command
from argmap.tui.desk import Desk
from argmap.tui.page import marked
from argmap.tui.prompts import Ask, Choice
from argmap.tui.session import Wish

ARTICLE = ("article",)


def on_words(desk: Desk) -> str:
    span = desk.meant
    return "" if span.end > span.start else "there are no words here to mark"


def on_mark(desk: Desk) -> str:
    return "" if desk.stretch else "there is no mark at the cursor"


Told = Callable[[tuple[str, ...], list[Wish]], object]
"""Takes the ids of speakers, and wishes that describe those who are new."""


def ask_speakers(desk: Desk, title: str, at: int, done: Told) -> None:
    """Asks who says so."""
    desk.ask(
        Choice(
            title,
            who.options(desk, at),
            lambda chosen: done(*who.settled(chosen)),
            lambda typed: who.fresh(desk, typed),
            several=True,
        )
    )


def put(
    desk: Desk,
    span: Span,
    label: str,
    speakers: tuple[str, ...],
    *,
    more: str = "",
    also: Sequence[Wish] = (),
) -> str:
    """Marks a range of the page; returns the id of the claim it made, empty if it could not."""
    place = desk.page.span_to_text(span)
    article = desk.document.article_span(place)

    def wish(document: Document) -> tuple[TextEdit, ...]:
        return edits.mark(document, place, label, speakers=speakers, more=more)

    what = label or {"=": "restatement", "!": "denial", ".": "fragment"}.get(more[:1], "mark")
    ids = ", ".join(f"@{one}" for one in speakers)
    said = f": {ids}" if label == "speaker" else f", held by {ids}" if ids else ""
    if not desk.change(f"{what} marked{said}", wish, *also):
        return ""
    desk.used(label, speakers)
    desk.cursor = desk.page.from_text(desk.document.text_offset(article.start))
    made = marked(desk.document, article)
    if made:
        desk.tree.reveal(desk.document, made)
        desk.recent_claim = made
        if label == "claim":
            desk.last_claim = made
        elif label == "premise":
            desk.last_premise = made
    return made


def _mark(desk: Desk, label: str) -> None:
    span = desk.meant
    at = desk.page.span_to_text(span).start
    ask_speakers(
        desk,
        f"Who holds this {label}?",
        at,
        lambda speakers, also: put(desk, span, label, speakers, also=also),
    )


@command("mark-claim", "c", panes=ARTICLE, why_not=on_words, hint="claim")
def mark_claim(desk: Desk, _: int) -> None:
    """Mark the selection, or else the sentence, as a claim."""
    _mark(desk, "claim")


@command("mark-premise", "p", panes=ARTICLE, why_not=on_words, hint="premise")
def mark_premise(desk: Desk, _: int) -> None:
    """Mark the selection, or else the sentence, as a premise."""
    _mark(desk, "premise")


def _named_words(desk: Desk) -> Span:
    """What is selected, or stands at the cursor: what was searched for, a known name, a name."""
    text, at, search = desk.page.text, desk.cursor, desk.search
    if desk.selection is None and search and text.startswith(search, at):
        return Span(at, at + len(search))
    return desk.selection or who.name_at(desk, at) or words.name_at(text, at)


def _on_name(desk: Desk) -> str:
    has = any(char.isalnum() for char in _named_words(desk).of(desk.page.text))
    return "" if has else "there is no name here; go to one, or select it"


@command("mark-speaker", "s", panes=ARTICLE, why_not=_on_name, hint="speaker")
def mark_speaker(desk: Desk, _: int) -> None:
    """Mark the selection, or else the name or pronoun at the cursor, as naming a speaker."""
    span = _named_words(desk)
    at = desk.page.span_to_text(span).start
    name = " ".join(span.of(desk.page.text).split())
    options = who.options(desk, at, itself=False)
    same = who.known(desk, name)
    options.sort(key=lambda one: one.value != same)
    new = who.fresh(desk, name)
    if new and name[:1].isupper() and not same and name.lower() not in words.STARTERS:
        options.insert(0, new)
    desk.ask(
        Choice(
            f"Whom do these words name: {name[:40]}?",
            options,
            lambda chosen: _named(desk, span, chosen),
            lambda typed: who.fresh(desk, typed),
            several=True,
        )
    )


def _named(desk: Desk, span: Span, chosen: tuple[str, ...]) -> None:
    speakers, also = who.settled(chosen)
    put(desk, span, "speaker", speakers, also=also)


def _repeatable(desk: Desk) -> str:
    return on_words(desk) if desk.last_mark else "nothing was marked yet"


@command("repeat", ".", panes=ARTICLE, why_not=_repeatable, hint="repeat")
def repeat(desk: Desk, _: int) -> None:
    """Mark the same way as last time: same kind, same speakers, nothing asked."""
    if desk.last_mark:
        label, speakers = desk.last_mark
        put(desk, desk.meant, label, speakers)


@command("unmark", "x", panes=ARTICLE, why_not=on_mark, hint="unmark")
def unmark(desk: Desk, _: int) -> None:
    """Take the mark at the cursor away; its words stay."""
    stretch = desk.stretch
    if stretch:
        take_away(desk, stretch.where)


def take_away(desk: Desk, where: Where) -> None:
    """Unmarks; asks first where others refer to it."""
    document = desk.document
    try:
        found = edits.unmark(document, where)
    except edits.CannotEdit as why:
        desk.ask(
            Ask(
                f"{why}. Take that away too?",
                {
                    "y": ("yes", lambda: _dropped(desk, where)),
                    "n": ("no", lambda: None),
                },
            )
        )
        return
    desk.change("mark taken away", lambda _: found)


def _dropped(desk: Desk, where: Where) -> None:
    desk.change(
        "mark taken away with what refers to it",
        lambda document: edits.unmark(document, where, dangling="drop"),
    )


def _coverable(desk: Desk) -> str:
    if desk.selection is None:
        return "select the words that the mark shall cover first"
    return "" if _covered(desk) else "the selection touches no mark"


def _covered(desk: Desk) -> Where | None:
    """The smallest mark that the selection touches."""
    here = desk.selection
    if here is None:
        return None
    found = desk.page.stretches(*here)
    best = min(found, key=lambda one: one.span.end - one.span.start, default=None)
    return best.where if best else None


@command("cover", "C", panes=ARTICLE, why_not=_coverable)
def cover(desk: Desk, _: int) -> None:
    """Let the mark that the selection touches cover just the selection."""
    where, span = _covered(desk), desk.page.span_to_text(desk.meant)
    if where:
        desk.change("mark put round other words", lambda found: edits.cover(found, where, span))


@command("label", "~", panes=("article", "tree", "map"))
def label(desk: Desk, _: int) -> None:
    """Call a claim a premise, or a premise a claim."""
    where = desk.where
    if where is None or not where.in_text:
        desk.say("there is no mark here", "warning")
        return
    names = where.head.names("")
    new = "claim" if "premise" in names else "premise"
    desk.change(f"now a {new}", lambda document: edits.set_label(document, where, new))


def _undone(desk: Desk) -> str:
    steps = desk.session.history.done or desk.session.earlier
    return "" if steps else "nothing to undo"


def _redone(desk: Desk) -> str:
    return "" if desk.session.history.undone else "nothing to redo"


@command("undo", "u", "ctrl+z", why_not=_undone, hint="undo")
def undo(desk: Desk, count: int) -> None:
    """Undo."""
    for _ in range(count or 1):
        desk.reverted(desk.session.undo(), "undo")


@command("redo", "ctrl+r", "U", why_not=_redone)
def redo(desk: Desk, count: int) -> None:
    """Redo what was undone."""
    for _ in range(count or 1):
        desk.reverted(desk.session.redo(), "redo")
