"""What all tests share: the folder of shared material, and how hard Hypothesis tries."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# ARGMAP_PROFILE=thorough pytest tests/properties
settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, print_blob=True)
settings.register_profile(
    "thorough",
    max_examples=10_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("ARGMAP_PROFILE", "default"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles, corpora and bad inputs that stands beside the checkout in CI."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def bad_inputs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that `make_bad.py` writes, and their `index.tsv`."""
    import subprocess
    import sys

    folder = tmp_path_factory.mktemp("bad-inputs")
    script = shared / "bad-inputs" / "make_bad.py"
    subprocess.run([sys.executable, script, folder, "--big"], check=True, stdout=subprocess.DEVNULL)
    return folder


HELD: dict[str, Counter[str]] = {}
"""The outcomes of the tests that hold each fault case."""


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    over = report.when == "call" or (report.when == "setup" and not report.passed)
    for name, value in report.user_properties if over else ():
        if name == "fault":
            HELD.setdefault(str(value), Counter())[report.outcome] += 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for mark in item.iter_markers("fault"):
            item.user_properties += (("fault", case) for case in mark.args)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The fault cases and their outcomes."""
    if HELD:
        terminalreporter.section("fault cases")
    for case, outcomes in sorted(HELD.items()):
        told = ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))
        terminalreporter.write_line(f"{case}  {told}")
