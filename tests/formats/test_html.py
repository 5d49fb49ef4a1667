"""The page for a browser, as text: it holds all that the map says, and nothing in it can act."""

from __future__ import annotations

import html.parser
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import test_corpora
from hypothesis import given
from pages import HOSTILE, RICH
from texts import texts

from argmap.cli import importing
from argmap.document import Document
from argmap.evaluation import MARKS, evaluate
from argmap.formats.carrying import give
from argmap.formats.html.article import DEEPEST
from argmap.formats.html.blocks import LONGEST
from argmap.formats.html.drawing import LINES, MOST
from argmap.formats.html.facts import Facts
from argmap.formats.html.layout import BETWEEN, WIDTH, layout
from argmap.formats.html.page import asset, digest
from argmap.formats.html.walk import rows
from argmap.visible import visible

MAPS = sorted((Path(__file__).resolve().parents[2] / "maps").glob("*.argmap"))
VOID = {"meta", "br"}
LISTENS = re.compile(r"on[a-z]+\Z")


class Page(html.parser.HTMLParser):
    """Reads a page strictly: each element is closed where it was opened."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.article = ""
        self.words = ""
        self.drawn = ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), "an attribute stands twice"
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        look = found.get("class", "").split()
        if self.inside("text"):
            if "m" in look:
                at = next(one for one in look if re.fullmatch(r"l\d", one))
                first = "+" if "a" in look else "~"
                self.drawn += f"⟦{first}{found['data-c']}{at} "
            elif "who" in look:
                self.drawn += "⟨"
            elif tag in ("p", "h2", "h3", "h4"):
                self.drawn += f"{tag}|"
        self.words += " " if tag in ("dt", "dd") else ""
        if tag not in VOID:
            self.open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        began, found = self.open.pop()
        assert began == tag, (began, tag)
        if self.inside("text"):
            look = found.get("class", "").split()
            if "n" in look:
                self.drawn += f"({found['data-n']})"
            self.drawn += "⟧" if "m" in look else "⟩" if "who" in look else ""

    def handle_data(self, data: str) -> None:
        where = self.open[-1][0] if self.open else ""
        if where == "script":
            self.scripts.append(data)
        elif where == "style":
            self.styles.append(data)
        else:
            self.words += data
            if self.inside("text"):
                self.article += data
                self.drawn += data

    def inside(self, name: str) -> bool:
        return any(found.get("class") == name for _, found in self.open)


def made(text: str, **options: object) -> Page:
    given_ = give("html", Document.of(text), **options)
    assert not given_.report.unbalanced()
    return Page(given_.files[".html"])


def check(text: str) -> Page:
    """What holds for any page."""
    document = Document.of(text)
    page = made(text)
    assert page.scripts == [asset("page.js")]
    assert page.styles == [asset("page.css")]
    every = [found["id"] for _, found in page.elements if "id" in found]
    names = set(every)
    assert len(names) == len(every)
    for tag, found in page.elements:
        assert not any(LISTENS.match(name) for name in found), found
        assert not found.keys() & {"style", "src", "srcset", "action", "data", "xlink:href"}, found
        assert tag not in ("link", "iframe", "object", "embed", "base", "form", "img", "image")
        if "href" in found:
            assert tag == "a"
            if found["href"].startswith("#"):
                assert found["href"][1:] in names
            else:
                assert re.match(r"https?://", found["href"], re.IGNORECASE)
    if page.article or document.article.strip():
        shown = visible(document.article, keep="\t\r\n").replace("\r\n", "\n").replace("\r", "\n")
        assert page.article == shown
    claims = {f"t{number}" for number in range(1, len(document.map.claims) + 1)}
    assert claims == {name for name in names if re.fullmatch(r"t\d+", name)}
    marked = [found for _, found in page.elements if "m" in found.get("class", "").split()]
    assert all("data-c" in found or "l0" in found["class"] for found in marked)
    return page


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_maps(path: Path) -> None:
    check(path.read_bytes().decode())


def test_the_maps_of_the_corpora(shared: Path) -> None:
    for name, (kind, _) in test_corpora.found(shared / "corpora").items():
        if kind == "map":
            job = importing.jobs([str(shared / "corpora" / name)])[0]
            check(importing.read(job, None).taken.text)


@given(texts())
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_are_words(word: str) -> None:
    safe = word.replace("\\", "\\\\").replace("[", "\\[").replace("{", "\\{")
    quoted = word.replace('"', '\\"').replace("\n", " ")
    page = check(
        f'---\nargmap: 1\ntitle: "{quoted}"\nurl: "{quoted}"\nmore: "{quoted}"\n---\n\n'
        f'[{safe}]{{claim #a @x note="{quoted}"}} {safe}\n\n@x = {word} | {word}\n'
    )
    assert "script" not in {tag for tag, _ in page.elements if tag != "script"}
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 1


def test_the_policy_lets_only_its_own_style_and_script_act() -> None:
    page = made(RICH)
    [policy] = [found["content"] for _, found in page.elements if "http-equiv" in found]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {digest(page.scripts[0])}",
        f"style-src {digest(page.styles[0])}",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_all_that_is_said_stands_there() -> None:
    page = made(RICH)
    words = " ".join(page.words.split())
    missing = [
        told
        for told in (
            *("Ida Lee", "also the engineer", "role: expert", "of: @board"),  # people
            *("via Bridge board", "denying 1", "said again", "together, reason for 1"),  # voices
            *("#close", "also named #shut", "cost", "page 4"),  # the claim
            *("#r1", "sign", "0.8", "argued by Ole", "so of the step yes", "doubted"),  # the step
            *("not in the article", "It must be closed.", "a paper", "2024", "topic"),  # the rest
        )
        if told not in words
    ]
    assert not missing


DRAWN = {
    "a mark": ("A [b]{claim #x @s} c.", "p|A ⟦+1l0 b⟧(1 s) c."),
    "its kind": (
        "[a]{claim #x} [b]{premise +x} [c]{-x} [d]{_b>x}",
        "p|⟦+1l0 a⟧(1) ⟦+2l0 b⟧(+2) ⟦+3l0 c⟧(−3) ⟦+4l0 d⟧(⤬4)",
    ),
    "marks in marks have other lines": (
        "[a [b [c]{} d]{} e]{}",
        "p|⟦+1l0 a ⟦+2l1 b ⟦+3l2 c⟧(3) d⟧(2) e⟧(1)",
    ),
    "marks that cross keep theirs": (
        "{<#a}one {<#b}two{#a> claim} three{#b> claim} four",
        "p|⟦+1l0 one ⟦+2l1 two⟧⟧(1)⟦~2l1  three⟧(2) four",
    ),
    "over paragraphs": (
        "{<#a}one\n\ntwo{#a> claim @s}",
        "p|⟦+1l0 one⟧\n\np|⟦~1l0 two⟧(1 s)",
    ),
    "in pieces": ("[one]{#a} x [two]{..a}", "p|⟦+1l0 one⟧ x ⟦+1l0 two⟧(1)"),
    "white space at the ends": ("a[ b ]{}c", "p|a ⟦+1l0 b⟧(1) c"),
    "no words": ("a[]{#x}b", "p|a(1)b"),
    "names": ("[Ida Lee]{speaker @i}: [a]{@i}", "p|⟨Ida Lee⟩: ⟦+1l0 a⟧(1 IL)"),
    "two voices": ("[a]{@ida @ole}", "p|⟦+1l0 a⟧(1 id+ol)"),
    "said again": ("[a]{#x} [b]{=x}", "p|⟦+1l0 a⟧(1) ⟦+1l0 b⟧(1)"),
    "headings": ("# One\n\n## [Two]{}\ntext", "h2|# One\n\nh3|## ⟦+1l0 Two⟧(1)\np|text"),
    "lines of verse": ("a\nb\n\nc", "p|a\nb\n\np|c"),
    "long lines": (f"{'a' * 130}\nb", f"p|{'a' * 130}\np|b"),
}


@pytest.mark.parametrize("what", DRAWN)
def test_the_article(what: str) -> None:
    text, expected = DRAWN[what]
    if "ida" in text:
        text += "\n\n@ida = ida\n@ole = ole\n"
    if "@i}" in text:
        text += "\n\n@i = Ida Lee\n"
    assert check(text).drawn.rstrip() == expected


def test_a_long_line_is_cut_behind_sentences() -> None:
    text = "It is [so]{claim}, as one says. " * 1000
    page = check(text)
    parts = page.drawn.split("p|")[1:]
    assert all(len(Page(f"<i>{one}</i>").words) < 2 * LONGEST for one in parts)
    assert all(one.rstrip().endswith("says.") for one in parts)


def test_marks_deeper_than_are_drawn_keep_their_link() -> None:
    deep = DEEPEST + 3
    page = check("[" * deep + "x" + "]{claim}" * deep)
    assert page.drawn.count("⟦") == DEEPEST
    assert all(f"({number})" in page.drawn for number in range(1, deep + 1))
    report = give("html", Document.of("[" * deep + "x" + "]{claim}" * deep)).report
    assert report.count("changed", "marks") == 3


def grown(kind: str, count: int) -> str:
    match kind:
        case "marks":
            return "".join(f"[one]{{claim #c{n} @s{n % 9} +c{n // 2}}} " for n in range(count))
        case "crossing":
            begin = "".join(f"{{<#m{n}}}a " for n in range(count))
            return begin + "".join(f"{{#m{n}> claim}}b " for n in range(count))
        case "nested":
            return "[" * count + "x" + "".join(f"]{{claim #c{n}}}" for n in range(count))
    return "".join(f"[c]{{claim #c{n} +c{n - 1}}}.\n" for n in range(count))


@pytest.mark.parametrize("kind", ["marks", "crossing", "nested", "chain"])
def test_the_page_grows_with_the_article(kind: str) -> None:
    own = len(asset("page.js") + asset("page.css"))
    sizes = [
        len(give("html", Document.of(grown(kind, count))).files[".html"]) - own
        for count in (600, 3000)
    ]
    assert sizes[1] < 6 * sizes[0]


@given(texts())
def test_wordings_are_those_of_the_document(text: str) -> None:
    document = Document.of(text)
    facts = Facts(document, None)
    assert facts.wordings == {name: document.wording(name) for name in document.map.claims}


@given(texts())
def test_boxes_of_the_map_stand_apart(text: str) -> None:
    document = Document.of(text)
    found = rows(document)
    heights = {name: 30.0 + 7 * (number % 5) for number, name in enumerate(document.map.claims)}
    boxes = layout(found, heights).boxes
    assert boxes.keys() == document.map.claims.keys()
    columns: dict[float, list[tuple[float, float]]] = {}
    for box in boxes.values():
        columns.setdefault(box.x, []).append((box.y, box.y + box.height))
    for column in columns.values():
        column.sort()
        for (_, end), (start, _) in pairwise(column):
            assert end + BETWEEN <= start + 1e-6
    places = sorted(columns)
    assert all(a + WIDTH < b for a, b in pairwise(places))


@given(texts())
def test_the_tree_has_each_claim_in_full_once(text: str) -> None:
    document = Document.of(text)
    found = rows(document)
    assert sorted(row.claim for row in found if not row.again) == sorted(document.map.claims)
    shown = {row.step for row in found if row.step}
    assert shown == set(document.map.steps)
    assert all(row.depth <= before.depth + 1 for before, row in pairwise(found))
    assert all(row.beside < number for number, row in enumerate(found))


def svg(page: Page) -> Iterator[dict[str, str]]:
    return (found for tag, found in page.elements if tag == "g" and "data-c" in found)


def test_the_map_is_drawn_up_to_a_size() -> None:
    few = "".join(f"#c{number}: A claim.\n" for number in range(40))
    assert len(list(svg(made(few)))) == 40
    many = "".join(f"#c{number}: A claim.\n" for number in range(MOST + 1))
    page = made(many)
    assert not list(svg(page))
    assert "The map is not drawn" in page.words


def test_long_words_in_a_box_are_cut() -> None:
    page = made(f"#a: {'long words ' * 100}\n")
    assert [tag for tag, _ in page.elements].count("tspan") == LINES
    assert page.words.count("long words " * 99) == 1


def test_statuses_are_told_by_sign_and_word() -> None:
    document = Document.of("[a]{claim #a} [b]{claim #b -a} [c]{#c}")
    page = Page(give("html", document, standing=evaluate(document.map)).files[".html"])
    assert f"{MARKS['rejected']} rejected" in page.words  # type: ignore[index]
    assert page.drawn.startswith(f"p|⟦+1l0 a⟧({MARKS['rejected']} 1)")  # type: ignore[index]
    assert "rejected" not in made(document.text).words


def test_a_text_without_claims_is_a_page_too() -> None:
    assert "There are no claims yet" in check("Just words.").words
    assert "no claims" in check("").words
