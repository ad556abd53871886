"""Actors are found as written, with the party they stand for on a day."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from ceasetimeline.bounds import ordinal
from ceasetimeline.errors import LexiconErrors
from ceasetimeline.events.actors import ActorIndex, ActorName
from ceasetimeline.lexicon import Lexicon

INDEX = ActorIndex(Lexicon.default())


def find(text: str, day: str = "2025-07-08") -> dict[str, ActorName]:
    return {text[name.span.start : name.span.stop]: name for name in INDEX.find(text, ordinal(day))}


def parties(text: str, day: str = "2025-07-08") -> list[str]:
    return [name.party for name in INDEX.find(text, ordinal(day))]


@pytest.mark.parametrize(
    ("text", "how", "name", "party"),
    [
        ("Hamas replied.", "name", "Hamas", "Hamas"),
        ("Israeli officials left.", "adjective", "Israel", "Israel"),
        ("Washington pressed on.", "seat", "United States", "United States"),
        ("Blinken's successor spoke.", "office-holder", "Antony Blinken", "United States"),
        ("Rubio spoke.", "office-holder", "Marco Rubio", "United States"),
        ("The Mossad chief spoke.", "body", "Mossad", "Israel"),
        ("Aid reached Rafah.", "place", "Rafah", ""),
        ("They met in Sharm al-Sheikh.", "place", "Sharm el-Sheikh", ""),
        ("The Times of Israel reported it.", "outlet", "Times of Israel", ""),
        ("U.S. mediators agreed.", "name", "United States", "United States"),
        ("RSF of the Rapid Support Forces", "name", "Rapid Support Forces", "Rapid Support Forces"),
    ],
)
def test_each_way_of_naming_is_told_apart(text: str, how: str, name: str, party: str) -> None:
    (first, *_) = find(text).values()
    assert (first.how, first.name, first.party) == (how, name, party)


@pytest.mark.parametrize(
    "text",
    [
        "They told us to wait.",
        "Hamasaki sang.",
        "pro-Russian crowds withdrew",
        "an anti-Taliban alliance",
        "turkey and chad and jordan in lower case",
        "a note from @Israel",
        "The pa system failed.",
        "",
    ],
)
def test_other_words_are_no_actors(text: str) -> None:
    assert not find(text)


def test_names_do_not_hide_in_longer_names() -> None:
    assert parties("South Sudan and the Washington Post wrote of the Gulf of Oman.") == ["South Sudan", ""]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["Türkiye", "Erdoğan", "Bogotá", "Côte d'Ivoire", "Sinn Féin", "António Guterres"])
def test_composed_and_decomposed_letters_name_the_same_actor(text: str, form: str) -> None:
    written = unicodedata.normalize("NFD" if form == "NFD" else "NFC", text)
    (name,) = INDEX.find(written)
    assert name.party == INDEX.find(unicodedata.normalize("NFC", text))[0].party != ""
    assert (name.span.start, name.span.stop) == (0, len(written))


def test_offsets_survive_letters_that_grow_in_lower_case() -> None:
    text = "İİİ İzmir: Hamas said, then İstanbul's mayor; Hamas"
    assert [text[n.span.start : n.span.stop] for n in INDEX.find(text) if n.name == "Hamas"] == ["Hamas", "Hamas"]


def test_an_office_counts_on_its_days() -> None:
    assert parties("Biden spoke.", "2024-05-31") == ["United States"]
    assert find("Biden spoke.", "2024-05-31")["Biden"].was == ""
    assert find("Biden spoke.", "2025-07-08")["Biden"].was == "United States"
    assert find("Kallas spoke.", "2023-05-31")["Kallas"].party == "Estonia"
    assert find("Kallas spoke.", "2025-05-31")["Kallas"].party == "European Union"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("In May 2024 Biden presented a plan.", "United States"),
        ("The plan of then-President Biden was ready.", "United States"),
        ("Former US President Joe Biden welcomed it.", "Joe Biden"),
        ("ex-President Biden welcomed it.", "Joe Biden"),
        ("a former mayor, Biden said", "United States"),
        ("The Taliban met former Afghan president Hamid Karzai.", "Hamid Karzai"),
        ("Naftali Bennett spoke.", "Israel"),
        ("Former prime minister Naftali Bennett spoke.", "Naftali Bennett"),
        ("Former general and president, Sisi spoke.", "Egypt"),
        ("the former real estate developer Steve Witkoff", "United States"),
    ],
)
def test_out_of_office_a_person_stands_for_the_last_one_unless_called_former(text: str, party: str) -> None:
    assert parties(text)[-1] == party


def test_before_any_office_a_person_stands_for_himself() -> None:
    assert parties("Duterte, a mayor, spoke.", "2012-10-16") == ["Rodrigo Duterte"]
    assert parties("President-elect Donald Trump warned Hamas.", "2024-12-03") == ["Donald Trump", "Hamas"]


def test_one_person_may_stand_for_two_parties_in_turn() -> None:
    assert INDEX.party("Tony Blair", ordinal("1998-04-10")) == "United Kingdom"
    assert INDEX.party("Tony Blair", ordinal("2010-04-10")) == "Middle East Quartet"
    assert INDEX.party("Tony Blair") == "Tony Blair"


def test_a_name_unknown_to_the_tables_stands_for_itself() -> None:
    assert INDEX.party("Front of the Northern Valleys") == "Front of the Northern Valleys"


def test_short_names_wait_for_the_full_one() -> None:
    assert parties("Katz said so.") == []
    assert parties("Israel Katz said so. Katz left. Haim Katz stayed.") == ["Israel", "Israel"]
    assert parties("The IMT sent a team.") == []
    team = "International Monitoring Team"
    assert parties(f"The {team} (IMT) met. The IMT left.") == [team] * 3


def test_short_names_count_beside_an_actor_of_their_context() -> None:
    assert parties("The RSF accepted a truce in Sudan.") == ["Rapid Support Forces", "Sudan"]
    assert parties("The RSF named 50 journalists.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Euan Blair's firm grew.", []),
        ("Former envoy Blair's plan grew.", ["Tony Blair"]),
        ("He met Netanyahu on Sunday.", ["Israel"]),
        ("Meeting Netanyahu, he smiled.", ["Israel"]),
        ("On Sunday Netanyahu left.", ["Israel"]),
        ("Yoel Netanyahu sang.", []),
        ("A book by Christopher Netanyahu about birds", []),
        ("Benjamin Netanyahu left; Yoel Netanyahu stayed.", ["Israel", "Israel"]),
        ("Envoys Press Netanyahu Again", ["Israel"]),
        ("Prime Minister Netanyahu and FM Lavrov spoke.", ["Israel", "Russia"]),
    ],
)
def test_a_last_name_behind_another_first_name_is_somebody_else(text: str, found: list[str]) -> None:
    assert parties(text) == found


def test_a_body_behind_another_owner_is_not_the_known_one() -> None:
    assert parties("Armenia's Security Council secretary met the Russian National Security Council.") == [
        "Armenia",
        "Russia",
    ]
    assert parties("The US State Department and the UN Security Council met.") == ["United States", "United Nations"]


def test_particles_are_written_small_or_large() -> None:
    text = "Majed Al-Ansari, Majed al Ansari and MAJED AL-ANSARI in Sharm El Sheikh"
    assert [name.party or name.place for name in INDEX.find(text)] == ["Qatar"] * 3 + ["Sharm el-Sheikh"]


def test_jordan_the_person_is_doubtful_and_the_kingdom_is_not() -> None:
    assert find("Jordan Bardella spoke.")["Jordan"].ambiguous
    assert not find("In Jordan talks went on, Foreign Minister Safadi said.")["Jordan"].ambiguous


def test_venues_are_named_by_seats_places_and_states() -> None:
    places = [name.place for name in INDEX.find("From Kiev to Doha, Rafah and Qatar, Israeli envoys went to Sana’a.")]
    assert places == ["Kyiv", "Doha", "Rafah", "Qatar", "", "Sana'a"]


def test_army_and_paramilitary_are_not_the_state() -> None:
    assert parties("Sudan's army and Sudan's Rapid Support Forces met in Sudan.") == [
        "Sudanese Armed Forces",
        "Rapid Support Forces",
        "Sudan",
    ]


def lexicon_of(tmp_path: Path, rows: str) -> Lexicon:
    path = tmp_path / "own.toml"
    path.write_text(rows, encoding="utf-8")
    return Lexicon.load(path)


def test_a_users_file_adds_actors_however_they_are_spelt(tmp_path: Path) -> None:
    index = ActorIndex(
        lexicon_of(
            tmp_path,
            """
            [[actor]]
            name = "Northern Front"
            kind = "group"
            aliases = ["the Front", "junta of the north", "3R", "جبهة الشمال"]
            """,
        )
    )
    text = "The Northern Front, the Front, the junta of the north, 3R and جبهة الشمال are one; a 3Rd is not."
    found = [text[name.span.start : name.span.stop] for name in index.find(text)]
    assert found == ["Northern Front", "Front", "junta of the north", "3R", "جبهة الشمال"]


def test_a_users_row_replaces_the_one_of_that_name(tmp_path: Path) -> None:
    index = ActorIndex(lexicon_of(tmp_path, '[[actor]]\nname = "Hamas"\nkind = "group"\naliases = ["HMS"]\n'))
    assert [name.party for name in index.find("HMS replied; the Islamic Resistance Movement did not.")] == ["Hamas"]


def test_a_name_that_two_actors_share_is_doubtful_and_names_both(tmp_path: Path) -> None:
    rows = '[[actor]]\nname = "Harbour Front"\nkind = "group"\naliases = ["IRA"]\n'
    (name,) = ActorIndex(lexicon_of(tmp_path, rows)).find("The IRA replied.")
    assert name.ambiguous
    assert {name.name, *name.others} == {"IRA", "Harbour Front"}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ('kind = "person"\nof = "Isreal"', "did you mean Israel"),
        ('kind = "group"\naliases = ["—"]', "a name without a letter"),
        ('kind = "group"\nambiguous = ["Elsewhere"]', "in its column ambiguous"),
        ('kind = "person"\nof = "Israel"\nsince = 2020-01-02\nuntil = 2019-01-01', "before it starts"),
        ('kind = "grup"', "Invalid enum value"),
    ],
)
def test_a_faulty_row_is_told_with_its_file(tmp_path: Path, rows: str, fault: str) -> None:
    with pytest.raises(LexiconErrors) as caught:
        lexicon_of(tmp_path, f'[[actor]]\nname = "A Front"\n{rows}\n')
    assert fault in str(caught.value)
    assert "own.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The government of Chad and 40 armed groups signed a pact. The armed groups agreed.",
            ["Chad", "armed groups"],
        ),
        # those that are named go before
        ("The ELN and FARC, both armed groups, met. FARC left.", ["ELN", "FARC"]),
        ("An armed group met the ELN.", ["ELN"]),
    ],
)
def test_parties_without_a_name_count_where_no_name_does(text: str, parties: list[str]) -> None:
    assert list(dict.fromkeys(name.party for name in INDEX.find(text))) == parties


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The SPLM-N met envoys of Sudan. The SPLM left.", "SPLM-N"),
        ("The SPLM met envoys of Sudan. The SPLM left.", "SPLM"),
    ],
)
def test_a_shortened_name_is_of_whom_the_text_spells_out(text: str, party: str) -> None:
    assert INDEX.find(text)[-1].party == party
