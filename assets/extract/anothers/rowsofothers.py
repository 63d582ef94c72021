"""A row of another year or body under a label, and below it, without a label, the row of the report's own.

    行政许可 | 上年同期 | 31
             |          | 28

The label's cell reaches over both rows, which its print shows in the first alone. A word between label and figures says that the first is
not what the form asks for; below it stands a row that has no word at all. Belongs here: that doubt, row by row. Does not belong here: words
that return under label after label, of which one is the report's own (severalrows.py), words in brackets behind a label (partedrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.meaning import is_of_another
from assets.extract.memory import remembering
from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from schemas.form import Form

_YEAR = re.compile(r"(20[0-9]{2})年度?")
_IN_BRACKETS = re.compile(r"\((.{1,20})\)")


def doubt_rows_of_others(
    tables: Iterable[TableReading],
    items: Sequence[Item],
    form: Form,
    years: Callable[[], Collection[int]],
) -> None:
    """Put rows in doubt whose label stands beside such a word, and those below them."""
    found: dict[int, str] = {}
    for above, below in pairwise(items):
        if isinstance(above, GridRow) and isinstance(below, GridRow) and _is_bare(below, above):
            word = _word(above, years)
            if word is not None:
                found |= dict.fromkeys(range(above.line_start, below.line_end + 1), word)
    if not found:
        return
    for reading in tables:
        table = form.table(reading.table_no)
        for row, keys in table.keys:
            at = [reading.cells[key].line_start for key in keys if not reading.is_open(key)]
            line = next((n for n in at if n in found), None)
            if line is None:
                continue
            reading.note("row-repeated", line=line, row_key=row.key, row=row, other=line)
            for key in keys:
                if not reading.is_open(key):
                    reading.doubt(key, "row-repeated", line)


def _is_bare(row: GridRow, above: GridRow) -> bool:
    """Whether a row has as many figures as the one above it, more than none, and no word."""
    written = row.written
    # nearly every row opens with a word
    if not written or not _is_figure(row.cells[written[0]].text):
        return False
    if not all(map(_is_figure, [row.cells[at].text for at in written])):
        return False
    return len(written) == sum(map(_is_figure, [above.cells[at].text for at in above.written]))


@remembering
def _is_figure(text: str) -> bool:
    return looks_like_figure(squash(text))


def _word(row: GridRow, years: Callable[[], Collection[int]]) -> str | None:
    """The word in a cell behind the label that says that the row is another's; None without such."""
    texts = [squash(row.cells[at].text) for at in row.written]
    words = [text for text in texts if not looks_like_figure(text)]
    for text in words[1:]:
        word = found[1] if (found := _IN_BRACKETS.fullmatch(text)) else text
        if year := _YEAR.fullmatch(word):
            if int(year[1]) not in years():
                return word
        elif is_of_another(word):
            return word
    return None
