"""Makes `tables.py` of the grammar: `python -m argmap.syntax.generate` after the grammar changed.

lark shows its tables to nobody, so this reads its private attributes; they are needed when the
grammar changes, never when argmap runs. A test holds that the tables are those of the grammar, and
another one that they parse as lark itself does.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from argmap.syntax import grammar
from argmap.syntax.machine import Tables


def tables(text: str, starts: tuple[str, ...] = grammar.STARTS) -> Tables:
    """The tables that lark makes of a grammar, their states numbered as they are reached."""
    made = grammar.lark(text, starts)
    frontend: Any = made.parser
    table = frontend.parser._parse_table
    lexers = frontend.lexer.lexers
    assert not any(one.scanner and one.callback for one in lexers.values()), "a terminal needs lark"
    order = _reached(table)
    rules = sorted(
        {arg for row in table.states.values() for _, arg in row.values() if _is_rule(arg)},
        key=_rule,
    )
    names = {state: " ".join(t.name for t in lexers[state].terminals) for state in order}
    scanners = sorted(set(names.values()))
    return Tables(
        zlib.crc32(text.encode()),
        {name: order[state] for name, state in sorted(table.start_states.items())},
        {name: order[state] for name, state in sorted(table.end_states.items())},
        {str(t.name): t.pattern.to_regexp() for t in sorted(made.terminals, key=lambda t: t.name)},
        tuple((str(rule.origin.name), len(rule.expansion)) for rule in rules),
        tuple(scanners),
        tuple(
            (
                scanners.index(names[state]),
                {
                    str(name): ~rules.index(arg) if _is_rule(arg) else order[arg]
                    for name, (_, arg) in sorted(table.states[state].items())
                },
            )
            for state in order
        ),
    )


def _is_rule(arg: object) -> bool:
    return hasattr(arg, "origin")


def _rule(rule: Any) -> tuple[str, list[str]]:
    return rule.origin.name, [symbol.name for symbol in rule.expansion]


def _reached(table: Any) -> dict[int, int]:
    """New numbers for the states: lark's own differ from run to run."""
    found = dict.fromkeys(state for _, state in sorted(table.start_states.items()))
    queue = list(found)
    for state in queue:
        for _, (_, arg) in sorted(table.states[state].items()):
            if not _is_rule(arg) and arg not in found:
                found[arg] = None
                queue.append(arg)
    return {state: number for number, state in enumerate(found)}


def module(made: Tables, name: str = grammar.NAME, by: str = "argmap.syntax.generate") -> str:
    """The tables as a module."""
    return f'''"""The tables of grammars/{name}: made by `python -m {by}`."""

from argmap.syntax.machine import Tables

# fmt: off
TABLES = Tables(
    grammar={made.grammar},
    starts={made.starts},
    ends={made.ends},
    terminals={{
{_rows(f"{name!r}: {regexp!r}" for name, regexp in made.terminals.items())}
    }},
    rules=(
{_rows(map(repr, made.rules))}
    ),
    scanners=(
{_rows(map(repr, made.scanners))}
    ),
    states=(
{_rows(map(repr, made.states))}
    ),
)
'''


def _rows(lines: Iterable[str]) -> str:
    return "\n".join(f"        {line}," for line in lines)


if __name__ == "__main__":
    Path(__file__).with_name("tables.py").write_text(module(tables(grammar.source())), "utf-8")
