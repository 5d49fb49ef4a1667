"""Reading a text, byte for byte, with what is needed to write it back as it was."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from argmap import limits
from argmap.workspace.decoding import BOM, decode, windows
from argmap.workspace.errors import NotRegular, Unreadable, bad_name, reason
from argmap.workspace.signature import Signature, slurp

if TYPE_CHECKING:
    from pathlib import Path

_OPENED = re.compile(r"/dev/stdin|(?:/dev|/proc/self)/fd/[0-9]{1,5}")
"""What shells and systems call streams that they have opened for the program."""


class Loaded(NamedTuple):
    """A text that was read.

    `path` is as it was given, "-" for standard input. `text` has the newlines as on disk
    and not the byte order mark; `bom` tells of it. `signature` is None for a stream.
    `older` tells that it was not UTF-8, and was taken for Windows-1252.
    """

    path: str
    text: str
    bom: bool
    signature: Signature | None
    older: bool = False

    def data(self, text: str) -> bytes:
        """`text` as bytes for this file. Raises UnicodeEncodeError for a lone surrogate.

        >>> Loaded("a", "x", True, None).data("é")
        b'\\xef\\xbb\\xbf\\xc3\\xa9'
        """
        return (BOM if self.bom else b"") + text.encode("utf-8")


def read(
    path: str | Path, limit: int | None = None, *, older: bool = False, signed: bool = True
) -> Loaded:
    """The text at `path`, or of standard input for "-". Never blocks on a pipe or a device that
    is not open already, as a shell's `<(command)` is.
    With `older`, what is not UTF-8 is taken for Windows-1252, for files that are only read.
    Without `signed` there is no signature: for a text that is not saved again.

    Raises Unreadable for all that is not a regular file of at most `limit` bytes of UTF-8
    (`limits.text_mb` where none is given).
    """
    limit = limits.now().text_mb * 1024 * 1024 if limit is None else limit
    name = str(path)
    if name == "-":
        data, signature = _standard_input(limit), None
    elif _OPENED.fullmatch(name):
        data, signature = _opened(name, limit), None
    else:
        data, signature = _file(name, limit, signed)
    if len(data) > limit:
        raise _too_large(name, limit)
    try:
        text, bom = decode(name, data)
    except Unreadable as fault:
        if not older or fault.offset is None:
            raise
        return Loaded(name, windows(data), False, signature, older=True)
    return Loaded(name, text, bom, signature)


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:
        raise Unreadable("-", "there is no standard input")
    try:
        return sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise Unreadable("-", *reason(error)) from error


def _opened(name: str, limit: int) -> bytes:
    try:
        with open(name, "rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise Unreadable(name, *reason(error)) from error


def _file(name: str, limit: int, signed: bool) -> tuple[bytes, Signature | None]:
    if bad_name(name):
        raise Unreadable(name, "no file can have this name", "Check the name.")
    try:
        data, info = slurp(name, limit + 1)
    except NotRegular as error:
        raise Unreadable(name, f"is {error.kind}, not a file", "Name a text file.") from None
    except OSError as error:
        raise Unreadable(name, *reason(error)) from error
    return data, Signature.of(data, info) if signed else None


def _too_large(name: str, limit: int) -> Unreadable:
    size = f"{limit // 1024**2} MiB" if limit >= 1024**2 else f"{limit} bytes"
    raised = f"{limits.variable('text_mb')} raises that limit"
    return Unreadable(name, f"is larger than {size}", f"Split it into several files; {raised}.")
