"""Every edit as a wish: how it is drawn, and what it is to do to what the text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import strategies as st
from seen import Arg, Person, Said, Seen, arg, renamed, swap

from argmap import edits
from argmap.document import Document
from argmap.model.values import Where
from argmap.text import Span, TextEdit

Edits = tuple[TextEdit, ...]
Effect = Callable[[Seen, Seen], None]
"""Changes the first telling into what is wished; looks at the second (the outcome) for names."""
Wish = Callable[[Document, st.DataObject], tuple[Edits, Effect]]


def nothing(_seen: Seen, _now: Seen) -> None:
    """The same is said as before."""


def claim_of(document: Document, data: st.DataObject) -> str:
    if not document.map.claims:
        raise edits.CannotEdit("no claims")
    return data.draw(st.sampled_from(sorted(document.map.claims)))


def two_claims(document: Document, data: st.DataObject) -> tuple[str, str]:
    if len(document.map.claims) < 2:
        raise edits.CannotEdit("no two claims")
    one, other = data.draw(st.permutations(sorted(document.map.claims)))[:2]
    return one, other


def where_of(document: Document, data: st.DataObject) -> Where:
    claim = document.map.claims[claim_of(document, data)]
    return data.draw(st.sampled_from(claim.occurrences)).where


def in_text(document: Document, data: st.DataObject) -> Where:
    where = where_of(document, data)
    if not where.in_text:
        raise edits.CannotEdit("a line")
    return where


def step_of(document: Document, data: st.DataObject) -> str:
    if not document.map.steps:
        raise edits.CannotEdit("no steps")
    return data.draw(st.sampled_from(sorted(document.map.steps)))


def speaker_of(document: Document, data: st.DataObject) -> str:
    if not document.map.speakers:
        raise edits.CannotEdit("no speakers")
    return data.draw(st.sampled_from(sorted(document.map.speakers)))


def _words(document: Document, data: st.DataObject) -> Span:
    """A range of the article's words: behind marks that end before it, before those after it."""
    length = len(document.article)
    if not length:
        raise edits.CannotEdit("no words")
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start, min(length - 1, start + 30)))
    return Span(document.text_offset(start), document.text_offset(end) + 1)


def _fresh(seen: Seen, now: Seen, one: Said) -> str:
    """Adds an occurrence of a claim that was not there, and tells its name."""
    (where,) = now.said.keys() - seen.said.keys()
    claim = now.about[where]
    assert claim not in seen.about.values()
    seen.said[where], seen.about[where] = one, claim
    return claim


def mark(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    span = _words(document, data)
    label = data.draw(st.sampled_from(["claim", "premise", "speaker"]))

    def effect(seen: Seen, now: Seen) -> None:
        if label == "speaker":
            before = seen.people.get("x", Person(now.people["x"].names))
            seen.people["x"] = before._replace(mentions=before.mentions + 1)
            return
        place = document.article_span(span)
        written = label.replace("claim", "")
        _fresh(seen, now, Said((place,), "asserts", ("x",), (), written, (), (), ()))

    return edits.mark(document, span, label, speakers=["x"]), effect


def _change(where: Where, change: Callable[[Said], Said]) -> Effect:
    def effect(seen: Seen, _now: Seen) -> None:
        there = seen.pairs[where]
        seen.said[there] = change(seen.said[there])

    return effect


def cover(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    """Words a little before or behind those of a mark, or some of its own."""
    ones = (one for claim in document.map.claims.values() for one in claim.occurrences)
    where = data.draw(st.sampled_from([one.where for one in ones if one.in_text]))
    begin = document.start(where.unit) + where.mark.words.start
    end = document.start(where.unit) + where.mark.words.end
    around = st.integers(-12, 12)
    start, stop = begin + data.draw(around), end + data.draw(around)
    length = len(document.text)
    span = Span(max(0, min(start, length)), max(0, min(stop, length)))

    def change(one: Said) -> Said:
        return one._replace(places=(document.article_span(span), *one.places[1:]))

    return edits.cover(document, where, span), _change(where, change)


def speakers(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = where_of(document, data)
    wish = edits.set_speakers(document, where, ["y", "w"], ["z"])
    return wish, _change(where, lambda one: one._replace(speakers=("y", "w"), via=("z",)))


def no_speakers(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = where_of(document, data)
    return edits.set_speakers(document, where, []), _change(
        where, lambda one: one._replace(speakers=())
    )


def tag(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = where_of(document, data)
    wish = edits.add_tag(document, where, "new")
    return wish, _change(where, lambda one: one._replace(tags=(*one.tags, "new")))


def untag(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = where_of(document, data)
    left = edits.remove_tag(document, where, "cost")
    return left, _change(
        where, lambda one: one._replace(tags=tuple(t for t in one.tags if t != "cost"))
    )


def datum(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = where_of(document, data)
    key = data.draw(st.sampled_from(["note", "colour"]))
    value = data.draw(st.sampled_from(["red", 'a "note"', "a\\b", "“q”", ""]))

    def change(one: Said) -> Said:
        here = tuple(pair for pair in one.data if pair[0] != key)
        return one._replace(data=here + (((key, value),) if value else ()))

    return edits.set_data(document, where, key, value), _change(where, change)


def step_datum(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    """Weight and scheme, where a head writes one step and that is written there alone."""
    name = step_of(document, data)
    found = document.map.steps[name]
    (where, *others) = found.written
    if others or sum(where in one.written for one in document.map.steps.values()) > 1:
        raise edits.CannotEdit("not this head alone")
    key, value = data.draw(
        st.sampled_from([("weight", "0.25"), ("scheme", "sign"), ("weight", ""), ("scheme", "")])
    )

    def effect(seen: Seen, _now: Seen) -> None:
        old = renamed(arg(document, found), seen.names)
        new = (
            old._replace(weight=float(value) if value else None)
            if key == "weight"
            else old._replace(scheme=value)
        )
        seen.args = swap(seen.args, old, new)

    return edits.set_data(document, where, key, value), effect


def label(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = where_of(document, data)
    word = data.draw(st.sampled_from(["claim", "premise"]))
    written = word.replace("claim", "")
    return edits.set_label(document, where, word), _change(
        where, lambda one: one._replace(label=written)
    )


def rename(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    old = claim_of(document, data)

    def effect(seen: Seen, now: Seen) -> None:
        assert "renamed" in now.about.values()
        assert seen.names[old] == "renamed"

    return edits.rename(document, old, "renamed"), effect


def rename_speaker(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    old = speaker_of(document, data)

    def new(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple("renamed" if name == old else name for name in names)

    def effect(seen: Seen, _now: Seen) -> None:
        for where, one in seen.said.items():
            seen.said[where] = one._replace(speakers=new(one.speakers), via=new(one.via))
        seen.args = Counter(
            {one._replace(speakers=new(one.speakers)): n for one, n in seen.args.items()}
        )
        seen.people = {new((name,))[0]: person for name, person in seen.people.items()}

    return edits.rename_speaker(document, old, "renamed"), effect


def _lone(kind: str, premise: str, target: str | Arg) -> Arg:
    return Arg(kind, frozenset([premise]), target, "", "", None, (), frozenset(), frozenset())


def relate(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    kind = data.draw(st.sampled_from(["support", "attack", "contradict"]))
    premise, target = two_claims(document, data)

    def effect(seen: Seen, _now: Seen) -> None:
        one, other = (seen.names.get(name, name) for name in (premise, target))
        new = _lone(kind, one, other)
        if kind == "contradict":
            new = new._replace(premises=frozenset((one, other)), target="")
        seen.args[new] += 1

    return edits.relate(document, kind, premise, target), effect


def relate_step(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    kind = data.draw(st.sampled_from(["undercut", "link"]))
    premise, target = claim_of(document, data), step_of(document, data)

    def effect(seen: Seen, _now: Seen) -> None:
        one = seen.names.get(premise, premise)
        old = renamed(arg(document, document.map.steps[target]), seen.names)
        if kind == "undercut":
            seen.args[_lone(kind, one, old)] += 1
        else:
            seen.args = swap(seen.args, old, old._replace(premises=old.premises | {one}))

    return edits.relate(document, kind, premise, target), effect


def unrelate(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    name = step_of(document, data)
    found = document.map.steps[name]

    def effect(seen: Seen, _now: Seen) -> None:
        old = renamed(arg(document, found), seen.names)
        seen.args = swap(seen.args, old, None)
        if found.kind == "contradict":
            for where, one in seen.said.items():
                if seen.about[where] in old.premises:
                    left = tuple(name for name in one.denied if name not in old.premises)
                    seen.said[where] = one._replace(denied=left)

    return edits.unrelate(document, name), effect


def implicit(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    target = claim_of(document, data)
    kind = data.draw(st.sampled_from(["", "support", "attack"]))

    def effect(seen: Seen, now: Seen) -> None:
        one = Said(("Rust is [bad]",), "defines", (), (), "", (), ("implicit",), ())
        claim = _fresh(seen, now, one)
        seen.wordings[claim] = "Rust is [bad]"
        if kind:
            seen.args[_lone(kind, claim, seen.names.get(target, target))] += 1

    if kind:
        wish = edits.add_implicit(document, "Rust is [bad]", kind=kind, target=target)
    else:
        wish = edits.add_implicit(document, "Rust is [bad]")
    return wish, effect


def wording(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    claim = claim_of(document, data)

    def effect(seen: Seen, now: Seen) -> None:
        name = seen.names.get(claim, claim)
        seen.wordings[name] = "In #1 {words}"
        fresh = now.said.keys() - seen.said.keys()
        for where in fresh:
            one = Said(("In #1 {words}",), "defines", (), (), "", (), (), ())
            seen.said[where], seen.about[where] = one, name
        for where, one in [*seen.said.items()] if not fresh else ():
            if seen.about[where] == name and not where.in_text:
                seen.said[where] = one._replace(places=now.said[where].places)
        assert ("In #1 {words}",) in [now.said[w].places for w in now.said if now.about[w] == name]

    return edits.set_wording(document, claim, "In #1 {words}"), effect


def no_wording(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    claim = claim_of(document, data)

    def effect(seen: Seen, now: Seen) -> None:
        name = seen.names[claim]
        for where in seen.said.keys() - now.said.keys():
            assert seen.about[where] == name
            del seen.said[where], seen.about[where]
        # What a line with another name of the claim says is left.
        seen.wordings[name] = now.wordings[name]

    return edits.set_wording(document, claim, ""), effect


def describe(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    who = data.draw(st.sampled_from(["x", "y", "new"]))

    def effect(seen: Seen, _now: Seen) -> None:
        before = seen.people.get(who, Person())
        seen.people[who] = before._replace(names=("Ann", "A / B"))

    return edits.describe(document, who, ("Ann", "A | B")), effect


def split(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    said = [claim for claim in document.map.claims.values() if len(claim.occurrences) > 1]
    if not said:
        raise edits.CannotEdit("each is said once")
    claim = data.draw(st.sampled_from(said))
    chosen = data.draw(st.sampled_from(claim.occurrences))

    def effect(seen: Seen, now: Seen) -> None:
        where = seen.pairs[chosen.where]
        new = now.about[where]
        assert new not in {seen.about[w] for w in seen.about if w != where} - {seen.about[where]}
        assert new != seen.about[where] or claim.id in now.about.values()
        seen.about[where] = new
        seen.said[where] = seen.said[where]._replace(stance=now.said[where].stance)
        assert now.said[where].stance in ("asserts", "defines")
        seen.wordings = now.wordings
        # What its mark writes goes with it, also where another mark of it wrote the same.
        assert sum(seen.args.values()) <= sum(now.args.values())
        seen.args = now.args

    return edits.split(document, chosen), effect


def move(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    name, target = step_of(document, data), claim_of(document, data)

    def effect(seen: Seen, _now: Seen) -> None:
        old = renamed(arg(document, document.map.steps[name]), seen.names)
        seen.args = swap(seen.args, old, old._replace(target=seen.names[target]))

    return edits.move(document, name, target), effect


def front_matter(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    title = data.draw(st.sampled_from(("", "It", "It: a [bridge]")))
    return edits.set_front(document, "title", title), nothing
