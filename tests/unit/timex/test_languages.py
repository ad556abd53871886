"""Dates in Arabic, Hebrew, Spanish, French, Russian and Ukrainian texts, in sentences of our own."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.errors import UnknownNameError
from ceasetimeline.lexicon import Lexicon
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

# Further phrases, written before they were tried: language, sentence, first and last day (Tuesday 8 July 2025).
# A day with its month is the nearest one, whatever the verb.
MORE = [
    ("es", "El pasado 3 de marzo se firmó la tregua.", "2025-03-03", "2025-03-03"),
    ("es", "Este lunes volvieron a hablar.", "2025-07-07", "2025-07-07"),
    ("es", "El viernes por la noche hubo disparos.", "2025-07-04", "2025-07-04"),
    ("es", "A comienzos de 2024 todo era distinto.", "2024-01-01", "2024-04-30"),
    ("es", "El plazo termina el próximo 15 de agosto.", "2025-08-15", "2025-08-15"),
    ("es", "Los equipos trabajaron los días 5 y 6 de julio.", "2025-07-05", "2025-07-06"),
    ("es", "El mes que viene habrá otra ronda.", "2025-08-01", "2025-08-31"),
    ("es", "En la primavera de 2024 se rompió el pacto.", "2024-03-01", "2024-05-31"),
    ("es", "El fin de semana hubo combates.", "2025-07-05", "2025-07-06"),
    ("es", "Desde el 7 de octubre de 2023 no hay paz.", "2023-10-07", "2023-10-07"),
    ("es", "Se vieron en junio de 2025.", "2025-06-01", "2025-06-30"),
    ("fr", "Ce lundi, les équipes ont repris le travail.", "2025-07-07", "2025-07-07"),
    ("fr", "Samedi soir, un convoi a été touché.", "2025-07-05", "2025-07-05"),
    ("fr", "Le mardi 8 juillet, le texte a été lu.", "2025-07-08", "2025-07-08"),
    ("fr", "Depuis le 7 octobre 2023, la ville est fermée.", "2023-10-07", "2023-10-07"),
    ("fr", "Fin juin, la trêve a été rompue.", "2025-06-21", "2025-06-30"),
    ("fr", "En 2014, un premier accord a été trouvé.", "2014-01-01", "2014-12-31"),
    ("fr", "Ils reviendront d'ici vendredi.", "2025-07-11", "2025-07-11"),
    ("fr", "Le 15 janvier dernier, un accord a été annoncé.", "2025-01-15", "2025-01-15"),
    ("fr", "Au printemps 2024, tout a changé.", "2024-03-01", "2024-05-31"),
    ("fr", "Ce week-end, les deux camps ont parlé.", "2025-07-05", "2025-07-06"),
    ("fr", "Début 2024, le plan était prêt.", "2024-01-01", "2024-04-30"),
    ("ru", "Во вторник вечером стороны подписали протокол.", "2025-07-08", "2025-07-08"),
    ("ru", "В минувший понедельник обстрел прекратился.", "2025-07-07", "2025-07-07"),
    ("ru", "В начале 2024 года план был готов.", "2024-01-01", "2024-04-30"),
    ("ru", "Неделю назад посредник уехал.", "2025-06-30", "2025-07-06"),
    ("ru", "На выходных бои продолжались.", "2025-07-05", "2025-07-06"),
    ("ru", "С октября 2023 года город закрыт.", "2023-10-01", "2023-10-31"),
    ("ru", "Посредник приедет до пятницы.", "2025-07-11", "2025-07-11"),
    ("ru", "Весной 2024 года договор нарушили.", "2024-03-01", "2024-05-31"),
    ("ru", "Встреча прошла 15-го января.", "2025-01-15", "2025-01-15"),
    ("ru", "В 2014 году подписали протокол.", "2014-01-01", "2014-12-31"),
    ("uk", "У вівторок увечері сторони підписали протокол.", "2025-07-08", "2025-07-08"),
    ("uk", "Минулого понеділка обстріл припинився.", "2025-07-07", "2025-07-07"),
    ("uk", "На початку 2024 року план був готовий.", "2024-01-01", "2024-04-30"),
    ("uk", "Тиждень тому посередник поїхав.", "2025-06-30", "2025-07-06"),
    ("uk", "На вихідних бої тривали.", "2025-07-05", "2025-07-06"),
    ("uk", "З жовтня 2023 року місто закрите.", "2023-10-01", "2023-10-31"),
    ("uk", "Навесні 2024 року угоду порушили.", "2024-03-01", "2024-05-31"),
    ("uk", "У 2014 році підписали протокол.", "2014-01-01", "2014-12-31"),
    ("ar", "اجتمع الطرفان مساء الاثنين.", "2025-07-07", "2025-07-07"),
    ("ar", "بدأت الحرب في السابع من أكتوبر 2023.", "2023-10-07", "2023-10-07"),
    ("ar", "وقع الاتفاق في الخامس عشر من يناير الماضي.", "2025-01-15", "2025-01-15"),
    ("ar", "أعلن ذلك يوم 3 يوليو.", "2025-07-03", "2025-07-03"),
    ("ar", "في ربيع 2024 انهار الاتفاق.", "2024-03-01", "2024-05-31"),
    ("ar", "الشهر المقبل تبدأ جولة جديدة.", "2025-08-01", "2025-08-31"),
    ("ar", "منذ عام 2014 لم يجتمعوا.", "2014-01-01", "2014-12-31"),
    ("ar", "في مطلع عام 2024 كان النص جاهزا.", "2024-01-01", "2024-04-30"),
    ("he", "מאז ה-7 באוקטובר 2023 המעבר סגור.", "2023-10-07", "2023-10-07"),
    ("he", "ביום שני בערב נפגשו הצוותים.", "2025-07-07", "2025-07-07"),
    ("he", "בסוף השבוע נמשכו הקרבות.", "2025-07-05", "2025-07-06"),
    ("he", "באביב 2024 הופר ההסכם.", "2024-03-01", "2024-05-31"),
    ("he", "ב-2014 נחתם הסכם ראשון.", "2014-01-01", "2014-12-31"),
    ("he", "בשבת נשמעו יריות.", "2025-07-05", "2025-07-05"),
    ("he", "בתחילת 2024 היה הנוסח מוכן.", "2024-01-01", "2024-04-30"),
    ("es", "El martes 8 de julio se leyó el texto.", "2025-07-08", "2025-07-08"),
    ("es", "Hace un mes que se rompió la tregua.", "2025-06-01", "2025-06-30"),
    ("es", "El viernes próximo viajará el enviado.", "2025-07-11", "2025-07-11"),
    ("es", "Volverán el 20 de julio.", "2025-07-20", "2025-07-20"),
    ("es", "El 28 de diciembre murieron seis.", "2025-12-28", "2025-12-28"),
    ("es", "Anoche se oyeron disparos.", "2025-07-07", "2025-07-07"),
    ("fr", "Il y a un mois, la trêve a été rompue.", "2025-06-01", "2025-06-30"),
    ("fr", "Hier, les deux camps ont parlé.", "2025-07-07", "2025-07-07"),
    ("fr", "L'an dernier, personne n'y croyait.", "2024-01-01", "2024-12-31"),
    ("fr", "Ils signeront le 20 juillet.", "2025-07-20", "2025-07-20"),
    ("fr", "Le sommet du 28 décembre n'a rien donné.", "2025-12-28", "2025-12-28"),
    ("ru", "Вчера вечером дороги открыли.", "2025-07-07", "2025-07-07"),
    ("ru", "Месяц назад перемирие сорвали.", "2025-06-01", "2025-06-30"),
    ("ru", "Документ подпишут 20 июля.", "2025-07-20", "2025-07-20"),
    ("ru", "28 декабря погибли шестеро.", "2025-12-28", "2025-12-28"),
    ("ru", "В следующем месяце посредники вернутся.", "2025-08-01", "2025-08-31"),
    ("uk", "Місяць тому перемир'я зірвали.", "2025-06-01", "2025-06-30"),
    ("uk", "Документ підпишуть 20 липня.", "2025-07-20", "2025-07-20"),
    ("uk", "28 грудня загинули шестеро.", "2025-12-28", "2025-12-28"),
    ("uk", "Наступного місяця посередники повернуться.", "2025-08-01", "2025-08-31"),
    ("uk", "Учора ввечері дороги відкрили.", "2025-07-07", "2025-07-07"),
    ("ar", "قبل شهر انهارت الهدنة.", "2025-06-01", "2025-06-30"),
    ("ar", "سيوقع الطرفان الاتفاق في 20 يوليو.", "2025-07-20", "2025-07-20"),
    ("ar", "قتل ستة أشخاص في 28 ديسمبر.", "2025-12-28", "2025-12-28"),
    ("ar", "يعقد الاجتماع غدا الأربعاء.", "2025-07-09", "2025-07-09"),
    ("ar", "فجر الثلاثاء فتح الطريق.", "2025-07-08", "2025-07-08"),
    ("ar", "بين عامي 2014 و2016 لم تعقد محادثات.", "2014-01-01", "2016-12-31"),
    ("he", "לפני חודש קרסה ההפוגה.", "2025-06-01", "2025-06-30"),
    ("he", "הצדדים יחתמו ב-20 ביולי.", "2025-07-20", "2025-07-20"),
    ("he", "ב-28 בדצמבר נהרגו שישה.", "2025-12-28", "2025-12-28"),
    ("he", "מחר ייפגשו הצוותים.", "2025-07-09", "2025-07-09"),
    ("he", "בחודש הבא יחזרו המתווכים.", "2025-08-01", "2025-08-31"),
]

UNDATED = [
    ("es", "La tregua dura desde hace dos semanas."),
    ("fr", "La trêve de dix jours a tenu."),
    ("ru", "Двухнедельное перемирие соблюдалось."),
    ("ar", "الهدنة تستمر ستين يوما."),
    ("he", "הפסקת האש נמשכה שבועיים."),
    ("es", "La mesa de siete miembros sesiona a diario."),
    ("fr", "Les mars et les sept ne sont pas des dates ici."),
    ("ru", "Май был спокойным, сказал он."),
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


@pytest.mark.parametrize(("language", "sentence", "first", "last"), MORE)
def test_further_phrases(language: str, sentence: str, first: str, last: str) -> None:
    days = {time.days for time in find_times(sentence, published=TUESDAY, languages=(language,)) if time.days}
    assert [[day.isoformat() for day in both] for both in days] == [[first, last]]


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
        "year2": "2025",
        "weekday": next(iter(book.words["weekday"])),
        "season": next(iter(book.words["season"])),
        "n": "3",
        "unit": next(iter(book.words["unit"])),
    }
    for phrase in book.phrases:
        used = {name: slots[name] for name in phrase.pattern.groupindex}
        english = book._filled(phrase.english, used).removeprefix("> ").removeprefix("< ")
        found = find_times(english, published=TUESDAY)
        assert [time.text for time in found] == ([english] if english else []), (phrase.pattern.pattern[:60], english)


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


def test_a_lexicon_serves_texts_of_several_languages(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[named_day]]\nnames = ["the Sharm meeting", "la cumbre de Sharm", "قمة شرم"]\n'
        "start = 2025-10-13\nend = 2025-10-13\n"
        '[[time_rule]]\nname = "sleeps"\npattern = "<number> sleeps ago"\nmeans = "<number> days ago"\n',
        encoding="utf-8",
    )
    lexicon = Lexicon.load(own)
    for text, values in [
        ("At the Sharm meeting and two sleeps ago they spoke of it.", ["2025-10-13", "2025-11-06"]),
        ("Las delegaciones hablaron en la cumbre de Sharm y el lunes.", ["2025-10-13", "2025-11-03"]),
        ("تحدث الطرفان في قمة شرم.", ["2025-10-13"]),
    ]:
        found = find_times(text, published="2025-11-08", languages=("en", "es", "ar"), lexicon=lexicon)
        assert [time.value for time in found] == values


def test_the_profile_serves_texts_of_several_languages() -> None:
    text = "The group met the envoys for the quarter that ended in June."
    alone = find_times(text, published=TUESDAY, profile="timeml")
    assert find_times(text, published=TUESDAY, profile="timeml", languages=("en", "es")) == alone
