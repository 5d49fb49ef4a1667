"""The configuration file: what it can say, and how it says no."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from driving import opened

from argmap.cli import main
from argmap.tui import Settings, config
from argmap.tui.panes.keys import text
from argmap.tui.themes import chosen


def test_without_a_file_all_is_as_by_default(home: Path) -> None:
    assert config.path() == home / "argmap/config.toml"
    assert config.load() == Settings()


def test_what_is_shown_reads_back_and_fits_the_schema() -> None:
    settings = Settings(theme="light", width=60, keys={"mark-claim": ("C", "g c")})
    text = config.shown(settings)
    assert config.parsed(text, "c") == settings
    jsonschema.validate(tomllib.loads(text), config.schema())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("thme = 'light'", "c:1:1: there is no setting `thme`. Did you mean `theme`?"),
        ("theme = 'lihgt'", "c:1:10: there is no theme `lihgt`. Did you mean `light`?"),
        ("\nwidth = 5", "c:2:1: `width` is cells of the article's rows at most, 20 to 400."),
        ("mouse = 1", "c:1:1: `mouse` is whether argmap takes the mouse"),
        ("[keys]\nmark-clam = 'c'", "c:2:1: there is no command `mark-clam`. Did you mean"),
        ("[keys]\nmark-claim = 3", "c:2:1: keys are written as"),
        ("[keys]\nmark-claim = 'Q'\nmark-premise = 'Q'", "c:3:17: `Q` is given to `mark-claim`"),
        ("[keys]\nhelp = 'Q'\nmark-claim = 'Q'", "c:3:15: `Q` is given to `help` too."),
        ("[keys]\nhelp = 'Q'\nmark-claim = 'Q x'", "c:3:15: `Q x` and `Q` of `help` begin alike."),
        ("[keys]\nmark-claim = ['Q', 'Q']", "c:2:16: `Q` is written twice."),
        ("[keys]\nmark-claim = 'gc'", "c:2:15: there is no key `gc`. Did you mean `g c`?"),
        ("[keys]\nmark-claim = ['C-s']", "c:2:16: there is no key `C-s`. Did you mean `ctrl+s`?"),
        ("[keys]\nmark-claim = '<C-x>'", "c:2:15: there is no key `<C-x>`. Did you mean `ctrl+x`?"),
        ("[keys]\nmark-claim = 'Esc'", "c:2:15: there is no key `Esc`. Did you mean `escape`?"),
        (
            "[keys]\nmark-claim = 'pageUP'",
            "c:2:15: there is no key `pageUP`. Did you mean `pageup`?",
        ),
        ("[keys]\nmark-claim = 'ctrl+i'", "c:2:15: `ctrl+i` cannot be told from tab"),
        ("[keys]\nmark-claim = '5'", "c:2:15: `5` cannot be typed: digits are counts"),
        ("[keys]\nmark-claim = ' '", "c:2:15: ` ` is no key: keys are parted by one blank"),
        ("keys.mark-clam = 'c'", "c:1:6: there is no command `mark-clam`. Did you mean"),
        ("keys = 3", "c:1:1: `keys` is a table"),
        ("theme =", "c:1:8: this is no TOML: Invalid value.\n    theme =\n           ^"),
        ("width = 60\ntheme = 'li", "c:2:"),
        ("a = " + 3000 * "[", "c:1:"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(config.BadConfig) as fault:
        config.parsed(text, "c")
    assert str(fault.value).startswith(message)


def test_the_command(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "path"]) == 0
    assert capsys.readouterr().out.strip() == str(home / "argmap/config.toml")
    assert main(["config", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["theme"]["enum"]
    config.path().parent.mkdir()
    config.path().write_text("thme = 1\n")
    assert main(["config", "show"]) == 2
    assert "thme = 1\n    ^^^^" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["a folder", "no UTF-8", "no file"])
def test_a_file_that_cannot_be_read(
    home: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    del home
    file = config.path()
    file.parent.mkdir()
    if what == "a folder":
        file.mkdir()
    elif what == "no UTF-8":
        file.write_bytes(b"theme = '\xff'")
    code = main(["config", "show"])
    told = capsys.readouterr()
    assert code == (0 if what == "no file" else 2)
    assert told.err.startswith("" if what == "no file" else f"argmap: {file}")


def test_what_ones_own_keys_take_from_others_is_shown() -> None:
    told = config.shown(Settings(keys={"mark-claim": ("~", "g")}))
    assert "# ~ is no longer label: mark-claim took it\n" in told
    assert "# g g is no longer top: mark-claim took it\n" in told


async def test_ones_own_keys_go_before_all_others(tmp_path: Path, home: Path) -> None:
    """Of a pane's, of general ones, of those that are registered later, of sequences."""
    del home
    file = tmp_path / "a.argmap"
    file.write_text("It rains. It pours.")
    keys = {"mark-claim": ("~",), "help": ("j",), "bottom": ("g",), "save": ()}
    async with opened(file, settings=Settings(keys=keys)) as driver:
        await driver.type('~ "ann" enter')
        assert driver.app.desk.document.text == "[It rains]{claim @ann}. It pours."
        assert "save" not in driver.screen[-1]
        await driver.press("ctrl+s")
        assert file.read_text() == "It rains. It pours."
        await driver.press("g")
        assert driver.app.desk.cursor == len("It rains. It pours.") - 1
        await driver.press("j")
        assert driver.app.desk.help_top == 0
        told = ["".join(piece.text for piece in line) for line in text(driver.app.desk, 80)]
        assert [line.split()[0] for line in told if "as a claim" in line] == ["~"]


async def test_other_keys(tmp_path: Path, home: Path) -> None:
    del home
    file = tmp_path / "a.argmap"
    file.write_text("It rains. It pours.")
    settings = Settings(keys={"mark-claim": ("K",)})
    async with opened(file, settings=settings) as driver:
        await driver.type('c K "ann" enter')
        assert driver.app.desk.document.text == "[It rains]{claim @ann}. It pours."


@pytest.mark.parametrize(
    ("theme", "environment", "shown"),
    [
        ("auto", {"TERM": "xterm-256color"}, "dark"),
        ("auto", {"TERM": "linux"}, "ansi"),
        ("auto", {"TERM": "screen", "COLORTERM": "truecolor"}, "dark"),
        ("auto", {"TERM": "dumb"}, "mono"),
        ("auto", {"NO_COLOR": "1"}, "mono"),
        ("auto", {"NO_COLOR": ""}, "dark"),
        ("light", {"TERM": "linux"}, "light"),
        ("light", {"NO_COLOR": "1", "TERM": "xterm-256color"}, "mono"),
    ],
)
def test_a_theme_fits_the_terminal(theme: str, environment: dict[str, str], shown: str) -> None:
    assert chosen(theme, environment) == shown
