"""Feasts and holidays: the days of each in a given year.

Fixed days, days counted from Easter and weekdays of a month need nothing; Muslim and Jewish feasts need the
``calendars`` extra. Muslim months begin with a sighting of the moon, so that a community may keep them a day earlier
or later than the computed calendar of Umm al-Qura: such a feast has ``slack`` 1. Jewish days begin on the evening
before; the days given are those of daylight, and of the land of Israel where the diaspora keeps one more.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, Interval
from ceasetimeline.errors import CalendarError, UnknownNameError

_FIRST_JULIAN_DAY: Final = 1721424.5
"""The Julian date on which the day before the first of the common calendar, number 0, begins."""

Reckoning = Literal["fixed", "easter", "orthodox-easter", "weekday", "hijri", "hebrew"]


@attrs.frozen
class Feast:
    """A feast: how its days are reckoned, and the names that news gives it.

    ``first`` is month and day ("fixed", "hijri", "hebrew": months as the calendar counts them, Nisan and Muharram
    first), days after Easter ("easter"), or month, ISO weekday and which of them, from the end if negative
    ("weekday"). ``length`` 0 is the whole month. ``slack``: how many days off it may be in places.
    """

    name: str
    reckoning: Reckoning
    first: tuple[int, ...]
    length: int = 1
    aliases: tuple[str, ...] = ()
    slack: int = 0


# Dates of fixed feasts: common civil calendars. Movable Christian feasts: offsets from Easter Sunday. Muslim and
# Jewish feasts: days of their own calendars, lengths as kept in Saudi Arabia and in Israel.
FEASTS: Final = (
    Feast("New Year's Day", "fixed", (1, 1)),
    Feast("New Year's Eve", "fixed", (12, 31)),
    Feast("Epiphany", "fixed", (1, 6)),
    Feast("Orthodox Christmas", "fixed", (1, 7), aliases=("Orthodox Christmas Day",)),
    Feast("Valentine's Day", "fixed", (2, 14), aliases=("St. Valentine's Day",)),
    Feast("St. Patrick's Day", "fixed", (3, 17), aliases=("Saint Patrick's Day", "St Patrick's Day")),
    Feast("April Fools' Day", "fixed", (4, 1), aliases=("April Fool's Day",)),
    Feast("May Day", "fixed", (5, 1)),
    Feast("Fourth of July", "fixed", (7, 4), aliases=("July Fourth",)),
    Feast("Bastille Day", "fixed", (7, 14)),
    Feast("Nowruz", "fixed", (3, 20), 2, slack=1, aliases=("Newroz", "Norouz", "Persian New Year")),
    Feast("Nakba Day", "fixed", (5, 15)),
    Feast("Halloween", "fixed", (10, 31)),
    Feast("All Saints' Day", "fixed", (11, 1), aliases=("All Saints Day",)),
    Feast("Armistice Day", "fixed", (11, 11), aliases=("Veterans Day", "Veterans' Day", "Remembrance Day")),
    Feast("Christmas Eve", "fixed", (12, 24)),
    Feast("Christmas", "fixed", (12, 25), aliases=("Christmas Day",)),
    Feast("Boxing Day", "fixed", (12, 26)),
    Feast("Ash Wednesday", "easter", (-46,)),
    Feast("Palm Sunday", "easter", (-7,)),
    Feast("Holy Week", "easter", (-7,), 7),
    Feast("Maundy Thursday", "easter", (-3,), aliases=("Holy Thursday",)),
    Feast("Good Friday", "easter", (-2,)),
    Feast("Holy Saturday", "easter", (-1,)),
    Feast("Easter", "easter", (0,), aliases=("Easter Sunday", "Easter Day")),
    Feast("Easter Monday", "easter", (1,)),
    Feast("Ascension Day", "easter", (39,)),
    Feast("Pentecost", "easter", (49,), aliases=("Whit Sunday",)),
    Feast("Corpus Christi", "easter", (60,)),
    Feast("Orthodox Easter", "orthodox-easter", (0,), aliases=("Orthodox Easter Sunday",)),
    Feast("Martin Luther King Day", "weekday", (1, 1, 3), aliases=("Martin Luther King Jr. Day",)),
    Feast("Presidents' Day", "weekday", (2, 1, 3), aliases=("Presidents Day", "President's Day")),
    Feast("Memorial Day", "weekday", (5, 1, -1)),
    Feast("Labor Day", "weekday", (9, 1, 1)),
    Feast("Columbus Day", "weekday", (10, 1, 2)),
    Feast("Thanksgiving", "weekday", (11, 4, 4), aliases=("Thanksgiving Day",)),
    Feast("Islamic New Year", "hijri", (1, 1), slack=1, aliases=("Hijri New Year",)),
    Feast("Ashura", "hijri", (1, 10), slack=1, aliases=("Ashoura",)),
    Feast("Mawlid", "hijri", (3, 12), slack=1, aliases=("Prophet's Birthday",)),
    Feast("Ramadan", "hijri", (9, 1), 0, slack=1, aliases=("Ramazan", "Ramadhan")),
    Feast("Eid al-Fitr", "hijri", (10, 1), 3, slack=1, aliases=("Eid ul-Fitr", "Eid-ul-Fitr", "Eid el-Fitr")),
    Feast("Eid al-Adha", "hijri", (12, 10), 4, slack=1, aliases=("Eid ul-Adha", "Eid-ul-Adha", "Eid el-Adha")),
    Feast("Rosh Hashanah", "hebrew", (7, 1), 2, aliases=("Rosh Hashana", "Jewish New Year")),
    Feast("Yom Kippur", "hebrew", (7, 10), aliases=("Day of Atonement",)),
    Feast("Sukkot", "hebrew", (7, 15), 7, aliases=("Succot", "Sukkoth")),
    Feast("Simchat Torah", "hebrew", (7, 22), aliases=("Simhat Torah", "Shemini Atzeret")),
    Feast("Hanukkah", "hebrew", (9, 25), 8, aliases=("Chanukah", "Hanukah")),
    Feast("Purim", "hebrew", (12, 14)),
    Feast("Passover", "hebrew", (1, 15), 7, aliases=("Pesach", "Pesah")),
    Feast("Lag BaOmer", "hebrew", (2, 18), aliases=("Lag B'Omer",)),
    Feast("Shavuot", "hebrew", (3, 6), aliases=("Shavuoth",)),
    Feast("Tisha B'Av", "hebrew", (5, 9), aliases=("Tisha Be'av", "Tisha BeAv")),
)
BY_NAME: Final[Mapping[str, Feast]] = {
    name.lower(): feast for feast in FEASTS for name in (feast.name, *feast.aliases)
}


def feast_named(name: str) -> Feast:
    """The feast of a name as news writes it, whatever its case and its apostrophes.

    >>> feast_named("Pesach").name
    'Passover'

    Raises UnknownNameError with the nearest names.
    """
    feast = BY_NAME.get(name.replace("’", "'").lower())
    if feast is None:
        raise UnknownNameError("feast", name, BY_NAME)
    return feast


def holiday(name: str, year: int) -> tuple[Interval, ...]:
    """The days of a feast in each of its occurrences that begin in a year of the common calendar.

    "over Easter", in a story of 2025; Ramadan begins twice in 2030, hence a tuple:

    >>> holiday("Easter", 2025)
    (Interval.of('2025-04-20'),)

    Raises UnknownNameError for a feast that the table does not hold; CalendarError where the year lies outside what
    the calendar is known for, or where the ``calendars`` extra is not installed.
    """
    return _days(feast_named(name), year)


@functools.lru_cache(maxsize=4096)
def _days(feast: Feast, year: int) -> tuple[Interval, ...]:
    if not 1 <= year <= dt.MAXYEAR:
        raise CalendarError("calendar-out-of-range", f"{feast.name} of the year {year}: outside the years 1 to 9999")
    found = (stretch for stretch in _RECKONINGS[feast.reckoning](feast, year) if stretch.days[0].year == year)
    return tuple(sorted(found))


def _stretch(start: int, length: int) -> Interval:
    return Interval(start, min(start + length, LAST_DAY + 1))


def _fixed(feast: Feast, year: int) -> Iterator[Interval]:
    month, day = feast.first
    yield _stretch(dt.date(year, month, day).toordinal(), feast.length)


def _from_easter(feast: Feast, year: int) -> Iterator[Interval]:
    from dateutil import easter

    if not 1583 <= year <= 4099:
        raise CalendarError("calendar-out-of-range", f"{feast.name} {year}: Easter is known for 1583 to 4099")
    western = feast.reckoning == "easter"
    sunday = easter.easter(year, easter.EASTER_WESTERN) if western else easter.easter(year, easter.EASTER_ORTHODOX)
    yield _stretch(sunday.toordinal() + feast.first[0], feast.length)


def _weekday(feast: Feast, year: int) -> Iterator[Interval]:
    month, weekday, number = feast.first
    first = dt.date(year, month, 1)
    days = [first.toordinal() + step for step in range(31)]
    fitting = [
        day for day in days if (date := dt.date.fromordinal(day)).month == month and date.isoweekday() == weekday
    ]
    yield _stretch(fitting[number if number < 0 else number - 1], feast.length)


def _hijri(feast: Feast, year: int) -> Iterator[Interval]:
    try:
        from hijridate import Hijri
    except ImportError as missing:
        raise _no_extra(feast) from missing
    # A Muslim year is about 10.88 days shorter than a common one, and began in 622.
    about = round((year - 622) * 365.2425 / 354.367)
    known = []
    for hijri_year in range(about - 1, about + 3):
        try:
            first = Hijri(hijri_year, *feast.first)
        except (OverflowError, ValueError):
            continue
        known.append(_stretch(first.to_gregorian().toordinal(), feast.length or first.month_length()))
    if not any(stretch.days[0].year == year for stretch in known):
        raise CalendarError(
            "calendar-out-of-range", f"{feast.name} {year}: the Umm al-Qura calendar is known from 1924 to 2077"
        )
    yield from known


def _hebrew(feast: Feast, year: int) -> Iterator[Interval]:
    try:
        from pyluach.dates import HebrewDate
        from pyluach.hebrewcal import Year
    except ImportError as missing:
        raise _no_extra(feast) from missing
    month, day = feast.first
    for hebrew_year in (year + 3760, year + 3761):
        # In a leap year Purim falls into the second Adar.
        second_adar = month == 12 and Year(hebrew_year).leap
        start = int(HebrewDate(hebrew_year, 13 if second_adar else month, day).jd - _FIRST_JULIAN_DAY)
        if FIRST_DAY <= start <= LAST_DAY:
            yield _stretch(start, feast.length)


def _no_extra(feast: Feast) -> CalendarError:
    return CalendarError(
        "no-calendars", f"the days of {feast.name} need the calendars extra: pip install 'ceasetimeline[calendars]'"
    )


_RECKONINGS: Final[Mapping[Reckoning, Callable[[Feast, int], Iterator[Interval]]]] = {
    "fixed": _fixed,
    "easter": _from_easter,
    "orthodox-easter": _from_easter,
    "weekday": _weekday,
    "hijri": _hijri,
    "hebrew": _hebrew,
}
