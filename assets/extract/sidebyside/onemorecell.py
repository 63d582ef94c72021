"""The one row of table 4 with a cell too many, or two figures in one cell, where the cells about it show why.

        结果维持 …  总计  总计  未经复议直接起诉 …          a merged 总计 that covers two columns, its figure in each
        0        …  4     4     0 …
      | 结果维持 | 结果纠正 …                                the number of a row in memory, under cells without a word
    0 | 1        | 0 …
      行次 | 行政复议 | 行政诉讼                              a column of the text's own before or behind the form's
    … | 0 | 0 0 | |                                         two figures in one cell, and the cell behind it is empty

Does not belong here: numbers of rows that their header has, too, and an empty column (rowmargins.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.corners import says_unit
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item
from assets.extract.numbers import looks_like_figure
from assets.extract.sidebyside.figurerow import NEAR
from schemas.form import Table

# The first numbers that programs count rows from.
_FIRST_NUMBERS = ("0", "1")
_LEAST_ABOVE = 2
_TWO = 2


def without_one_more(items: list[Item], index: int, width: int, table: Table) -> GridRow | None:
    """The row with a cell for each of its columns; None where it has them, or nothing shows which is too many."""
    item = items[index]
    if not isinstance(item, GridRow):
        return None
    above = [row for row in items[max(0, index - NEAR) : index] if isinstance(row, GridRow)]
    if len(item.cells) == width:
        return _lacking_beside_strange(item, above, table) or _two_in_one(item)
    if len(item.cells) != width + 1:
        return None
    if (at := _strange_end([row for row in above if row.layout == item.layout], table)) is not None:
        # whose figures they are, a word in front says (namedrow.py)
        text = item.cells[0].text.strip()
        return None if at == 0 and text and not text.isdecimal() else _without(item, at if at == 0 else width)
    header = [row for row in above if row.block == item.block and len(row.cells) == width + 1]
    header = [row for row in header if not any(looks_like_figure(text) for text in _texts(row) if text)]
    if len(header) < _LEAST_ABOVE:
        return None
    names = [squash(column.zh) for column in table.columns] * (width // len(table.columns))
    return _without_number(item, header, names) or _without_doubled(item, header, names)


def _strange_end(above: Sequence[GridRow], table: Table) -> int | None:
    """0 where the row that names the groups opens with one word more, -1 where it ends in one; None where it names nothing else."""
    labels = [*table.rows, *table.groups, *table.columns]
    own = {squash(wording) for label in labels for wording in label.wordings}
    first = {squash(wording) for wording in table.rows[0].wordings}
    for row in reversed(above):
        texts = [text for text in _texts(row) if text]
        if first.isdisjoint(texts):
            continue
        strange = [at for at, text in enumerate(texts) if text not in own]
        if len(strange) != 1 or looks_like_figure(texts[strange[0]]) or says_unit(texts[strange[0]]):
            return None
        return 0 if strange == [0] else -1 if strange == [len(texts) - 1] else None
    return None


def _lacking_beside_strange(item: GridRow, above: Sequence[GridRow], table: Table) -> GridRow | None:
    """The row without its first cell, where one more word opens the header and the last cell is blank: it may be that word's."""
    rows = [row for row in above if row.layout == item.layout]
    is_blank = not item.cells[-1].text.strip()
    return _without(item, 0) if is_blank and _strange_end(rows, table) == 0 else None


def _texts(row: GridRow) -> list[str]:
    return [squash(cell.text) for cell in row.cells]


def _without(item: GridRow, at: int) -> GridRow:
    return GridRow([*item.cells[:at], *item.cells[at + 1 :]], item.layout, item.block, item.spans)


def _without_number(item: GridRow, header: Sequence[GridRow], names: Sequence[str]) -> GridRow | None:
    """The row without the number under cells that are blank in all of the header, whose labels stand over all other cells."""
    if item.cells[0].text.strip() not in _FIRST_NUMBERS or any(_texts(row)[0] for row in header):
        return None
    return _without(item, 0) if _texts(header[-1])[1:] == list(names) else None


def _without_doubled(item: GridRow, header: Sequence[GridRow], names: Sequence[str]) -> GridRow | None:
    """The row without the second of two cells that say the same under one label in both, as a merged cell's two halves do.

    Their labels are the same in two rows of the header at least, and without one of them it names the columns of the form.
    """
    last = _texts(header[-1])
    texts = _texts(item)
    for at in range(len(last) - 1):
        alike = sum(_texts(row)[at] == _texts(row)[at + 1] != "" for row in header)
        if alike >= _LEAST_ABOVE and [*last[:at], *last[at + 1 :]] == list(names):
            return _without(item, at + 1) if texts[at] == texts[at + 1] else None
    return None


def _two_in_one(item: GridRow) -> GridRow | None:
    """The row with two figures that share a cell set apart, where the cell behind it is empty and all others hold a figure.

    The first must be 0: `1 0` may be a ten whose digits a program set apart, and the cell behind it blank.
    """
    blank = [at for at, cell in enumerate(item.cells) if not cell.text.strip()]
    if len(blank) != 1 or not blank[0]:
        return None
    at = blank[0] - 1
    two = item.cells[at].text.split()
    others = [cell.text for i, cell in enumerate(item.cells) if i not in (at, blank[0])]
    if len(two) != _TWO or not all(map(str.isdecimal, two)) or not all(map(looks_like_figure, others)):
        return None
    if two[0] != "0":
        return None
    line = item.cells[at]
    cells = [Cell(text, line.line_start, line.line_end) for text in two]
    return GridRow([*item.cells[:at], *cells, *item.cells[at + 2 :]], item.layout, item.block, item.spans)
