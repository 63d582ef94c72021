"""The text of a cell of a page with a line break wherever the page shows one: between paragraphs, blocks and items of lists.

The source need not have a line break there: `<p>57</p><p>4</p>` is two figures one below the other, not 574. Belongs here: which
elements begin a line of their own. Does not belong here: what is seen of an element at all (shown.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from assets.extract.readers.notations.xmltext import as_xml_allows
from assets.extract.undone.spaces.spacing import without_marks_of_no_width

# Elements that begin a line and end it; the cells of a table within the cell are apart, too.
_BLOCKS = {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "center", "section", "article"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "form", "fieldset", "table", "tr", "td", "th", "caption"),
    *("para", "simpara", "item"),
}
# Stands for a break that is not in the source, until all of them are known.
_MARK = "\u2029"
_SHOWN_AS_BLOCK = re.compile(r"display\s*+:\s*+block", re.IGNORECASE)
_SPACE = re.compile(r"\s++")


def text_of(node: etree._Element) -> tuple[str, int]:
    """The text of a cell, and how many of the line breaks in it are none of the source."""
    if not len(node):
        return without_marks_of_no_width(node.text or ""), 0
    added = 0
    for br in node.iter("br"):
        br.tail = "\n" + as_xml_allows(br.tail or "")
        added += 1
    text = without_marks_of_no_width("".join(_pieces(node)))
    if _MARK not in text:
        return text, added

    def as_break(found: re.Match[str]) -> str:
        nonlocal added
        if _MARK not in found[0]:
            return found[0]
        breaks = found[0].count("\n")
        if breaks or not found.start() or found.end() == len(text):
            return "\n" * breaks
        added += 1
        return "\n"

    return _SPACE.sub(as_break, text), added


def _pieces(node: etree._Element) -> Iterator[str]:
    """The pieces of text below an element in their order, a mark before and behind each block."""
    if node.text:
        yield node.text
    for child in node:
        is_block = child.tag in _BLOCKS or _SHOWN_AS_BLOCK.search(child.get("style") or "")
        if is_block:
            yield _MARK
        if isinstance(child.tag, str):
            yield from _pieces(child)
        if is_block:
            yield _MARK
        if child.tail:
            yield child.tail
