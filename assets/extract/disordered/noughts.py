"""Reading a table whose figures are all nought: then it does not matter in which order a program printed them.

It is read only where the text proves that no cell is missing: the table's lines hold as many noughts as the form has
cells and no other figure, the letters of all its rows' labels, and no words of anything else. A cell that was blank
leaves one nought too few, and a page number is none; beside another digit a nought may be that of a ten. Where a program
prints a merged cell again for each column that it covers, noughts too many make up for the cells that hold something else.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from assets.extract.cells import CellReading, TableReading, printed_unit
from assets.extract.disordered.tablelines import only_its_words, region, region_untitled, written
from assets.extract.labels import core, squash
from schemas.form import Form

LAYOUT = "cell_per_line"
# So many letters of its labels a table may lack: slips of the pen.
_MOST_LACKING = 3
# A word of so many letters right below itself is a merged cell printed again.
_LEAST_REPEATED = 4


def read_noughts(reading: TableReading, lines: list[str], form: Form) -> None:
    """Add to a reading the cells of a table that holds nothing but noughts, where nothing is known of them."""
    table = form.table(reading.table_no)
    keys = table.cells
    if reading.is_whole(keys):
        return
    found = region(lines, form, table) or region_untitled(lines, table)
    if found is None:
        return
    printed = []
    for line in written(lines, *found):
        if any(squash(text) != "0" for text in line.figures):
            return
        printed.append(line)
    noughts = [line.number for line in printed for _ in line.figures]
    if len(noughts) != len(keys):
        return
    words = [word for line in printed for word in line.words]
    if any(len(word) >= _LEAST_REPEATED and word == below for word, below in pairwise(words)):
        return
    lacking = Counter("".join(core(row.zh) for row in table.rows)) - Counter(core("".join(words)))
    if lacking.total() > _MOST_LACKING or not only_its_words(words, lines, table):
        return
    first, last = noughts[0], noughts[-1]
    columns = {c.key: c for c in table.columns}
    for key in keys:
        if not reading.is_open(key) and reading.cells[key].value != 0:
            return
    unit = printed_unit("".join(words))
    for key in keys:
        if reading.is_open(key):
            column = columns[key.col_key]
            of_cell = (unit if column.money else None) or column.unit
            reading.cells[key] = CellReading("reported", 0.0, "0", of_cell, first, last)
    reading.layout = reading.layout or LAYOUT
    reading.lines.update(range(first, last + 1))
