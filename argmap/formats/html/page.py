"""The page as a whole: its parts, and the policy that lets only its own style and script act."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from argmap import strictyaml
from argmap.document import Document
from argmap.evaluation.standing import MARKS, MEANING, Evaluation, Status
from argmap.formats.html.article import Article
from argmap.formats.html.drawing import MOST, drawing
from argmap.formats.html.facts import OWN, Facts
from argmap.formats.html.safe import linked, told
from argmap.formats.html.tree import Tree
from argmap.formats.html.walk import rows
from argmap.formats.ledger import Ledger

HEAD = ("title", "author", "source", "date", "url", "language")
"""Entries of the front matter that have a place of their own."""
FEW = 2000
"""Characters of an article without marks that stands in a narrower column."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
LEGEND = (
    ("claim", "", "a claim"),
    ("reason", "+", "a reason"),
    ("objection", "−", "an objection"),
    ("undercut", "⤬", "undercuts a step"),
)


def page(document: Document, ledger: Ledger, standing: Evaluation | None) -> str:
    return "".join(_pieces(document, ledger, standing))


@cache
def asset(name: str) -> str:
    """`page.css` or `page.js`."""
    return files("argmap.formats.html").joinpath(name).read_text("utf-8")


def digest(text: str) -> str:
    """The source expression of a policy that allows this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy() -> str:
    """Nothing is loaded, sent or run but the page's own style and script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {digest(asset('page.js'))}",
            f"style-src {digest(asset('page.css'))}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _pieces(document: Document, ledger: Ledger, standing: Evaluation | None) -> Iterator[str]:
    facts = Facts(document, standing)
    tree = rows(document)
    text = Article(facts, ledger).html()
    title = told(document.front.get("title")) or "Argument map"
    language = document.front.get("language")
    lang = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    yield (
        f'<!DOCTYPE html>\n<html{lang or " lang=en"}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{asset('page.css')}</style>\n</head>\n"
        f'<body class="{_room(facts)}">\n'
        '<a class="skip" href="#tree">To the argument tree</a>\n<header>\n'
        f'<h1 dir="auto">{title}</h1>\n'
    )
    yield from _byline(facts)
    yield '</header>\n<div class="top">\n'
    yield from _tools(bool(text))
    yield from _speakers(facts)
    yield "</div>\n<main>\n"
    if text:
        yield '<article id="article" aria-label="Article">\n'
        yield f'<div class="text">{text}</div>\n</article>\n'
    yield '<section id="tree" aria-labelledby="h-tree">\n<h2 id="h-tree">Argument tree</h2>\n'
    yield (
        '<div class="bar js"><button type="button" id="unfold">Unfold all</button>'
        '<button type="button" id="fold">Fold all</button></div>\n'
    )
    yield '<div class="rows" aria-labelledby="h-tree">\n'
    yield from Tree(facts, tree).html()
    yield "</div>\n" if tree else "<p>There are no claims yet.</p></div>\n"
    yield "</section>\n"
    yield from _map(facts, drawing(facts, tree))
    yield "</main>\n"
    yield from _legend(facts)
    yield '<p id="say" class="vh" role="status"></p>\n'
    yield f"<script>{asset('page.js')}</script>\n</body>\n</html>\n"


def _room(facts: Facts) -> str:
    """How much room the article takes: none, little, or as much as it needs."""
    length = len(facts.document.article.strip())
    return "" if facts.mixed or length > FEW else "few" if length else "bare"


def _byline(facts: Facts) -> Iterator[str]:
    front = facts.document.front
    found = [told(front.get(key)) for key in ("author", "source", "date") if front.get(key)]
    if address := front.get("url"):
        found.append(linked(address))
    if found:
        yield f'<p class="byline" dir="auto">{" · ".join(found)}</p>\n'


def _tools(article: bool) -> Iterator[str]:
    views = (("article", "Article"), ("tree", "Tree"), ("map", "Map"))[0 if article else 1 :]
    buttons = "".join(
        f'<button type="button" data-view="{name}" aria-pressed="false">{word}</button>'
        for name, word in views
    )
    yield (
        '<div class="bar js" id="tools"><span class="views" role="group" aria-label="Show">'
        f'{buttons}</span><button type="button" id="theme">Dark</button></div>\n'
    )


def _speakers(facts: Facts) -> Iterator[str]:
    """A button for each speaker, which the script makes a filter."""
    count: dict[str, int] = {}
    for claim in facts.map.claims:
        for name in facts.map.holders(claim) or ("",):
            count[name] = count.get(name, 0) + 1
    if not count:
        return
    yield '<div class="speakers" role="group" aria-label="Show only what a speaker holds">\n'
    for name, one in facts.map.speakers.items():
        number = facts.speaker[name]
        yield _chip(
            str(number),
            facts.colour((name,)),
            facts.initials[number],
            told(one.name),
            count.get(name, 0),
        )
    if "" in count:
        yield _chip("own", "own", "", OWN, count[""])
    yield '<button type="button" id="everyone" class="js">Show all</button></div>\n'


def _chip(key: str, colour: str, short: str, name: str, count: int) -> str:
    return (
        f'<button type="button" class="chip {colour}" data-s="{key}" aria-pressed="false" disabled>'
        f'<span class="in" aria-hidden="true">{told(short)}</span> <bdi>{name}</bdi> '
        f"<small>{count}</small></button>\n"
    )


def _map(facts: Facts, picture: str) -> Iterator[str]:
    if not facts.number:
        return
    yield '<section id="map" aria-labelledby="h-map">\n<h2 id="h-map">Map</h2>\n'
    if not picture:
        yield (
            f"<p>The map is not drawn, for it has {len(facts.number):,} claims; "
            f"up to {MOST:,} are. "
            "A part of it can be exported (--focus, --speaker, --depth).</p>\n</section>\n"
        )
        return
    yield (
        '<div class="bar js"><button type="button" id="larger" aria-label="Zoom in">+</button>'
        '<button type="button" id="smaller" aria-label="Zoom out">−</button>'
        '<button type="button" id="whole">Whole map</button>'
        '<span class="hint">drag to move, wheel to zoom; keys: arrows, + − 0</span></div>\n'
        '<div id="canvas" tabindex="0" role="img" aria-label="The map as a drawing. The argument '
        f'tree says the same in words.">{picture}</div>\n</section>\n'
    )


def _legend(facts: Facts) -> Iterator[str]:
    """What lines and signs mean, who the speakers are, and what else the front matter says."""
    yield '<footer>\n<div class="legend">\n<h2>Lines and signs</h2>\n<ul>\n'
    used = set(facts.kinds.values())
    for kind, sign, words in LEGEND:
        if kind in used:
            mark = f'<span class="m own l0 {kind}">{words}</span>'
            yield f"<li>{mark}{f' <b>{sign}</b>' if sign else ''}</li>\n"
    if any(step.kind == "contradict" for step in facts.map.steps.values()):
        yield "<li>two claims that contradict each other <b>≠</b></li>\n"
    if any(one.mentions for one in facts.map.speakers.values()):
        yield '<li><span class="who own">a speaker’s name</span></li>\n'
    if facts.standing is not None:
        found = set(facts.standing.statuses.values())
        for status in Status:
            if status in found:
                yield f"<li><b>{MARKS[status]}</b> {status}: {MEANING[status]}</li>\n"
    yield "</ul>\n</div>\n"
    yield from _people(facts)
    rest = [(told(key), told(_flat(value))) for key, value in _more(facts.document)]
    if rest:
        pairs = "".join(f"<dt>{key}</dt><dd>{value}</dd>" for key, value in rest)
        yield f"<div><h2>About this map</h2><dl>{pairs}</dl></div>\n"
    yield (
        '<div class="keys js"><h2>Keys</h2><p>In the tree: arrows move and fold, Home and End, '
        "letters find; Enter shows the passage, again the next one; * unfolds what is beside. "
        "Tab goes to the numbers in the article. Esc lets go.</p></div>\n</footer>\n"
    )


def _people(facts: Facts) -> Iterator[str]:
    """The speakers with their other names and what is known of them."""
    told_: list[str] = []
    for one in facts.map.speakers.values():
        known = [f"also <bdi>{told(name)}</bdi>" for name in one.names[1:]]
        known += (f"{told(key)}: {told(value)}" for key, value in one.data)
        known += (told(tag) for tag in one.tags)
        if known:
            told_.append(f"<dt><bdi>{told(one.name)}</bdi></dt><dd>{'; '.join(known)}</dd>")
    if told_:
        yield f"<div><h2>Speakers</h2><dl>{''.join(told_)}</dl></div>\n"


def _more(document: Document) -> Iterator[tuple[str, object]]:
    for key, value in document.front.entries.items():
        if key != "argmap" and key not in HEAD[:5]:
            yield str(key), value


def _flat(value: object) -> str:
    """A value of the front matter; lists and mappings as in YAML."""
    return value if isinstance(value, str) else strictyaml.dump(value)
