"""What a reader of the result should know of the time expressions of an article that could not be used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasetimeline.model import Issue, TimeExpression
from ceasetimeline.timex.expressions import MOST

_ADVICE: Final = {
    "impossible-date": "{text!r} is a day that no calendar has; it is kept without days",
    "ambiguous-date": "{text!r} can be day/month or month/day; pass date_order=",
    "out-of-range": "{text!r} lies outside the years 1 to 9999; it is kept without days",
    "calendar-out-of-range": "{text!r} lies outside the years its calendar is known for; it is kept without days",
    "no-calendars": "{text!r} needs the calendars extra: pip install ceasetimeline[calendars]",
}
_SHOWN: Final = 80


def time_issues(times: Sequence[TimeExpression], *, article: str = "") -> tuple[Issue, ...]:
    """The entries for ``timeline.issues``: refused dates one by one, missing publication once.

    >>> from ceasetimeline.timex import find_times
    >>> [issue.code for issue in time_issues(find_times("They met on Feb 30.", published="2025-07-08"))]
    ['impossible-date']
    """
    issues = [
        Issue(code=time.reason, message=_ADVICE[time.reason].format(text=time.text[:_SHOWN]), article=article)
        for time in times
        if time.reason in _ADVICE
    ]
    if any(time.reason == "no-publication-date" for time in times):
        message = "relative dates stay without days, since the publication date is not known; pass published="
        issues.append(Issue(code="no-publication-date", message=message, article=article))
    if len(times) >= MOST:
        message = f"only the first {MOST} time expressions were read; split the text into its articles"
        issues.append(Issue(code="too-many-dates", message=message, article=article))
    return tuple(issues)
