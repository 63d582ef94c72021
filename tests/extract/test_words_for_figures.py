"""Words in a cell where a figure belongs, in rows that a page cut off the columns of their header."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import GRIDS, cells_of, figures, printed, read, report, wrong
from tests.extract.test_frames import in_three
from tests.turns import in_turn

COLUMNS = [column.key for column in forms()["2021"].table("3").columns]


@in_turn
@pytest.mark.parametrize("word", ["未发生", "见附件", "本单位无"])
@pytest.mark.parametrize("at", [0, 3, 6])
@pytest.mark.parametrize("key", ["partially_granted", "rejected_repeat", "total_handled"])
def test_words_are_no_label_whose_figures_follow(key: str, at: int, word: str) -> None:
    """The rows behind a page's end stand right behind their label, blank cells at their end."""
    values = figures() | {CellKey("3", key, COLUMNS[at]): word}
    whole = in_three(values)
    rows = whole[:4]
    for row in whole[4:]:
        labels = [cell for cell in row[:3] if cell]
        shifted = [*([] if row[0] else [""]), *labels, *row[3:]]
        rows.append(shifted + [""] * (10 - len(shifted)))
    parts = [
        replace(part, header=[], rows=rows, keys=tuple(map(str, range(len(rows)))))
        if part.table_no == "3"
        else part
        for part in printed(values)
    ]
    reading = read(report(parts, GRIDS["tsv"]))
    values.pop(CellKey("3", key, COLUMNS[at]))
    assert not wrong(reading, values)
    statuses = {cell["status"] for found, cell in cells_of(reading).items() if found in values}
    assert not statuses & {"blank", "not_applicable"}
