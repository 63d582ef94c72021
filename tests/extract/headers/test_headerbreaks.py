"""Header cells with line breaks of their own, where every row of the sheet opens with a tab."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, tsv, wrong

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}
SWAPPED = [0, 1, 2, 3, 5, 4, 6, 7]
TURNED = [0, 2, 1, 3]


def sheet(rows: Rows) -> list[str]:
    """Rows of a sheet whose first column is blank."""
    return ["\t" + line for line in tsv(rows)]


def broken(rows: Rows) -> Rows:
    """Labels with a line break behind each two letters."""
    return [
        ["\n".join(c[i : i + 2] for i in range(0, len(c), 2)) if n else c for n, c in enumerate(r)]
        for r in rows
    ]


def with_order(places: dict[str, list[int]], write: Callable[[Rows], list[str]]) -> str:
    """A report whose tables have their columns in another order."""

    def header(part: Part) -> Rows:
        at = _places(part, places)
        return broken([[row[i] if i < len(row) else "" for i in at] for row in part.header])

    parts = [
        Part(p.table_no, p.header, [[r[i] for i in _places(p, places)] for r in p.rows], p.keys)
        for p in PARTS
    ]
    return report(parts, write, header=header)


def _places(part: Part, places: dict[str, list[int]]) -> list[int]:
    told = places.get(part.table_no, [])
    return told if len(told) == len(part.rows[0]) else [*range(len(part.rows[0]))]


PARTS = printed(VALUES)


@pytest.mark.parametrize("places", [{}, {"3": SWAPPED}, {"2": TURNED}, {"2": TURNED, "3": SWAPPED}])
def test_columns_are_told_by_labels_with_line_breaks(places: dict[str, list[int]]) -> None:
    reading = read(with_order(places, sheet))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD
    assert len(reported(reading, "2")) == 10


def test_rows_that_do_not_open_with_a_tab_tell_no_line_breaks() -> None:
    reading = read(with_order({"3": SWAPPED, "2": TURNED}, tsv))
    assert not wrong(reading, VALUES)


def test_a_label_that_two_lines_make_is_none_where_a_tab_is_between() -> None:
    text = with_order({"3": SWAPPED}, sheet).replace("法律\n服务", "法律\n\t服务")
    assert not wrong(read(text), VALUES)
