"""Every named day is read in its yes sentences, and not in its no sentences."""

from __future__ import annotations

import pytest

from ceasetimeline.lexicon import Lexicon, NamedDay
from ceasetimeline.timex import find_times

ROWS = Lexicon.default().named_days


def named(row: NamedDay, sentence: str) -> list[str]:
    later = row.end.replace(year=row.end.year + 1)
    return [time.rule for time in find_times(sentence, published=later) if time.days == (row.start, row.end)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.names[0])
def test_a_named_day_is_read_where_it_is_named(row: NamedDay) -> None:
    assert row.yes
    assert row.no
    assert [named(row, sentence) for sentence in row.yes] == [["named-day"]] * len(row.yes)
    assert not any("named-day" in named(row, sentence) for sentence in row.no)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.names[0])
def test_every_name_is_read(row: NamedDay) -> None:
    assert [name for name in row.names if "named-day" not in named(row, f"It was before the {name} came.")] == []
