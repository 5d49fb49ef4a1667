"""Takes the pictures of the README from the real app: `python tests/tui/pictures.py`."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/tui")]

SHOTS = {
    "tui-read": ("china-us-talks", "dark", (112, 32), "4 ) ,"),
    "tui-connect": ("maternity-ward", "dark", (112, 32), "4 ] +"),
    "tui-map": ("maternity-ward", "light", (132, 34), "g m Z l"),
    "tui-speakers": ("china-us-talks", "light", (112, 26), "g p j j"),
}
FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")


async def shot(name: str) -> None:
    from driving import opened

    from argmap.tui import Settings

    map_name, theme, size, keys = SHOTS[name]
    file = ROOT / f"maps/{map_name}.argmap"
    async with opened(file, size, Settings(theme=theme)) as driver:
        await driver.type(keys)
        driver.app.desk.message = driver.app.desk.message._replace(text="")
        driver.app.canvas.redraw()
        await driver.pilot.pause()
        drawn = driver.app.export_screenshot(title=f"argmap maps/{map_name}.argmap")
    plain = FONT.sub("", drawn).replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    (ROOT / f"maps/pictures/{name}.svg").write_text(plain, "utf-8")


def main() -> None:
    home = tempfile.mkdtemp()
    os.environ.update(XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
    for name in SHOTS:
        asyncio.run(shot(name))


if __name__ == "__main__":
    main()
