"""Runs `child.py` under strace: which calls a save makes, and one of them failing."""

from __future__ import annotations

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("child.py")
CALLS = "openat,open,read,write,fsync,fdatasync,close,rename,renameat,link,linkat,unlink,fchmod,"
CALLS += "fchown,ftruncate,flock,newfstatat,fstat,lstat,stat,statx,lseek,getdents64,mkdir,"
CALLS += "flistxattr,listxattr,getxattr,setxattr,fgetxattr,fsetxattr,readlink"


def have_strace() -> bool:
    """Whether there is an strace that may trace here."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return done.returncode == 0


needs_strace = pytest.mark.skipif(not have_strace(), reason="strace cannot trace here")


def traced(path: Path, *inject: str) -> tuple[str, str]:
    """What the child says of its save, empty where it was killed; and the calls it made."""
    with tempfile.NamedTemporaryFile("r") as log:
        child = subprocess.Popen(
            [sys.executable, "-B", "-S", "-E", str(CHILD), str(path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ},
        )  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        options = [part for one in inject for part in ("-e", f"inject={one}")]
        calls = "trace=?" + CALLS.replace(",", ",?")
        tracer = subprocess.Popen(
            ["strace", "-p", str(child.pid), "-o", log.name, "-e", calls, *options],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        try:
            child.stdin.write("go\n")
            child.stdin.flush()
            said = child.stdout.readline().strip()
        except BrokenPipeError:
            said = ""
        child.kill()
        child.wait()
        tracer.wait()
        for stream in (child.stdin, child.stdout, tracer.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                continue
        return said, log.read()


def counted(log: str) -> list[tuple[str, int]]:
    """Each call of a save, with its number among those of its name. The line that begins the save
    and the one that tells its outcome are not of it."""
    calls = re.findall(r"^(?:\d+ +)?(\w+)\(", log, re.MULTILINE)
    first = calls.index("read") + 1
    last = len(calls) - 1 - calls[::-1].index("write")
    seen: collections.Counter[str] = collections.Counter(calls[:first])
    found = []
    for name in calls[first:last]:
        seen[name] += 1
        found.append((name, seen[name]))
    return found
