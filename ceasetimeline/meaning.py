"""Time operators: what a phrase means before any date is known.

A meaning is a tree of frozen values, complete without a calendar: "the week before last" is
``Shift(This(WEEK), WEEK, -2)`` whatever day it was written on. `ceasetimeline.timex.place` puts it on the calendar.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Meaning:
    """Base of all operators."""
