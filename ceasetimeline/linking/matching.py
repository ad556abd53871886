"""Whether two mentions tell of one move: points for and against, each with its reason.

The points are judgements in half steps, not trained weights: a sure date or a shared number weighs as much as the
actors, words weigh by how rare they are in the corpus, and some differences forbid a merge whatever else agrees.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.linking.content import Content, stem
from ceasetimeline.linking.profiles import WEAK, Profile

ENOUGH: Final = 4.0
"""Points from which two mentions are taken for one move."""
SAME_DAY: Final = 2.5
NEAR_DAY: Final = 1.0
"""Points for one day stated by both, and for reports of one day without a date of their own."""
NEWS: Final = 5
"""Days within which undated reports of even a rare move are likely of one; later ones may look back or ahead."""
TOLD: Final = 14
"""Days that an undated report may look over: two of its moves are one the surer, the rarer such moves are."""
NEAR_DAYS: Final = 3
"""Days by which two reports may differ about the date of one move."""
KNOWN: Final = 1.0
TO_OTHERS: Final = -1.0
CORRECTED: Final = ("corrected later", SAME_DAY)
OTHER_FACET: Final = -2.0
"""Points for each facet that one has and the other has not: as much as an agreement's actors tell for it."""
SERIES: Final = 3
"""Days between two moves up to which a stretch of more days is rather a series than a vague date of one."""
UNIQUE: Final = 60
"""Days between two moves from which on there is but one on a day, whoever made it."""
RARE: Final = 10
"""Days between two moves from which on a differing date is rather a contradiction than another move."""
UNLIKE: Final = 0.08
"""Likeness below which one article speaks of two demands, proposals or answers, not of one twice."""
IN_ONE_TEXT: Final = -3.0
"""Points where one text calls a move by two types: who tells of a journey and of talks mostly means two."""
SCARCE: Final = 7
"""Days between two moves from which on two articles that share few words still mean one answer."""
ONE_TEXT: Final = 0.5
REWRITTEN: Final = 1.5
"""Points for standing in one text, and for sentences so alike that one version rewrote the other's."""
ROUNDS: Final = frozenset(map(stem, ("round", "session", "meeting", "exchange")))
UNLIKE_DEMANDS: Final = 0.2
"""Likeness below which one text makes two demands."""
LIKE: Final = 0.4
SHARED: Final = 0.1
"""Likeness of words (cosine, weighted by rarity) that speaks for one move even against a small difference.

A place, number, duration or count in common each counts as so much likeness more.

Measured on 44 pairs of reports written for it, half of one move under two days and half of recurring moves
(``python -m bench.score_likeness``, docs/decisions/0016).
"""

CORPUS: Final = 50
"""Articles from which on a corpus tells how rare a word is; in a smaller one every shared word would be common."""

Reason = tuple[str, float]


@attrs.frozen
class Rarity:
    """How much a word tells: by how few of the corpus' articles have it.

    ``weights`` are squares, as a cosine needs them; ``norms`` are the sums for whole mentions.
    """

    weights: Mapping[str, float]
    norms: Mapping[frozenset[str], float]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Rarity:
        """The weights of all words that mentions use, by the articles that use them."""
        seen = {(profile.mention.article, word) for profile in profiles for word in profile.content.words}
        total = max(CORPUS, len({profile.mention.article for profile in profiles}))
        spread = Counter(word for _, word in seen)
        weights = {word: math.log(1 + total / count) ** 2 for word, count in spread.items()}
        norms = {words: _sum(words, weights) for words in {profile.content.words for profile in profiles}}
        return cls(weights, norms)

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """From 0 (no word in common) to 1 (the same words), by their weight in common (a cosine)."""
        common = a & b
        if not common:
            return 0.0
        return _sum(common, self.weights) / math.sqrt(self.norms[a] * self.norms[b])


def _sum(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """Exact, so that it does not depend on the order of a set."""
    return math.fsum(weights[word] for word in words)


def match(a: Profile, b: Profile, rarity: Rarity) -> tuple[Reason, ...] | None:
    """The reasons for and against taking two mentions for one move; None where something forbids it."""
    reasons: list[Reason] = []
    if _types(a, b, 0.0) is None or _realis(a, b, 0.0) is None:
        return None
    like = rarity.likeness(a.content.words, b.content.words)
    for check in CHECKS:
        found = check(a, b, like)
        if found is None:
            return None
        reasons.extend(found)
    return tuple(reasons)


def points(reasons: Iterable[Reason]) -> float:
    """The sum of the points."""
    return math.fsum(value for _, value in reasons)


def _types(a: Profile, b: Profile, _: float) -> list[Reason] | None:
    if a.mention.type == b.mention.type:
        return [(f"both {a.mention.type}", 1.0)]
    shared = {kin.name for kin in a.kins} & {kin.name for kin in b.kins}
    differ = IN_ONE_TEXT if a.version == b.version else -1.0
    return [(f"{a.mention.type} and {b.mention.type} may be one", differ)] if shared else None


def _words(a: Profile, b: Profile, like: float) -> list[Reason]:
    reasons = [("likeness of words", round(4 * like, 2))]
    said = any(kin.said for kin in (*a.kins, *b.kins))
    if said and not a.content.counts & b.content.counts and not a.content.durations & b.content.durations:
        reasons.extend(_of_other_things(a, b, like))
    return reasons


def _of_other_things(a: Profile, b: Profile, like: float) -> list[Reason]:
    """That two sayings share too few words to be about one thing; one text seldom makes one demand twice."""
    if a.version != b.version:
        return [("of other things", -0.5)] if like < UNLIKE and min(a.pace, b.pace) < SCARCE else []
    asks = any(kin.asks for kin in (*a.kins, *b.kins))
    if like < UNLIKE:
        return [("of other things", -2.5 if asks else -1.0)]
    return [("of other things", -1.0)] if asks and like < UNLIKE_DEMANDS else []


def _realis(a: Profile, b: Profile, _: float) -> list[Reason] | None:
    one, two = a.mention.realis, b.mention.realis
    if one == two:
        return []
    if "denied" in (one, two):
        return None
    if one in WEAK or two in WEAK:
        both = one in WEAK and two in WEAK
        return [("both not real", -0.5) if both else ("one real, one not", -2.0)]
    plan, fact = (a, b) if one == "planned" else (b, a)
    if _is_superseded(plan, fact) or (a.mention.article == b.mention.article and not plan.is_precise):
        return None  # who tells in one text what is done and what is still to come tells of two moves
    return [("planned, then done", 0.0 if plan.is_dated else -0.5)]


def _is_superseded(plan: Profile, fact: Profile) -> bool:
    """Whether a plan cannot be this fact: told of when its day was past, or after the fact was over."""
    past = _precedes(plan.window[1], plan.published[0]) and fact.version != plan.version
    over, told = fact.window[1], plan.published[0]
    if over is None or told is None:
        return past
    # That something was going on some time before the day of a plan does not make it what was planned that day.
    earlier = not fact.is_precise and over <= told and _precedes(over, fact.published[1])
    return past or earlier or over < told - 1


def _actors(a: Profile, b: Profile, like: float) -> list[Reason] | None:
    if not a.acting or not b.acting:
        together = a.present & b.present
        if not together:
            return None if a.present and b.present else [("nobody named", 0.0)]
        return [(f"{_names(together)} in both", 0.5)]
    common = a.acting & b.acting
    if not common:
        return _namesakes(a, b) or _swapped(a, b, like)
    if a.acting == b.acting and a.addressed and b.addressed and not a.addressed & b.addressed:
        answers = all(kin.said and not kin.asks for kin in (*a.kins, *b.kins))
        return [(f"same actors, to others: {_names(a.acting)}", 1.0 if answers else TO_OTHERS)]
    if a.acting == b.acting or (a.present == b.present and a.mention.type == b.mention.type):
        return [(f"same actors: {_names(a.acting | b.acting)}", 2.0)]
    shares = (
        (a.acting <= b.present and b.acting <= a.present, 1.5),
        (a.acting <= b.acting or b.acting <= a.acting, 1.0),
        (True, 0.5),
    )
    return [(f"actors in common: {_names(common)}", next(value for holds, value in shares if holds))]


def _namesakes(a: Profile, b: Profile) -> list[Reason]:
    """That one report may name the state, the other its army, where all who act correspond so."""
    if a.acting <= b.akin and b.acting <= a.akin:
        return [(f"{_names(a.acting)} may be {_names(b.acting)}", 1.0)]
    return []


def _swapped(a: Profile, b: Profile, like: float) -> list[Reason] | None:
    """Told of one sure day in like words, but with other actors: a contradiction to show, where both cannot be."""
    one_way = all(kin.one_way for kin in (*a.kins, *b.kins))
    other = a.acting <= b.addressed and b.acting <= a.addressed
    if one_way and (other or min(a.pace, b.pace) >= UNIQUE) and _is_one_report(a, b, like):
        return [(f"roles differ: {_names(a.acting)} or {_names(b.acting)}", 1.5)]
    return None


def _is_alike(a: Profile, b: Profile, like: float) -> bool:
    """Whether words and particulars are so alike that a difference is rather a contradiction than another move."""
    one, two = a.content, b.content
    shared = (
        bool(a.place) and a.place == b.place,
        one.round is not None and one.round == two.round,
        bool(one.durations & two.durations),
        bool(one.counts & two.counts),
    )
    return like + SHARED * sum(shared) >= LIKE


def _is_one_report(a: Profile, b: Profile, like: float) -> bool:
    """Whether two witnesses speak of one day, their own where they name none, in much the same words."""
    sure = a.is_precise and a.window == b.window
    one_day = sure or (a.published == b.published and all(x.is_precise or not x.is_dated for x in (a, b)))
    return _is_alike(a, b, like) and a.witness != b.witness and one_day


def _days(a: Profile, b: Profile, like: float) -> list[Reason] | None:
    """What the days say: the fewer such moves the days leave room for, the surer that both tell of one."""
    if _precedes(a.window[1], b.window[0]) or _precedes(b.window[1], a.window[0]):
        return _misdated(a, b, like)
    if a.is_precise and b.is_precise:
        return [("same day", SAME_DAY)]
    if a.soft is None or b.soft is None:
        return [_undated(a, b)]
    if a.is_dated and b.is_dated:
        room = max(high - low + 1 for low, high in (a.soft, b.soft))
        if a.is_precise != b.is_precise and min(a.pace, b.pace) <= SERIES and room > SERIES:
            return [("one of a series, or the series", -0.5)]
        return [("days overlap", max(0.0, SAME_DAY - _crowd(room, a, b)))]
    apart = _days_apart(a, b)
    return [("told within days", max(-SAME_DAY, NEAR_DAY - _crowd(apart + 2, a, b, at_most=NEWS)))]


def _undated(a: Profile, b: Profile) -> Reason:
    """What it says that reports name no day and nobody knows theirs: in one text at least both are of its day."""
    if a.soft is b.soft and a.version == b.version:
        return "told together", NEAR_DAY - _crowd(TOLD, a, b)
    return "no day to compare", -0.5


def _is_corrected(a: Profile, b: Profile) -> bool:
    """Whether one is what the other's article corrects: told in the same words but for the corrected ones."""
    same = a.mention.quote == b.mention.quote or a.content.words == b.content.words
    return a.version == b.version and a.retracted != b.retracted and same


def _crowd(days: int, a: Profile, b: Profile, at_most: int = 10**6) -> float:
    """How much a stretch of days weakens the evidence: a point for each doubling of the moves it leaves room for."""
    return round(math.log2(max(1.0, days / min(a.pace, b.pace, at_most))), 2)


def _misdated(a: Profile, b: Profile, like: float) -> list[Reason] | None:
    """Two sure dates that differ by days, of a move that does not recur, told in like words: a contradiction."""
    if _is_corrected(a, b):
        return [CORRECTED]
    recurs = min(a.pace, b.pace) < RARE and (a.content.round is None or a.content.round != b.content.round)
    real = a.mention.realis == b.mention.realis == "actual"
    sure = a.is_precise and b.is_precise and real and _is_alike(a, b, like) and a.witness != b.witness
    if recurs or not sure or _differ(a.content.durations, b.content.durations):
        return None
    low, high = sorted((a.window, b.window))
    gap = (high[0] or 0) - (low[1] or 0)
    return [("dates differ", 0.5)] if gap <= NEAR_DAYS else None


def _differ(a: frozenset[float], b: frozenset[float]) -> bool:
    return bool(a and b) and not a & b


def _numbers(a: Profile, b: Profile, like: float) -> list[Reason] | None:
    one, two = a.content, b.content
    reasons: list[Reason] = []
    if _is_one_of_several(one, two) or _is_one_of_several(two, one):
        return None
    said = any(kin.said for kin in (*a.kins, *b.kins))  # what they speak of is numbered, not the saying
    if one.round is not None and two.round is not None and not said:
        if one.round == two.round:
            reasons.append((f"both number {one.round}", 2.0))
        elif _is_corrected(a, b) or _is_one_report(a, b, like):
            reasons.append((f"number {one.round} or {two.round}", -0.5))
        else:
            return None
    if one.durations & two.durations:
        own = 1.0 if a.mention.duration and b.mention.duration else 0.5
        reasons.append((f"both {min(one.durations & two.durations):g} days long", own))
    elif _differ(one.durations, two.durations):
        one_day = a.is_precise and b.is_precise
        if a.mention.duration and b.mention.duration and not one_day:
            return None
        reasons.append(("other durations", -2.0 if one_day else -3.0))
    if one.counts & two.counts:
        thing, count = min(one.counts & two.counts)
        reasons.append((f"both count {count} {thing}", 1.0))
    return reasons


def _is_one_of_several(one: Content, several: Content) -> bool:
    """Whether one is a numbered round, and the other tells of several ("eight rounds of talks")."""
    return one.round is not None and any(thing in ROUNDS and count > 1 for thing, count in several.counts)


def _facets(a: Profile, b: Profile, _: float) -> list[Reason] | None:
    """A renewal is not what it renews; only reports of one day may call one step a renewal or something new."""
    names = sorted(a.content.facets ^ b.content.facets)
    if names and _days_apart(a, b) > 1:
        return None
    return [(f"one a {name}, one not", OTHER_FACET) for name in names]


def _place(a: Profile, b: Profile, _: float) -> list[Reason] | None:
    if not a.place or not b.place:
        return []
    if a.place == b.place:
        return [(f"same place: {a.place}", 0.5)]
    if _is_corrected(a, b):
        return []
    return None if a.version == b.version else [(f"{a.place} or {b.place}", -1.0)]


def _passage(a: Profile, b: Profile, like: float) -> list[Reason]:
    """A writer who names a move twice in one sentence mostly means two; versions of one text tell the same moves."""
    if a.mention.article != b.mention.article:
        if a.version != b.version:
            return []
        twins = a.mention.quote == b.mention.quote and a.content.words == b.content.words
        if twins:
            return [("same words in a copy", ENOUGH + 2)]
        return [("versions of one text", REWRITTEN if like >= LIKE else ONE_TEXT)]
    if a.content.sentence is not None and a.content.sentence == b.content.sentence:
        return [("one sentence", -2.5)]
    later = max(a, b, key=lambda profile: profile.place_in_text)
    known = later.content.definite and any(kin.said for kin in later.kins)
    return [("one article", ONE_TEXT), *([("spoken of as known", KNOWN)] if known else [])]


CHECKS: Final[tuple[Callable[[Profile, Profile, float], list[Reason] | None], ...]] = (
    _types,
    _realis,
    _actors,
    _days,
    _numbers,
    _facets,
    _place,
    _words,
    _passage,
)
"""All that speaks for or against a merge; each gives its reasons, or None to forbid it."""


def _precedes(latest: int | None, earliest: int | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _days_apart(a: Profile, b: Profile) -> int:
    """The days between two reports, each standing on its own date or else on its publication."""
    (low, high), (first, last) = _standing(a), _standing(b)
    return max(low - last, first - high, 0)


def _standing(profile: Profile) -> tuple[int, int]:
    """The days on which a mention stands: its own, or the last it may be of, or those of its publication."""
    low, high = profile.window
    if high is not None:
        return (high if low is None else low), high
    first, last = profile.published
    return (first, last) if first is not None and last is not None else profile.soft or (0, 0)


def _names(actors: frozenset[str]) -> str:
    return ", ".join(sorted(actors))
