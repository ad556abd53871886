"""Laws of linking, for any reports: of the order of articles, of copies, of what one event may hold."""

from __future__ import annotations

import random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import link
from ceasetimeline.linking.matching import Rarity, match
from ceasetimeline.linking.profiles import make_profiles
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import UNKNOWN_PUBLICATION, Article, ArticleReading, Mention, Publication, Roles, Span
from ceasetimeline.text.sentences import split_sentences

FIRST = 739000
SENTENCES = (
    "Envoys met in the port city for a second round of talks.",
    "The rebels turned down a truce of ten days put forward by the mediators.",
    "The government accepted the swap of 40 captives.",
    "A truce of ten days was due to begin at dawn.",
    "Both sides signed the paper on the release of captives in the capital.",
)
TYPES = ("talks", "proposal", "acceptance", "rejection", "ceasefire", "release", "signing", "demand")
ACTORS = ("Israel", "Hamas", "Egypt", "Qatar")
LEXICON = Lexicon.default()


@st.composite
def moves(draw: st.DrawFn, name: str, number: int, text: str) -> Mention:
    actors = st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(tuple)
    start = draw(st.integers(0, max(0, len(text) - 8)))
    first = FIRST + draw(st.integers(-5, 5))
    bounds = draw(
        st.sampled_from(
            [
                OPEN,
                TimeBounds.until(first),
                TimeBounds.since(first),
                TimeBounds.within(Interval(first, first + 1)),
                TimeBounds.within(Interval(first, first + 6)),
            ]
        )
    )
    return Mention(
        id=f"{name}-{number}",
        article=name,
        span=Span(start, start + 6),
        quote=text[start : start + 6],
        type=draw(st.sampled_from(TYPES)),
        realis=draw(st.sampled_from(["actual", "actual", "planned", "denied", "hypothetical"])),
        roles=Roles(agent=draw(actors), addressee=draw(actors)),
        venue=draw(st.sampled_from(["", "Doha", "Cairo"])),
        bounds=bounds,
    )


@st.composite
def reports(draw: st.DrawFn, name: str) -> ArticleReading:
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))
    day = draw(st.none() | st.integers(FIRST - 3, FIRST + 3))
    publication = UNKNOWN_PUBLICATION if day is None else Publication.on(day)
    count = draw(st.integers(0, 4))
    return ArticleReading(
        article=Article(id=name, text=text, source=draw(st.sampled_from(["", "p", "q"])), publication=publication),
        sentences=split_sentences(text),
        mentions=tuple(draw(moves(name, number, text)) for number in range(count)),
        sketch=sketch(text),
    )


@st.composite
def corpora(draw: st.DrawFn) -> list[ArticleReading]:
    return [draw(reports(f"a{number}")) for number in range(draw(st.integers(1, 5)))]


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(corpus: list[ArticleReading], chance: random.Random) -> None:
    mixed = list(corpus)
    chance.shuffle(mixed)
    assert link(mixed, LEXICON) == link(corpus, LEXICON)


@given(corpora())
def test_every_mention_is_in_exactly_one_event(corpus: list[ArticleReading]) -> None:
    told = sorted(name for event in link(corpus, LEXICON).events for name in event.mentions)
    assert told == sorted(mention.id for reading in corpus for mention in reading.mentions)


@given(corpora())
def test_no_event_is_both_denied_and_real(corpus: list[ArticleReading]) -> None:
    realis = {mention.id: mention.realis for reading in corpus for mention in reading.mentions}
    for event in link(corpus, LEXICON).events:
        assert len({realis[name] == "denied" for name in event.mentions}) == 1


@settings(max_examples=200)
@given(corpora())
def test_a_copy_of_an_article_adds_evidence_but_no_event(corpus: list[ArticleReading]) -> None:
    before = link(corpus, LEXICON)
    original = corpus[0]
    article = attrs.evolve(original.article, id="copy")
    mentions = tuple(
        attrs.evolve(mention, id=f"copy-{number}", article="copy") for number, mention in enumerate(original.mentions)
    )
    after = link([*corpus, attrs.evolve(original, article=article, mentions=mentions)], LEXICON)
    assert len(after.events) <= len(before.events)


@given(corpora())
def test_every_merge_says_why_and_every_link_cites_both_sides(corpus: list[ArticleReading]) -> None:
    linking = link(corpus, LEXICON)
    names = {event.id for event in linking.events}
    assert all(len(event.why) == len(event.mentions) - 1 for event in linking.events)
    assert all(evidence.note for event in linking.events for evidence in event.why)
    for statement in linking.statements:
        assert statement.source in names
        assert statement.evidence
    for conflict in linking.conflicts:
        assert set(conflict.subjects) <= names
        assert len(conflict.claims) > 1
        assert all(claim.evidence for claim in conflict.claims)


@given(corpora())
def test_matching_is_symmetric(corpus: list[ArticleReading]) -> None:
    profiles = make_profiles(corpus, {}, LEXICON)
    rarity = Rarity.of(profiles)
    for one in profiles:
        for two in profiles:
            assert (match(one, two, rarity) is None) == (match(two, one, rarity) is None)


@given(corpora(), st.integers(-3000, 3000))
def test_a_shift_of_all_days_shifts_the_events(corpus: list[ArticleReading], days: int) -> None:
    def moved(reading: ArticleReading) -> ArticleReading:
        day = reading.article.publication.day
        publication = UNKNOWN_PUBLICATION if day is None else Publication.on(day + days)
        mentions = tuple(attrs.evolve(m, bounds=m.bounds.moved(days)) for m in reading.mentions)
        return attrs.evolve(
            reading, article=attrs.evolve(reading.article, publication=publication), mentions=mentions
        )

    there = {event.id: event.bounds for event in link([moved(reading) for reading in corpus], LEXICON).events}
    here = {event.id: event.bounds.moved(days) for event in link(corpus, LEXICON).events}
    assert there == here
