"""Parses by the tables that lark makes of a grammar, without lark.

The tables are an LALR automaton (Aho, Sethi, Ullman: Compilers, 4.7) whose scanner depends on its
state: only terminals that could follow are looked for. Nothing here knows the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

END = "$END"
IMPOSSIBLE = -1_000_000
Scan = Callable[[str, int], re.Match[str] | None]


class Token(NamedTuple):
    """Some characters of the text, `start` counted from its beginning, and what they are."""

    type: str
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Node:
    """What a rule of the grammar matched; those whose names begin with `_` lie open in it."""

    __slots__ = ("children", "name")

    def __init__(self, name: str, children: list[Token | Node]) -> None:
        self.name = name
        self.children = children

    @property
    def tokens(self) -> list[Token]:
        """The tokens right below."""
        return [child for child in self.children if not isinstance(child, Node)]

    def child(self, name: str) -> Node | None:
        """The first node of that name right below."""
        return next((c for c in self.children if isinstance(c, Node) and c.name == name), None)

    def leaves(self) -> Iterator[Token]:
        """All tokens below; recurses as deep as the grammar's rules, not as the input."""
        for child in self.children:
            if isinstance(child, Node):
                yield from child.leaves()
            else:
                yield child


class Unexpected(ValueError):
    """The text does not follow the grammar at `at`, where one of `expected` could stand."""

    def __init__(self, at: int, expected: frozenset[str]) -> None:
        super().__init__(f"offset {at}: one of {', '.join(sorted(expected))} could stand here")
        self.at = at
        self.expected = expected


class Tables(NamedTuple):
    """An automaton as plain data.

    `states` say for each state what to do by the name of a terminal or rule: a number from 0 on is
    the state to go to, one below is ~ the number of the rule that is complete. `scanners` are the
    terminals that a state looks for, in the order in which they are tried.
    """

    grammar: int
    starts: Mapping[str, int]
    ends: Mapping[str, int]
    terminals: Mapping[str, str]
    rules: tuple[tuple[str, int], ...]
    scanners: tuple[str, ...]
    states: tuple[tuple[int, Mapping[str, int]], ...]


class Machine:
    """The automaton at work."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.rows = [row for _, row in tables.states]
        self.rules = [(name, size, name.startswith("_")) for name, size in tables.rules]
        self.scans: list[Scan | None] = [None] * len(self.rows)
        self._compiled: dict[int, Scan] = {}

    def _scan(self, state: int) -> Scan:
        """The scanner of a state: compiled when it is first needed, and shared."""
        number = self.tables.states[state][0]
        if number not in self._compiled:
            names = self.tables.scanners[number].split()
            terminals = self.tables.terminals
            pattern = "|".join(f"(?P<{name}>{terminals[name]})" for name in names)
            self._compiled[number] = re.compile(pattern or "(?!)").match
        self.scans[state] = scan = self._compiled[number]
        return scan

    def parse(self, text: str, start: str) -> Node:
        """The text as a tree, beginning with the rule `start`. Raises Unexpected."""
        rows, rules, scans = self.rows, self.rules, self.scans
        state, final = self.tables.starts[start], self.tables.ends[start]
        states, values = [state], list[Any]()
        at, here, length = 0, 0, len(text)
        new, kind_of_token, joined = tuple.__new__, Token, _joined
        while True:
            if at < length:
                found = (scans[state] or self._scan(state))(text, at)
                if found is None:
                    raise Unexpected(at, self._wanted(state))
                kind, here, at = found.lastgroup or "", at, found.end()
                token = new(kind_of_token, (kind, here, found.group()))
            else:
                kind, token = END, None
            while (action := rows[state].get(kind, IMPOSSIBLE)) < 0:
                if action == IMPOSSIBLE:
                    raise Unexpected(here, frozenset(filter(str.isupper, rows[state])))
                name, size, spliced = rules[~action]
                if size:
                    del states[-size:]
                if not spliced:
                    values[len(values) - size :] = [Node(name, joined(values, size))]
                elif size != 1:  # one value lies open as it is
                    values[len(values) - size :] = [joined(values, size)]
                state = rows[states[-1]][name]
                states.append(state)
                if token is None and state == final:
                    tree: Node = values[-1]
                    return tree
            states.append(action)
            values.append(token)
            state = action

    def _wanted(self, state: int) -> frozenset[str]:
        names = self.tables.scanners[self.tables.states[state][0]].split()
        return frozenset(names or ["<END-OF-FILE>"])


def _joined(values: list[Any], size: int) -> list[Token | Node]:
    """The last values in one list; the first one grows, so that a long row of items is linear."""
    if not size:
        return []
    first = values[-size]
    found: list[Token | Node] = first if type(first) is list else [first]
    for value in values[len(values) - size + 1 :]:
        if type(value) is list:
            found += value
        else:
            found.append(value)
    return found
