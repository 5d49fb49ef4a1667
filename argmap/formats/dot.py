"""Graphviz: claims as boxes, steps as small nodes where they join premises or are undercut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from argmap.document import Document
from argmap.evaluation.standing import MARKS, Evaluation, Status
from argmap.formats.counting import MAP
from argmap.formats.depths import COLUMN, Place, hung, places
from argmap.formats.shelves import Part, parts, shelved
from argmap.model.values import Claim, Step

SUFFIXES = (".dot", ".gv")
CARRIES = MAP | {"undercuts", "contradictions", "linked steps", "speakers", "holders"}
SYMBOLS = True

# Tints of the colours by Okabe and Ito, which people with any colour vision tell apart.
TINTS = ("#cfe4f5", "#fbe3b5", "#c9ead9", "#f6d3c1", "#f3dcea", "#fbf6bf", "#d5d9f0", "#e3e3e3")
GREEN, RED, PURPLE, ORANGE = "#00795a", "#c0392b", "#8e44ad", "#b36b00"
EDGES = {
    "support": f'color="{GREEN}", arrowhead=normal',
    "attack": f'color="{RED}", arrowhead=tee, penwidth=1.8',
    "undercut": f'color="{PURPLE}", arrowhead=odot, style=dashed',
    "contradict": f'color="{ORANGE}", arrowhead=diamond, arrowtail=diamond, dir=both, style=bold',
}
SHAPES = {"support": ("+", GREEN), "attack": ("−", RED), "undercut": ("⤬", PURPLE),
          "contradict": ("≠", ORANGE)}  # fmt: skip
STATUS = {
    Status.STANDS: f'fontcolor="{GREEN}"',
    Status.REJECTED: f'fontcolor="{RED}"',
    Status.UNSUPPORTED: 'fontcolor="#666666"',
    Status.CONTESTED: f'fontcolor="{ORANGE}"',
    Status.ASIDE: 'fontcolor="#999999"',
}
LARGE = 400
"""Claims up to which Graphviz finds all places by itself: for more it takes minutes, or hours."""
WIDE = 16
"""Boxes in a row up to which a picture can be read."""
LISTED = 14
"""Speakers or tags that a legend names."""
PLAIN = ("the article", "no tag")
DIRECTIONS = ("BT", "TB", "LR", "RL")


@dataclass(frozen=True)
class Look:
    """How to draw. `direction` is where the arrows go; `label` cuts longer texts, in characters;
    `standing` puts the status of each claim before its words; `columns` puts each claim into the
    column of its depth, beside what it is a reason for, whatever the direction."""

    direction: str = "BT"
    label: int = 160
    color_by: str = "speaker"
    group: str = "none"
    legend: bool = True
    standing: Evaluation | None = None
    columns: bool = False


def dump(document: Document, look: Look = Look()) -> str:
    """The same text each time."""
    return "\n".join(_Graph(document, look).lines()) + "\n"


def too_wide(document: Document) -> bool:
    """Whether more boxes would stand in a row than can be read, or so many that it takes for ever
    to find their places."""
    graph = _Graph(document, Look())
    if len(graph.claims) > LARGE:
        return True
    return any(part.wide > WIDE for part in graph.parts())


class _Graph:
    def __init__(self, document: Document, look: Look) -> None:
        self.document = document
        self.look = look
        found = document.map
        self.claims = [*found.claims.values()]
        self.steps = [*found.steps.values()]
        self.mixed = any(claim.in_text for claim in self.claims)
        self.node = {claim.id: f"c{number}" for number, claim in enumerate(found.claims.values())}
        self.point = {step.id: f"s{number}" for number, step in enumerate(found.steps.values())}
        self.keys = list(dict.fromkeys(key for claim in self.claims for key in self._keys(claim)))
        self.coloured = {key: at for at, key in enumerate(k for k in self.keys if k not in PLAIN)}
        self.labels = {claim.id: self._label(claim) for claim in self.claims}
        self.places: Mapping[str, Place] = {}
        if look.columns:
            self.places = places(*hung(found), lambda name: self.labels[name].count("\n") * 13 + 26)

    def lines(self) -> Iterator[str]:
        title = self.document.front.get("title")
        yield "digraph argmap {"
        yield f"  graph [rankdir={self.look.direction}, ranksep=0.45, nodesep=0.25, " + (
            'fontname="Helvetica,Arial,sans-serif", fontsize=16, labelloc=t, bgcolor=white'
            + (f", label={quoted(wrapped(title, 60))}" if title else "")
            + self._haste()
            + "];"
        )
        yield '  node [shape=box, style="rounded,filled", fillcolor=white, color="#555555",'
        yield '    fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.14,0.08"];'
        yield '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10];'
        yield from self._boxes()
        for step in self.steps:
            yield from self._step(step)
        yield from self._arranged()
        if self.look.legend:
            yield from self._legend()
        yield "}"

    def _haste(self) -> str:
        """Where the claims have places, Graphviz leaves them there. Other large maps are laid out
        part by part, and not as finely, so that it ends."""
        if self.places:
            return ", layout=nop, overlap=true, splines=line"
        if len(self.claims) <= LARGE:
            return ""
        mode = ', packmode="array"' if len(self.claims) > 5 * LARGE else ""
        return f", splines=polyline, nslimit=2, mclimit=0.3, pack=16{mode}"

    def _pos(self, claim: str, across: float = 0) -> str:
        """The attribute that puts a box into its place, or a point so far right of one."""
        if not self.places:
            return ""
        column, down = self.places[claim]
        return f', pos="{column * COLUMN + across:.0f},{-down:.0f}"'

    def _boxes(self) -> Iterator[str]:
        groups: dict[str, list[Claim]] = {}
        for claim in self.claims:
            groups.setdefault(self._group(claim), []).append(claim)
        for number, (title, members) in enumerate(groups.items()):
            if title:
                yield f"  subgraph cluster_{number} {{"
                where = "b" if self.look.direction == "BT" else "t"  # which is on top either way
                yield f"    label={quoted(title)}; labelloc={where};"
                yield '    style=rounded; color="#bbbbbb";'
            for claim in members:
                yield ("    " if title else "  ") + self._box(claim)
            if title:
                yield "  }"

    def _label(self, claim: Claim) -> str:
        found = self.document.map
        text = self.document.wording(claim.id)
        if len(text) > self.look.label:
            text = text[: self.look.label - 1].rstrip() + "…"
        who = ", ".join(found.speakers[name].name for name in found.holders(claim.id))
        status = self.look.standing.statuses[claim.id] if self.look.standing else None
        if status is not None:
            text = f"{MARKS[status]} {text}"
        return wrapped(text) + (f"\n— {wrapped(who)}" if who else "")

    def _box(self, claim: Claim) -> str:
        found = self.document.map
        status = self.look.standing.statuses[claim.id] if self.look.standing else None
        facts = [f"label={quoted(self.labels[claim.id])}", f"tooltip={quoted(claim.id)}"]
        if status is not None:
            facts.append(STATUS[status])
        facts.append(f'fillcolor="{self._fill(claim)}"')
        if self._dashed(claim):
            facts.append('style="rounded,filled,dashed"')
        if not found.argues(claim.id) and found.onto(claim.id):
            facts.append('penwidth=2.2, color="#222222"')
        return f"{self.node[claim.id]} [{', '.join(facts)}{self._pos(claim.id)}];"

    def _dashed(self, claim: Claim) -> bool:
        """Whether a claim stands out as one that the article does not say."""
        return self.mixed and not claim.in_text

    def _step(self, step: Step) -> Iterator[str]:
        target = self.point[step.target] if step.kind == "undercut" else self.node[step.target]
        style = EDGES[step.kind]
        premises = [self.node[name] for name in step.premises]
        if not self._is_node(step):
            # Side by side they would leave their frames, or their places.
            apart = self.look.group != "none" or bool(self.places)
            argue = any(map(self.document.map.argues, _ends(step)))
            if step.kind == "contradict" and not argue and not apart:
                yield f"  {{ rank=same; {premises[0]}; {target}; }}"
            yield f"  {premises[0]} -> {target} [{style}{self._ports(step)}];"
            return
        sign, colour = SHAPES[step.kind]
        label = sign + (f" {step.scheme}" if step.scheme else "")
        point = self.point[step.id]
        shape, margin, fill = (
            ("box", "0.06,0.03", "filled,rounded") if step.scheme else ("circle", "0.02", "filled")
        )
        yield (
            f'  {point} [shape={shape}, width=0.2, height=0.2, margin="{margin}", fontsize=10, '
            f'style="{fill}", fillcolor=white, color="{colour}", fontcolor="{colour}", '
            f"label={quoted(label)}, tooltip={quoted(step.id)}"
            f"{self._pos(step.premises[0], -COLUMN / 2)}];"
        )
        for premise in premises:
            yield f'  {premise} -> {point} [color="{colour}", arrowhead=none];'
        yield f"  {point} -> {target} [{style}];"

    def _ports(self, step: Step) -> str:
        """From side to side, where the claims stand in columns beside each other."""
        if not self.places or step.target not in self.places:
            return ""
        apart = self.places[step.premises[0]].column - self.places[step.target].column
        return ", tailport=w, headport=e" if apart > 0 else ""

    def _is_node(self, step: Step) -> bool:
        undercuts = any(one.target == step.id for one in self.document.map.onto(step.id))
        return len(step.premises) > 1 or undercuts

    def _staggered(self) -> Iterator[tuple[str, str]]:
        """Many reasons of one claim stand in several rows: which under which."""
        found = self.document.map
        below: dict[str, list[str]] = {}
        for step in self.steps:
            leaf = len(step.premises) == 1 and not found.onto(step.premises[0])
            if leaf and step.kind in ("support", "attack") and not self._is_node(step):
                below.setdefault(step.target, []).append(self.node[step.premises[0]])
        for leaves in below.values():
            if len(leaves) > 4:
                tall = 3 if len(leaves) < 30 else 6
                for at, (first, second) in enumerate(pairwise(leaves), 1):
                    if at % tall:
                        yield second, first

    def _arranged(self) -> Iterator[str]:
        """Edges that are not seen: they put boxes under others that nothing else would."""
        if self.places:
            return
        under = list(dict.fromkeys(self._staggered()))
        for lower, upper in under:
            yield f"  {lower} -> {upper} [style=invis];"
        if self.look.group != "none" or len(self.claims) > LARGE:
            return
        turned = self.look.direction in ("LR", "RL")
        sizes = (75, 230) if turned else (165, 105)
        shelves = shelved(self.parts(), *sizes, turned=turned)
        for shelf in shelves:
            if len(shelf) > 1:
                yield f"  {{ rank=same; {'; '.join(part.tops[0] for part in shelf)}; }}"
        for number, (shelf, below) in enumerate(pairwise(shelves)):
            yield f"  shelf{number} [shape=point, style=invis, width=0, height=0];"
            for node in (node for part in shelf for node in part.bottoms):
                yield f"  shelf{number} -> {node} [style=invis, weight=0];"
            for node in (node for part in below for node in part.tops):
                yield f"  {node} -> shelf{number} [style=invis, weight=0];"

    def parts(self) -> list[Part]:
        """The parts of the picture that nothing connects."""
        nodes = [self.node[claim.id] for claim in self.claims]
        nodes += [self.point[step.id] for step in self.steps if self._is_node(step)]
        return parts(nodes, [*dict.fromkeys(self._staggered()), *self._ways()])

    def _ways(self) -> Iterator[tuple[str, str]]:
        """The edges that are drawn, from below."""
        for step in self.steps:
            target = self.point[step.target] if step.kind == "undercut" else self.node[step.target]
            if self._is_node(step):
                yield self.point[step.id], target
                target = self.point[step.id]
            for premise in step.premises:
                yield self.node[premise], target

    def _keys(self, claim: Claim) -> list[str]:
        """What the colours of a claim stand for: those who hold it together have one each."""
        match self.look.color_by:
            case "speaker":
                speakers = self.document.map.speakers
                names = [speakers[who].name for who in self.document.map.holders(claim.id)]
                return names or ["the article"]
            case "kind":
                argues = self.document.map.argues(claim.id)
                return ["reason or objection" if argues else "position"]
            case "tag":
                return [claim.tags[0] if claim.tags else "no tag"]
        return []

    def _fill(self, claim: Claim) -> str:
        tints = [self._tint(key) for key in self._keys(claim)][:4] or ["#ffffff"]
        share = 1 / len(tints)
        return ":".join([*(f"{tint};{share:.2f}" for tint in tints[:-1]), tints[-1]])

    def _tint(self, key: str) -> str:
        if key in PLAIN:
            return "#ffffff"
        return TINTS[self.coloured[key] % len(TINTS)]

    def _group(self, claim: Claim) -> str:
        if self.look.group == "speaker":
            holders = self.document.map.holders(claim.id)
            return self.document.map.speakers[holders[0]].name if holders else ""
        if self.look.group == "heading" and claim.in_text:
            said = next(one for one in claim.occurrences if one.in_text)
            heading = self.document.heading(self.document.spans(said)[0].start)
            return heading.title if heading else ""
        return ""

    def _legend(self) -> Iterator[str]:
        """What the colours and lines mean, as far as they occur."""
        keys = sorted((key for key in self.keys if key), key=lambda key: key in PLAIN)
        rows = [f'<TD BGCOLOR="{self._tint(key)}">{_html(key)}</TD>' for key in keys[:LISTED]]
        if len(keys) > LISTED:
            rows.append(f"<TD>and {len(keys) - LISTED} more</TD>")
        if any(map(self._dashed, self.claims)):
            rows.append("<TD>dashed box: not in the text</TD>")
        if self.look.standing:
            statuses = {self.look.standing.statuses[claim.id] for claim in self.claims}
            rows += (f"<TD>{MARKS[one]} {one}</TD>" for one in Status if one in statuses)
        words = {"support": ("supports (arrow)", GREEN), "attack": ("attacks (bar)", RED),
                 "undercut": ("undercuts a step (dashed, ring)", PURPLE),
                 "contradict": ("contradicts (diamonds)", ORANGE)}  # fmt: skip
        for kind in dict.fromkeys(step.kind for step in self.steps):
            name, colour = words[kind]
            rows.append(f'<TD><FONT COLOR="{colour}">{name}</FONT></TD>')
        if len(rows) > 1:
            cells = "".join(f"<TR>{row}</TR>" for row in rows)
            above = ', pos="0,90"' if self.places else ""
            yield (
                f"  legend [shape=none, style=solid, margin=0, fontsize=9{above}, "
                'label=<<TABLE BORDER="1" COLOR="#bbbbbb" CELLBORDER="0" CELLPADDING="3">'
                f"{cells}</TABLE>>];"
            )


def _ends(step: Step) -> set[str]:
    """All claims that a step needs in the picture."""
    return {*step.premises, step.root}


def _html(text: str) -> str:
    """A text in a label of Graphviz's HTML kind."""
    import html

    from argmap.visible import visible

    return html.escape(visible(text, keep=""))


def wrapped(text: str, cells: int = 30) -> str:
    """A text in lines of about so many cells."""
    from argmap.cells import width
    from argmap.visible import visible

    lines: list[str] = []
    line = ""
    for word in visible(" ".join(text.split()), keep="").split(" "):
        while width(word) > cells:  # no space in sight, as in Chinese
            room = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n]) <= cells)
            lines += [*([line] if line else []), word[:room]]
            line, word = "", word[room:]
        if line and width(line) + 1 + width(word) > cells:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def quoted(text: str) -> str:
    """A string of the DOT language that shows `text`: no escapes, no entities."""
    safe = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + safe.replace("\n", "\\n") + '"'
