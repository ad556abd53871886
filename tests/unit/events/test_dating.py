"""Days of moves by mechanism: clause beside, verb before, days counted, terms of a deal, what was told before."""

from __future__ import annotations

import pytest

from ceasetimeline import build_timeline
from ceasetimeline.bounds import ordinal
from ceasetimeline.events.counting import last_day
from ceasetimeline.timex import find_times

TUESDAY = "2025-07-08"
Days = tuple[str | None, str | None]


def days(text: str, type_: str, published: str = TUESDAY) -> Days:
    mentions = build_timeline([{"text": text, "title": "Truce talks in the war", "published": published}]).mentions
    found = [mention for mention in mentions if mention.type == type_]
    assert found, [mention.type for mention in mentions]
    bounds = found[-1].bounds.to_json()
    return bounds["start"][0], bounds["end"][1]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # the clause beside tells the day, unless the move was earlier (past perfect) or a count stands between
        (
            "Russia said on Monday it would answer, after Ukraine rejected the truce plan.",
            "rejection",
            ("2025-07-07", "2025-07-07"),
        ),
        (
            "Russia said on Monday it would answer, after Ukraine had rejected the truce plan.",
            "rejection",
            (None, "2025-07-07"),
        ),
        ("Ukraine rejected the truce plan when envoys met on Sunday.", "rejection", ("2025-07-06", "2025-07-06")),
        # the verb before: one subject shares the auxiliary, two need a plain past
        (
            "Ukraine had attacked a port on Sunday and rejected the truce plan of Russia.",
            "rejection",
            ("2025-07-06", "2025-07-06"),
        ),
        (
            "Russia signed the truce on Sunday, but Ukraine rejected the deal.",
            "rejection",
            ("2025-07-06", "2025-07-06"),
        ),
        ("Russia had signed the truce on Sunday, but Ukraine rejected it.", "rejection", (None, TUESDAY)),
        # what goes on while it is said is of the day of the saying; what had been done is not
        ("Colombia said on Monday it was suspending talks with the ELN.", "suspension", ("2025-07-07", "2025-07-07")),
        (
            "The Colombian government said on Monday that the ELN had suspended talks.",
            "suspension",
            (None, "2025-07-07"),
        ),
        # both sides speak of what one of them did
        (
            "Ukraine accepted the truce plan of the United States, the two countries said on Sunday.",
            "acceptance",
            ("2025-07-06", "2025-07-06"),
        ),
        ("Ukraine has accepted the truce plan, Turkey said on Sunday.", "acceptance", (None, "2025-07-06")),
        # an announced halt or failure is of the day of the announcement
        (
            "The United States on Thursday announced a suspension of the truce talks between Russia and Ukraine.",
            "suspension",
            ("2025-07-03", "2025-07-03"),
        ),
        (
            "The envoy announced on Sunday that Russia and Ukraine had not reached a truce agreement.",
            "agreement",
            ("2025-07-06", "2025-07-06"),
        ),
        ("The envoy said on Sunday that Russia and Ukraine had not reached a truce deal.", "agreement", (None, None)),
        # a time in front of quoted words, or of the second verb
        (
            "Russia and Ukraine fight. A minister told reporters: “On Sunday Ukraine rejected the truce plan.”",
            "rejection",
            ("2025-07-06", "2025-07-06"),
        ),
        (
            "Ukraine had named its terms and on Sunday rejected the truce plan of Russia.",
            "rejection",
            ("2025-07-06", "2025-07-06"),
        ),
        # talks at which something was agreed, and what something began with
        (
            "The truce was agreed last month at talks between Russia and Ukraine.",
            "talks",
            ("2025-06-01", "2025-06-30"),
        ),
        (
            "The exchange between Russia and Ukraine began on Friday with the release of 90 prisoners.",
            "release",
            ("2025-07-04", "2025-07-04"),
        ),
        # a compound says nothing of when it was brokered
        ("A Qatari-brokered truce between Israel and Hamas was holding on Monday.", "mediation", (None, TUESDAY)),
    ],
)
def test_days_from_the_sentence(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # counted back from the main clause, however deep the clause between
        (
            "Russia on Sunday rejected a clause under which prisoners would be freed, two days after the truce deal "
            "with Ukraine was signed.",
            "signing",
            ("2025-07-04", "2025-07-04"),
        ),
        (
            "Colombia said on Monday it was suspending the truce, a day after the ELN rejected the deal.",
            "rejection",
            ("2025-07-06", "2025-07-06"),
        ),
        # terms count from the deal that the text told, else from publication; "by" gives the end alone its day
        (
            "Russia and Ukraine signed a truce deal on Sunday. Russian troops will withdraw within 30 days.",
            "withdrawal",
            ("2025-07-06", "2025-08-05"),
        ),
        (
            "Russia and Ukraine agreed a truce. Russian troops will withdraw within 30 days.",
            "withdrawal",
            (TUESDAY, "2025-08-07"),
        ),
        (
            "Russia and Ukraine agreed a truce. Russian troops will withdraw by Friday.",
            "withdrawal",
            (TUESDAY, "2025-07-11"),
        ),
        (
            "The US president said on Monday that Russia and Ukraine could reach a truce deal by Friday.",
            "agreement",
            ("2025-07-07", "2025-07-11"),
        ),
        ("Russian troops will withdraw from Ukraine within days of a truce.", "withdrawal", (None, None)),
        # of what has come, only a length in front counts, from the day told last
        (
            "Russia put forward a truce plan on Saturday. Within 24 hours Ukraine accepted the plan.",
            "acceptance",
            ("2025-07-05", "2025-07-06"),
        ),
        (
            "Russia declared a truce on Saturday. Hours later Ukraine accused Russia of breaking it.",
            "accusation",
            ("2025-07-05", "2025-07-06"),
        ),
        (
            "Russia agreed on Sunday to a truce within 72 hours with Ukraine.",
            "acceptance",
            ("2025-07-06", "2025-07-06"),
        ),
    ],
)
def test_days_that_are_counted(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        # the same actors go on speaking; others are not dated by them
        ("Turkey called", ("2025-07-06", "2025-07-06")),
        ("The African Union called", (None, TUESDAY)),
    ],
)
def test_days_of_the_sentence_before(called: str, expected: Days) -> None:
    text = (
        "The war between the army of Sudan and the RSF goes on. Turkey urged the army of Sudan on Sunday to accept "
        f"the truce. {called} on the army and the RSF to stop fighting."
    )
    assert days(text, "appeal") == expected


def test_a_mention_takes_the_day_of_another_mention_of_its_event() -> None:
    text = (
        "Hamas has accepted the truce plan of Egypt, a source said. Israel has not commented.\n\n"
        "Hamas accepted the truce plan of Egypt on Monday evening."
    )
    timeline = build_timeline([{"text": text, "published": TUESDAY}])
    first = min((m for m in timeline.mentions if m.type == "acceptance"), key=lambda m: m.span or m.id)
    assert first.bounds.to_json()["start"] == ["2025-07-07", "2025-07-07"]
    assert [(evidence.quote, evidence.rule) for evidence in first.bounds_because] == [
        ("Monday evening", "told-again")
    ]


def test_a_mention_with_a_date_close_by_takes_no_other_day() -> None:
    text = (
        "Hamas accepted the truce plan of Egypt on Monday evening. Israel has not commented.\n\n"
        "Hamas accepted the truce plan of Egypt, so a source on 3 May."
    )
    timeline = build_timeline([{"text": text, "published": TUESDAY}])
    rules = {evidence.rule for mention in timeline.mentions for evidence in mention.bounds_because}
    assert "told-again" not in rules


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("72 hours", "2025-07-09"),
        ("hours", "2025-07-07"),
        ("36 hours", "2025-07-08"),
        ("60 days", "2025-09-04"),
        ("two weeks", "2025-07-20"),
        ("14 months", "2026-09-06"),
        ("two years", "2027-07-06"),
        ("several days", None),
        ("9999 years", None),
    ],
)
def test_the_last_day_of_a_term(phrase: str, expected: str | None) -> None:
    time = find_times(f"within {phrase}", published=TUESDAY)[0]
    assert last_day(time, ordinal("2025-07-06")) == (ordinal(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # a month told as planned is what is left of it, unless the plan was an old one
        ("Russia and Ukraine will hold talks this month.", "talks", ("2025-07-08", "2025-07-31")),
        (
            "Talks between Russia and Ukraine had been expected to begin this month.",
            "talks",
            ("2025-07-01", "2025-07-31"),
        ),
        # what explains "three days ago" is not the day that a text goes on with
        (
            "Russia freed prisoners on Monday under the truce with Ukraine that began three days ago. "
            "Later in the day, Russia and Ukraine held talks.",
            "talks",
            ("2025-07-07", "2025-07-07"),
        ),
        # a length of time of something is no term; nobody asks for what is past
        ("In ten years of war, Russia and Ukraine signed a truce deal.", "signing", (None, TUESDAY)),
        (
            "Ukraine demanded that Russia withdraw its troops to where they stood before the war began last Friday.",
            "withdrawal",
            (None, None),
        ),
        # the day behind what a deal ends, or who brought it about, is the day of the deal; content to come is not
        (
            "Russia and Ukraine reached an agreement to end the war on Sunday.",
            "agreement",
            ("2025-07-06", "2025-07-06"),
        ),
        (
            "Russia and Ukraine signed a truce deal brokered by Turkey on 3 July.",
            "signing",
            ("2025-07-03", "2025-07-03"),
        ),
        ("Russia and Ukraine reached an agreement to swap prisoners on Sunday.", "agreement", (None, TUESDAY)),
        # what is done at talks is of their days, told there or before
        (
            "At a round of talks held in Kunming from 2 to 4 July Russia and Ukraine agreed on a ceasefire.",
            "agreement",
            ("2025-07-02", "2025-07-04"),
        ),
        (
            "Since Sunday, Russia and Ukraine have held talks in Kenya. During the talks, Russia rejected a truce.",
            "rejection",
            ("2025-07-06", TUESDAY),
        ),
        (
            "Since Sunday, Russia and Ukraine have held talks in Kenya. During a parade, Russia rejected a truce.",
            "rejection",
            (None, TUESDAY),
        ),
        # talks named by a pronoun
        (
            "Since Sunday, Russia and Ukraine have held talks in Kenya. They have been facilitated by Turkey.",
            "mediation",
            ("2025-07-06", TUESDAY),
        ),
        # what a truce has brought came after its start
        (
            "The truce that began on Friday has seen dozens of hostages freed by Hamas in Israel.",
            "release",
            ("2025-07-04", TUESDAY),
        ),
        # who goes on speaking does so on the same day; who only is spoken of does not
        (
            "On Monday, Putin said that Ukraine had wanted a truce. He also urged Ukraine to accept the plan.",
            "demand",
            ("2025-07-07", "2025-07-07"),
        ),
        (
            "Putin said that Ukraine had wanted a truce. He also urged Ukraine to accept the plan.",
            "demand",
            (None, TUESDAY),
        ),
        # a time behind "to" is where something is moved to
        (
            "In early June the truce between Russia and Ukraine was extended by a month, to 12 July.",
            "extension",
            ("2025-06-01", "2025-06-10"),
        ),
        # from when a truce is to hold
        ("Russia and Ukraine will observe a ceasefire from 12 July.", "ceasefire", ("2025-07-12", "2025-07-12")),
        # a ceremony and when it will be held
        (
            "The truce deal between Russia and Ukraine awaits the signing ceremony that will be held next Wednesday.",
            "signing",
            ("2025-07-09", "2025-07-09"),
        ),
        # since when talks go on
        (
            "Russia and Ukraine have been in peace talks in Istanbul, the city on two seas, since May.",
            "talks",
            ("2025-05-01", TUESDAY),
        ),
    ],
)
def test_days_of_talks_and_of_those_who_speak_on(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # who speaks in the plain past beside the news of the day does so on that day
        (
            "Russia and Ukraine signed a truce deal on Monday. Turkey urged Ukraine to respect the truce.",
            "appeal",
            ("2025-07-07", "2025-07-07"),
        ),
        (
            "Russia and Ukraine signed a truce deal on Monday. Turkey has urged Ukraine to respect the truce.",
            "appeal",
            (None, TUESDAY),
        ),
        (
            "Russia and Ukraine signed a truce deal in May. Turkey urged Ukraine to respect the truce.",
            "appeal",
            (None, TUESDAY),
        ),
        # a decision is the move; a plan that is decided is not over
        (
            "Sri Lanka decided on Monday to pull out of the truce with the LTTE.",
            "termination",
            ("2025-07-07", "2025-07-07"),
        ),
        # the gerund that a verb governs
        ("The LTTE stopped fighting Sri Lanka in January under a truce.", "ceasefire", ("2025-01-01", "2025-01-31")),
        # what a text of a sure day says
        (
            "A truce document was signed on 28 March, in which Sudan and the SPLM-N agreed to free prisoners.",
            "agreement",
            ("2025-03-28", "2025-03-28"),
        ),
        # talks counted in hours may run into the night
        (
            "The truce between Russia and Ukraine was agreed on 3 July after ten hours of talks in Istanbul.",
            "talks",
            ("2025-07-02", "2025-07-03"),
        ),
        # a month behind an apposition
        (
            "The talks between Russia and Ukraine were held in Astana, the capital of Kazakhstan, in May.",
            "talks",
            ("2025-05-01", "2025-05-31"),
        ),
        # "we" is whoever is quoted
        (
            '"We accept the truce plan of Russia," the Ukrainian president said on Sunday.',
            "acceptance",
            ("2025-07-06", "2025-07-06"),
        ),
    ],
)
def test_days_of_news_and_of_decisions(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a source of the same group that quotes its own answer; another's word between breaks the chain
        (
            "On Monday, a Hamas source told the paper that Hamas had sent a reply, saying it accepted the plan of "
            "Israel.",
            ("2025-07-07", "2025-07-07"),
        ),
        (
            "On Monday, Israel said that Egypt had told it that Hamas accepted the truce plan.",
            (None, "2025-07-07"),
        ),
    ],
)
def test_days_of_ones_own_words(text: str, expected: Days) -> None:
    assert days(text, "acceptance") == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # a place with its country stands between the verb and its time, with or without a comma behind
        (
            "Talks between Ukraine and Russia took place in Antalya, Turkey from 1 to 3 July.",
            "talks",
            ("2025-07-01", "2025-07-03"),
        ),
        (
            "Talks between Ukraine and Russia took place in the port, Antalya, on Sunday.",
            "talks",
            ("2025-07-06", "2025-07-06"),
        ),
        # months and years that "and" joins are one stretch; so are days of one week
        ("Talks between Ukraine and Russia broke down in March and May.", "breakdown", ("2025-03-01", "2025-05-31")),
        (
            "Talks between Ukraine and Russia broke down in 2015, 2017 and 2019.",
            "breakdown",
            ("2015-01-01", "2019-12-31"),
        ),
        (
            "The truce of Ukraine and Russia was extended twice after that in May and June.",
            "extension",
            ("2025-05-01", "2025-06-30"),
        ),
        # a verb's own time before the one in its noun
        (
            "Ukraine and Russia broke the 2014 Minsk truce, which collapsed in 2022.",
            "termination",
            ("2022-01-01", "2022-12-31"),
        ),
        # from when to when belongs to what was announced or agreed; a range of days that talks took is their own
        (
            "Last month Russia announced a unilateral truce in Ukraine from 28 June to 2 July.",
            "ceasefire",
            ("2025-06-01", "2025-06-30"),
        ),
        ("Ukraine and Russia have agreed on a truce from July 1 to July 30, 2025.", "agreement", (None, TUESDAY)),
        (
            "At the second round of talks, held in Istanbul from 1 to 3 July, Ukraine and Russia agreed on a truce.",
            "agreement",
            ("2025-07-01", "2025-07-03"),
        ),
        # what is soon to come does not come before its telling
        ("In the coming days, Ukraine and Russia will hold talks in Istanbul.", "talks", (TUESDAY, None)),
        (
            "Turkey said peace talks with Russia would open in the next few days in Ukraine.",
            "talks",
            (TUESDAY, None),
        ),
        ("Ukraine and Russia will hold talks in Istanbul.", "talks", (None, None)),
        # quoted words are of the day of the saying
        (
            '"We are ready to renegotiate the truce with Russia," Ukraine\'s president tweeted on Saturday.',
            "proposal",
            ("2025-07-05", "2025-07-05"),
        ),
        # a feast in the name of an accord is no date
        (
            "The process has stalled since the signing of the Good Friday accord by the UK and Sinn Fein.",
            "signing",
            (None, TUESDAY),
        ),
    ],
)
def test_days_by_their_place_in_the_sentence(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


def test_a_month_named_before_an_old_story_is_not_of_that_story() -> None:
    """ "in December" told twice is one December, though a year of long ago stands between."""
    text = (
        "The truce began in December. The rebels took up arms in 2015 and hid. It was renewed, after December, twice."
    )
    found = [time.days for time in find_times(text, published="2017-05-04") if time.text == "December"]
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # right after talks somebody speaks of them; days of talks are not one day
        (
            "Russia said on Sunday, after talks with Ukraine in Istanbul, that it would reply.",
            "talks",
            ("2025-07-06", "2025-07-06"),
        ),
        ("Putin of Russia spoke on Sunday after meeting Zelensky of Ukraine.", "talks", ("2025-07-06", "2025-07-06")),
        ("Ukraine and Russia announced a truce on Sunday after days of talks in Istanbul.", "talks", (None, TUESDAY)),
        # under whose mediation something takes place is of its day
        (
            "Peace talks between Ukraine and Russia resumed on Sunday under Turkish mediation.",
            "mediation",
            ("2025-07-06", "2025-07-06"),
        ),
        (
            "Ukraine and Russia will begin a third round of talks on Friday under Turkish mediation.",
            "mediation",
            ("2025-07-11", "2025-07-11"),
        ),
        # the day behind what a planned deal is about
        (
            "Ukraine's president said on Monday his country will sign a deal with Russia to end the war on July 20.",
            "signing",
            ("2025-07-20", "2025-07-20"),
        ),
        # what is planned for this month is still to come
        ("Ukraine and Russia will sign a truce this month.", "signing", (TUESDAY, "2025-07-31")),
        # two callers of a call
        (
            "War goes on in Ukraine despite a call for a truce by China and Brazil on July 1.",
            "demand",
            ("2025-07-01", "2025-07-01"),
        ),
        # from when a truce holds tells when it was declared, where nothing else does
        ("Russia is declaring a truce in Ukraine effective from today.", "ceasefire", (TUESDAY, TUESDAY)),
        # with somebody staying away
        (
            "Talks between Ukraine and Russia ended on Sunday with Russia's envoys failing to arrive in Istanbul.",
            "delegation",
            ("2025-07-06", "2025-07-06"),
        ),
    ],
)
def test_days_of_what_stands_beside(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


def test_a_date_told_by_the_way_opens_no_story() -> None:
    text = "Morocco, whose rule since a march in 1975 is disputed, insisted on its plan, unveiled in early April."
    found = [time for time in find_times(text, published="2007-08-10") if "April" in time.text]
    assert [time.value for time in found] == ["2007-04"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # the year of a deal stands in its noun, also where "reach" or "achieve" tells it
        (
            "China helped Ukraine and Russia in achieving last year's ceasefire.",
            "agreement",
            ("2024-01-01", "2024-12-31"),
        ),
        # "the truce" is not of the day of the talks told before, and nobody speaks on in a passive
        (
            "Talks between Ukraine and Russia began on Sunday. The truce was agreed upon in Istanbul.",
            "agreement",
            (None, TUESDAY),
        ),
    ],
)
def test_days_that_are_not_taken_over(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_) == expected


def test_several_conversations_are_not_of_the_day_of_one() -> None:
    text = (
        "Ukraine and Russia held a phone conversation on Friday. Envoys spoke. Crowds waited. Rain fell. "
        "Russia announced a truce after phone conversations with Ukraine."
    )
    assert days(text, "talks")[0] is None


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # talks that are wound up on a day took the days up to it
        (
            "Negotiators of Ukraine and Russia wound up two days of talks in Istanbul on Saturday.",
            "talks",
            ("2025-07-04", "2025-07-05"),
        ),
        (
            "Ukraine and Russia concluded three days of peace talks in Istanbul on Sunday.",
            "talks",
            ("2025-07-04", "2025-07-06"),
        ),
        ("Ukraine and Russia held talks in Istanbul on Sunday.", "talks", ("2025-07-06", "2025-07-06")),
        # the stamp of a story is the day of its present and plain past, and the last one of its perfect
        (
            "KYIV, July 7 (Wire) - Ukraine and Russia have signed a truce after long talks.",
            "signing",
            (None, "2025-07-07"),
        ),
        (
            "KYIV, July 6 (Wire) - Ukraine and Russia met and signed a truce after long talks.",
            "signing",
            ("2025-07-06", "2025-07-06"),
        ),
        (
            "NEW DELHI, July 7, 2025 — Tensions have flared up hours after India and Pakistan agreed to a truce.",
            "agreement",
            (None, "2025-07-07"),
        ),
        # somebody speaks in the plain past beside the two reports of one day; a stand in the perfect is of no day
        (
            "Ukraine and Russia met on Sunday. Envoys of Ukraine and Russia agreed on Sunday to a truce. Rain fell. "
            "Crowds waited. Hungary urged both to stop fighting.",
            "appeal",
            ("2025-07-06", "2025-07-06"),
        ),
        (
            "Ukraine and Russia met on Sunday. Envoys of Ukraine and Russia agreed on Sunday to a truce. Rain fell. "
            "Crowds waited. Hungary has urged both to stop fighting.",
            "appeal",
            (None, "2025-07-07"),
        ),
    ],
)
def test_days_of_stretches_stamps_and_speakers(text: str, type_: str, expected: Days) -> None:
    assert days(text, type_, "2025-07-07") == expected
