"""Dates in Arabic, Hebrew, Spanish, French, Russian and Ukrainian texts, in sentences of our own."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.errors import UnknownNameError
from ceasetimeline.timex import find_times
from ceasetimeline.timex.languages import language_issue, languages_of
from ceasetimeline.timex.phrasebooks import phrasebook, tables

SIX = ("ar", "he", "es", "fr", "ru", "uk")
TUESDAY = "2025-07-08"

# language, sentence, phrase, first day, last day, granularity; all published on Tuesday 8 July 2025.
DATED = [
    ("ar", "استأنف الطرفان المحادثات في القاهرة يوم الاثنين.", "يوم الاثنين", "2025-07-07", "2025-07-07", "day"),
    ("ar", "قال الوسيط أمس إن الاتفاق قريب.", "أمس", "2025-07-07", "2025-07-07", "day"),
    ("ar", "الجولة الثانية ستعقد الخميس في جنيف.", "الخميس", "2025-07-10", "2025-07-10", "day"),
    ("ar", "وقعت الهدنة في ٢٤ نوفمبر ٢٠٢٣.", "٢٤ نوفمبر ٢٠٢٣", "2023-11-24", "2023-11-24", "day"),
    (
        "ar",
        "بدأ وقف النار في 19 كانون الثاني/يناير 2025.",
        "19 كانون الثاني/يناير 2025",
        "2025-01-19",
        "2025-01-19",
        "day",
    ),
    ("ar", "عاد الوفد قبل ثلاثة أيام.", "قبل ثلاثة أيام", "2025-07-05", "2025-07-05", "day"),
    ("ar", "رفض الجيش المقترح الأسبوع الماضي.", "الأسبوع الماضي", "2025-06-30", "2025-07-06", "week"),
    ("ar", "أطلق الطرفان سراح أسرى في نوفمبر.", "في نوفمبر", "2024-11-01", "2024-11-30", "month"),
    ("he", "שני הצדדים נפגשו ביום שני בקהיר.", "יום שני", "2025-07-07", "2025-07-07", "day"),
    ("he", "המשלחת תצא ביום חמישי לג'נבה.", "יום חמישי", "2025-07-10", "2025-07-10", "day"),
    ("he", "ההסכם נחתם ב-4 בינואר 2025.", "ב-4 בינואר 2025", "2025-01-04", "2025-01-04", "day"),
    ("he", "המתווכים חזרו אתמול.", "אתמול", "2025-07-07", "2025-07-07", "day"),
    ("he", "ההסכם הופר לפני שלושה ימים.", "לפני שלושה ימים", "2025-07-05", "2025-07-05", "day"),
    ("he", "בשבוע שעבר נדחתה ההצעה.", "בשבוע שעבר", "2025-06-30", "2025-07-06", "week"),
    ("he", "האסירים שוחררו בנובמבר.", "בנובמבר", "2024-11-01", "2024-11-30", "month"),
    ("es", "Las delegaciones se reunieron el lunes en La Habana.", "lunes", "2025-07-07", "2025-07-07", "day"),
    ("es", "Las partes se reunirán el jueves.", "jueves", "2025-07-10", "2025-07-10", "day"),
    (
        "es",
        "El acuerdo se firmó el 24 de noviembre de 2016.",
        "24 de noviembre de 2016",
        "2016-11-24",
        "2016-11-24",
        "day",
    ),
    ("es", "El texto fue aprobado hace tres días.", "hace tres días", "2025-07-05", "2025-07-05", "day"),
    ("es", "La tregua fracasó la semana pasada.", "la semana pasada", "2025-06-30", "2025-07-06", "week"),
    ("es", "En noviembre se firmó la tregua.", "En noviembre", "2024-11-01", "2024-11-30", "month"),
    ("es", "Los equipos hablaron del 3 al 5 de junio.", "del 3 al 5 de junio", "2025-06-03", "2025-06-05", "day"),
    ("fr", "Les délégations se sont rencontrées lundi à Genève.", "lundi", "2025-07-07", "2025-07-07", "day"),
    ("fr", "Jeudi, les parties se retrouveront à Paris.", "Jeudi", "2025-07-10", "2025-07-10", "day"),
    ("fr", "La trêve a été signée le 1er novembre 2023.", "1er novembre 2023", "2023-11-01", "2023-11-01", "day"),
    ("fr", "L’accord a été rompu il y a trois jours.", "il y a trois jours", "2025-07-05", "2025-07-05", "day"),
    ("fr", "Le plan a été rejeté la semaine dernière.", "la semaine dernière", "2025-06-30", "2025-07-06", "week"),
    ("fr", "Début mai, le cessez-le-feu tenait encore.", "Début mai", "2025-05-01", "2025-05-10", "month"),
    ("ru", "Стороны встретились в понедельник в Стамбуле.", "в понедельник", "2025-07-07", "2025-07-07", "day"),
    ("ru", "Делегации встретятся в четверг.", "в четверг", "2025-07-10", "2025-07-10", "day"),
    ("ru", "Соглашение подписали 4 января 2025 года.", "4 января 2025 года", "2025-01-04", "2025-01-04", "day"),
    ("ru", "Договор нарушили три дня назад.", "три дня назад", "2025-07-05", "2025-07-05", "day"),
    ("ru", "План отвергли на прошлой неделе.", "на прошлой неделе", "2025-06-30", "2025-07-06", "week"),
    ("ru", "Перемирие сорвали в ноябре.", "в ноябре", "2024-11-01", "2024-11-30", "month"),
    ("ru", "Раунд длился с 24 по 30 июня.", "с 24 по 30 июня", "2025-06-24", "2025-06-30", "day"),
    ("uk", "Сторони зустрілися у понеділок у Стамбулі.", "у понеділок", "2025-07-07", "2025-07-07", "day"),
    ("uk", "Делегації зустрінуться в четвер.", "в четвер", "2025-07-10", "2025-07-10", "day"),
    ("uk", "Угоду підписали 4 січня 2025 року.", "4 січня 2025 року", "2025-01-04", "2025-01-04", "day"),
    ("uk", "Її порушили три дні тому.", "три дні тому", "2025-07-05", "2025-07-05", "day"),
    ("uk", "План відхилили минулого тижня.", "минулого тижня", "2025-06-30", "2025-07-06", "week"),
    ("uk", "Перемир'я зірвали у листопаді.", "у листопаді", "2024-11-01", "2024-11-30", "month"),
    ("de", "Die Waffenruhe begann am 19. Januar 2025.", "19. Januar 2025", "2025-01-19", "2025-01-19", "day"),
    ("tr", "Taraflar 4 Ocak 2025 tarihinde imzaladı.", "4 Ocak 2025", "2025-01-04", "2025-01-04", "day"),
]

UNDATED = [
    ("ar", "استمرت المحادثات ثلاثة أيام."),
    ("ar", "قال في اليوم التالي إن الجيش رفض."),
    ("he", "הסבב השני נמשך שלושה ימים."),
    ("he", "זה הסכם ראשון מסוגו."),
    ("es", "La reunión de la mañana duró tres horas."),
    ("es", "El mar y la tierra son dos temas del texto."),
    ("fr", "Les sept points du plan ont été lus par les deux parties."),
    ("fr", "La trêve doit durer trois jours."),
    ("ru", "Переговоры длились три дня."),
    ("ru", "Это вторая среда обитания, сказал он."),
    ("uk", "Переговори тривали три дні."),
    ("ru", "Бумага от 31 июня 2024 года оказалась подделкой."),
]


@pytest.mark.parametrize("row", DATED, ids=lambda row: f"{row[0]}-{row[3]}-{row[5]}")
def test_dates_are_found_and_placed(row: tuple[str, ...]) -> None:
    language, sentence, phrase, first, last, unit = row
    (time,) = find_times(sentence, published=TUESDAY, languages=(language,))
    assert sentence[time.span.start : time.span.stop] == time.text == phrase
    assert time.days is not None
    assert [day.isoformat() for day in time.days] == [first, last]
    assert time.granularity is not None
    assert time.granularity.value == unit
    assert time.rule.startswith(f"{language}:")


@pytest.mark.parametrize("row", DATED[:-2], ids=lambda row: f"{row[0]}-{row[3]}-{row[5]}")
def test_the_language_is_told_from_the_others(row: tuple[str, ...]) -> None:
    language, sentence, phrase, *_ = row
    (time,) = find_times(sentence, published=TUESDAY, languages=("en", *SIX))
    assert (time.text, time.rule.split(":")[0]) == (phrase, language)


@pytest.mark.parametrize(("language", "sentence"), UNDATED)
def test_what_is_no_date_gets_no_days(language: str, sentence: str) -> None:
    assert [time for time in find_times(sentence, published=TUESDAY, languages=(language,)) if time.days] == []


def test_without_a_publication_day_a_relative_date_stays_open() -> None:
    (time,) = find_times("Стороны встретились в понедельник.", languages=("ru",))
    assert (time.days, time.reason) == (None, "no-publication-date")


def test_english_alone_reads_no_other_language() -> None:
    assert find_times("Стороны встретились в понедельник.", published=TUESDAY) == ()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="language"):
        find_times("x", published=TUESDAY, languages=("xx",))


@pytest.mark.parametrize("language", SIX)
def test_a_text_in_a_language_that_is_not_read_is_reported(language: str) -> None:
    text = " ".join(sentence for own, sentence, *_ in DATED if own == language)
    text += " " + " ".join(sentence for own, sentence in UNDATED if own == language)
    assert languages_of(text, ("en", *SIX)) == (language,)
    assert language_issue(text, ("en", language)) is None


def test_the_report_names_the_language() -> None:
    text = "Les délégations et le médiateur se sont rencontrés dans la ville pour la deuxième fois."
    issue = language_issue(text, ("en",))
    assert issue is not None
    assert (issue.code, "'fr'" in issue.message) == ("language", True)
    assert language_issue("The envoys met in the capital on Monday and had talks.", ("en",)) is None
    assert language_issue("", ("en",)) is None


@pytest.mark.parametrize("language", tables())
def test_every_phrase_of_a_table_says_something_in_english(language: str) -> None:
    book = phrasebook(language)
    slots = {
        "day": "4",
        "day2": "6",
        "month": next(iter(book.words["month"])),
        "monthnumber": "7",
        "year": "2024",
        "weekday": next(iter(book.words["weekday"])),
        "n": "3",
        "unit": next(iter(book.words["unit"])),
    }
    for phrase in book.phrases:
        used = {name: slots[name] for name in phrase.pattern.groupindex}
        english = book._filled(phrase.english, used)
        found = find_times(english, published=TUESDAY)
        assert [time.text for time in found] == [english], (phrase.pattern.pattern[:60], english)


@given(st.text(max_size=200), st.sampled_from(SIX))
def test_spans_are_exact_and_apart_in_any_text(text: str, language: str) -> None:
    times = find_times(text, published=TUESDAY, languages=(language,))
    assert all(text[time.span.start : time.span.stop] == time.text for time in times)
    assert all(a.span.stop <= b.span.start for a, b in itertools.pairwise(times))


@given(st.sampled_from(SIX), st.integers(1, 28), st.integers(1, 12), st.integers(1990, 2080))
def test_a_full_date_means_the_same_in_every_language(language: str, day: int, month: int, year: int) -> None:
    numbers = {"ar": "/"}.get(language, ".")
    text = f"{day}{numbers}{month}{numbers}{year}"
    (time,) = find_times(text, languages=(language,))
    assert [found.isoformat() for found in time.days or ()] == [f"{year}-{month:02d}-{day:02d}"] * 2


def test_dateparser_is_loaded_only_when_needed() -> None:
    program = (
        "import sys; from ceasetimeline.timex import find_times; find_times('on Monday', published='2025-07-08');"
        "print('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
