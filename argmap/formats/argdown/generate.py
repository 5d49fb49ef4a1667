"""Makes `tables.py` of the grammar: `python -m argmap.formats.argdown.generate`, after a change."""

from __future__ import annotations

from pathlib import Path

from argmap.formats.argdown.grammar import NAME, STARTS
from argmap.syntax import generate, grammar

if __name__ == "__main__":
    made = generate.tables(grammar.source(NAME), STARTS)
    text = generate.module(made, NAME, "argmap.formats.argdown.generate")
    Path(__file__).with_name("tables.py").write_text(text, "utf-8")
