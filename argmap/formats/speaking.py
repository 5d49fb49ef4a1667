"""Who says what in a format that has no place for speakers, but for data: `speaker: Ann`,
`speakers: [Ann, Ben]`, and in the front matter `speakers:` with their ids and other names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.formats.datatext import Data, texts
from argmap.formats.graph import Saying, Speaker, distinct

KEYS = ("speaker", "speakers", "proponent")
FRONT = "speakers"


class People:
    """The speakers by name. What the front matter says of them gives ids and other names."""

    def __init__(self, front: Data) -> None:
        self._known: dict[str, Speaker] = {}
        self._used: dict[str, None] = {}
        told = front.get(FRONT)
        self.told = isinstance(told, Mapping)
        for key, value in told.items() if isinstance(told, Mapping) else ():
            one = _described(str(key), value)
            for name in (*one.names[:1], one.key):
                self._known.setdefault(name, one)
            self._used[one.key] = None

    def keys(self, names: Iterable[str]) -> tuple[str, ...]:
        """The keys of those who are named."""
        found = []
        for name in names:
            one = self._known.setdefault(name, Speaker(name, (name,), unit=""))
            self._used[one.key] = None
            found.append(one.key)
        return distinct(found)

    def saying(self, data: Data) -> Saying | None:
        """Who says what has this data, if it tells."""
        speakers = self.keys(name for key in KEYS for name in texts(data.get(key, "")))
        via = self.keys(texts(data.get("via", "")))
        return Saying(speakers, (), via) if speakers or via else None

    @property
    def all(self) -> tuple[Speaker, ...]:
        by_key = {one.key: one for one in self._known.values()}
        return tuple(by_key[key] for key in self._used)


def _described(key: str, value: object) -> Speaker:
    if not isinstance(value, Mapping):
        return Speaker(key, texts(value), key, unit="")
    rest = ((str(name), one) for name, one in value.items() if name not in ("names", "tags"))
    return Speaker(
        key,
        texts(value.get("names", "")),
        key,
        texts(value.get("tags", "")),
        tuple((name, ", ".join(texts(one))) for name, one in rest),
        unit="",
    )
