"""The configuration file: `config.toml` in the user's folder for such, read strictly."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from argmap import workspace
from argmap.tui.settings import NOTES, Settings

THEMES = ("auto", "dark", "light", "ansi", "mono")
DEFAULTS: dict[str, Any] = {
    field.name: field.default for field in fields(Settings) if field.name != "keys"
}
LIMITS = {"width": (20, 400), "autosave": (0, 3600), "lines": (1, 20), "undo": (100, 1_000_000)}


class BadConfig(ValueError):
    """The file says something that cannot be; the message has its place."""


def path() -> Path:
    """Where the file is, or would be. Raises RuntimeError where there is no home folder."""
    given = os.environ.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(given):
        return Path(given) / "argmap/config.toml"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/argmap/config.toml"
    return Path.home() / ".config/argmap/config.toml"


def load() -> Settings:
    """The settings of the file, or the defaults where there is none. Raises BadConfig, and
    Unreadable for a file that cannot be read."""
    try:
        file = path()
        if _nothing_at(file):
            return Settings()
    except RuntimeError:
        return Settings()
    return parsed(workspace.read(file).text, str(file))


def _nothing_at(file: Path) -> bool:
    try:
        os.stat(file)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # reading it tells what is wrong
    return False


def parsed(text: str, name: str) -> Settings:
    """The settings that a TOML text gives. Raises BadConfig."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as no:
        raise BadConfig(_no_toml(name, text, str(no))) from None
    for words, fault in _faults(found):
        raise BadConfig(_placed(name, text, words, fault))
    found["keys"] = {
        command: (keys,) if isinstance(keys, str) else tuple(keys)
        for command, keys in found.get("keys", {}).items()
    }
    return Settings(**found)


Words = tuple[str, ...]
"""What stands at a place of the file: the table and the key there, and the value, if it is it."""


def _faults(found: Mapping[str, Any]) -> Iterator[tuple[Words, str]]:
    """What is wrong, with the words where it stands."""
    from argmap.tui.remapping import faults, meant

    for key, value in found.items():
        if key == "keys" and isinstance(value, dict):
            for command, words, why in faults(value):
                yield (command,) if words == command else (command, words), why
        elif key == "keys":
            yield (key,), f"`keys` is a table: {NOTES['keys']}."
        elif key not in DEFAULTS:
            yield (key,), f"there is no setting `{key}`.{meant(key, [*DEFAULTS, 'keys'])}"
        elif type(value) is not type(DEFAULTS[key]) or not _within(key, value):
            yield (key,), f"`{key}` is {NOTES[key]}."
        elif key == "theme" and value not in THEMES:
            yield (key, value), f"there is no theme `{value}`.{meant(value, THEMES)}"


def _within(key: str, value: Any) -> bool:
    low, high = LIMITS.get(key, (value, value))
    return bool(low <= value <= high)


_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


def _no_toml(name: str, text: str, why: str) -> str:
    """A fault of TOML itself, with its place."""
    found = _AT.search(why)
    lines = text.split("\n")
    if found and found[1]:
        line, column = int(found[1]), int(found[2])
    else:
        line = len(lines) - (not lines[-1] and len(lines) > 1)
        column = len(lines[line - 1]) + 1
    why = why[: found.start()] if found else "it nests too deep"
    return _shown_at(name, lines[line - 1], line, column, 1, f"this is no TOML: {why}.")


def _placed(name: str, text: str, words: Words, fault: str) -> str:
    key = re.escape(words[0])
    table = r"\[?[ \t]*(?:[\w-]+[ \t]*\.[ \t]*)?"
    found = re.search(rf"^[ \t]*{table}[\"']?(?P<it>{key})[\"' \t]*[=.\]]", text, re.MULTILINE)
    if not found:
        return f"{name}: {fault}"
    start, end = found.span("it")
    if len(words) > 1:
        value = re.compile(rf"[\"'](?P<it>{re.escape(words[1])})[\"']").search(text, end)
        start, end = value.span("it") if value else (start, end)
    begin = text.rfind("\n", 0, start) + 1
    whole = text[begin:].split("\n", 1)[0]
    line = text.count("\n", 0, start) + 1
    return _shown_at(name, whole, line, start - begin + 1, end - start, fault)


def _shown_at(name: str, whole: str, line: int, column: int, length: int, fault: str) -> str:
    before = "".join(char if char == "\t" else " " for char in whole[: column - 1])
    return f"{name}:{line}:{column}: {fault}\n    {whole}\n    {before}{'^' * max(1, length)}"


def shown(settings: Settings) -> str:
    """The settings as the file would have them, and which keys of others the user's own take."""
    from argmap.tui.remapping import displaced

    lines = [f"{name} = {_toml(getattr(settings, name))}  # {NOTES[name]}" for name in DEFAULTS]
    lines += ["", f"[keys]  # {NOTES['keys']}"]
    lines += [f"{name} = [{', '.join(map(_toml, keys))}]" for name, keys in settings.keys.items()]
    lines += [
        f"# {key} is no longer {other}: {name} took it"
        for key, other, name in displaced(settings.keys)
    ]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def schema() -> dict[str, Any]:
    """The file's JSON Schema."""
    from argmap.tui.commands import every

    kinds = {str: "string", bool: "boolean", int: "integer"}
    properties: dict[str, Any] = {
        name: {"type": kinds[type(default)], "default": default, "description": NOTES[name]}
        for name, default in DEFAULTS.items()
    }
    properties["theme"]["enum"] = list(THEMES)
    for name, (low, high) in LIMITS.items():
        properties[name] |= {"minimum": low, "maximum": high}
    one = {"type": "string", "minLength": 1}
    keys = {"anyOf": [one, {"type": "array", "items": one}]}
    properties["keys"] = {
        "type": "object",
        "description": NOTES["keys"],
        "additionalProperties": False,
        "properties": {
            command.name: {"description": command.title, **keys} for command in every().values()
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
