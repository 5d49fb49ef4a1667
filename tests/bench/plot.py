"""Pictures of what was measured: how costs grow, and how argmap compares. Plain SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

from tests.bench.rows import Part, Row

INKS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999")
"""Colours by Okabe and Ito, which people with any colour vision tell apart."""
WIDE, TALL = 760, 420
LEFT, RIGHT, TOP, FOOT = 70, 190, 40, 50


def growing(parts: Iterable[Part]) -> str:
    """User time by size, both in powers of ten: a line that rises as the grey one is linear."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for part in parts:
        if part.title.startswith("Claims"):
            for row in part.rows:
                lines.setdefault(f"argmap {row.what}", []).append((row.count, row.cost.user))
                if row.other and not row.other.code:
                    peer = f"{row.peer}, as {row.what.removeprefix('export ')}"
                    lines.setdefault(peer, []).append((row.count, row.other.user))
    chosen = {name: spots for name, spots in lines.items() if "import" not in name}
    if not chosen:
        return _page([_text(20, 40, "nothing of the part `claims` was measured")], 100)
    x = _scale([at for spots in chosen.values() for at, _ in spots], LEFT, WIDE - RIGHT)
    y = _scale([at for spots in chosen.values() for _, at in spots], TALL - FOOT, TOP)
    body = [_text(LEFT, 22, "User time by number of claims (both scales in powers of ten)", 15)]
    body += _axes(chosen, x, y)
    for number, (name, spots) in enumerate(chosen.items()):
        ink, dashed = INKS[number % len(INKS)], "" if name.startswith("argmap") else "6 4"
        path = " ".join(f"{x(at):.1f},{y(used):.1f}" for at, used in spots)
        body.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2" '
                    f'stroke-dasharray="{dashed}"/>')  # fmt: skip
        body.append(_text(WIDE - RIGHT + 12, TOP + 12 + number * 20, name, 12, ink))
    return _page(body, TALL)


def _axes(lines: dict[str, list[tuple[float, float]]], x: Scale, y: Scale) -> list[str]:
    body = []
    for at in sorted({at for spots in lines.values() for at, _ in spots}):
        body.append(f'<path d="M{x(at):.1f} {TOP}V{TALL - FOOT}" stroke="#dddddd"/>')
        body.append(_text(x(at) - 14, TALL - FOOT + 18, f"{at:,.0f}"))
    used = [at for spots in lines.values() for _, at in spots]
    low, high = math.floor(math.log10(min(used))), math.ceil(math.log10(max(used)))
    for power in range(low, high + 1):
        at = y(10.0**power)
        if TOP - 1 <= at <= TALL - FOOT + 1:
            body.append(f'<path d="M{LEFT} {at:.1f}H{WIDE - RIGHT}" stroke="#dddddd"/>')
            body.append(_text(12, at + 4, f"{10.0**power:g} s"))
    return body


class Scale:
    """From a figure to where it stands, by powers of ten."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self.low, self.span = math.log10(low), math.log10(high / low) or 1.0
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        return self.start + (math.log10(value) - self.low) / self.span * (self.end - self.start)


def _scale(values: Sequence[float], start: float, end: float) -> Scale:
    return Scale(max(min(values), 1e-4), max(values), start, end)


def comparison(parts: Iterable[Part]) -> str:
    """argmap's user time as a share of the peer's, for the largest input of each row."""
    rows: dict[str, Row] = {}
    for part in parts:
        for row in part.rows:
            if row.peer in ("Argdown", "arguebuf") and row.ratio is not None:
                size = f", {row.size}" if row.size else ", 10 KB"
                rows[f"{row.what}{size if not row.count else ''} | {row.peer}"] = row
    height = TOP + 26 * len(rows) + 40
    body = [_text(20, 22, "argmap's user time as a share of the peer's (line: as long)", 15)]
    full = 300.0
    for number, (name, row) in enumerate(rows.items()):
        ratio, at = row.ratio or 0.0, TOP + 26 * number
        label = f"{name.partition(' | ')[0]}{f', {row.size}' if row.count else ''}, {row.peer}"
        ink = INKS[0] if ratio < 1 else INKS[1]
        body.append(_text(20, at + 14, label, 12))
        body.append(f'<rect x="330" y="{at}" width="{min(ratio, 1.35) * full:.1f}" height="18" '
                    f'fill="{ink}"/>')  # fmt: skip
        body.append(_text(336 + min(ratio, 1.35) * full, at + 14, f"{ratio:.2f}", 12))
    body.append(f'<path d="M{330 + full} {TOP - 6}V{height - 40}" stroke="#333333"/>')
    return _page(body, height)


def _text(x: float, y: float, words: str, size: int = 11, ink: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{ink}">{escape(words)}</text>'


def _page(body: Sequence[str], height: float) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height:.0f}" '
        f'width="{WIDE}" height="{height:.0f}" font-family="Helvetica,Arial,sans-serif">'
    )
    white = f'<rect width="{WIDE}" height="{height:.0f}" fill="#ffffff"/>'
    return "\n".join([head, white, *body, "</svg>"]) + "\n"
