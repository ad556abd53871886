"""Text from outside made fit for a file: what no XML file can hold, and what would run in a spreadsheet."""

from __future__ import annotations

import re
from typing import Final

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA: Final = re.compile("[=+\\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")


def storable(text: str) -> str:
    """The text with U+FFFD for each character that XML forbids or that half a character is; offsets stay right.

    >>> storable("cease" + chr(0) + "fire")
    'cease\ufffdfire'
    """
    return _NOT_XML.sub("\ufffd", text)


def formula_safe(cell: str) -> str:
    """The cell with a ``'`` in front where a spreadsheet would take it for a formula.

    >>> formula_safe("=HYPERLINK(A1)"), formula_safe("talks")
    ("'=HYPERLINK(A1)", 'talks')
    """
    return f"'{cell}" if _FORMULA.match(cell.lstrip(" \u00a0")) else cell
