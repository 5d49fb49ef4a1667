"""Any bytes are a journal of which nothing, a part or all can be played; never another text.

An input that begins with `=` is lines that are given the checksums that they need; of any other
the bytes themselves are the journal.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from argmap import text as texts
from argmap.history import Change, Replay, State, digest, dumped
from argmap.workspace import journal, records, recovery
from argmap.workspace.records import Header

HOME = tempfile.TemporaryDirectory()
ARTICLE = Path(HOME.name) / "a.argmap"
TEXT = "It rains.\n"
HEAD = {"argmap": "journal", "path": "/home/ann/a.argmap", "bom": False, "pid": 1, "host": "h",
        "since": 1.5, "version": 1}  # fmt: skip
EVENTS: tuple[dict[str, object], ...] = (
    {"do": "base", "sha256": digest(TEXT, False), "text": TEXT},
    {"do": "edit", "title": "typing", "place": 3, "typed": True, "there": [[[3, 3, "é"]]]},
    {"do": "edit", "title": "typing", "place": 3, "typed": True, "there": [[[4, 4, "x"]]]},
    {"do": "pause"},
    {"do": "edit", "title": "mark", "there": [[[0, 2, "[It]{#a}"]], [[0, 0, "\ud800"]]]},
    {"do": "undo"},
    {"do": "redo"},
    {"do": "file", "sha256": digest("other", False), "text": "other"},
)
WORDS = (
    *(json.dumps(event).encode() for event in EVENTS),
    *(f'"{name}": '.encode() for name in (*HEAD, "do", "title", "place", "typed", "there", "text")),
    *b'\n|[|]|{|}|null|true|-1|1e9|99999999999999999999|[[[0, 1, ""]]]|""|[]'.split(b"|"),
)


def seeds() -> Iterator[bytes]:
    lines = [json.dumps(one).encode() for one in (HEAD, *EVENTS)]
    for end in range(len(lines) + 1):
        yield b"=" + b"\n".join(lines[:end])
        yield records.lines(lines[:end])[0]
    yield b"=" + json.dumps({**HEAD, "version": 2}).encode()


def run(data: bytes) -> None:
    raw = records.lines(data[1:].split(b"\n"))[0] if data[:1] == b"=" else data
    lines = records.parsed(raw)
    assert records.lines(lines.payloads)[0] == raw[: lines.length]
    played = journal.replayed(lines)
    if played is not None:
        header, replay, good = played
        assert isinstance(header, Header)
        state = State(replay.text, replay.held, replay.sha256, header.bom, replay.history)
        payloads = [good.payloads[0], *map(records.dump, dumped(state))]
        again = journal.replayed(records.parsed(records.lines(payloads)[0]))
        assert again is not None
        assert again[1].text == replay.text
        assert told(again[1]) == told(replay)
        text = replay.text
        for change in reversed(replay.history.done):
            for edits in change.back:
                text = texts.apply(text, edits)
        assert text == (records.load(good.payloads[1]).text or "")  # type: ignore[union-attr]
    looked_at(raw)


def told(replay: Replay) -> list[Change]:
    """The steps of undo and redo; whether the last one can grow matters where none is undone."""
    done, undone = replay.history.done, replay.history.undone
    last = [] if undone else done[-1:]
    return [*(one._replace(typed=False) for one in (*done, *undone)), *last]


def looked_at(raw: bytes) -> None:
    """What the next start and `argmap recover` make of it."""
    os.environ["XDG_STATE_HOME"] = HOME.name
    ARTICLE.write_text(TEXT)
    file = journal.place(str(ARTICLE))
    file.write_bytes(raw)
    for one in recovery.left():
        assert one.id
        if one.kind != "unreadable":
            one.data()
    found = recovery.past(str(ARTICLE), digest(TEXT, False))
    assert found is None or found.unsaved in (True, False)
    assert ARTICLE.read_text() == TEXT
    for made in Path(HOME.name, "argmap").glob("*/*"):
        made.unlink()
