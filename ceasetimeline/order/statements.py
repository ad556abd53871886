"""What each kind of statement says about days and order, and how much weight it has.

A statement binds end points of two events: by days (``later - earlier <= days``) and, where a text speaks of what
came first, by order within the day. Equal statements of several sources are one statement with all their evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, TimeBounds, iso
from ceasetimeline.model import Event, Evidence, Publication, Statement
from ceasetimeline.relations import ALIASES, NAMED, Endpoints, Sign, canonical, inverse

ORIGIN: Final = -1
"""The node that stands for day zero of the calendar: dates are distances from it."""

NOBODY: Final = -2
"""The number of a target that a statement does not have."""

STRUCTURE: Final = -1
"""The owner of bonds that no statement makes: an event does not end before it starts."""

FOLLOWS: Final = frozenset(
    {"answers", "continues", "ends", "concludes", "formalises", "fulfils", "breaches", "supersedes", "retracts"}
)
"""Links of the ontology whose source starts later than its target."""

REMARKS: Final = frozenset({"comments", "denies", "alleges", "pressures", "same_as"})
"""Links of the ontology that say nothing of order."""

DATES: Final = frozenset({"date", "start_date", "end_date"})
"""Kinds whose days are days of the calendar."""

METRIC: Final = DATES | {"gap", "lasts"}
"""Kinds that count days."""

ALONE: Final = METRIC - {"gap"}
"""Kinds that are about their source alone."""

PRECEDES: Final = frozenset({"before", "meets", "begins_before"})
"""Relations whose source comes first, as a reader of a timeline would say."""

KINDS: Final = frozenset(NAMED) | frozenset(ALIASES) | FOLLOWS | REMARKS | METRIC
STRENGTHS: Final = {"entailed": 0, "asserted": 1, "likely": 2}

Days = tuple[int | None, int | None]
Bond = tuple[int, int, int, int | None, int]
"""``(u, v, days, rank, owner)``: v is at most so many days after u; by rank 0 it is not after u, by -1 before u.

``owner`` is the number of the statement that says so.
"""


def _bonds_of(relation: Endpoints) -> tuple[tuple[int, int, int], ...]:
    """Later point, earlier point and rank; points 0 and 1 are start and end of the source, 2 and 3 of the target."""
    bonds = []
    for (mine, other), sign in zip(((0, 2), (0, 3), (1, 2), (1, 3)), relation.signs, strict=True):
        if sign in Sign.LE:
            bonds.append((other, mine, -1 if sign is Sign.LT else 0))
        if sign in Sign.GE:
            bonds.append((mine, other, -1 if sign is Sign.GT else 0))
    return tuple(bonds)


_ORDER_BONDS: Final = {name: _bonds_of(relation) for name, relation in NAMED.items()} | {
    kind: _bonds_of(NAMED["begins_after"]) for kind in FOLLOWS
}
_TURNED: Final = frozenset(
    {"after", "met_by", "overlapped_by", "started_by", "finished_by", "contains", "during_inv", "begins_after"}
)
_USUAL: Final = (frozenset(NAMED) - _TURNED - {"same"}) | FOLLOWS | METRIC
_SYMMETRIC: Final = frozenset({"same", "same_as"})


@attrs.frozen(eq=False)
class Weighed:
    """The statements by falling weight, in columns: a statement is a number here.

    ``weights``: what all who make a statement weigh together; ``sources`` and ``targets``: the numbers of what it is
    about, NOBODY where it is about its source alone; ``bonds`` of statement n are those from ``first_bond[n]`` up to
    ``first_bond[n + 1]``. Columns, because many small objects cost the garbage collector more than the work itself.
    """

    statements: list[Statement]
    weights: list[float]
    sources: list[int]
    targets: list[int]
    bonds: list[Bond]
    first_bond: list[int]

    def bonds_of(self, number: int) -> list[Bond]:
        """The bonds that one statement makes."""
        return self.bonds[self.first_bond[number] : self.first_bond[number + 1]]


Content = tuple[str, int, int, Days, bool]
"""What a statement says: kind, source, target, days, and whether it is only likely."""


def canonical_form(statement: Statement) -> Statement:
    """The same statement in the one spelling used here: "X after Y" becomes "Y before X"."""
    kind = statement.kind
    if kind in _USUAL:
        return statement
    kind = canonical(kind)
    source, target = statement.source, statement.target
    if kind in _TURNED or (kind in _SYMMETRIC and target < source):
        kind, source, target = (inverse(kind) if kind in _TURNED else kind), target, source
    elif kind == statement.kind:
        return statement
    return attrs.evolve(statement, kind=kind, source=source, target=target)


@attrs.frozen(eq=False)
class Numbering:
    """The numbers of events, first, and of articles, by name; ``aliases`` name the event of a mention."""

    events: int
    numbers: Mapping[str, int]
    aliases: Mapping[str, str]

    @property
    def articles(self) -> list[str]:
        """The names of the articles, in the order of their numbers."""
        return list(self.numbers)[self.events :]

    @property
    def size(self) -> int:
        """How many points there are: two for an event, one for an article."""
        return self.events + len(self.numbers)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The points at which each event starts and ends."""
        return [(2 * number, 2 * number + 1) for number in range(self.events)]

    @property
    def points(self) -> list[tuple[int, int]]:
        """Where each event starts and ends, then twice the publication of each article."""
        return self.spans + [(point, point) for point in range(2 * self.events, self.size)]


def bonds(kind: str, days: Days, source: tuple[int, int], target: tuple[int, int], owner: int) -> tuple[Bond, ...]:
    """The bonds that a statement in canonical form puts on the start and end points of what it is about."""
    pattern = _ORDER_BONDS.get(kind)
    if pattern is None:
        return _metric(kind, days, source, target, owner) if kind in METRIC else ()
    places = source + target
    if len(pattern) == 1:
        later, earlier, rank = pattern[0]
        return ((places[later], places[earlier], 0, rank, owner),)
    return tuple((places[later], places[earlier], 0, rank, owner) for later, earlier, rank in pattern)


def _metric(kind: str, days: Days, source: tuple[int, int], target: tuple[int, int], owner: int) -> tuple[Bond, ...]:
    low, high = days
    start, end = source
    if kind == "gap":
        return _between(end, target[0], low, high, owner)
    if kind == "lasts":
        return _between(start, end, None if low is None else low - 1, None if high is None else high - 1, owner)
    first = end if kind == "end_date" else start
    last = start if kind == "start_date" else end
    return (*_between(ORIGIN, first, low, None, owner), *_between(ORIGIN, last, None, high, owner))


def _between(u: int, v: int, low: int | None, high: int | None, owner: int) -> tuple[Bond, ...]:
    upper = () if high is None else ((u, v, high, None, owner),)
    lower = () if low is None else ((v, u, -low, None, owner),)
    return lower + upper


@attrs.frozen(eq=False)
class Weights:
    """How much sources count: ``witnesses`` maps an article to the independent source it speaks for.

    ``sources`` maps an article, or an independent source, to its weight.
    """

    witnesses: Mapping[str, str]
    sources: Mapping[str, float]

    def voice(self, article: str) -> tuple[str, float]:
        """The independent source that an article speaks for, and its weight."""
        voice = self.witnesses.get(article, article)
        return voice, self.sources.get(article, self.sources.get(voice, 1.0))

    def voices(self, evidence: Sequence[Evidence]) -> dict[str, float]:
        """The independent sources of some evidence, each with its weight; evidence that is no article is one too."""
        if len(evidence) == 1:
            return dict([self.voice(evidence[0].article)])
        voices: dict[str, float] = {}
        for article in {item.article for item in evidence}:
            voice, weight = self.voice(article)
            voices[voice] = max(weight, voices.get(voice, weight))
        return voices or {"": 1.0}


def dated(event: Event, weights: Weights) -> Iterator[Statement]:
    """The bounds that an event comes with, as statements that rest on the evidence for them."""
    if event.bounds.is_open:
        return
    evidence = event.bounds_because or (
        Evidence(article="", rule="given", note=f"the bounds that {event.id} was given with"),
    )
    weight = float(len(weights.voices(evidence)))
    for kind, days in _date_kinds(event.bounds):
        yield Statement(kind=kind, source=event.id, days=days, strength="entailed", weight=weight, evidence=evidence)


def _date_kinds(bounds: TimeBounds) -> Iterator[tuple[str, Days]]:
    es, ls, ee, le = bounds.sides
    if es == ee and ls == le:
        yield "date", (es, le)
        return
    if (es, ls) != (None, None):
        yield "start_date", (es, ls)
    if (ee, le) != (None, None):
        yield "end_date", (ee, le)


def published(article: str, publication: Publication) -> Iterator[Statement]:
    """What is known of the day on which an article was published, as a statement."""
    if publication.bounds == (None, None):
        return
    evidence = (Evidence(article=article, rule="publication", note=publication.basis),)
    yield Statement(kind="date", source=article, days=publication.bounds, strength="entailed", evidence=evidence)


def merged(
    statements: Iterable[Statement], numbering: Numbering, weights: Weights
) -> tuple[Weighed, list[Statement]]:
    """The statements by falling weight, equal ones as one, and apart those that name what nobody knows."""
    contents, first, more, lost = _gathered(statements, numbering)
    weighing, queues = _queues(contents, first, more, weights)
    order: list[int] = []
    for _, queue in sorted(queues.items()):
        order += sorted(queue, key=lambda at: _place(contents[at]))
    contents = [contents[at] for at in order]
    made, first_bond = _bound(contents, numbering.points)
    weighed = Weighed(
        statements=[first[at] for at in order],
        weights=[weighing[at] for at in order],
        sources=[content[1] for content in contents],
        targets=[content[2] for content in contents],
        bonds=made,
        first_bond=first_bond,
    )
    return weighed, lost


def _bound(contents: Sequence[Content], points: Sequence[tuple[int, int]]) -> tuple[list[Bond], list[int]]:
    """The bonds of all contents, and where those of each begin."""
    made: list[Bond] = []
    first_bond = [0]
    nowhere = NOBODY, NOBODY
    for owner, (kind, u, v, days, _) in enumerate(contents):
        made += bonds(kind, days, points[u], nowhere if v == NOBODY else points[v], owner)
        first_bond.append(len(made))
    return made, first_bond


def _gathered(
    statements: Iterable[Statement], numbering: Numbering
) -> tuple[list[Content], list[Statement], dict[int, list[Statement]], list[Statement]]:
    """The contents, the first statement of each, others of some (by place), and those that name what nobody knows."""
    numbers, aliases = numbering.numbers, numbering.aliases
    places: dict[Content, int] = {}
    first: list[Statement] = []
    more: dict[int, list[Statement]] = {}
    lost = []
    for given in statements:
        statement = given
        if aliases and (given.source in aliases or given.target in aliases):
            source, target = aliases.get(given.source, given.source), aliases.get(given.target, given.target)
            statement = attrs.evolve(given, source=source, target=target)
        if given.kind not in _USUAL:
            statement = canonical_form(statement)
        u, v = numbers.get(statement.source), numbers.get(statement.target, NOBODY)
        if u is None or (v == NOBODY and (statement.target or statement.kind not in ALONE)):
            lost.append(statement)
            continue
        content = statement.kind, u, v, statement.days, statement.strength == "likely"
        at = places.setdefault(content, len(first))
        if at == len(first):
            first.append(statement)
        else:
            more.setdefault(at, []).append(statement)
    return list(places), first, more, lost


def _queues(
    contents: Sequence[Content], first: list[Statement], more: Mapping[int, Sequence[Statement]], weights: Weights
) -> tuple[list[float], dict[tuple[float, int, str], list[int]]]:
    """What each content weighs, and who queues for acceptance: the heaviest, then the strongest; then by kind.

    The name of a source decides nothing. ``first`` is given the evidence of all who say the same.
    """
    weighing: list[float] = []
    queues: dict[tuple[float, int, str], list[int]] = {}
    shares: dict[str, float] = {}
    for at, statement in enumerate(first):
        if at in more or len(statement.evidence) != 1:
            first[at], weight = _weigh(statement, more.get(at, ()), weights)
        else:
            article = statement.evidence[0].article
            if article not in shares:
                shares[article] = weights.voice(article)[1]
            weight = statement.weight * shares[article]
        weighing.append(weight)
        queue = -weight, STRENGTHS[first[at].strength], contents[at][0]
        queues.setdefault(queue, []).append(at)
    return weighing, queues


def _place(content: Content) -> tuple[int, int, bool, int, bool, int]:
    """The place in a queue: by the numbers of what a statement is about, then by its days, open sides last."""
    _, u, v, (low, high), _ = content
    return u, v, low is None, low or 0, high is None, high or 0


def _weigh(first: Statement, others: Sequence[Statement], weights: Weights) -> tuple[Statement, float]:
    """A statement with the evidence of all who make it, and the weight of the independent ones among them."""
    group = (first, *others)
    shares: dict[str, float] = {}
    for statement in group:
        voices = weights.voices(statement.evidence)
        for name, weight in voices.items():
            share = statement.weight * weight / len(voices)
            shares[name] = max(share, shares.get(name, share))
    weight = sum(sorted(shares.values()))
    cited = {item for one in group for item in one.evidence} or {_as_stated(first)}
    evidence = tuple(sorted(cited, key=evidence_key))
    strength = min((statement.strength for statement in group), key=STRENGTHS.__getitem__)
    return attrs.evolve(
        first, strength=strength, weight=weight if others else first.weight, evidence=evidence
    ), weight


def _as_stated(statement: Statement) -> Evidence:
    """Evidence for a statement that came without any: the statement itself."""
    say = _day_or_count if statement.kind in DATES else str
    days = "/".join(".." if day is None else say(day) for day in statement.days)
    words = (statement.source, statement.kind, statement.target, days if days != "../.." else "")
    return Evidence(article="", rule="stated", note=" ".join(filter(None, words)))


def _day_or_count(day: int) -> str:
    return (iso(day) or "") if FIRST_DAY <= day <= LAST_DAY else str(day)


def evidence_key(evidence: Evidence) -> tuple[str, int, int, str, str, str]:
    """A key that sorts evidence by article and place."""
    span = evidence.span
    place = (-1, -1) if span is None else (span.start, span.stop)
    return evidence.article, *place, evidence.rule, evidence.quote, evidence.note
