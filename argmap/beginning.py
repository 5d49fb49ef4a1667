"""The file to annotate that an article becomes: front matter, and the article escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.strictyaml import dump
from argmap.syntax.escape import escape
from argmap.text import line_end

VERSION = 1


def begin(article: str, known: Mapping[str, str]) -> str:
    """Front matter with what is known, and the article so that `strip` gives it back.

    Without a known title the article's first heading, or its first line where a blank line
    follows that and it is short, is taken for it.
    """
    entries: dict[str, object] = {"argmap": VERSION}
    title = known.get("title") or _title(article)
    if title:
        entries["title"] = title
    entries.update((key, value) for key, value in known.items() if key != "title")
    end = line_end(article)
    if end == "\r" and article.startswith("\n"):
        end = "\n"  # a lone CR before it would make one line end of two
    front = "---\n" + dump(entries).rstrip("\n") + "\n---\n\n"
    return front.replace("\n", end) + escape(article)


def _title(article: str) -> str:
    heading = re.match(r"\s*#{1,6}[ \t]+([^\r\n]+)", article)
    if heading:
        return heading.group(1).strip(" \t#")
    lines = re.match(r"\s*+([^\r\n]{3,120})(?:\r\n|\r|\n)[ \t]*(?:\r|\n)", article)
    return lines.group(1).strip() if lines else ""
