"""From the nodes of an AIF graph to claims, steps, speakers and restatements."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.aif import schemes
from argmap.formats.aif.net import CLAIM, KINDS, LOCUTION, STEPS, Net, Node
from argmap.formats.aif.talk import Listener, Places, Talk, parted
from argmap.formats.graph import Claim, Graph, Restatement, Saying, Speaker, Step
from argmap.formats.ledger import Ledger

UNKNOWN = "of a type that is not known"
PREFERENCE = "a preference, which the language cannot say"
NO_PAIR = "joins no two claims"
OF_A_STEP = "supports a step, which the language cannot say"
OF_OTHERS = "attacks what is no claim and no step"
UNRULY = "joins two nodes that cannot be joined so"

_RULES = {
    ("RA", "I"), ("CA", "I"), ("MA", "I"), ("PA", "I"), ("CA", "RA"), ("CA", "CA"), ("CA", "MA"),
    ("CA", "PA"), ("RA", "RA"), ("RA", "CA"), ("RA", "MA"), ("I", "RA"), ("I", "CA"), ("I", "MA"),
    ("I", "PA"), ("L", "YA"), ("L", "TA"), ("TA", "L"), ("TA", "YA"), ("YA", "I"), ("YA", "L"),
    ("YA", "RA"), ("YA", "CA"), ("YA", "MA"), ("YA", "PA"), ("L", "RA"), ("L", "CA"), ("L", "MA"),
    ("RA", "L"), ("CA", "L"), ("MA", "L"),
}  # fmt: skip


def graph(net: Net, ledger: Ledger, places: Places | None = None, text: str = "") -> Graph:
    """The map of a net. `places` are the ranges of `text` where a claim or locution stands."""
    stands_for = {node.id for node in net.of(LOCUTION) if _argues_itself(net, node)}
    found = Listener(net, places or {}, ledger, stands_for).talk()
    _edges(net, ledger)
    claims = [_claim(node, found, places or {}, net.unit(CLAIM)) for node in net.of(CLAIM)]
    others = [node for node in net.of(LOCUTION) if node.id in stands_for]
    claims += [_locution(node, found, places or {}, net.unit(LOCUTION)) for node in others]
    known = {claim.key for claim in claims}
    steps = [step for node in net.of("RA", "CA") for step in _steps(net, node, known, ledger)]
    holders = {claim.key: {w for said in claim.sayings for w in said.speakers} for claim in claims}
    again = [one for node in net.of("MA") for one in _restated(net, node, known, ledger)]
    rephrased = {key for one in again for key in (one.claim, one.of)}
    for node in net.of("PA"):
        ledger.dropped(net.unit("PA"), PREFERENCE, node.id)
    for node in net.nodes.values():
        if node.kind not in KINDS:
            ledger.dropped(net.unit(node.kind), UNKNOWN, f"{node.id} is of type {node.kind!r}")
    held = (who for claim in claims for said in claim.sayings for who in said.speakers)
    named = dict.fromkeys([*found.speakers, *held])
    return Graph(
        tuple(claims),
        tuple(_argued(step, found, holders, rephrased) for step in steps),
        tuple(Speaker(name, (name,), unit="") for name in named),
        text,
        restatements=tuple(again),
    )


def _argues_itself(net: Net, node: Node) -> bool:
    """Whether a locution stands where a claim should: as a premise, or as what is argued for."""
    return bool(net.after(node.id, *STEPS) or net.before(node.id, *STEPS))


def _edges(net: Net, ledger: Ledger) -> None:
    for start, ends in net.out.items():
        for end in ends:
            kinds = (net.nodes[start].kind, net.nodes[end].kind)
            if kinds not in _RULES:
                told = f"{start} to {end} ({kinds[0]} to {kinds[1]})"
                ledger.dropped("edges", UNRULY, told)
    ledger.rest("edges")


def _claim(node: Node, talk: Talk, places: Places, unit: str) -> Claim:
    sayings = list(talk.sayings.get(node.id, ()))
    placed = {span for said in sayings for span in said.pieces}
    if placed and not placed.issuperset(places.get(node.id, ())):
        sayings.append(Saying(pieces=places[node.id]))
    elif node.id in places and not placed:
        said, *others = sayings or [Saying((node.person,) if node.person else ())]
        sayings = [said._replace(pieces=places[node.id]), *others]
    elif not sayings and node.person:
        sayings = [Saying((node.person,))]
    speech = talk.speech.get(node.id, "")
    asks = "question" in speech.casefold()
    data = [("speech", speech)] if speech else []
    data += [("said", talk.words[node.id])] if node.id in talk.words else []
    tags = ("question",) if asks else ()
    return Claim(node.id, node.text, tuple(sayings), tags=tags, data=tuple(data), unit=unit)


def _locution(node: Node, talk: Talk, places: Places, unit: str) -> Claim:
    who, words = parted(node)
    saying = Saying((who,) if who else (), places.get(node.id, ()))
    return Claim(node.id, words, (saying, *talk.sayings.get(node.id, ())), unit=unit)


def _steps(net: Net, node: Node, known: set[str], ledger: Ledger) -> Iterator[Step]:
    """The steps of an inference or a conflict: one for each thing that it aims at."""
    premises = tuple(key for key in net.before(node.id, CLAIM, LOCUTION) if key in known)
    scheme = schemes.readable(node.scheme) or schemes.readable(node.text)
    targets = [(key, _kind(node)) for key in net.after(node.id, CLAIM, LOCUTION) if key in known]
    others = net.after(node.id, *STEPS)
    if node.kind == "CA":
        targets += ((key, "undercut") for key in others if net.nodes[key].kind in ("RA", "CA"))
    if not targets:
        if others:
            why = OF_A_STEP if node.kind == "RA" else OF_OTHERS
            ledger.dropped(net.unit(node.kind), why, node.id)
            return
        targets = [("", _kind(node))]
    if len(targets) > 1:
        ledger.warn(f"{node.kind} node {node.id} aims at {len(targets)} nodes: a step for each")
    for number, (target, kind) in enumerate(targets):
        counted = net.unit(node.kind) if not number else ""
        key = node.id if not number else f"{node.id} for {target}"
        if kind == "contradict":
            scheme = ""
        yield Step(key, kind, premises, target, scheme=scheme, unit=counted)


def _kind(node: Node) -> str:
    if node.kind == "RA":
        return "support"
    return "contradict" if schemes.folded(node.text) == "contradiction" else "attack"


def _argued(step: Step, talk: Talk, holders: dict[str, set[str]], rephrased: set[str]) -> Step:
    """With who argues it, where these are not those who hold its premises, or might not be once
    the premises are one with what they rephrase."""
    who = talk.arguers.get(step.key, ())
    held = {name for key in step.premises for name in holders.get(key, ())}
    sure = set(who) == held and rephrased.isdisjoint(step.premises)
    return step._replace(speakers=who) if who and not sure else step


def _restated(net: Net, node: Node, known: set[str], ledger: Ledger) -> Iterator[Restatement]:
    sources = [key for key in net.before(node.id, CLAIM, LOCUTION) if key in known]
    targets = [key for key in net.after(node.id, CLAIM, LOCUTION) if key in known]
    if not sources or not targets:
        ledger.dropped(net.unit("MA"), NO_PAIR, node.id)
        return
    pairs = [(source, target) for source in sources for target in targets[:1]]
    pairs += ((sources[0], target) for target in targets[1:])
    for number, (source, target) in enumerate(pairs):
        yield Restatement(source, target, net.unit("MA") if not number else "")
