"""What is remembered of a file from one time to the next: the place, the folds, the layout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from argmap import workspace
from argmap.tui.desk import SIDES, Desk
from argmap.tui.session import Session
from argmap.views.outline import Options


def _file(path: str) -> Path:
    return workspace.drawer("places") / f"{workspace.key(path)}.json"


def keep(desk: Desk) -> None:
    """Writes it down, of all open files. Nothing is lost where that cannot be done, so it is no
    error."""
    desk.session.left = placed(desk)
    for session in desk.files:
        keep_one(session)


def keep_one(session: Session) -> None:
    """Writes down where one was last in a file."""
    if session.scratch or session.left is None:
        return
    with suppress(OSError, RuntimeError, workspace.SaveError):
        data = json.dumps({"path": session.path, **session.left}, indent=1).encode()
        workspace.save(_file(session.path), data, force=True)


def placed(desk: Desk) -> dict[str, object]:
    """Where one is in the file that is shown."""
    options = desk.tree.options
    return {
        "offset": desk.page.to_text(desk.cursor),
        "row": desk.row,
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


def recall(desk: Desk) -> bool:
    """Takes up where one was the last time; False where nothing is known of it."""
    try:
        place = json.loads(_file(desk.session.path).read_bytes())
    except (OSError, RuntimeError, ValueError):
        return False
    if not isinstance(place, dict):
        return False
    put(desk, place)
    return True


def put(desk: Desk, place: Mapping[str, object]) -> None:
    """Goes where one was; what does not fit is passed over."""

    def known(key: str, kind: type, default: object) -> object:
        value = place.get(key, default)
        return value if type(value) is kind else default

    offset = known("offset", int, 0)
    desk.cursor = desk.page.from_text(max(0, min(int(str(offset)), len(desk.document.text))))
    desk.row, desk.shape = max(0, min(int(str(known("row", int, 0))), 1000)), None
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


def _names(value: object) -> set[str]:
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()
