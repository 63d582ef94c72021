"""Tables in memory written out as one record of lists: names of columns, numbers of rows, rows."""

from __future__ import annotations

import json

from assets.extract.model import Cell
from assets.extract.readers.dumps.framelists import Listed, of_frame
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

_VALUES = figures()


def _record(rows: Rows) -> list[str]:
    """The first rows without a figure as paths of names, those of a name that comes again with a number behind it."""
    heads = next(n for n, row in enumerate(rows) if any(cell.isdecimal() for cell in row))
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    for row in rows[:heads]:
        for at in range(1, width):
            row[at] = row[at] or row[at - 1]
    paths = [[row[at] for row in rows[:heads]] for at in range(width)]
    data = [[int(cell) if cell.isdecimal() else cell for cell in row] for row in rows[heads:]]
    record = {"columns": paths, "index": list(range(len(data))), "data": data}
    return [json.dumps(record, ensure_ascii=False)]


def test_columns_named_by_paths_are_read() -> None:
    parts = [part for part in printed(_VALUES) if part.table_no != "2"]
    reading = read(report(parts, _record))
    assert not wrong(reading, _VALUES)
    assert len(reported(reading, "4")) == 15
    assert len(reported(reading, "3")) == 175


def test_a_name_that_comes_again_is_the_same_name() -> None:
    cells = [Cell(text, 1, 1) for text in ("信息内容", "本年处理决定数量", "本年处理决定数量.1", "附件.2")]
    (row,) = of_frame([Listed(cells)])
    assert [cell.text for cell in row.cells] == ["信息内容", "本年处理决定数量", "本年处理决定数量", "附件.2"]


def test_the_numbers_of_rows_are_no_row() -> None:
    numbers = Listed([Cell(text, 1, 1) for text in ("index", "0", "1")], labelled=True)
    others = Listed([Cell(text, 1, 1) for text in ("index", "4", "1")], labelled=True)
    assert of_frame([numbers, others]) == [others]
