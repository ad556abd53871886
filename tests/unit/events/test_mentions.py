"""Mentions: type, roles, stance, attribution and days by mechanism, on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import ordinal
from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.events.order_cues import order_cues
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, UNKNOWN_PUBLICATION, Article, Mention, Publication
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times

LEXICON = Lexicon.default()
TITLE = "Ceasefire talks in the war"
TUESDAY = "2025-07-08"


def read(text: str, published: str | None = TUESDAY, title: str = TITLE) -> tuple[Mention, ...]:
    publication = Publication.on(ordinal(published)) if published else UNKNOWN_PUBLICATION
    article = Article(id="a", text=text, title=title, published=published, publication=publication)
    sentences = split_sentences(text)
    times = read_times(article, sentences, LEXICON, DEFAULT_SETTINGS)
    return find_mentions(article, sentences, times, LEXICON, DEFAULT_SETTINGS)


def told(text: str, type_: str, published: str | None = TUESDAY) -> Mention:
    found = [mention for mention in read(text, published) if mention.type == type_]
    assert found, [mention.type for mention in read(text, published)]
    return found[-1]


@pytest.mark.parametrize(
    ("text", "type_", "realis"),
    [
        ("Ukraine accepted the truce plan.", "acceptance", "actual"),
        ("Ukraine will accept the truce plan.", "acceptance", "planned"),
        ("Ukraine has not accepted the truce plan.", "acceptance", "denied"),
        ("Ukraine denied that it had accepted the truce plan.", "acceptance", "denied"),
        ("Ukraine did not reject the truce plan.", "rejection", "denied"),
        ("Ukraine refused to rule out the truce plan.", "rejection", "denied"),
        ("Ukraine may accept the truce plan.", "acceptance", "hypothetical"),
        ("If Ukraine accepts the plan, talks may follow.", "acceptance", "hypothetical"),
        ("It is unclear whether Ukraine will accept the plan.", "acceptance", "hypothetical"),
        ("Turkey urged Ukraine to accept the truce plan.", "acceptance", "demanded"),
        ("Ukraine is expected to accept the truce plan.", "acceptance", "planned"),
        ("Turkey works to secure Ukraine's acceptance of the plan.", "acceptance", "demanded"),
        ("The truce will not start until Friday.", "entry_into_force", "planned"),
        ("Talks between Ukraine and Russia are on the verge of collapse.", "breakdown", "hypothetical"),
        ("Ukraine and Russia agreed to free 100 prisoners.", "release", "planned"),
        ("Ukraine would only accept a truce if Russia left.", "demand", "actual"),
        ("Ukraine denied violating the truce with Russia.", "violation", "denied"),
        ("Ukraine denies ever having accepted the truce plan.", "acceptance", "denied"),
        ("Ukraine stopped short of accepting the truce plan.", "acceptance", "denied"),
        ("Ukraine cannot accept the truce plan.", "rejection", "actual"),
        ("The truce plan cannot be accepted by Ukraine.", "rejection", "actual"),
        ("Ukraine will not sign the truce deal.", "rejection", "actual"),
        ("The war led to six rounds of talks between Ukraine and Russia.", "talks", "actual"),
        ("The truce was extended on 2 August between Ukraine and Russia.", "extension", "actual"),
    ],
)
def test_realis(text: str, type_: str, realis: str) -> None:
    assert told(text, type_).realis == realis


@pytest.mark.parametrize(
    ("text", "type_", "sayers"),
    [
        ("Russia rejected the truce plan.", "rejection", ()),
        ("Ukraine said Russia had rejected the truce plan.", "rejection", ("Ukraine",)),
        ("Russia has rejected the truce plan, according to Ukraine.", "rejection", ("Ukraine",)),
        ("Russia has rejected the truce plan, Ukraine said.", "rejection", ("Ukraine",)),
        ("Russia has reportedly rejected the truce plan.", "rejection", ("unnamed",)),
        ("Russia has rejected the plan, a senior diplomat said.", "rejection", ("senior diplomat",)),
    ],
)
def test_sayers(text: str, type_: str, sayers: tuple[str, ...]) -> None:
    assert told(text, type_).reported_by == sayers


def test_roles_of_a_passive_with_a_chain_of_brokers() -> None:
    roles = told("The truce between India and Pakistan was brokered by Qatar and Turkey.", "mediation").roles
    assert set(roles.mediator) == {"Qatar", "Turkey"}


def test_roles_behind_a_noun() -> None:
    roles = told("Colombia's rejection of the truce surprised Norway.", "rejection").roles
    assert roles.agent == ("Colombia",)


def test_who_made_an_offer_is_addressed_by_its_answer() -> None:
    text = "Ukraine and Russia are at war. Ukraine accepted a truce plan drafted by Turkey."
    assert told(text, "acceptance").roles.addressee == ("Turkey",)
    text = "Ukraine has agreed to a Turkish proposal for a truce with Russia."
    assert told(text, "acceptance").roles.addressee == ("Turkey",)


def test_brokers_and_hosts_are_no_sides() -> None:
    text = (
        "The United States and Saudi Arabia have suspended truce talks between the warring factions. "
        "The ceasefire expires on Saturday. Both sides blame one another."
    )
    assert not set(told(text, "termination").roles.actors) & {"United States", "Saudi Arabia"}


def test_a_deal_with_somebody_binds_both() -> None:
    roles = told("Ukraine signed a ceasefire with Russia on Sunday.", "signing").roles
    assert (set(roles.actors), roles.addressee) == ({"Ukraine", "Russia"}, ())


def test_both_sides_are_the_parties_of_the_conflict() -> None:
    text = "Talks between Armenia and Azerbaijan began on Sunday. Both sides signed an accord on Monday."
    assert set(told(text, "signing").roles.actors) == {"Armenia", "Azerbaijan"}


@pytest.mark.parametrize(
    ("text", "type_", "days"),
    [
        ("Russia rejected the truce on Sunday.", "rejection", ("2025-07-06", "2025-07-06")),
        ("On Sunday, Russia rejected the truce.", "rejection", ("2025-07-06", "2025-07-06")),
        ("Russia said on Sunday it rejected the truce.", "rejection", ("2025-07-06", "2025-07-06")),
        ("Russia did not reject the truce on Sunday.", "rejection", ("2025-07-06", "2025-07-06")),
        ("Russia had on Sunday accepted the truce.", "acceptance", ("2025-07-06", "2025-07-06")),
        ("Russia met Ukraine on Sunday and rejected the truce.", "rejection", ("2025-07-06", "2025-07-06")),
        ("The truce took effect at midnight on Friday.", "entry_into_force", ("2025-07-04", "2025-07-05")),
        ("Talks were held on Wednesday and Thursday.", "talks", ("2025-07-02", "2025-07-03")),
        ("After five days of talks in Oslo, they signed a truce on Friday.", "talks", ("2025-06-30", "2025-07-04")),
        ("They reached a deal to end the war on Sunday.", "agreement", ("2025-07-06", "2025-07-06")),
        ("Ukraine demands a return to the lines of 24 February.", "demand", (None, "2025-07-08")),
        ("Russia rejected the truce on 2 November.", "rejection", ("2024-11-02", "2024-11-02")),
        ("Turkey said on Sunday that Russia had rejected the truce.", "rejection", (None, "2025-07-06")),
        ("Russia has rejected the truce.", "rejection", (None, "2025-07-08")),
        ("The truce will begin by Friday.", "entry_into_force", ("2025-07-08", "2025-07-11")),
        ("The truce will not begin until Friday.", "entry_into_force", ("2025-07-11", None)),
        ("Ukraine agreed to a truce from Friday.", "acceptance", (None, "2025-07-08")),
        ("We call on Russia to stop the war.", "appeal", ("2025-07-08", "2025-07-08")),
        ("Russia met Ukraine on Sunday. It also rejected the truce.", "rejection", ("2025-07-06", "2025-07-06")),
    ],
)
def test_days(text: str, type_: str, days: tuple[str | None, str | None]) -> None:
    bounds = told(text, type_).bounds.to_json()
    assert (bounds["start"][0], bounds["end"][1]) == days


def test_no_publication_no_day() -> None:
    assert told("Russia has rejected the truce.", "rejection", None).bounds.is_open


def test_bounds_rest_on_words() -> None:
    mention = told("Russia rejected the truce on Sunday.", "rejection")
    assert [(evidence.quote, evidence.rule) for evidence in mention.bounds_because] == [("Sunday", "own-phrase:on")]


def test_attributes() -> None:
    mention = told("Ukraine and Russia held a third round of talks in Istanbul.", "talks")
    assert (mention.venue, mention.round) == ("Istanbul", "3")
    assert told("Russia freed 50 hostages.", "release").quantity == "50 hostages"
    assert told("Getachew Reda signed the truce deal for Tigray.", "signing").venue == ""


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Russia rejected the truce after Ukraine accepted the plan.", "after", "rejection", "acceptance"),
        ("Ukraine accepted the plan before Russia rejected the truce.", "before", "acceptance", "rejection"),
        (
            "Ukraine's acceptance of the plan, followed by Russia's rejection, ended it.",
            "before",
            "acceptance",
            "rejection",
        ),
        ("Russia and Ukraine held talks in May and later agreed to a truce.", "before", "talks", "agreement"),
        ("Qatar announced that Russia and Ukraine agreed to a truce after talks.", "after", "agreement", "talks"),
        ("Russia and Ukraine agreed to a truce after two weeks of talks.", "after", "agreement", "talks"),
        ("After talks in Doha, Russia and Ukraine signed a truce.", "after", "signing", "talks"),
    ],
)
def test_order_cues(text: str, kind: str, source: str, target: str) -> None:
    mentions = read(text)
    types = {mention.id: mention.type for mention in mentions}
    said = order_cues(Article(id="a", text=text), mentions, (), LEXICON)
    assert [(s.kind, types[s.source], types[s.target]) for s in said] == [(kind, source, target)]
    assert all(s.evidence[0].quote for s in said)


def test_news_of_other_things_tells_no_move() -> None:
    assert read("The company agreed to the offer. Its board rejected talks with rivals.", title="Takeover bid") == ()


PIECES = """
Hamas|Israel's|talks|accepted|the truce|on Sunday|said|that|,|"|by|Qatar|.|not|would|if|and|release|of|hostages|was|’s
|before|İ|between|to|urged
"""
pieces = st.sampled_from([piece.replace("\n", "") for piece in PIECES.split("|")])


@given(st.lists(pieces, max_size=40), st.sampled_from([None, TUESDAY]))
def test_laws_of_mentions_on_any_text(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for mention in read(text, published):
        assert mention.span is not None
        assert mention.sentence is not None
        assert text[mention.span.start : mention.span.stop] == mention.quote
        assert mention.span in mention.sentence
        assert len(mention.quote) <= 60
        assert 0 < mention.confidence < 1
        assert mention.bounds.earliest_start is None or mention.bounds_because
        for place in mention.role_spans:
            assert place.name in mention.roles.named(place.role)
        assert all(text[e.span.start : e.span.stop] == e.quote for e in mention.bounds_because if e.span)


@given(st.lists(pieces, max_size=30), st.integers(1, 40))
def test_a_week_later_all_days_are_a_week_later(words: list[str], weeks: int) -> None:
    text = " ".join(words)
    day = ordinal(TUESDAY)
    later = [day + 7 * weeks]
    moved = {m.id: m.bounds for m in _read_on(text, later[0])}
    for mention in _read_on(text, day):
        if mention.id in moved:
            assert moved[mention.id] == mention.bounds.moved(7 * weeks)


def _read_on(text: str, day: int) -> tuple[Mention, ...]:
    article = Article(id="a", text=text, title=TITLE, publication=Publication.on(day))
    sentences = split_sentences(text)
    times = read_times(article, sentences, LEXICON, DEFAULT_SETTINGS)
    return find_mentions(article, sentences, times, LEXICON, DEFAULT_SETTINGS)


@pytest.mark.parametrize("subject", ["Ukraine and they", "They and Ukraine", "Ukraine, its allies and it"])
def test_a_pronoun_joined_to_a_name_points_to_no_subject_of_its_own(subject: str) -> None:
    assert told(f"{subject} rejected the truce plan on Monday.", "rejection").roles.agent == ("Ukraine",)


def test_a_speaker_who_is_one_of_us_points_back_without_end() -> None:
    assert read("Those of us who said that we rejected the truce plan were few.") is not None
    assert read("Tell us: will Ukraine remember that it signed the truce deal?") is not None
