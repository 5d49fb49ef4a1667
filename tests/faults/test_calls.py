"""Each system call of a save fails or is its last one: for n = 1 until none is left."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest
from faults.child import NEW
from faults.straced import counted, needs_strace, traced

from argmap.workspace import leftover, recovery

OLD = b"the old text, which is the longer one of the two\n"
CODES = ["EIO"]
if os.environ.get("ARGMAP_PROFILE", "default") != "default":
    CODES += ["ENOSPC", "ESTALE"]
pytestmark = needs_strace


def fresh(folder: Path, links: bool) -> Path:
    path = folder / "x.argmap"
    for name in os.listdir(folder):
        (folder / name).unlink()
    path.write_bytes(OLD)
    path.chmod(0o640)
    if links:
        os.link(path, folder / "other")
    return path


def calls_of(folder: Path, links: bool) -> str:
    """The calls of a save that is not the first one: then the state folder is there."""
    for _ in range(2):
        said, log = traced(fresh(folder, links))
        assert said == "saved"
    return log


def swept(path: Path) -> None:
    """What may stay is swept at the next start."""
    left = set(os.listdir(path.parent)) - {"x.argmap", "other"}
    for name in left:
        os.utime(path.with_name(name), (1, 1))
    assert set(leftover.sweep(str(path))) == left


@pytest.mark.fault("F01", "F45")
@pytest.mark.parametrize("links", [False, True], ids=["replaced", "in place"])
def test_killed_at_each_call(tmp_path: Path, links: bool) -> None:
    log = calls_of(tmp_path, links)
    torn = spared = 0
    for name, number in counted(log):
        path = fresh(tmp_path, links)
        said, _ = traced(path, f"{name}:signal=KILL:when={number}")
        where = f"{name} {number}"
        if said:  # one call less than the time before
            assert said == "saved", where
            spared += 1
        text = path.read_bytes()
        assert stat.S_IMODE(path.stat().st_mode) == 0o640, where
        if text not in (OLD, NEW):
            assert links, where
            [backup] = [one for one in recovery.left(str(path)) if one.kind == "interrupted"][:1]
            assert backup.data() == OLD, where
            torn += 1
        swept(path)
    assert not links or torn
    assert spared < 4


@pytest.mark.fault("F02", "F03", "F04", "F05", "F06", "F07", "F46")
@pytest.mark.parametrize("links", [False, True], ids=["replaced", "in place"])
@pytest.mark.parametrize("code", CODES)
def test_each_call_fails(tmp_path: Path, links: bool, code: str) -> None:
    log = calls_of(tmp_path, links)
    outcomes = set()
    for name, number in counted(log):
        path = fresh(tmp_path, links)
        said, _ = traced(path, f"{name}:error={code}:when={number}")
        where = f"{name} {number}: {said}"
        kind = said.partition(":")[0]
        outcomes.add(kind)
        if kind == "not saved":
            assert path.read_bytes() == OLD, where
            assert "untouched" in said or "nothing was written" in said, where
        else:
            assert kind in ("saved", "saved, not confirmed"), where
            assert path.read_bytes() == NEW, where
        swept(path)
        assert not [one for one in recovery.left(str(path)) if one.kind == "interrupted"], where
    assert "not saved" in outcomes
    assert links or "saved, not confirmed" in outcomes


@pytest.mark.fault("F08", "F09")
def test_no_descriptor_left(tmp_path: Path) -> None:
    log = calls_of(tmp_path, False)
    opens = [number for name, number in counted(log) if name == "openat"]
    outcomes = []
    for number in opens:
        path = fresh(tmp_path, False)
        said, _ = traced(path, f"openat:error=EMFILE:when={number}")
        outcomes.append(said.partition(":")[0])
        assert path.read_bytes() == (NEW if said.startswith("saved") else OLD)
        assert not said.startswith("not saved") or "too many files are open" in said
    assert {"not saved", "saved, not confirmed"} <= set(outcomes)


@pytest.mark.fault("F11")
def test_interrupted_calls(tmp_path: Path) -> None:
    log = calls_of(tmp_path, False)
    for name, number in counted(log):
        if name in ("openat", "write", "fsync", "read"):
            path = fresh(tmp_path, False)
            said, _ = traced(path, f"{name}:error=EINTR:when={number}")
            assert said == "saved", name
            assert path.read_bytes() == NEW


@pytest.mark.fault("F44")
def test_a_slow_disk_is_waited_for(tmp_path: Path) -> None:
    path = fresh(tmp_path, False)
    begun = time.monotonic()
    said, _ = traced(path, "fsync:delay_enter=300000:when=1+")
    assert said == "saved"
    assert time.monotonic() - begun > 0.6
    assert path.read_bytes() == NEW
