"""Saves NEW over a file as it was read, and says what came of it. Waits before that for a line, so
that it can be traced from there on: `python child.py FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.workspace import SaveError, read, save

NEW = b"the new text\n"


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    path = sys.argv[1]
    expected = read(path).signature
    save(Path(path).with_name("warm"), b"", force=True)  # nothing is imported while it is traced
    Path(path).with_name("warm").unlink()
    say("ready")
    sys.stdin.readline()
    try:
        saved = save(path, NEW, expected=expected)
        say("saved" if saved.confirmed else "saved, not confirmed")
    except SaveError as error:
        say(f"not saved: {error}")
    sys.stdin.readline()


if __name__ == "__main__":
    main()
