"""From the bytes of a file to its text, or to the reason why it has none."""

from __future__ import annotations

import codecs

from argmap.text import Lines
from argmap.workspace.errors import Unreadable

BOM = codecs.BOM_UTF8
_SAMPLE = 8192
_CONTROLS = bytes(sorted({*range(1, 32), 127} - set(b"\t\n\v\f\r")))
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)


def windows(data: bytes) -> str:
    """The text in Windows-1252; the five bytes that mean nothing in it stay what they are.

    >>> windows(b"\\x93caf\\xe9\\x94")
    '“café”'
    """
    return data.decode("latin-1").translate(
        {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
    )


def decode(path: str, data: bytes) -> tuple[str, bool]:
    """The text without its byte order mark, and whether there was one. Raises Unreadable."""
    wide = _wide(data)
    if wide:
        hint = f"Convert it first: iconv -f {wide} -t UTF-8."
        raise Unreadable(path, f"looks like {wide}, but it has to be UTF-8", hint)
    binary = _binary(data)
    if binary:
        raise Unreadable(path, f"looks like {binary}, not like text", "Is it the right file?")
    bom = data.startswith(BOM)
    start = len(BOM) if bom else 0
    try:
        return data[start:].decode("utf-8"), bom
    except UnicodeDecodeError as error:
        good = data[start : start + error.start].decode("utf-8")
        place = Lines.of(good).place(len(good))
        offset = start + error.start
        raise Unreadable(
            path,
            f"not UTF-8: byte 0x{data[offset]:02X} at offset {offset}",
            "If it is in an older encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8.",
            offset,
            place.line,
            place.column,
        ) from None


def _wide(data: bytes) -> str:
    """The name of the UTF-16 or UTF-32 encoding that the bytes seem to have, or ""."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return ""
    # Without a mark: western text has its zero bytes in every second, or all but each
    # fourth place. A zero byte here and there is an odd character and no encoding.
    zeros = [_share_of_zeros(sample[first::4]) for first in range(4)]
    often = tuple(share > 0.5 for share in zeros)
    seldom = tuple(share < 0.1 for share in zeros)
    outer = (often[0] and seldom[3]) or (often[3] and seldom[0])
    if len(data) % 4 == 0 and often[1] and often[2] and outer:
        return "UTF-32"
    for low, high in ((0, 1), (1, 0)):
        if often[high] and often[high + 2] and seldom[low] and seldom[low + 2]:
            return "UTF-16" + ("LE" if high else "BE")
    return ""


def _share_of_zeros(data: bytes) -> float:
    return data.count(0) / len(data)


def _binary(data: bytes) -> str:
    """What the bytes seem to be when they are no text, or ""."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # One byte in ten of random data is such a control; text has next to none.
    if zeros and controls >= 3 and controls * 20 > len(sample) - zeros:
        return "binary data"
    return ""
