"""The page in a real browser: what one sees, does and hears there, and what cannot happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from browser import Browser, browser, program
from pages import ACTS, HOSTILE, RICH

from argmap.document import Document
from argmap.evaluation import evaluate
from argmap.formats.carrying import give
from argmap.visible import visible

pytestmark = pytest.mark.skipif(not program(), reason="needs Chromium (Debian: chromium)")

ROOT = Path(__file__).resolve().parents[2]
WARD = (ROOT / "maps" / "maternity-ward.argmap").read_bytes().decode()
Opener = Callable[..., Browser]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens the page of a text; at the end nothing may have been complained of or asked for."""

    def open_(text: str, width: int = 1280, height: int = 800, **media: str) -> Browser:
        document = Document.of(text)
        standing = evaluate(document.map) if media.pop("standing", "") else None
        page = give("html", document, standing=standing).files[".html"]
        path = tmp_path / "page.html"
        path.write_text(page, "utf-8", newline="")
        return chromium.open(path.as_uri(), width, height, **media)

    yield open_
    assert chromium.complaints() == []
    assert chromium.requests() == []


def look(page: Browser, selector: str, name: str) -> bool:
    """Whether the first element has a class."""
    found = page.js(f"document.querySelector({selector!r}).classList.contains({name!r})")
    return bool(found)


def focused(page: Browser) -> str:
    return str(page.js("document.activeElement.id || document.activeElement.dataset.c || ''"))


def seen(page: Browser, selector: str) -> bool:
    """Whether an element is in the window."""
    return bool(
        page.js(
            f"(() => {{ const at = document.querySelector({selector!r}).getBoundingClientRect();"
            "return at.height > 0 && at.top >= 0 && at.bottom <= innerHeight })()"
        )
    )


def shown(page: Browser) -> list[str]:
    """The numbers of the rows that are seen in the tree."""
    rows = page.js(
        "[...document.querySelectorAll('.r')].filter(r => r.offsetHeight).map(r => r.dataset.c)"
    )
    return list(rows)


def test_the_article_is_read_as_it_is_written(opened: Opener) -> None:
    page = opened(WARD)
    article = visible(Document.of(WARD).article, keep="\t\r\n")
    assert page.js("document.querySelector('.text').textContent") == article
    assert page.js("document.title") == "Two wards, one pass"
    assert page.js("document.compatMode") == "CSS1Compat"


@pytest.mark.parametrize("path", sorted((ROOT / "maps").glob("*.argmap")), ids=lambda p: p.stem)
@pytest.mark.parametrize("size", [(390, 844), (1280, 800), (2200, 1200)], ids=str)
def test_nothing_is_wider_than_the_window(
    opened: Opener, path: Path, size: tuple[int, int]
) -> None:
    page = opened(path.read_bytes().decode(), *size, standing="yes")
    assert page.js("document.documentElement.scrollWidth <= innerWidth")


def test_hovering_shows_the_other(opened: Opener) -> None:
    page = opened(WARD)
    page.hover("#p3-1")
    assert look(page, "#t3", "hot")
    assert look(page, ".b[data-c='3']", "hot")
    page.hover("#t1 .w")
    assert look(page, "#p1-1", "hot")
    assert not look(page, "#t3", "hot")


def test_hovering_a_claim_shows_all_its_passages(opened: Opener) -> None:
    page = opened(WARD)
    page.hover("#t4 .w")
    assert look(page, "#p4-1", "hot")
    assert look(page, "#p4-2", "hot")


def test_choosing_a_mark_brings_its_row_into_view(opened: Opener) -> None:
    page = opened(WARD)
    assert not seen(page, "#t30")
    page.click("#p31-1")
    assert seen(page, "#t31")
    assert look(page, "#t31", "on")
    assert page.js("document.querySelector('#t31').ariaSelected") == "true"
    assert "Claim 31" in page.js("document.querySelector('#say').textContent")
    page.key("Escape")
    assert not look(page, "#t31", "on")


def test_a_mark_in_a_mark_is_chosen_for_itself(opened: Opener) -> None:
    page = opened("[outer words that go on for a while [inner]{claim}]{claim}")
    page.click("#p2-1")
    assert (look(page, "#t1", "on"), look(page, "#t2", "on")) == (False, True)
    page.click("#p1-1")
    assert (look(page, "#t1", "on"), look(page, "#t2", "on")) == (True, False)


def test_choosing_a_claim_shows_its_passages_one_after_the_other(opened: Opener) -> None:
    words = "word " * 80 + "\n\n"
    page = opened(f"[One]{{#x}}\n\n{words * 12}[again]{{=x}}\n\n{words * 12}[and again]{{=x}}\n")
    page.click("#t1 .w")
    assert seen(page, "#p1-1")
    page.key("Enter")
    assert seen(page, "#p1-2")
    assert "passage 2 of 3" in page.js("document.querySelector('#say').textContent")
    page.key(" ")
    assert seen(page, "#p1-3")
    page.key("Enter")
    assert seen(page, "#p1-1")
    page.click("#t1 .ps a[data-at='3']")
    assert seen(page, "#p1-3")


def test_the_tree_is_walked_by_keys(opened: Opener) -> None:
    page = opened(
        "#a: Alpha\n  + Beta {#b}\n    - Gamma {#c}\n  + Delta {#d}\n\n#e: Epsilon\n#f: Eta\n"
    )
    page.js("document.querySelector('#t1').focus()")
    moves = [
        *(("ArrowDown", "t2"), ("ArrowDown", "t3"), ("ArrowLeft", "t2"), ("ArrowLeft", "t2")),
        *(("ArrowDown", "t4"), ("ArrowUp", "t2"), ("ArrowRight", "t2"), ("ArrowRight", "t3")),
        *(("End", "t6"), ("Home", "t1"), ("ArrowUp", "t1"), ("e", "t5"), ("t", "t6")),
    ]
    for key, name in moves:
        page.key(key)
        assert focused(page) == name, key
    page.js("new Promise(done => setTimeout(done, 950))")
    for key, name in (("d", "t4"), ("ArrowLeft", "t1"), ("ArrowLeft", "t1")):
        page.key(key)
        assert focused(page) == name, key
    assert shown(page) == ["1", "5", "6"]
    page.key("*")
    assert shown(page) == ["1", "2", "3", "4", "5", "6"]


def test_the_tree_is_folded_by_the_mouse(opened: Opener) -> None:
    page = opened("#a: A\n  + B {#b}\n    - C {#c}\n  + D {#d}\n")
    page.click("#t2 .f")
    assert shown(page) == ["1", "2", "4"]
    assert page.js("document.querySelector('#t2').ariaExpanded") == "false"
    page.click("#fold")
    assert shown(page) == ["1"]
    page.click("#unfold")
    assert shown(page) == ["1", "2", "3", "4"]


def test_choosing_unfolds_what_leads_there(opened: Opener) -> None:
    page = opened("[A]{#a} [B]{#b +a} [C]{#c -b}")
    page.click("#fold")
    page.click("#p3-1")
    assert shown(page) == ["1", "2", "3"]


def test_a_screen_reader_is_told(opened: Opener) -> None:
    page = opened(RICH)
    page.call("Accessibility.enable")
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    told = [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if "role" in n]
    assert ("tree", "Argument tree") in told
    items = [node for node in nodes if node.get("role", {}).get("value") == "treeitem"]
    rows = page.js("document.querySelectorAll('.r').length")
    assert len(items) == rows
    for item in items:
        facts = {one["name"]: one["value"].get("value") for one in item["properties"]}
        assert facts["level"] >= 1
        assert "selected" in facts
    names = [item["name"]["value"] for item in items]
    assert any("objection to 1" in name for name in names)
    assert any("undercuts the step from" in name for name in names)
    assert ("link", "claim 1, Ida Lee") in told
    assert ("status", "") in told
    assert page.js("document.querySelectorAll('.r[tabindex=\"0\"]').length") == 1
    sizes = page.js(
        "[...document.querySelectorAll('.r')].map(r => +r.ariaPosInSet <= +r.ariaSetSize)"
    )
    assert all(sizes)


def test_the_numbers_in_the_article_are_reached_by_tab(opened: Opener) -> None:
    page = opened("[A]{#a} [B]{#b +a}")
    page.js("document.querySelector('#everyone').focus()")
    page.key("Tab")
    assert page.js("document.activeElement.getAttribute('href')") == "#t1"
    assert look(page, "#t1", "hot")
    page.key("Tab", "Enter")
    assert look(page, "#t2", "on")


def test_what_a_speaker_holds_can_be_seen_alone(opened: Opener) -> None:
    page = opened("[A]{#a @x} [B]{#b @y +a} [C]{#c @y &b} [D]{#d -b} [E]{#e @z}")
    every = shown(page)
    page.click("[data-s='1']")
    assert shown(page) == ["1", "2", "3"]  # with what leads to them
    assert look(page, "#t1", "rest")
    assert look(page, "#p1-1", "off")
    assert not look(page, "#p2-1", "off")
    assert look(page, ".b[data-c='5']", "off")
    page.click("[data-s='own']")
    assert shown(page) == ["1", "2", "4", "3"]
    page.click("#everyone")
    assert shown(page) == every
    assert not page.js("document.querySelector('.off')")


VIEW = "document.querySelector('#canvas svg').getAttribute('viewBox').split(' ')"


def scale(page: Browser) -> float:
    return float(page.js(f"1 / {VIEW}[2]"))


def corner(page: Browser) -> list[float]:
    return [float(one) for one in page.js(f"{VIEW}.slice(0, 2)")]


def test_the_map_zooms_and_pans(opened: Opener) -> None:
    page = opened(WARD)
    page.click("button[data-view=map]")
    page.until("document.querySelector('#canvas').clientHeight")
    page.click("#whole")
    first = scale(page)
    page.click("#larger")
    assert scale(page) > first
    page.click("#smaller")
    assert scale(page) == pytest.approx(first, rel=0.01)
    x, y = page.place("#canvas")
    page.mouse("mouseWheel", x, y, deltaX=0, deltaY=-300)
    page.until(f"1 / {VIEW}[2] > {first * 1.2}")
    page.js("document.querySelector('#canvas').focus()")
    for key, way in (
        ("ArrowRight", (1, 0)),
        ("ArrowUp", (0, -1)),
        ("ArrowLeft", (-1, 0)),
        ("ArrowDown", (0, 1)),
    ):
        before = corner(page)
        page.key(key)
        after = corner(page)
        assert [(b > a) - (b < a) for a, b in zip(before, after, strict=True)] == list(way)
    before, size = corner(page), scale(page)
    page.key("+")
    assert scale(page) > size
    page.key("0")
    assert scale(page) == pytest.approx(first, rel=0.01)
    before = corner(page)
    page.mouse("mousePressed", x, y, button="left", clickCount=1)
    page.mouse("mouseMoved", x + 80, y + 40, button="left")
    page.mouse("mouseReleased", x + 80, y + 40, button="left", clickCount=1)
    assert corner(page)[0] < before[0]
    assert corner(page)[1] < before[1]
    assert not page.js("document.querySelector('.on')"), "a drag chooses nothing"


def test_the_map_and_the_others_show_each_other(opened: Opener) -> None:
    page = opened(WARD, 2200, 1200)
    page.click("#t20 .w")
    assert seen(page, ".b[data-c='20']")
    assert look(page, ".b[data-c='20']", "on")
    page.click(".b[data-c='19']")
    assert look(page, "#t19", "on")
    assert seen(page, "#p19-1")


def test_light_and_dark(opened: Opener) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened(RICH, prefers_color_scheme="light").js(ground)
    page = opened(RICH, prefers_color_scheme="dark")
    dark = page.js(ground)
    assert light != dark
    page.click("#theme")
    assert page.js(ground) == light
    page.click("#theme")
    assert page.js(ground) == dark


def contrast(page: Browser, selector: str) -> float:
    """Of an element's text on the ground of the page, as WCAG has it."""
    return float(
        page.js(
            f"(() => {{ const one = getComputedStyle(document.querySelector({selector!r}));"
            "const light = (colour) => {"
            "const [r, g, b] = colour.match(/[\\d.]+/g).map((c) => c / 255)"
            ".map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);"
            "return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05 };"
            "const ground = getComputedStyle(document.body).backgroundColor;"
            "const [a, b] = [light(one.color), light(ground)];"
            "return Math.max(a, b) / Math.min(a, b) })()"
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out(opened: Opener, scheme: str) -> None:
    text = " ".join(f"[a]{{@s{n}}}" for n in range(8)) + " [b]{}"
    page = opened(text, prefers_color_scheme=scheme)
    page.js(f"document.documentElement.dataset.theme = {scheme!r}")
    for selector in (".text", ".by", *(f".n[data-c='{n}']" for n in range(1, 10))):
        assert contrast(page, selector) > (3 if selector.startswith(".n") else 4.5), selector


def test_kinds_are_told_without_colour(opened: Opener) -> None:
    page = opened("[a]{claim #x} [b]{premise +x} [c]{-x} [d]{_b>x} [Eve]{speaker @e}")
    lines = page.js(
        "[...document.querySelectorAll('.text .m, .text .who')]"
        ".map((one) => getComputedStyle(one).textDecorationStyle)"
    )
    assert lines == ["solid", "dashed", "wavy", "double", "dotted"]


def test_on_a_phone_a_card_leads_to_the_views(opened: Opener) -> None:
    page = opened(WARD, 390, 844)
    assert page.js("getComputedStyle(document.querySelector('#tree')).display") == "none"
    page.click("#p31-1")
    page.click("#card button")  # in the tree
    assert seen(page, "#t31")
    assert page.js("getComputedStyle(document.querySelector('#article')).display") == "none"
    page.click("#card button")  # in the article
    assert seen(page, "#p31-1")
    page.js("[...document.querySelectorAll('#card button')].at(-1).click()")
    assert not page.js("!!document.querySelector('#card')")


def test_without_scripts_all_is_there(opened: Opener) -> None:
    opened(WARD, scripts="off")
    page = opened(WARD)
    page.js("document.documentElement.classList.remove('scripted')")
    for part in ("#article", "#tree", "#map", "#canvas svg", "#t31", ".more"):
        assert page.js(f"document.querySelector({part!r}).offsetHeight !== 0"), part
    assert page.js("[...document.querySelectorAll('.js')].every((one) => !one.offsetHeight)")


def test_on_paper_all_is_unfolded(opened: Opener) -> None:
    page = opened(WARD)
    page.click("#fold")
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.js("[...document.querySelectorAll('.r')].every((one) => one.offsetHeight)")
    assert not page.js("document.querySelector('.top button#theme').offsetHeight")
    assert page.paper().startswith(b"%PDF")


def test_text_from_right_to_left(opened: Opener) -> None:
    page = opened("[הגשר צריך להיסגר]{claim @דנה}, אמרה.\n\nAn English line.\n\n@דנה = דנה\n")
    ways = page.js(
        "[...document.querySelectorAll('.text > p, #t1 .w')]"
        ".map((one) => getComputedStyle(one).direction)"
    )
    assert ways == ["rtl", "ltr", "rtl"]


@pytest.mark.parametrize("text", ["", "Only words.", "#a: A map alone.\n  - B\n", "[x]{claim}"])
def test_pages_of_little(opened: Opener, text: str) -> None:
    page = opened(text)
    assert page.js("document.querySelector('h1').textContent") == "Argument map"
    assert bool(page.js("!!document.querySelector('article')")) is bool(text and text[0] != "#")
    page.key("Tab", "Tab", "Enter", "Escape")


def hostile() -> str:
    told = [word.replace("\\", "\\\\").replace("[", "\\[").replace("{", "\\{") for word in HOSTILE]
    quoted = [word.replace("\\", "/").replace('"', '\\"') for word in HOSTILE]
    marks = "\n\n".join(
        f'{word}\n[{word}]{{claim #c{n} @s{n} note="{note}"}}'
        for n, (word, note) in enumerate(zip(told, quoted, strict=True))
    )
    people = "\n".join(f"@s{n} = {word} | {word}" for n, word in enumerate(HOSTILE))
    lines = "\n".join(f"#d{n}: {word}\n#d{n} -> #c{n}" for n, word in enumerate(HOSTILE))
    front = (
        f'title: "{quoted[4]}"\nauthor: "{quoted[2]}"\nurl: "{quoted[7]}"\nlanguage: "{quoted[3]}"'
    )
    return f"---\nargmap: 1\n{front}\n---\n\n{marks}\n\n{people}\n\n{lines}\n"


def test_hostile_words_do_nothing(opened: Opener) -> None:
    page = opened(hostile())
    for selector in ("#p1-1", "#t1 .w", "#t2 .w", "[data-s='0']", "[data-view=map]", "#theme"):
        page.click(selector)
    assert page.js("window.ran === undefined")
    assert page.js("document.scripts.length === 1 && document.styleSheets.length === 1")
    claims = len(Document.of(hostile()).map.claims)
    assert claims > 1.9 * len(HOSTILE)
    assert page.js("document.querySelectorAll('.r[id]').length") == claims


INJECTED = {
    "a script": "const s = document.createElement('script');"
    f"s.textContent = '{ACTS}'; document.body.append(s)",
    "a script from elsewhere": "const s = document.createElement('script');"
    "s.src = 'ELSEWHERE/x.js'; document.body.append(s)",
    "a listener": f"document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror={ACTS}>')",
    "a style": "const s = document.createElement('style');"
    "s.textContent = 'body{display:none}'; document.body.append(s)",
    "an attribute": "document.body.setAttribute('style', 'display:none')",
    "a frame": "document.body.insertAdjacentHTML('beforeend', '<iframe src=ELSEWHERE></iframe>')",
    "a picture": "document.body.insertAdjacentHTML('beforeend', '<img src=ELSEWHERE/x.png>')",
    "a request": "fetch('ELSEWHERE/').catch(() => 0)",
    "code as text": f"try {{ setTimeout('{ACTS}', 0) }} catch {{}}",
}


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it was asked."""
    asked: list[str] = []

    class Told(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Told) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


@pytest.mark.parametrize("what", INJECTED)
def test_the_policy_refuses(
    chromium: Browser, tmp_path: Path, elsewhere: tuple[str, list[str]], what: str
) -> None:
    """Were an element to come in after all, it could do nothing."""
    address, asked = elsewhere
    asked.clear()
    path = tmp_path / "page.html"
    path.write_text(give("html", Document.of(RICH)).files[".html"], "utf-8")
    page = chromium.open(path.as_uri())
    page.js("window.refused = []")
    page.js("document.addEventListener('securitypolicyviolation', (e) => refused.push(e.type))")
    page.js(f"(() => {{ {INJECTED[what].replace('ELSEWHERE', address)} }})()")
    page.until("refused.length")
    page.js("new Promise((done) => setTimeout(done, 50))")
    assert page.js("window.ran === undefined")
    assert page.js("document.body.offsetHeight > 0")
    assert asked == []


def test_a_large_page_can_be_used(opened: Opener) -> None:
    text = "".join(
        f"[Claim {n} of many]{{claim #c{n} @s{n % 9} +c{n // 3}}}.{' ' if n % 30 else chr(10)}"
        for n in range(6000)
    )
    page = opened(text)
    page.click("#p40-1")
    assert seen(page, "#t40")
    page.click("[data-s='3']")
    page.click("#everyone")
    assert page.js("document.querySelectorAll('.r').length") >= 6000
