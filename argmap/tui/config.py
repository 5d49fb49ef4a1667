"""The configuration file: `config.toml` in the user's folder for such, read strictly."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from argmap import workspace
from argmap.tui.settings import NOTES, Settings

THEMES = ("auto", "dark", "light", "ansi", "mono")
DEFAULTS: dict[str, Any] = {
    field.name: field.default for field in fields(Settings) if field.name != "keys"
}
LIMITS = {"width": (20, 400), "autosave": (0, 3600), "lines": (1, 20)}


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
    except RuntimeError:
        return Settings()
    if not file.exists():
        return Settings()
    return parsed(workspace.read(file).text, str(file))


def parsed(text: str, name: str) -> Settings:
    """The settings that a TOML text gives. Raises BadConfig."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as no:
        raise BadConfig(f"{name}: this is no TOML: {no}") from None
    for key, fault in _faults(found):
        raise BadConfig(_placed(name, text, key, fault))
    found["keys"] = {
        command: (keys,) if isinstance(keys, str) else tuple(keys)
        for command, keys in found.get("keys", {}).items()
    }
    return Settings(**found)


def _faults(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong, with the key where it stands."""
    for key, value in found.items():
        if key == "keys":
            yield from _key_faults(value)
        elif key not in DEFAULTS:
            yield key, f"there is no setting `{key}`.{_meant(key, [*DEFAULTS, 'keys'])}"
        elif type(value) is not type(DEFAULTS[key]) or not _within(key, value):
            yield key, f"`{key}` is {NOTES[key]}."
        elif key == "theme" and value not in THEMES:
            yield key, f"there is no theme `{value}`.{_meant(value, THEMES)}"


def _within(key: str, value: Any) -> bool:
    low, high = LIMITS.get(key, (value, value))
    return bool(low <= value <= high)


def _key_faults(keys: Any) -> Iterator[tuple[str, str]]:
    from argmap.tui.commands import every

    if not isinstance(keys, dict):
        yield "keys", f"`keys` is a table: {NOTES['keys']}."
        return
    known = every()
    taken: dict[tuple[str, str], str] = {}
    for command, written in keys.items():
        if command not in known:
            yield command, f"there is no command `{command}`.{_meant(command, known)}"
            continue
        listed = [written] if isinstance(written, str) else written
        if not isinstance(listed, list) or not all(isinstance(k, str) and k for k in listed):
            yield command, 'keys are written as "c" or ["c", "g c"].'
            continue
        for key in listed:
            for pane in known[command].panes or ("",):
                other = taken.setdefault((pane, key), command)
                if other != command:
                    yield command, f"`{key}` is given to `{other}` too."


def _meant(word: str, known: Any) -> str:
    close = get_close_matches(str(word), list(known), n=1)
    return f" Did you mean `{close[0]}`?" if close else ""


def _placed(name: str, text: str, key: str, fault: str) -> str:
    found = re.search(rf"^[ \t]*\[?[ \t]*[\"']?({re.escape(key)})", text, re.MULTILINE)
    if not found:
        return f"{name}: {fault}"
    start = found.start(1)
    line = text.count("\n", 0, start) + 1
    begin = text.rfind("\n", 0, start) + 1
    column = start - begin + 1
    whole = text[begin:].split("\n", 1)[0]
    caret = " " * (column - 1) + "^" * len(key)
    return f"{name}:{line}:{column}: {fault}\n    {whole}\n    {caret}"


def shown(settings: Settings) -> str:
    """The settings as the file would have them."""
    lines = [f"{name} = {_toml(getattr(settings, name))}  # {NOTES[name]}" for name in DEFAULTS]
    lines += ["", f"[keys]  # {NOTES['keys']}"]
    lines += [f"{name} = [{', '.join(map(_toml, keys))}]" for name, keys in settings.keys.items()]
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
