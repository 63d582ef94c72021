"""The table of one row of figures on one line, a blank cell behind each of its rows, which have not all as many cells.

`结果维持 |… |总计 |未经复议直接起诉 |复议后起诉 | | | | | | |结果维持 |… |总计 | |0 |2 |… |8 | |`: so prints antiword a table too wide for its page.
In the upper row of the header a label has one cell, however many columns it spans; the lower one is blank below those that span
none. Counted from the end all of it must come out even. Does not belong here: rows of one width (onelinetable.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from schemas.form import forms

# Cells of a row above the header's two, the blank one that closes it too.
_MOST_ABOVE = 3


def closed_rows(cells: Sequence[str]) -> list[list[str]]:
    """The rows of the header, every label over its columns, and that of the figures; none where they do not come out even."""
    texts = [cell.strip() for cell in cells]
    for width in _widths():
        if (rows := _rows(texts, width)) is not None:
            return rows
    return []


def _widths() -> set[int]:
    return {len(table.cells) for form in forms().values() for table in form.tables if table.one_row}


def _rows(texts: list[str], width: int) -> list[list[str]] | None:
    size = width + 1
    figures, lower, above = texts[-size:], texts[-2 * size : -size], texts[: -2 * size]
    if len(lower) < size or any(row[-1] for row in (figures, lower)) or above[-1:] != [""]:
        return None
    blank = next((at for at, text in enumerate(lower) if text), width)
    spanned = width - blank
    top = [*above[:-1]]
    if "" in top:  # a row over all of it closes with a blank cell, too
        first = top.index("") + 1
        top = top[first:] if first <= _MOST_ABOVE else []
    labels = len(top) - blank
    is_header = all(map(_is_word, [*top, *lower[blank:-1]])) and not any(map(_is_word, figures))
    if not is_header or not blank or labels < 1 or not spanned or spanned % labels or not any(figures):
        return None
    gap = [""] * (spanned // labels - 1)
    upper = [*top[:blank], *(cell for label in top[blank:] for cell in (label, *gap))]
    return [upper, lower[:-1], figures[:-1]]


def _is_word(text: str) -> bool:
    return len(text) > 1 and not looks_like_figure(squash(text))
