"""From records to articles: the one place where what a user hands in is taken or refused.

Nothing is lost: every record becomes an article or an issue that names its place. Nothing is guessed: a text whose
bytes are not UTF-8 is refused, a number is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from ceasetimeline.codec import content_id
from ceasetimeline.errors import ArticleError
from ceasetimeline.model import UNKNOWN_PUBLICATION, Article, Issue, Settings
from ceasetimeline.readers.columns import fields_of, is_missing
from ceasetimeline.readers.records import Options, Record
from ceasetimeline.readers.stamps import Clock, stamp

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_INVISIBLE: Final = re.compile("[\u200b\u202a-\u202e\u2060\u2066-\u2069]|(?<!^)\ufeff")
_SHOWN: Final = 80
LONGEST: Final = 2_000_000
"""Characters of an article; no newspaper prints longer ones, a file read whole by mistake is longer."""


def articles_of(found: Iterable[Record | Issue], settings: Settings, options: Options) -> Iterator[Article | Issue]:
    """Articles and issues, in the order of the records; an article may come with issues of its own."""
    for record in found:
        if isinstance(record, Issue):
            yield record
            continue
        try:
            article, language = _article(record.value, options)
            _check_language(language, settings)
        except ArticleError as fault:
            yield Issue(code=fault.code, message=fault.message, article=fault.article, place=record.place)
            continue
        yield article
        yield from (attrs.evolve(issue, article=article.id, place=record.place) for issue in _oddities(article))


def identified(article: Article) -> Article:
    """The article with an id: its own, or a digest of its content."""
    if article.id:
        return article
    parts = (article.source, article.url, article.published or "", article.title, article.text)
    return attrs.evolve(article, id=content_id("a", *parts))


def _article(value: object, options: Options) -> tuple[Article, str]:
    clock = options.clock
    if isinstance(value, Article):
        text, published = _text(value.text, value.id), stamp(value.published, clock)
        modified = stamp(value.modified, clock)
        # What an earlier run worked out is worked out again: other articles may tell more now.
        fresh = attrs.evolve(value, text=text, published=published, modified=modified)
        return identified(attrs.evolve(fresh, publication=UNKNOWN_PUBLICATION, copy_of=None)), ""
    if isinstance(value, tuple | list) and len(value) == 2:
        return _from_fields({"text": value[0], "published": value[1]}, clock), ""
    if isinstance(value, Mapping):
        fields = fields_of(value, renamed=options.columns)
        return _from_fields(fields, clock), _plain(fields.get("language"))
    raise ArticleError("not-an-article", _not_an_article(value))


def _from_fields(fields: Mapping[str, Any], clock: Clock) -> Article:
    name = _plain(fields.get("id"))
    title = _plain(fields.get("title"))
    text = fields.get("text", title)  # some exports give headlines only
    return identified(
        Article(
            text=_text(text, name),
            published=stamp(fields.get("published"), clock),
            modified=stamp(fields.get("modified"), clock),
            source=_plain(fields.get("source")),
            title=title,
            url=_plain(fields.get("url")),
            id=name,
        )
    )


def _text(value: object, name: str) -> str:
    if isinstance(value, bytes | bytearray):
        value = _decoded(bytes(value), name)
    if is_missing(value):
        raise ArticleError("no-text", "the article has no text", article=name, field="text")
    if not isinstance(value, str):
        message = f"the text is a {type(value).__name__} ({_quoted(value)}); give it as str"
        raise ArticleError("not-an-article", message, article=name, field="text")
    if len(value) > LONGEST:
        message = f"the text has {len(value)} characters, more than {LONGEST}; split it into its articles"
        raise ArticleError("too-long", message, article=name, field="text")
    return value


def _decoded(content: bytes, name: str) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as fault:
        message = f"the text is bytes, but not UTF-8 (byte {fault.start}); use Article.from_bytes(..., encoding=)"
        raise ArticleError("encoding", message, article=name, field="text") from None


def _plain(value: object) -> str:
    if is_missing(value):
        return ""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value).strip()  # type: ignore[call-overload]


def _check_language(language: str, settings: Settings) -> None:
    code = _LANGUAGES.get(language.lower(), language.lower().replace("_", "-").partition("-")[0])
    if language and code not in settings.languages:
        asked = ", ".join(settings.languages)
        raise ArticleError("language", f"the article is in {language!r}; only {asked} is read (languages=)")


def _oddities(article: Article) -> Iterator[Issue]:
    if article.title and article.text.strip() == article.title:
        yield Issue(code="title-only", message="there is no text beyond the headline; only the headline was read")
    if article.excerpt_of:
        yield Issue(code="excerpt", message="only passages of the text are kept here; what else it told is not read")
    whole = f"{article.title}\n{article.text}"
    if whole.isascii():
        return
    if _SURROGATE.search(whole):
        yield Issue(
            code="lone-surrogate", message="half a character stands in the text; files get U+FFFD in its place"
        )
    if found := sorted(set(_INVISIBLE.findall(whole))):
        marks = ", ".join(f"U+{ord(mark):04X}" for mark in found)
        yield Issue(
            code="invisible-chars", message=f"the text holds characters that cannot be seen ({marks}); they are kept"
        )


def _not_an_article(value: object) -> str:
    if isinstance(value, str):
        return (
            f"a text alone ({_quoted(value)}) has no date: give (text, date), or a dict with 'text' and 'published'"
        )
    return f"{_quoted(value)} is no article: give an Article, a dict with 'text', or (text, date)"


def _quoted(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


_LANGUAGES: Final[Mapping[str, str]] = {
    "english": "en",
    "eng": "en",
    "arabic": "ar",
    "ara": "ar",
    "french": "fr",
    "fra": "fr",
    "fre": "fr",
    "german": "de",
    "deu": "de",
    "ger": "de",
    "hebrew": "he",
    "heb": "he",
    "russian": "ru",
    "rus": "ru",
    "spanish": "es",
    "spa": "es",
    "turkish": "tr",
    "tur": "tr",
    "ukrainian": "uk",
    "ukr": "uk",
}
