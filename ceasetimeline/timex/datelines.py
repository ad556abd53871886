"""The calendar day where a story was written, where its stamp is in universal time and its dateline names a city.

A stamp in UTC is the clock of a machine: "today" in a story from Gaza, stamped 23:30 UTC, is the next day there. A
stamp in another zone is that of the outlet, and stays.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
import zoneinfo
from collections.abc import Mapping
from importlib import resources
from typing import Final

import attrs

from ceasetimeline.model import Clue, Evidence, Span

_CITY: Final = re.compile(
    r"\s{0,20}(?P<city>[A-Z][\w'’.-]{1,20}(?:[ -][\w'’.-]{1,20}){0,3}?)(?=\s?[,:/(]|\s[–—-]|\s?--)"
)
_CLOCK: Final = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d(?:[.,]\d{1,9})?)?\s{0,2}(?P<half>[AaPp]\.?[Mm]\.?)?\s{0,2}"
    r"(?P<zone>Z|UTC|GMT|[+-]00:?00)(?![\w:+-])"
)
# The name of a zone follows the time of day (as in RFC 9557); "4 January/Janvier 2025" names none.
_ZONE_NAME: Final = re.compile(
    r"\[!?(?P<bracketed>[A-Za-z][\w+-]{0,30}(?:/[\w+-]{1,30}){1,2})\]"
    r"|[:.]\d\d\s{0,2}(?:[AaPp]\.?[Mm]\.?)?\s{0,2}\(?(?P<bare>[A-Z][A-Za-z_+-]{0,30}(?:/[A-Z][\w+-]{1,30}){1,2})"
)
# A time of day after which no zone follows; midnight sharp is how tables write a day alone.
_NO_ZONE: Final = re.compile(
    r"(?<![\d:.+-])(?!00:00(?::00(?:[.,]0{1,9})?)?(?![\d:]))\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?![\d:])"
    r"\s{0,2}(?:[AaPp]\.?[Mm]\.?)?(?!\s{0,3}(?:[+(\[]|-\d|[A-Z]{1,5}(?![a-z])|[A-Z][a-z]+/))"
)


@attrs.frozen
class LocalDay:
    """The local day of a story, and the clue that tells of it."""

    day: int
    clue: Clue


def local_day(published: object, day: int, text: str, article: str = "") -> LocalDay | None:
    """The day where the dateline is, where that is another than the one of a stamp in universal time.

    >>> from ceasetimeline.bounds import iso, ordinal
    >>> moved = local_day("2025-01-04T23:30:00Z", ordinal("2025-01-04"), "GAZA: The talks resumed today.")
    >>> iso(moved.day), moved.clue.evidence.quote
    ('2025-01-05', 'GAZA')
    """
    clock = _universal_time(published)
    found = _CITY.match(text[:200]) if clock else None
    zone = _zones().get(found["city"].lower()) if found else None
    if clock is None or found is None or zone is None:
        return None
    try:
        moment = dt.datetime.combine(dt.date.fromordinal(day), clock, dt.UTC)
        here = moment.astimezone(zoneinfo.ZoneInfo(zone))
    except (zoneinfo.ZoneInfoNotFoundError, OverflowError):
        return None
    local = here.date().toordinal()
    if local == day:
        return None
    note = f"{moment:%H:%M} UTC on {moment:%Y-%m-%d} is {here:%H:%M} on {here:%Y-%m-%d} there ({zone})"
    span = Span(*found.span("city"))
    evidence = Evidence(article=article, span=span, quote=found["city"], rule="dateline", note=note)
    return LocalDay(local, Clue(bounds=(local, local), hard=True, evidence=evidence))


def naive_clue(published: object, day: int, article: str = "") -> Clue | None:
    """The remark that a time of day names no zone, and that its day is taken to be the outlet's own.

    >>> clue = naive_clue("2025-07-08 23:30", 739440)
    >>> clue.evidence.rule, naive_clue("2025-07-08T23:30+03:00", 739440), naive_clue("2025-07-08", 739440)
    ('naive-time', None, None)
    """
    shown = published.isoformat() if isinstance(published, dt.datetime) else published
    if not isinstance(shown, str) or not _NO_ZONE.search(shown[:120]):
        return None
    note = "the time names no zone: its day is taken to be the outlet's own"
    evidence = Evidence(article=article, quote=shown[:120], rule="naive-time", note=note)
    return Clue(bounds=(day, day), hard=True, evidence=evidence)


def unknown_zone(stamp: str) -> str | None:
    """The name of a time zone in a stamp that the zone database does not hold; None where all is well.

    >>> unknown_zone("2025-01-04T18:30:00+00:00[Mars/Phobos]"), unknown_zone("2025-01-04 18:30 Asia/Gaza")
    ('Mars/Phobos', None)
    """
    found = _ZONE_NAME.search(stamp[:120])
    if found is None:
        return None
    name = found["bracketed"] or found["bare"]
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return name
    return None


def _universal_time(published: object) -> dt.time | None:
    """The time of day of a stamp in universal time; None for any other stamp."""
    if isinstance(published, dt.datetime):
        zero = published.utcoffset() == dt.timedelta(0)
        return published.time().replace(tzinfo=None) if zero else None
    found = _CLOCK.search(published[:120]) if isinstance(published, str) else None
    if found is None:
        return None
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "Pp" else 0)
    return dt.time(hour, int(found["minute"])) if hour < 24 and int(found["minute"]) < 60 else None


@functools.cache
def _zones() -> Mapping[str, str]:
    file = resources.files("ceasetimeline") / "data" / "places" / "zones.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {city.lower(): zone for zone, cities in table.items() for city in cities}
