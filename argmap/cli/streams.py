"""Standard output and error, when there is none or it takes no more."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Full(Exception):
    """Standard output did not take all; the message says why."""


class Gone(Exception):
    """The reader of standard output went away, as `head` does; that is its right."""


class _Shut(io.TextIOBase):
    """What stands for a stream that was closed before we began (`>&-`)."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, "closed")


@contextmanager
def watched() -> Iterator[None]:
    """Raises Full or Gone where printing fails. Files fail in other ways (`workspace`)."""
    if sys.stderr is None:
        sys.stderr = io.StringIO()  # else `print` would take standard output for it
    if sys.stdout is None:
        sys.stdout = _Shut()
    try:
        yield
        sys.stdout.flush()  # what fails is found here, not at exit
    except BrokenPipeError:
        from argmap.workspace.output import mute

        mute()
        raise Gone from None
    except OSError as error:
        if error.filename is not None:
            raise  # it was no stream
        from argmap.workspace import reason
        from argmap.workspace.output import mute

        mute()
        why, hint = reason(error)
        raise Full(f"<stdout>: not all could be written: {why}. {hint}") from error
