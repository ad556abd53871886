"""What reports contradict each other in: role, number, place, round, yes or no; every side with its words.

Differences about dates and order are statements: the order room weighs them. Here is what no calendar settles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.codec import content_id
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.matching import ENOUGH, Rarity, match, points
from ceasetimeline.linking.profiles import Profile
from ceasetimeline.linking.told import Told
from ceasetimeline.model import Claim, Conflict, Evidence, Span, Statement

Sides = Mapping[str, Sequence[Profile]]
"""What some mentions say, each value with the mentions that say it."""

YES_OR_NO: Final = 2
"""Days by which a yes and a no may lie apart and still contradict each other; later, minds may have changed."""
LOOKED_AT: Final = 10


def find_conflicts(told: Sequence[Told], rarity: Rarity, lexicon: Lexicon) -> tuple[Conflict, ...]:
    """The contradictions inside events and between events, sorted; each names its sides with their evidence."""
    told = tuple(map(_as_corrected, told))
    inside = (
        _conflict(kind, (item.event.id,), {value: (item.event.id, rows) for value, rows in sides.items()})
        for item in told
        for kind, read in INSIDE.items()
        for sides in read(item)
    )
    return tuple(
        sorted([*inside, *_yes_or_no(told, lexicon), *_denied(told, rarity, lexicon)], key=lambda c: (c.kind, c.id))
    )


def _as_corrected(item: Told) -> Told:
    """The event without the mentions that a later version of their article corrects, where others tell it."""
    kept = tuple(profile for profile in item.profiles if not profile.retracted)
    return Told(item.event, kept) if kept and len(kept) < len(item.profiles) else item


def date_statements(told: Sequence[Told]) -> tuple[Statement, ...]:
    """The dates that contradict the bounds of their event, as statements to be weighed against them."""
    return tuple(
        Statement(
            kind="date",
            source=item.event.id,
            days=(profile.mention.bounds.earliest_start, profile.mention.bounds.latest_end),
            evidence=profile.mention.bounds_because or (_evidence(profile, "date"),),
        )
        for item in told
        for profile in item.profiles
        if not profile.retracted and item.event.bounds.intersection(profile.mention.bounds) is None
    )


def telling_days(told: Sequence[Told]) -> tuple[Statement, ...]:
    """That what a report tells as done was done, or had begun, by the day on which it stood in print."""
    found = []
    for item in told:
        reports = [
            (profile.published[1], profile)
            for profile in item.profiles
            if profile.mention.realis == "actual" and profile.published[1] is not None and _says_no_later(profile)
        ]
        if reports:
            day, first = min(reports, key=lambda report: (report[0], report[1].mention.id))
            kind = "start_date" if any(kin.lasts for kin in first.kins) else "date"
            evidence = (_evidence(first, "told"),)
            found.append(Statement(kind=kind, source=item.event.id, days=(None, day), evidence=evidence))
    return tuple(found)


def _says_no_later(profile: Profile) -> bool:
    """Whether the mention's own days leave it open that the move was over when it was reported."""
    low = profile.mention.bounds.earliest_start
    published = profile.published[1]
    return low is None or published is None or low <= published


def denials(told: Sequence[Told], rarity: Rarity, lexicon: Lexicon) -> tuple[Statement, ...]:
    """Which denial is of which event, as ``denies`` statements."""
    return tuple(
        Statement(
            kind="denies",
            source=no.event.id,
            target=yes.event.id,
            evidence=(_evidence(no.profiles[0], "denies"), _evidence(yes.profiles[0], "denied")),
        )
        for no, yes in _denied_pairs(told, rarity, lexicon)
    )


def _roles(item: Told) -> Iterator[Sides]:
    """Who acts: two sides that have nobody in common, and no other name for the same side."""
    sides: dict[str, list[Profile]] = defaultdict(list)
    for profile in item.profiles:
        if profile.acting:
            sides[", ".join(sorted(profile.acting))].append(profile)
    values = sorted(sides, key=lambda value: (-len(sides[value]), value))
    for place, one in enumerate(values):
        for two in values[place + 1 :]:
            named = set(two.split(", "))
            if not named & {*one.split(", "), *sides[one][0].akin}:
                yield {one: sides[one], two: sides[two]}
                return


def _quantities(item: Told) -> Iterator[Sides]:
    """How many: exact counts of one thing, on one day."""
    things: dict[str, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for profile in item.profiles:
        if profile.is_precise or not profile.is_dated or profile.pace >= YES_OR_NO:
            for thing, count in profile.content.exact.items():
                things[thing][f"{count} {thing}"].append(profile)
    yield from _disagreeing(things[thing] for thing in sorted(things))
    lengths: dict[str, list[Profile]] = defaultdict(list)
    for profile in item.profiles:
        if len(profile.content.durations) == 1:
            lengths[f"{min(profile.content.durations):g} days"].append(profile)
    yield from _disagreeing([lengths])


def _places(item: Told) -> Iterator[Sides]:
    """Where: places of which neither lies in the other."""
    sides: dict[str, list[Profile]] = defaultdict(list)
    for profile in item.profiles:
        if profile.place:
            sides[profile.place].append(profile)
    yield from _disagreeing([sides])


def _rounds(item: Told) -> Iterator[Sides]:
    """Which round it was."""
    sides: dict[str, list[Profile]] = defaultdict(list)
    for profile in item.profiles:
        if profile.content.round is not None:
            sides[str(profile.content.round)].append(profile)
    yield from _disagreeing([sides])


INSIDE: Final[Mapping[str, Callable[[Told], Iterator[Sides]]]] = {
    "role": _roles,
    "quantity": _quantities,
    "place": _places,
    "round": _rounds,
}
"""What to compare among the mentions of one event, by the kind of conflict it makes."""


def _disagreeing(groups: Iterable[Mapping[str, Sequence[Profile]]]) -> Iterator[Sides]:
    """The groups with several values that different witnesses stand for; nobody contradicts himself."""
    for sides in groups:
        voices = [{profile.witness for profile in rows} for rows in sides.values()]
        if len(sides) > 1 and len(set().union(*voices)) > 1 and not set.intersection(*voices):
            yield sides


def _yes_or_no(told: Sequence[Told], lexicon: Lexicon) -> Iterator[Conflict]:
    """Events of opposite kinds by one actor, on one day and in answer to one, told by different witnesses."""
    kins = {kin.name: kin for kin in lexicon.kins}
    by_kin: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for item in sorted(told, key=_when):
        if item.event.realis == "actual":
            for kin in item.profiles[0].kins:
                for actor in sorted(item.acting):
                    by_kin[kin.name, actor].append(item)
    for (name, actor), rows in sorted(by_kin.items(), key=lambda entry: entry[0]):
        for other in kins[name].opposes if name in kins else ():
            if name < other:
                against = by_kin.get((other, actor), [])
                pairs = ((one, two) for one in rows for two in _nearest(against, one) if _contradict(one, two))
                yield from (_between(one, two) for one, two in pairs)


def _contradict(one: Told, two: Told) -> bool:
    if one.acting != two.acting or _voices(one) & _voices(two) or _sentences(one) & _sentences(two):
        return False
    if one.addressed and two.addressed and not one.addressed & two.addressed:
        return False
    if _facets(one) != _facets(two):  # to deny a report, or to refuse a renewal, is no refusal of what was accepted
        return False
    if not one.event.bounds.overlaps(two.event.bounds) or one.day is None or two.day is None:
        return False
    return abs(one.day - two.day) <= YES_OR_NO


def _facets(item: Told) -> frozenset[str]:
    return frozenset().union(*(profile.content.facets for profile in item.profiles))


def _denied(told: Sequence[Told], rarity: Rarity, lexicon: Lexicon) -> Iterator[Conflict]:
    """Denials against the reports they deny; a sentence that denies its own words ("denied that it had") is none."""
    for no, yes in _denied_pairs(told, rarity, lexicon):
        if _sentences(no).isdisjoint(_sentences(yes)):
            yield _between(yes, no)


def _sentences(item: Told) -> set[tuple[str, Span]]:
    places = ((profile.mention.article, profile.content.sentence) for profile in item.profiles)
    return {(article, sentence) for article, sentence in places if sentence is not None}


def _denied_pairs(told: Sequence[Told], rarity: Rarity, lexicon: Lexicon) -> Iterator[tuple[Told, Told]]:
    """Each denial with the event that it denies: the one that matches it best but for being told as a fact."""
    deniable = _deniable(lexicon)
    facts: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for item in sorted(told, key=_when):
        if item.event.realis == "actual":
            for actor in sorted(item.acting):
                facts[item.event.type, actor].append(item)
    for no in told:
        if no.event.realis != "denied":
            continue
        types = sorted(deniable.get(no.event.type, set()) | {no.event.type})
        rows = [facts[name, actor] for name in types for actor in sorted(no.acting) if (name, actor) in facts]
        near = {yes.event.id: yes for row in rows for yes in _nearest(row, no) if _was_by_then(yes, no)}
        offers = [(_likely(no, yes, rarity), name) for name, yes in sorted(near.items())]
        best = max(offers, default=(0.0, ""))
        if best[0] >= ENOUGH:
            yield no, near[best[1]]


def _when(item: Told) -> tuple[int, str]:
    return (10**9 if item.day is None else item.day, item.event.id)


def _nearest(row: Sequence[Told], to: Told) -> Iterator[Told]:
    """The events of a row, which is in order of days, that lie next to another and may be of its days."""
    place = bisect_left(row, _when(to), key=_when)
    around = row[max(0, place - LOOKED_AT) : place + LOOKED_AT]
    return (item for item in around if item.event.bounds.overlaps(to.event.bounds))


def _was_by_then(yes: Told, no: Told) -> bool:
    """Whether what is told as a fact was so when it was denied: talks "had not yet begun" before they began."""
    denied = [latest for profile in no.profiles if (latest := profile.published[1]) is not None]
    known = yes.event.bounds.latest_end
    return not denied or known is None or known <= max(denied)


def _deniable(lexicon: Lexicon) -> Mapping[str, set[str]]:
    """What else a denial of one type may deny: its kin, and an agreement of which it denies one side's consent."""
    reciprocal = {row.name for row in lexicon.event_types if row.reciprocal}
    found: dict[str, set[str]] = defaultdict(set)
    for kin in lexicon.kins:
        for name in kin.types:
            found[name] |= set(kin.types)
    for row in lexicon.event_types:
        for link in row.links:
            found[row.name] |= set(link.to) & reciprocal if link.kind == "answers" else set()
    return found


def _likely(no: Told, yes: Told, rarity: Rarity) -> float:
    """How well a denial matches an event when it is read as if it told of one, and of that type."""
    denial = no.profiles[0]
    read_as: dict[tuple[str, str], Profile] = {}
    scores = [0.0]
    for profile in yes.profiles[:LOOKED_AT]:
        realis, name = profile.mention.realis, profile.mention.type
        if (realis, name) not in read_as:
            mention = attrs.evolve(denial.mention, realis=realis, type=name)
            read_as[realis, name] = attrs.evolve(denial, mention=mention)
        found = match(read_as[realis, name], profile, rarity)
        scores += [] if found is None else [points(found)]
    return max(scores)


def _voices(item: Told) -> set[str]:
    return {profile.witness for profile in item.profiles}


def _between(one: Told, two: Told) -> Conflict:
    """Two events that cannot both have happened as told."""
    sides = {
        f"{item.event.type} {item.event.realis}": (item.event.id, item.profiles)
        for item in sorted((one, two), key=lambda item: item.event.id)
    }
    return _conflict("realis", (one.event.id, two.event.id), sides)


def _conflict(kind: str, subjects: Sequence[str], sides: Mapping[str, tuple[str, Sequence[Profile]]]) -> Conflict:
    claims = sorted(
        (_claim(kind, value, event, profiles) for value, (event, profiles) in sides.items()),
        key=lambda claim: (-claim.statement.weight, claim.statement.target),
    )
    weights = [claim.statement.weight for claim in claims]
    return Conflict(
        id=content_id("c", kind, *sorted(subjects), *sorted(sides)),
        kind=kind,
        subjects=tuple(sorted(subjects)),
        claims=tuple(claims),
        status="outweighed" if weights[0] > weights[1] else "contested",
    )


def _claim(kind: str, value: str, event: str, profiles: Sequence[Profile]) -> Claim:
    evidence = tuple(_evidence(profile, kind) for profile in profiles)
    weight = float(len({profile.witness for profile in profiles}))
    return Claim(
        statement=Statement(kind=kind, source=event, target=value, weight=weight, evidence=evidence),
        evidence=evidence,
    )


def _evidence(profile: Profile, rule: str) -> Evidence:
    mention = profile.mention
    return Evidence(article=mention.article, span=mention.span, quote=mention.quote, rule=f"difference.{rule}")
