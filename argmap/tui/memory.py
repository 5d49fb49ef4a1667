"""What is remembered of a file from one time to the next: the place, the folds, the layout."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from argmap import workspace
from argmap.tui.desk import SIDES, Desk
from argmap.views.outline import Options


def _file(path: str) -> Path:
    name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    folder = workspace.state_folder() / "places"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{name}.json"


def keep(desk: Desk) -> None:
    """Writes it down. Nothing is lost where that cannot be done, so it is no error."""
    options = desk.tree.options
    place = {
        "path": desk.session.path,
        "offset": desk.page.to_text(desk.cursor),
        "focus": desk.focus,
        "side": desk.side,
        "wide": desk.wide,
        "share": desk.share,
        "divider": desk.divider,
        "level": desk.tree.level,
        "folded": sorted(desk.tree.folded),
        "opened": sorted(desk.tree.opened),
        "by": options.by,
        "sort": options.sort,
        "claim": desk.tree.claim,
        "zoom": desk.zoom,
        "table": desk.people_table,
        "speakers": desk.recent_speakers[:20],
    }
    with suppress(OSError, RuntimeError, workspace.SaveError):
        file = _file(desk.session.path)
        data = json.dumps(place, indent=1).encode()
        workspace.save(file, data, force=True)


def recall(desk: Desk) -> bool:
    """Takes up where one was; False where nothing is known of it. What does not fit is passed
    over."""
    try:
        place = json.loads(_file(desk.session.path).read_bytes())
    except (OSError, RuntimeError, ValueError):
        return False
    if not isinstance(place, dict):
        return False

    def known(key: str, kind: type, default: object) -> object:
        value = place.get(key, default)
        return value if type(value) is kind else default

    offset = known("offset", int, 0)
    desk.cursor = desk.page.from_text(max(0, min(int(str(offset)), len(desk.document.text))))
    side = str(known("side", str, "tree"))
    desk.side = side if side in SIDES else "tree"
    focus = str(known("focus", str, "article"))
    desk.focus = desk.side if focus == desk.side else "article"
    wide = str(known("wide", str, ""))
    desk.wide = wide if wide in (desk.side, "article") else ""
    desk.share = int(str(known("share", int, 0))) % 3
    desk.divider = max(0, min(int(str(known("divider", int, 0))), 90))
    desk.zoom = max(0, min(int(str(known("zoom", int, 1))), 3))
    desk.people_table = place.get("table") is True
    tree = desk.tree
    tree.level = max(0, min(int(str(known("level", int, 0))), 9))
    tree.folded = _names(place.get("folded"))
    tree.opened = _names(place.get("opened"))
    by, sort = str(known("by", str, "position")), str(known("sort", str, "text"))
    if by in ("position", "speaker", "heading") and sort in ("text", "size", "name"):
        tree.options = Options(by=by, sort=sort)
    desk.recent_speakers = [*_names(place.get("speakers"))]
    tree.update(desk.document)
    tree.at = max(0, tree.find(str(known("claim", str, ""))))
    return True


def _names(value: object) -> set[str]:
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()


def rescue(desk: Desk) -> str:
    """Puts unsaved work aside, where the program is ended from outside; the file's name."""
    if not desk.session.dirty:
        return ""
    with suppress(OSError, RuntimeError, workspace.SaveError, UnicodeEncodeError):
        folder = workspace.state_folder() / "rescued"
        folder.mkdir(mode=0o700, exist_ok=True)
        name = os.path.basename(desk.session.path)
        digest = hashlib.sha256(desk.session.data()).hexdigest()[:12]
        file = folder / f"{digest}-{name}"
        workspace.save(file, desk.session.data(), force=True)
        return str(file)
    return ""
