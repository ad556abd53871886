"""Page furniture that is no part of the story: comment forms, feed footers, newsletter and cookie notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ceasetimeline.model import Span

_WHOLE: Final = re.compile(
    r"""\s*[-•*–—\[(]?\s*(?:
        continue\ reading | read\ (?:more|also|the\ full|next)\b | click\ here | leave\ a\ (?:reply|comment)
      | please\ enter\ your | your\ email\ address | save\ my\ name | required\ fields | sign\ up\b | subscribe\b
      | log\ ?in\b | register\ (?:now|here|to)\b | follow\ (?:us|our)\b | share\ (?:this|on|via)\b | tweet\b | advertisement\b
      | copyright\b | all\ rights\ reserved | ©  | related\ (?:articles?|stories|topics|content)\b | you\ may\ also\ like
      | most\ (?:read|popular)\b | recommended\b.{0,30}$ | watch\ (?:live|now|:)  | listen\ (?:now|to\ this) | photo(?:\ credit)?s?:
      | (?:this|our)\ (?:web)?site\ uses\ cookies | we\ use\ cookies | accept\ (?:all\ )?cookies | privacy\ (?:policy|notice)
      | terms\ (?:of|and)\ (?:use|service|conditions) | download\ (?:the|our)\ .{0,20}app\b | welcome\ to\ .{0,60}newsletter
      | the\ post\ .{0,300}\ (?:appeared\ first|first\ appeared)\ on | (?:view|see|post)\ comments? | comments?\ are\ closed
      | get\ .{0,40}(?:newsletter|in\ your\ inbox) | breaking\ news\ alerts | support\ (?:us|our\ journalism)
      | previous\ article | next\ article | tags?: | filed\ under | skip\ to\ (?:main\ )?content
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LIVE: Final = re.compile(
    r"\s*[-•*–—]\s.{0,120}\b(?:live|latest)\b.{0,20}\b(?:updates?|blog|news|coverage)\s*$", re.IGNORECASE
)
_INSIDE: Final = re.compile(
    r"appeared first on|leave a reply|please enter your (?:comment|name|email)|javascript (?:is|must be)|enable javascript",
    re.IGNORECASE,
)


def find_boilerplate(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of ``text`` that are page furniture.

    >>> text = "Talks resumed on Monday. Leave a Reply"
    >>> [text[s.start : s.stop] for s in find_boilerplate(text, (Span(0, 24), Span(25, 38)))]
    ['Leave a Reply']
    """
    return tuple(span for span in sentences if _is_furniture(text, span))


def _is_furniture(text: str, span: Span) -> bool:
    line = text[span.start : min(span.stop, span.start + 420)]
    return bool(_WHOLE.match(line) or _LIVE.match(line) or (span.stop - span.start < 420 and _INSIDE.search(line)))
