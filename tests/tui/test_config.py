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
        ("theme = 'lihgt'", "c:1:1: there is no theme `lihgt`. Did you mean `light`?"),
        ("\nwidth = 5", "c:2:1: `width` is cells of the article's rows at most, 20 to 400."),
        ("mouse = 1", "c:1:1: `mouse` is whether argmap takes the mouse"),
        ("[keys]\nmark-clam = 'c'", "c:2:1: there is no command `mark-clam`. Did you mean"),
        ("[keys]\nmark-claim = 3", "c:2:1: keys are written as"),
        ("[keys]\nmark-claim = 'Q'\nmark-premise = 'Q'", "c:3:1: `Q` is given to `mark-claim`"),
        ("theme =", "c: this is no TOML: "),
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
