"""What commands cost on maps without an article, beside Argdown with the same content."""

from __future__ import annotations

from tests.bench import peers
from tests.bench.asked import Asked
from tests.bench.debates import FORMS
from tests.bench.measure import argmap, measure, together
from tests.bench.rows import Part, Row

LIKE = "< 1, half the memory"
COMMANDS = {
    "check": (["check"], "argmap", peers.VALIDATE, LIKE),
    "export json": (["export", "-f", "json"], "argmap", peers.JSON, LIKE),
    "export dot": (["export", "-f", "dot"], "argmap", peers.DOT, LIKE),
    "export yaml": (["export", "-f", "yaml"], "argmap", None, "100k < 5 s"),
    "tree": (["tree"], "argmap", None, ""),
    "import Argdown": (["convert", "--to", "yaml", "--report", "none"], "argdown", None, ""),
    "import AIF": (["convert", "--to", "yaml", "--report", "none"], "json", None, ""),
    "import YAML": (["convert", "--to", "json", "--report", "none"], "yaml", None, ""),
}
"""Each with the form of its input and what of Argdown it is compared with."""


def run(asked: Asked) -> list[Part]:
    argdown = peers.argdown()
    rows = []
    for name, (words, form, theirs, aim) in COMMANDS.items():
        for count in asked.claims:
            file = asked.file(f"{count}.{form}", FORMS[form](count))
            mine = argmap(*words, file, *(["-"] if words[0] == "convert" else []))
            if not argdown or theirs is None:
                rows.append(Row(name, f"{count:,}", count, measure(mine, asked.runs), aim=aim))
                continue
            same = asked.file(f"{count}.argdown", FORMS["argdown"](count))
            cost, other = together([mine, [*argdown, *theirs, same]], asked.runs)
            rows.append(Row(name, f"{count:,}", count, cost, "Argdown", other, aim))
    started = measure(argmap("--version"), asked.runs + 2).user
    return [Part("Claims, each with a relation", rows, started)]
