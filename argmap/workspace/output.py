"""Results go to standard output or to a file."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from argmap.workspace.errors import SaveError, reason

if TYPE_CHECKING:
    from argmap.workspace.disk import Saved


def write_out(target: str | None, data: bytes | str, *, force: bool = False) -> Saved | None:
    """Write to standard output if `target` is None or "-", else save to that file.

    Text is written as UTF-8 with its newlines as they are; on a terminal, which might obey what
    stands in it, its controls and hidden characters are shown by symbols. A reader that closed
    the pipe is no error. Raises SaveError.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    if target is not None and target != "-":
        from argmap.workspace.saving import save

        return save(target, raw, force=force)
    if sys.stdout is None:
        raise SaveError("<stdout>", "there is no standard output", "Name a file.")
    try:
        _print(raw)
    except BrokenPipeError:
        mute()
    except OSError as error:
        why, hint = reason(error)
        raise SaveError("<stdout>", f"not all could be written: {why}", hint) from error
    return None


def _print(raw: bytes) -> None:
    # What was printed before must come before.
    sys.stdout.flush()
    if sys.stdout.isatty():
        raw = _shown(raw)
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # Replaced by a plain text stream.
        sys.stdout.write(raw.decode("utf-8", "replace"))
    else:
        buffer.write(raw)
    sys.stdout.flush()


def _shown(raw: bytes) -> bytes:
    from argmap.visible import visible

    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    shown = visible(text, keep="\n\t")
    if shown != text and sys.stderr is not None:
        sys.stderr.write(
            "argmap: hidden characters are shown by symbols; files and pipes get them\n"
        )
    return shown.encode()


def mute() -> None:
    """Send the rest nowhere; else Python complains when it flushes at its end."""
    with suppress(OSError):
        sink = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(sink, sys.stdout.fileno())
        finally:
            os.close(sink)
