"""Critical questions marked as answered, and pressed by claims of their own."""

from __future__ import annotations

from argmap.document import Document
from argmap.edits.attributes import set_data
from argmap.edits.claims import add_implicit
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import added
from argmap.edits.mapblock import line_added, line_removed
from argmap.edits.relations import name as named
from argmap.edits.relations import relate
from argmap.model.values import Step, Where
from argmap.syntax.head import quoted
from argmap.text import Span, TextEdit, arrange

ARROWS = {"support": "+>", "attack": "->"}


def set_step_data(document: Document, step: str, key: str, value: str) -> tuple[TextEdit, ...]:
    """`key=value` on a step: in the head of a map line that is the step's own, or else on a line
    that says the step again, which it may."""
    found = document.map.steps.get(step)
    if found is None:
        raise CannotEdit(f"there is no step `{step}`")
    for where in found.written:
        if not where.in_text and _is_own(where):
            gone = () if value else _line_gone(document, where, found, key)
            return gone or set_data(document, where, key, value)
    if not value:
        return ()
    if found.name:
        raise CannotEdit("this step is written in a mark", "Write it as a map line, with its name.")
    wish: tuple[TextEdit, ...] = ()
    for claim in (*found.premises, found.target):
        wish = arrange([*wish, *(edit for edit in named(document, claim) if edit not in wish)])
    line = _line(found) + f" {{{key}={quoted(value)}}}"
    edits = arrange([*wish, line_added(document, line)])
    after = document.edit(edits)
    if len(after.map.steps) != len(document.map.steps) or after.article != document.article:
        raise CannotEdit("this step cannot be said again on a line of its own",
                         "Write it as a map line.")  # fmt: skip
    return edits


def set_scheme(
    document: Document, step: str, scheme: str, premise: str = ""
) -> tuple[TextEdit, ...]:
    """The pattern of argument that a step follows: where it is written already, else in a mark
    that writes no other step, that of the `premise` first, else on a line of its own."""
    found = document.map.steps.get(step)
    if found is None:
        raise CannotEdit(f"there is no step `{step}`")
    told = [where for where in found.written if where.head.get("scheme") is not None]
    own = {
        piece
        for occurrence in (document.map.claims[premise].occurrences if premise else ())
        for piece in occurrence.pieces
    }
    for where in told or sorted(found.written, key=lambda one: one not in own):
        edits = set_data(document, where, "scheme", scheme)
        if _changes_only(document, document.edit(edits), step, scheme):
            return edits
    if told:
        raise CannotEdit("the mark says this of several steps", "Write the step as a map line.")
    return set_step_data(document, step, "scheme", scheme)


def _changes_only(before: Document, after: Document, step: str, scheme: str) -> bool:
    """Whether nothing but the scheme of one step is another one now."""
    wanted = {one.id: scheme if one.id == step else one.scheme for one in before.map.steps.values()}
    return {one.id: one.scheme for one in after.map.steps.values()} == wanted


def _line_gone(document: Document, where: Where, step: Step, key: str) -> tuple[TextEdit, ...]:
    """A line out that says nothing but this of a step that is written elsewhere too; nothing where
    anything else would change."""
    if len(step.written) < 2 or [one.name for one in where.head.attributes] != [key]:
        return ()
    span = line_removed(document, where)
    if "{>>" in span.of(document.text):  # a remark is the user's
        return ()
    edits = (TextEdit(span, ""),)
    after = document.edit(edits)
    wanted = {name: one.data for name, one in document.map.steps.items()}
    wanted[step.id] = tuple(pair for pair in step.data if pair[0] != key)
    same = {name: one.data for name, one in after.map.steps.items()} == wanted
    kept = after.map.claims.keys() == document.map.claims.keys()
    return edits if same and kept and after.article == document.article else ()


def _is_own(where: Where) -> bool:
    """Whether the head of a map line is the step's, and not a claim's."""
    line = where.unit.lines[where.index][1]
    return line.form == "relation" or line.text_span is None


def _line(step: Step) -> str:
    if step.kind not in ARROWS:
        raise CannotEdit("only reasons and objections have a scheme's questions")
    premises = " & ".join(f"#{one}" for one in step.premises)
    return f"{premises} {ARROWS[step.kind]} #{step.target}"


def raise_question(
    document: Document,
    step: str,
    question: str,
    raises: str,
    *,
    words: str,
    asked: bool = False,
    premise: str = "",
    speakers: tuple[str, ...] = (),
) -> tuple[TextEdit, ...]:
    """A claim of its own, outside of the article, that presses a question of a step: against its
    `premise`, as an `undercut` of it, or as a `rebuttal` against its conclusion. `question` is
    kept as a datum of the claim; where it is only `asked`, it has the tag `.question`."""
    found = document.map.steps.get(step)
    if found is None:
        raise CannotEdit(f"there is no step `{step}`")
    before = document.map.claims.keys()
    after = document.edit(add_implicit(document, words, speakers=speakers))
    fresh = next(name for name in after.map.claims if name not in before)
    line = after.map.claims[fresh].occurrences[0].where
    head = (".question " if asked else "") + f"question={quoted(question)}"
    after = after.edit([added(after, line, head)])
    if raises == "undercut":
        more = relate(after, "undercut", fresh, step)
    else:
        more = relate(after, "attack", fresh, premise if raises == "premise" else found.target)
    return whole(document, after.edit(more))


def whole(before: Document, after: Document) -> tuple[TextEdit, ...]:
    """One edit from a text to another: what lies between their common start and end."""
    old, new = before.text, after.text
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    rest = range(most - start)
    end = next((at for at in rest if old[-1 - at] != new[-1 - at]), len(rest))
    return (TextEdit(Span(start, len(old) - end), new[start : len(new) - end]),)
