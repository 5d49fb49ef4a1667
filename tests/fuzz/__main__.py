"""`python -m tests.fuzz TARGET --seconds N`: give a target inputs until one goes wrong.

Guided by what the inputs reach, where atheris is installed; else by changes at random.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "properties"), str(TESTS)]

from . import guard, targets  # noqa: E402
from .mutating import LONGEST, mutated  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=targets.names())
    parser.add_argument("--seconds", type=int, default=60, help="of wall time (60)")
    parser.add_argument("--seed", type=int, help="of the changes at random")
    parser.add_argument("--keep", metavar="FOLDER", help="for inputs that reach something new")
    parser.add_argument("--merge", metavar="FOLDER", help="take such into the corpus, the shortest")
    parser.add_argument("--replay", metavar="FILE", help="give it this one input")
    args = parser.parse_args()
    if args.replay:
        guard.watched(targets.target(args.target).run, Path(args.replay).read_bytes())
        return 0
    if args.merge:
        return merged(args.target, args.merge)
    try:
        import atheris  # noqa: F401
    except ImportError:
        told("atheris is not installed (pip install atheris); changes are made at random")
        return at_random(args.target, args.seconds, args.seed or random.randrange(10**9))
    return guided(args.target, args.seconds, args.keep)


MOST, SHORT = 60, 400
"""So many inputs are taken into a corpus at once, of at most so many bytes."""


def at_random(name: str, seconds: int, seed: int) -> int:
    """Changed inputs of the corpus, one after the other."""
    target, corpus, dice = targets.target(name), targets.corpus(name), random.Random(seed)
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = mutated(dice.choice(corpus), target.WORDS, corpus, dice)
        try:
            guard.watched(target.run, data)
        except BaseException:
            file = Path(f"{name}-{seed}-{count}.input")
            file.write_bytes(data)
            told(f"{file} goes wrong, the input number {count} of the seed {seed}")
            raise
        count += 1
    summary(name, count, seconds, resource.getrusage(resource.RUSAGE_SELF), 0)
    return 0


def guided(name: str, seconds: int, keep: str | None) -> int:
    """atheris, in a process of its own, which it ends as it likes."""
    with tempfile.TemporaryDirectory() as folder:
        seeds, new = seeded(name, Path(folder)), Path(keep or f"{folder}/new")
        new.mkdir(parents=True, exist_ok=True)
        words = Path(folder, "words")
        words.write_text("".join(map(quoted, targets.target(name).WORDS)))
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            # Its own limits are wide: ours count the processor's time, and tell what is wrong.
            "-timeout=300",
            "-rss_limit_mb=4096",
            f"-artifact_prefix={name}-",
            "-print_final_stats=1",
            str(new),
            str(seeds),
        ]
        options += [f"-dict={words}"] if words.stat().st_size else []
        start = time.monotonic()
        run = subprocess.Popen(
            child(name, *options), stderr=subprocess.PIPE, text=True, errors="replace"
        )
        count = 0
        for line in run.stderr or ():
            sys.stderr.write(line)
            if line.startswith("stat::number_of_executed_units:"):
                count = int(line.split()[-1])
        code = run.wait()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        summary(name, count, round(time.monotonic() - start), used, code)
    return code


def merged(name: str, found: str) -> int:
    """Of what was kept since it reached something new, the shortest."""
    new = {file.read_bytes() for file in Path(found).iterdir()} - set(targets.corpus(name))
    short = sorted((data for data in new if len(data) <= SHORT), key=lambda data: (len(data), data))
    with open(targets.CORPUS / f"{name}.txt", "a", encoding="ascii") as file:
        file.writelines(f"{targets.line(data)}\n" for data in short[:MOST])
    told(f"{len(short[:MOST])} of {len(new)} inputs were taken into the corpus of {name}")
    return 0


def seeded(name: str, folder: Path) -> Path:
    """A folder with the corpus, a file each."""
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, data in enumerate(targets.corpus(name)):
        (seeds / f"{number:04}").write_bytes(data)
    return seeds


def child(name: str, *options: str) -> list[str]:
    return [sys.executable, "-m", f"{__package__}.guided", name, *options]


def quoted(word: bytes) -> str:
    """A word as a line of a dictionary of libFuzzer.

    >>> quoted(b"a{")
    '"\\\\x61\\\\x7b"\\n'
    """
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'


def summary(name: str, count: int, seconds: int, used: resource.struct_rusage, code: int) -> None:
    busy = round(used.ru_utime + used.ru_stime)
    outcome = "nothing found" if code == 0 else f"ended with code {code}"
    told(f"{name}: {count} inputs in {seconds} s ({busy} s of the processor): {outcome}")


def told(words: str) -> None:
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main())
