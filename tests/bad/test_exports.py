"""Hostile words in every format that is written: strict readers read them as they were."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bad.cases import CASES
from bad.hostile import WORDS, bare
from bad.strict import READERS, from_pandoc, page
from fuzz.targets.exporters import writers

from argmap import formats
from argmap.document import Document
from argmap.formats.carrying import Given, give, take
from argmap.formats.graph import Source
from argmap.visible import hidden, visible

NAMES_ONLY = {"af", "apx", "tgf"}
"""What writes nothing but the claims' names."""


def strings() -> list[str]:
    """The words of each case that is an article and of one line, and hostile ones."""
    found = dict.fromkeys(WORDS)
    for case in CASES.values():
        if case.id[0] in "ETMUJL" and len(case.data) < 3000:
            text = case.data.decode("utf-8", "replace")
            for claim in Document.of(text).map.claims.values():
                found[claim.id] = None
                found[Document.of(text).wording(claim.id)] = None
    return [flat(one) for one in found if flat(one).strip(" ") and len(one) < 150]


def flat(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text.replace("\0", "\ufffd")).strip(" ")


def tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def suffix(name: str) -> str:
    return Path("x" + formats.by_name(name).SUFFIXES[0]).suffix


def written(name: str, words: str) -> tuple[Document, Given]:
    document = Document.of(f"[{bare(words)}]{{claim #it @who .tag}}. [So]{{claim #so +it}}.\n")
    return document, give(name, document)


@pytest.mark.parametrize("name", writers())
def test_strict_readers_read_the_same(name: str) -> None:
    reader = from_pandoc if name == "pandoc" else READERS.get(suffix(name))
    for words in strings():
        document, given = written(name, words)
        text, *beside = given.files.values()
        text.encode()
        wanted = flat(document.wording("it"))
        if name == "pandoc":
            wanted = re.sub(r"\\([!-/:-@[-`{-~])", r"\1", wanted)
        if name in NAMES_ONLY:
            continue
        if reader is not None:
            found = [*reader(text)]
        else:
            back = Document.of(take(name, Source("x", text, beside[0] if beside else None)).text)
            found = [back.wording(claim) for claim in back.map.claims]
        if getattr(formats.by_name(name), "SYMBOLS", False):
            wanted = visible(wanted, keep="")
        if not any(tight(wanted) in tight(one) for one in found):
            assert replaced(given), f"{name}: {words!r} is not among {found!r}"[:2000]
            shown = re.escape(tight(wanted))
            for at in {*range(0x20), 0x7F}:
                shown = shown.replace(re.escape(chr(at)), ".")
            shown = re.sub(
                r"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]", ".", shown
            )
            assert any(re.search(shown, tight(one)) for one in found), (
                f"{name}: {words!r} {found!r}"
            )


def replaced(given: Given) -> bool:
    """Whether the account says that characters were replaced."""
    return any(entry.unit == "characters" for entry in given.report.entries)


@pytest.mark.parametrize("name", writers())
def test_words_of_20_000_letters(name: str) -> None:
    """J05 and U06: longer than what Graphviz takes at once, and letters of hundreds of marks."""
    for words in ("x" * 20_000, "Z" + "\u0335\u0321\u0316" * 200):
        _, given = written(name, words)
        if (reader := READERS.get(suffix(name))) is not None:
            assert [*reader(next(iter(given.files.values())))]


@pytest.mark.parametrize("name", writers())
def test_nothing_of_it_runs(name: str) -> None:
    if suffix(name) != ".html":
        pytest.skip("only a page of HTML can run something")
    harmless = page(written(name, "It rains")[1].files[formats.by_name(name).SUFFIXES[0]]).scripts
    for words in strings():
        text = next(iter(written(name, words)[1].files.values()))
        assert page(text).scripts == harmless, words


@pytest.mark.parametrize("name", writers())
def test_nothing_raw_in_what_may_be_shown(name: str) -> None:
    """Controls are escaped or replaced in every format but those that are the text itself."""
    if suffix(name) in (".md", ".txt", ".argdown", ".ann", ".csv", ".tsv", ".html", ".mmd"):
        pytest.skip("its text is the article's own, as it is")
    for words in strings():
        for text in written(name, words)[1].files.values():
            raw = {text[at] for at in hidden(text, keep="\n\t\r")}
            assert not raw & {chr(code) for code in (*range(0x20), 0x7F)}, (name, words)
