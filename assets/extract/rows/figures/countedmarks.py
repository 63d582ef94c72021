"""Marks among the figures of a row of plain text that are no cells of it: of notes, of remarks, of the end of a page.

    二、上年结转政府信息公开申请数量 注3 966 1185 1164 994 1326 8166
    行政诉讼-复议后起诉 2 11 5 18 (11)

Where blank cells vanish, a row that is full only with such a mark lacks a figure, and nothing tells which. Does not belong here: what a
cell says instead of a figure (readers/plain/cellwords.py), and which numbers are those of pages (readers/plain/pages.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import ascii_width, squash
from assets.extract.model import Cell
from assets.extract.numbers import EMPTY_WORDS, parse_figure

# 注3, *1, (11), [1], ①; what refers to a note in brackets; the number of a page.
_MARK = re.compile(
    r"[附备]?注[0-9一二三四五六七八九十]{0,2}|[*※#][0-9]{1,2}|[*※]{1,3}|[(\[【〔][0-9]{1,3}[)\]】〕]|[①-⑳¹²³]"
    r"|第[0-9]{1,3}页"
)
# Brackets around words, or one of the two: the rest of what explains a label or a figure.
_BRACKETED = re.compile(r"[(\[【〔][^()\[\]【】〔〕]{0,30}[)\]】〕]?|[^()\[\]【】〔〕]{0,30}[)\]】〕]")
_NOTE_AT_END = re.compile("注[0-9]{1,2}$")
_STARS = re.compile("[*※]{1,3}")


def has_mark(figures: Sequence[Cell]) -> bool:
    """Whether a text among the figures of a row is a mark, or in brackets, and no cell of its own."""
    return any(
        not _is_plain(cell.text) and _is_mark(ascii_width(squash(cell.text)), at in (0, len(figures) - 1))
        for at, cell in enumerate(figures)
    )


def ends_in_mark(text: str) -> bool:
    """Whether the digits at the end of a label number a note."""
    return bool(_NOTE_AT_END.search(ascii_width(text)))


def _is_plain(text: str) -> bool:
    return text.strip().isdecimal()


def _is_mark(text: str, is_at_end: bool) -> bool:
    """Whether a text is so; stars between figures stand for one that is not told."""
    if text in EMPTY_WORDS or (_STARS.fullmatch(text) and not is_at_end):
        return False
    if _MARK.fullmatch(text):
        return True
    return bool(_BRACKETED.fullmatch(text)) and parse_figure(text).status == "unparsed"
