"""A timeline as a small picture: lanes by group of moves, uncertain dates as bars.

A solid bar is what is sure; a pale one reaches over all the days on which the event may lie; a pale end that fades
has no known limit on that side; a dashed outline is a move that was not (or not yet) made.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ceasetimeline.bounds import TimeBounds
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Event
from ceasetimeline.view.bars import FADE, LANE_LABEL, Bar, Scale, axis_days, bar_of, packed
from ceasetimeline.view.markup import Markup, element
from ceasetimeline.view.wording import MONTHS, count_words, type_words, when_words, who_words

PALETTE: Final = ("#3b7dd8", "#c9701f", "#2b9467", "#9a62c7", "#c94f6d", "#80852a", "#4f8799", "#7d7d7d")
"""Fills for the groups, in turn; each stands out by 3:1 at least from white and from near black."""
ROW: Final = 12
BAR: Final = 8
PALE: Final = 0.35
STYLE: Final = (
    "text{font:11px system-ui,sans-serif;fill:#555}line{stroke:#8886}"
    "@media(prefers-color-scheme:dark){text{fill:#bbb}}"
)


def groups_of(events: Sequence[Event], lexicon: Lexicon | None = None) -> dict[str, list[Event]]:
    """The events by group of their type, groups in the order of the lexicon, "other" last."""
    table = lexicon or Lexicon.default()
    by_type = {row.name: row.group for row in table.event_types}
    names = [*dict.fromkeys(by_type.values()), "other"]
    found: dict[str, list[Event]] = {name: [] for name in names}
    for event in events:
        found[by_type.get(event.type, "other")].append(event)
    return {name: members for name, members in found.items() if members}


def legend(events: Sequence[Event], lexicon: Lexicon | None = None) -> Mapping[str, str]:
    """The colour of each group of moves that the events hold."""
    return {name: PALETTE[n % len(PALETTE)] for n, name in enumerate(groups_of(events, lexicon))}


def timeline_svg(
    events: Sequence[Event], *, width: int = 900, lexicon: Lexicon | None = None, styled: bool = True
) -> Markup:
    """The picture of some events, or an empty string where none of them has any date.

    An event without a date is not drawn; how many there are is told below the axis. Nor is a lane higher than
    eight rows: the number left out stands beside its name. ``styled=False`` leaves the style to the page around it.
    """
    drawn = [event for event in events if not event.bounds.is_open]
    if not drawn:
        return Markup("")
    scale = Scale(*axis_days(drawn), width)
    colours = legend(events, lexicon)
    parts: list[Markup] = []
    top = 4
    for name, members in groups_of(drawn, lexicon).items():
        rows, left_out = packed([bar_of(event, scale) for event in members])
        label = f"{type_words(name)}{f' (+{left_out})' if left_out else ''}"
        parts.append(_lane(label, rows, top, colour=colours[name], scale=scale))
        top += ROW * len(rows) + 8
    note = _note(events, drawn, scale)
    label = f"{count_words(len(drawn), 'event')} from {when_words(_hull(scale))}"
    return element(
        "svg",
        element("title", label),
        element("style", Markup(STYLE)) if styled else None,
        _fades(colours),
        *_axis(scale, top),
        *parts,
        element("text", note, x=LANE_LABEL, y=top + 34) if note else None,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {top + (40 if note else 24)}",
        role="img",
        width="100%",
    )


def _note(events: Sequence[Event], drawn: Sequence[Event], scale: Scale) -> str:
    undated = len(events) - len(drawn)
    sides = ((event.bounds.earliest_start, event.bounds.latest_end) for event in drawn)
    beyond = sum(
        (first is not None and first < scale.first) or (last is not None and last > scale.last)
        for first, last in sides
    )
    notes = (
        f"{count_words(undated, 'event')} without any date not drawn" if undated else "",
        f"{count_words(beyond, 'event')} may lie beyond the axis" if beyond else "",
    )
    return "; ".join(filter(None, notes))


def svg_image(svg: Markup, alt: str) -> Markup:
    """A picture as an image element that holds its own data: what untrusted notebooks let through."""
    code = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return element("img", src=f"data:image/svg+xml;base64,{code}", alt=alt, width="100%")


def _lane(label: str, rows: list[list[Bar]], top: int, *, colour: str, scale: Scale) -> Markup:
    bars = (_drawn(bar, top + number * ROW, colour) for number, row in enumerate(rows) for bar in row)
    foot = top + ROW * len(rows) + 3
    return element(
        "g",
        element("text", label, x=4, y=top + BAR),
        element("line", x1=0, x2=scale.width, y1=foot, y2=foot),
        *bars,
    )


def _drawn(bar: Bar, y: int, colour: str) -> Markup:
    event = bar.event
    made = event.realis == "actual"
    pieces = [
        _rect(bar.left + FADE * bar.open_left, bar.right - FADE * bar.open_right, y, fill=colour, fill_opacity=PALE)
    ]
    number = PALETTE.index(colour)
    if bar.open_left:
        pieces.append(_rect(bar.left, bar.left + FADE, y, fill=f"url(#l{number})"))
    if bar.open_right:
        pieces.append(_rect(bar.right - FADE, bar.right, y, fill=f"url(#r{number})"))
    if bar.sure and made:
        pieces.append(_rect(*bar.sure, y, fill=colour, rx=2))
    if not made:
        pieces.append(_rect(bar.left, bar.right, y, fill="none", stroke=colour, stroke_dasharray="2 2"))
    what = f"{type_words(event.type)}{'' if made else f' ({event.realis})'}"
    words = " · ".join(filter(None, (when_words(event.bounds), what, who_words(event))))
    return element("g", element("title", words), *pieces)


def _rect(left: float, right: float, y: int, **look: str | float) -> Markup:
    return element("rect", x=round(left, 1), y=y, width=round(right - left, 1), height=BAR, **look)


def _fades(colours: Mapping[str, str]) -> Markup:
    used = sorted(set(map(PALETTE.index, colours.values())))
    return element("defs", *(_fade(number, side) for number in used for side in "lr"))


def _fade(number: int, side: str) -> Markup:
    ends = (0, PALE) if side == "l" else (PALE, 0)
    stops = (element("stop", offset=n, stop_color=PALETTE[number], stop_opacity=end) for n, end in enumerate(ends))
    return element("linearGradient", *stops, id=f"{side}{number}")


def _axis(scale: Scale, foot: int) -> Iterator[Markup]:
    for day, label in ticks(scale.first, scale.last):
        x = scale.x(day)
        yield element("line", x1=x, x2=x, y1=0, y2=foot)
        yield element("text", label, x=x, y=foot + 14, text_anchor="middle")


def ticks(first: int, last: int, most: int = 9) -> list[tuple[int, str]]:
    """Round days between two days with their labels, at most so many: days, months or years, as the span asks.

    >>> from ceasetimeline.bounds import ordinal
    >>> [label for _, label in ticks(ordinal("2023-11-20"), ordinal("2025-10-13"))][:3]
    ['Jan 2024', 'Apr 2024', 'Jul 2024']
    """
    for step in (1, 2, 7, 14):
        if (last - first) // step < most:
            found = range(first, last + 1, step)
            dates = [dt.date.fromordinal(day) for day in found]
            return [(day, f"{d.day} {MONTHS[d.month - 1]}") for day, d in zip(found, dates, strict=True)]
    one, two = dt.date.fromordinal(first), dt.date.fromordinal(last)
    start, stop = one.year * 12 + one.month - 1 + (one.day > 1), two.year * 12 + two.month - 1
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if (stop - start) // s < most), 12 * 1200)
    months = range(-(-start // step) * step, stop + 1, step)
    return [
        (
            dt.date(month // 12, month % 12 + 1, 1).toordinal(),
            f"{MONTHS[month % 12]} {month // 12}" if step < 12 else f"{month // 12}",
        )
        for month in months
    ]


def _hull(scale: Scale) -> TimeBounds:
    return TimeBounds(
        earliest_start=scale.first, latest_start=scale.first, earliest_end=scale.last, latest_end=scale.last
    )
