"""Elements of HTML and SVG as strings that are escaped by construction."""

from __future__ import annotations

import html
from collections.abc import Iterable

from ceasetimeline.view.wording import printable


class Markup(str):
    """Text that is markup already; all other text is escaped when it becomes part of an element."""

    __slots__ = ()


Child = str | Markup | None
VOID = frozenset({"meta", "br", "img", "link", "input"})


def element(
    name: str, /, *children: Child | Iterable[Child], **attributes: str | int | float | bool | None
) -> Markup:
    """An element with its children; text is escaped, and made printable, unless it is `Markup`.

    A trailing underscore of an attribute name is dropped and others become hyphens; None and False leave it out.

    >>> element("td", "talks <b>", class_="move", data_id="e1")
    '<td class="move" data-id="e1">talks &lt;b&gt;</td>'
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined_markup(*children)}</{name}>")


def joined_markup(*children: Child | Iterable[Child]) -> Markup:
    """All children in a row, text among them escaped."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, str):
            parts.append(child if isinstance(child, Markup) else escaped(child))
        elif child is not None:
            parts.append(joined_markup(*child))
    return Markup("".join(parts))


def escaped(text: str) -> Markup:
    """Text as markup: control and bidi characters shown by number, ``&<>"'`` as entities; outer blanks are kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return Markup(html.escape(f"{before}{printable(text)}{after}"))


def _attribute(key: str, value: str | int | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'
