"""Page furniture that is no part of the story: comment forms, feed footers, newsletter and cookie notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ceasetimeline.model import Span

_OPENINGS: Final = (
    "continue reading", "read more", "read also", "read the full", "read next", "click here", "leave a reply",
    "leave a comment", "please enter your", "your email address", "save my name", "required fields", "sign up",
    "subscribe", "log in", "login", "register now", "register here", "follow us", "follow our", "share this",
    "share on", "share via", "tweet", "advertisement", "copyright", "all rights reserved", "©", "related articles",
    "related stories", "related topics", "you may also like", "most read", "most popular", "recommended for you",
    "watch live", "watch now", "watch:", "listen now", "listen to this", "photo:", "photos:", "photo credit",
    "this website uses cookies", "this site uses cookies", "our website uses cookies", "we use cookies",
    "accept cookies", "accept all cookies", "privacy policy", "privacy notice", "terms of use", "terms of service",
    "terms and conditions", "view comments", "see comments", "post comment", "comments are closed",
    "breaking news alerts", "support us", "support our journalism", "previous article", "next article", "tags:",
    "filed under", "skip to content", "skip to main content",
)  # fmt: skip
_WHOLE: Final = re.compile(
    r"\s{0,20}[-•*–—\[(]?\s{0,20}(?:" + "|".join(re.escape(opening) for opening in _OPENINGS) + r")(?!\w)"
    r"|\s{0,20}(?:welcome to .{0,60}newsletter|get .{0,40}(?:newsletter|in your inbox)"
    r"|download (?:the|our) .{0,20}app\b)"
    r"|\s{0,20}the post .{0,300} (?:appeared first|first appeared) on",
    re.IGNORECASE,
)
_LIVE: Final = re.compile(
    r"\s{0,20}[-•*–—]\s.{0,120}\b(?:live|latest)\b.{0,20}\b(?:updates?|blog|news|coverage)\s{0,20}$", re.IGNORECASE
)
_INSIDE: Final = re.compile(
    r"appeared first on|leave a reply|please enter your (?:comment|name|email)"
    r"|javascript (?:is|must be)|enable javascript",
    re.IGNORECASE,
)
_TELLING: Final = ("appeared first on", "leave a reply", "please enter your", "javascript")
"""Words without which nothing that is looked for inside a line can be there: quicker to ask for."""
_LONGEST: Final = 420  # characters; a longer sentence is story even where it holds such words


def find_boilerplate(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of ``text`` that are page furniture.

    >>> text = "Talks resumed on Monday. Leave a Reply"
    >>> [text[s.start : s.stop] for s in find_boilerplate(text, (Span(0, 24), Span(25, 38)))]
    ['Leave a Reply']
    """
    return tuple(span for span in sentences if _is_furniture(text, span))


def _is_furniture(text: str, span: Span) -> bool:
    line = text[span.start : min(span.stop, span.start + _LONGEST)]
    if _WHOLE.match(line) or _LIVE.match(line):
        return True
    short, folded = span.stop - span.start < _LONGEST, line.casefold()
    return short and any(words in folded for words in _TELLING) and _INSIDE.search(line) is not None
