"""Names of files as they are typed."""

from __future__ import annotations

import os


def path_of(typed: str) -> str:
    """The path that a typed name means: `~` is the user's folder."""
    return os.path.expanduser(typed.strip())


def completed(typed: str) -> str:
    """What is typed with all that the files there leave no choice about, as in a shell."""
    folder, begun = os.path.split(path_of(typed))
    try:
        with os.scandir(folder or ".") as found:
            names = [
                one.name + ("/" if one.is_dir() else "")
                for one in found
                if one.name.startswith(begun) and (begun or not one.name.startswith("."))
            ]
    except (OSError, ValueError):
        return typed
    if not names:
        return typed
    least, most = min(names), max(names)
    alike = next((n for n, char in enumerate(least) if char != most[n]), len(least))
    return typed[: len(typed) - len(begun)] + least[:alike]


__all__ = ["completed", "path_of"]
