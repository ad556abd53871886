"""Reports with their moves marked in the text, so that linking is measured apart from extraction.

``The ELN {a:acceptance ELN>Colombia @2023-01-02|accepted} the offer.`` tells a move labelled ``a``: its type, who
acts (several with ``+``) and towards whom, its day or days (``2023-01-02..2023-01-04``), its realis (``*planned``),
how much (``#14 sailors``), its words.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import Linking, link
from ceasetimeline.linking.syndication import find_copies, sketch
from ceasetimeline.model import (
    UNKNOWN_PUBLICATION,
    Article,
    ArticleReading,
    Mention,
    Publication,
    Realis,
    Roles,
    Span,
)
from ceasetimeline.text.sentences import split_sentences

HERE: Final = Path(__file__).parent
MARK: Final = re.compile(
    r"\{(?P<label>\w+):(?P<type>\w+)(?: (?P<who>[^>|@*]+?))?(?: ?>(?P<to>[^|@*]+?))?(?: @(?P<days>[\d.-]+))?"
    r"(?: \*(?P<realis>\w+))?(?: #(?P<quantity>[^|]+?))?\|(?P<words>[^}]*)\}"
)


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text("utf-8"))["case"]
    return found


def linking_of(reports: Sequence[Mapping[str, Any]]) -> Linking:
    """What the reports of a case tell together."""
    return link([reading_of(number, row) for number, row in enumerate(reports)], Lexicon.default())


def reading_of(number: int, row: Mapping[str, Any]) -> ArticleReading:
    """A report as a reading: its text without the marks, its moves as mentions with their labels as ids."""
    name = row.get("id", f"r{number}")
    text, mentions, done = "", [], 0
    for match in MARK.finditer(row["text"]):
        text += row["text"][done : match.start()]
        mentions.append(_mention(name, match, len(text)))
        text, done = text + match["words"], match.end()
    text += row["text"][done:]
    day = row.get("published")
    article = Article(
        id=name,
        text=text,
        source=row.get("source", name),
        publication=Publication.on(dt.date.fromisoformat(day).toordinal()) if day else UNKNOWN_PUBLICATION,
    )
    return ArticleReading(
        article=article, sentences=split_sentences(text), mentions=tuple(mentions), sketch=sketch(text)
    )


def _mention(article: str, match: re.Match[str], start: int) -> Mention:
    who, to = (tuple(filter(None, (match[part] or "").split("+"))) for part in ("who", "to"))
    several = len(who) > 1
    realis = cast("Realis", match["realis"] or "actual")
    days = tuple((match["days"] or "").split("..")) if match["days"] else ()
    return Mention(
        id=match["label"],
        article=article,
        span=Span(start, start + len(match["words"])),
        quote=match["words"],
        type=match["type"],
        realis=realis,
        quantity=match["quantity"] or "",
        roles=Roles(agent=() if several else who, parties=who if several else (), addressee=to),
        bounds=TimeBounds.within(Interval.of(*days)) if days else OPEN,
    )


def homes(linking: Linking) -> dict[str, str]:
    """The event that each label is in."""
    return {name: event.id for event in linking.events for name in event.mentions}


def links(linking: Linking) -> set[tuple[str, str, str]]:
    """All links between events: kind, later, earlier."""
    return {(s.kind, s.source, s.target) for s in linking.statements if s.target and s.kind not in {"before"}}


def origins(texts: Mapping[str, str]) -> dict[str, str]:
    """Each text with the one that it repeats, itself if none."""
    readings = [
        ArticleReading(
            article=Article(id=name, text=text, source=name, publication=Publication.on(738000 + number)),
            sketch=sketch(text),
        )
        for number, (name, text) in enumerate(texts.items())
    ]
    copies = find_copies(readings, Lexicon.default().cues["correction_words"])
    return {name: copies.get(name, name) for name in texts}
