"""File systems of one's own: small ones, read-only ones, and one whose power can be cut."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SHUTDOWN = 0x8004587D
NO_FLUSH = 2


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"`{' '.join(command)}` cannot be done here: {done.stderr.strip()[:200]}")


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """`mount OPTIONS folder`, as long as it is needed; skips where that may not be done."""
    if os.getuid() != 0:
        pytest.skip("only root can mount")
    folder.mkdir(exist_ok=True) if not folder.exists() else None
    run("mount", *options, str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


class Disk:
    """An ext4 file system in a file."""

    def __init__(self, folder: Path) -> None:
        self.image = folder / "disk"
        self.top = folder / "mounted"
        self.top.mkdir()
        with open(self.image, "wb") as image:
            image.truncate(32 * 1024 * 1024)
        run("mkfs.ext4", "-q", str(self.image))
        self.on()

    def on(self) -> None:
        run("mount", "-o", "loop", str(self.image), str(self.top))

    def cut(self) -> None:
        """The power goes: what is not on the disk by now is lost."""
        import fcntl

        fd = os.open(self.top, os.O_RDONLY)
        try:
            fcntl.ioctl(fd, SHUTDOWN, struct.pack("i", NO_FLUSH))
        except OSError as no:
            pytest.skip(f"the file system cannot be shut down here: {no}")
        finally:
            os.close(fd)

    def off(self) -> None:
        subprocess.run(["umount", str(self.top)], capture_output=True, check=False)
