"""Which entry hangs from which: indentation, structures and headings, with stacks."""

from __future__ import annotations

from argmap.formats.argdown.entries import Entry
from argmap.formats.argdown.gathering import Titles, uses
from argmap.formats.argdown.values import (
    ARGUMENT,
    CONCLUSION,
    INFERENCE,
    PREMISE,
    STATEMENT,
    Argdown,
    End,
    Fault,
    Inference,
    Relation,
    Row,
    Section,
)
from argmap.formats.datatext import Data

KINDS = {"+": "support", "-": "attack", "_": "undercut", "><": "contradictory"}


class Nest:
    """Takes the entries of a text in order."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._titles = Titles()
        self._relations: dict[tuple[str, End, End], Relation] = {}
        self._sections: dict[str, Section] = {}
        self._headings: list[Section] = []
        self._levels: list[tuple[int, End | None]] = [(0, None)]
        self._top: End | None = None  # what stands at the margin, or the item of a list
        self._last: End | None = None  # what a deeper relation hangs from
        self._described = ""  # the argument that a structure would belong to
        self._structure = ""  # the argument whose structure is open
        self._pending: Inference | None = None
        self._listing = False

    def take(self, one: Entry) -> None:
        self.faults += one.faults
        if one.lead or one.begins in ("number", "inference", "heading", ""):
            self._levels = [(0, None)]
        if one.begins not in ("number", "inference", "relation"):
            self._close()
        match one.begins:
            case "heading":
                self._heading(one)
            case "inference":
                self._inference(one)
            case "number":
                self._number(one)
            case "relation":
                self._relation(one)
            case "item":
                self._item(one)
            case _:
                self._listing = False
                self._top = self._last = self._put(one, top=True)
                self._described = self._last.title if self._last.type == ARGUMENT else ""

    def finished(self, front: Data) -> Argdown:
        self._close()
        statements = {title: one.statement() for title, one in self._titles.statements.items()}
        arguments = {title: one.argument() for title, one in self._titles.arguments.items()}
        return Argdown(
            statements,
            arguments,
            tuple(self._relations.values()),
            self._sections,
            front,
            tuple(sorted(self.faults, key=lambda fault: (fault.line, fault.column))),
        )

    def _fault(self, one: Entry, message: str, hint: str = "") -> None:
        self.faults.append(Fault(message, one.line, one.column, hint))

    def _put(self, one: Entry, *, role: str = "", top: bool = False) -> End:
        if one.names and not one.title.strip():
            self._fault(one, "this title is blank")
        elif not one.reference and not one.words.text:
            self._fault(one, "words are missing here", "write what is claimed")
        return self._titles.take(one, self._section, role=role, top=top)

    @property
    def _section(self) -> str:
        return self._headings[-1].id if self._headings else ""

    def _heading(self, one: Entry) -> None:
        level = len(one.sign)
        while self._headings and self._headings[-1].level >= level:
            self._headings.pop()
        name = f"s{len(self._sections) + 1}"
        words = one.words
        self._headings.append(Section(name, level, words.text, self._section, words.tags, one.data))
        self._sections[name] = self._headings[-1]
        self._top = self._last = None
        self._described = ""
        self._listing = False

    # ---------------------------------------------------------------- relations and lists

    def _level(self, indent: int, parent: End | None) -> bool:
        """Finds the level of an indentation, as Argdown does; whether it is a new one, below
        `parent`."""
        if indent > self._levels[-1][0]:
            self._levels.append((indent, parent))
            return True
        while len(self._levels) > 1 and indent < self._levels[-1][0]:
            self._levels.pop()
        return False

    def _relation(self, one: Entry) -> None:
        if one.lead and self._last:
            why = "a blank line ends a statement, so this relation hangs from nothing"
            self._fault(one, f"{why}; it is read as if the line were not there", "delete it")
            self._last = self._top
        self._level(one.indent, self._last)
        parent = self._levels[-1][1]
        if parent is None:
            parent = self._top
            if parent is None:
                self._fault(one, "there is nothing that this relation could hang from")
            elif not one.lead:
                why = "is not indented below its statement"
                if one.indent:
                    why = "is indented less than the relations before it"
                    self._levels.append((one.indent, parent))
                self._fault(one, f"this relation {why}", "indent the relations alike")
        child = self._put(one)
        self._last = child
        if parent is None:
            self._top = child
            return
        kind, source, target = self._ends(one, parent, child)
        if kind == "contradictory" and STATEMENT not in (source.type, target.type):
            self._fault(one, "only statements contradict each other", "write a [statement]")
        key = (kind, source, target)
        mirrored = (kind, target, source)
        if key not in self._relations and (
            kind != "contradictory" or mirrored not in self._relations
        ):
            self._relations[key] = Relation(*key, one.line)

    def _ends(self, one: Entry, parent: End, child: End) -> tuple[str, End, End]:
        """The kind of a relation, where it comes from and what it aims at."""
        kind = KINDS["><" if one.sign == "><" else one.sign.strip("<>")]
        outgoing = one.sign.endswith(">") or one.sign == "><"
        source, target = (parent, child) if outgoing else (child, parent)
        if parent.type == INFERENCE and (kind != "undercut" or outgoing):
            self._fault(one, "an inference can only be undercut", "write `_`")
        elif kind == "undercut" and target.type == STATEMENT:
            above = self._concludes(target)
            if above:
                return kind, source, above
            self._fault(one, "an undercut aims at an argument or an inference, not at a statement")
        return kind, source, target

    def _concludes(self, target: End) -> End | None:
        """The inference right above a statement, if that is the conclusion of the structure."""
        rows = self._titles.argument(self._structure).rows if self._structure else []
        if rows and rows[-1].inference and rows[-1].member.title == target.title:
            return End(INFERENCE, self._structure, len(rows) - 1)
        return None

    def _item(self, one: Entry) -> None:
        if not one.lead and not self._listing:
            self._fault(one, "a list is a block of its own", "put a blank line before it")
        nested = self._level(one.indent + 1, None) and len(self._levels) > 2
        if nested:
            self._fault(one, "a list within a list is read as one list")
        self._listing = True
        self._described = ""
        self._top = self._last = self._put(one)

    # ---------------------------------------------------------------- structures

    def _number(self, one: Entry) -> None:
        rows = self._titles.argument(self._structure).rows if self._structure else []
        if one.lead and self._structure:
            if self._pending or (rows and not rows[-1].inference):
                self._fault(one, "a blank line stands within the structure of an argument",
                            "delete it")  # fmt: skip
            else:
                self._close()
        if not self._structure:
            self._open(one)
        if one.names == "argument":
            self._fault(one, "an argument cannot be a line of a structure; read as a statement")
        found = self._titles.argument(self._structure)
        role = CONCLUSION if self._pending else PREMISE
        end = self._put(one, role=role)
        member = self._titles.statement(end.title).members[-1]
        step = uses(self._pending, member.data) if self._pending else None
        found.rows.append(Row(member, step))
        self._pending = None
        self._top = self._last = end

    def _open(self, one: Entry) -> None:
        """Begins a structure, of the argument described just before if there is one."""
        if not one.lead and self._described:
            self._fault(one, "a blank line is missing before the structure", "put one there")
        found = self._titles.argument(self._described)
        if found.rows:
            self._fault(one, f"the argument <{found.title}> has a structure already")
            found = self._titles.argument("")
        found.section = self._section or found.section
        self._structure = found.title

    def _inference(self, one: Entry) -> None:
        rows = self._titles.argument(self._structure).rows if self._structure else []
        if not rows or self._pending:
            self._fault(one, "an inference stands between numbered lines, (1) and so on")
            self._last = None
            return
        self._pending = Inference(one.rules, one.data)
        self._top = self._last = End(INFERENCE, self._structure, len(rows))

    def _close(self) -> None:
        """Ends the structure that is open."""
        if not self._structure:
            return
        rows = self._titles.argument(self._structure).rows
        if self._pending or not rows or not rows[-1].inference:
            line, column = (rows[-1].member.line, rows[-1].member.column) if rows else (0, 0)
            what = f"the structure of <{self._structure}> has no conclusion"
            self.faults.append(Fault(what, line, column, "write ---- and a numbered line below"))
        self._structure = self._described = ""
        self._pending = None
