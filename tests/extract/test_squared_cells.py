"""A cell a line with a bar behind it, blank ones too: the table proves how many cells its rows have, and the header is read by places."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.extract.odd import KINDS, NAMES, THIRD, VALUES, fourth, third
from tests.extract.printed import Rows, cells_of, read, report, reported, wrong

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
HEADER = [
    [CORNER, "", "", "申请人情况", *[""] * 6],
    ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
    ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
]
LEVELS = (re.compile("[一二三四]、"), re.compile("（"), re.compile(r"\d\."))


def bars_behind(rows: Rows) -> list[str]:
    return [f"{cell} |" for row in rows for cell in row]


def _labels(label: str) -> list[str]:
    level = next((n for n, number in enumerate(LEVELS) if number.match(label)), 0)
    return [label if n == level else "" for n in range(3)]


def _rows() -> Rows:
    return [[*_labels(row[0]), *row[1:]] for row in THIRD.rows]


def _header() -> Rows:
    return [row.copy() for row in HEADER]


def _in_brackets(header: Rows, rows: Rows) -> None:
    for row in header[1:]:
        row[:] = [f"{cell}（件）" if cell and cell != "法人或其他组织" else cell for cell in row]


def _synonym(header: Rows, rows: Rows) -> None:
    header[1][9] = "合计"


def _exchanged(header: Rows, rows: Rows) -> None:
    for row in [*header[2:], *rows]:
        row[4], row[5] = row[5], row[4]


def _no_group(header: Rows, rows: Rows) -> None:
    header[1][4] = ""


def _percent(header: Rows, rows: Rows) -> None:
    for at, row in enumerate([*header, *rows]):
        row.append(["", "占比（%）", ""][at] if at < len(header) else "7.1%")


def _last_year(header: Rows, rows: Rows) -> None:
    for at, row in enumerate([*header, *rows]):
        row.insert(9, ["", "上年总计", ""][at] if at < len(header) else "7001")


DEVIATIONS: list[Callable[[Rows, Rows], None]] = [
    _in_brackets,
    _synonym,
    _exchanged,
    _no_group,
    _percent,
    _last_year,
]


@pytest.mark.parametrize("deviate", DEVIATIONS, ids=lambda f: f.__name__)
def test_another_header(deviate: Callable[[Rows, Rows], None]) -> None:
    header, rows = _header(), _rows()
    deviate(header, rows)
    reading = read(report(third(header, rows), bars_behind))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_column_is_not_there() -> None:
    header, rows = _header(), _rows()
    for row in [*header, *rows]:
        del row[6]
    reading = read(report(third(header, rows), bars_behind))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 6


def test_blank_cells_keep_their_places() -> None:
    rows = _rows()
    for at, row in enumerate(rows):
        row[3 + at % 7] = ""
    reading = read(report(third(_header(), rows), bars_behind))
    assert not wrong(reading, VALUES) and len(reported(reading, "3")) == 25 * 6


def test_rows_behind_a_torn_one_have_not_the_places_of_the_header() -> None:
    """Below a page's end that took cells away, rows have ten cells by chance, a label of a group before theirs and a blank one behind."""
    rows = _rows()
    lines = bars_behind([*_header(), *rows])
    cut = 10 * (3 + 9) + 6
    group = next(n for n, row in enumerate(rows) if row[2].startswith("1.") and n > 10)
    at = 10 * (3 + group)
    lines[at : at + 3] = [" |", "（四）无法提供 |", f"{rows[group][2]} |"]
    lines[at + 3] = " |"
    del lines[cut : cut + 3]
    text = report(third([], []), bars_behind).split("\n")
    head = next(n for n, line in enumerate(text) if line.startswith("三、收到和处理")) + 1
    reading = read("\n".join([*text[:head], *lines, *text[head:]]))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("unit", ["", "（件）", "/件"])
def test_the_one_row_of_table_4(unit: str) -> None:
    names = [f"{name}{unit}" for name in NAMES]
    header = [
        [KINDS[0], "", "", "", "", "行政诉讼", *[""] * 9],
        [*names, KINDS[1], "", "", "", "", KINDS[2], "", "", "", ""],
        [*[""] * 5, *names, *names],
    ]
    figures = [VALUES[key] for key in VALUES if key.table_no == "4"]
    reading = read(report(fourth(header, [figures]), bars_behind))
    assert not wrong(reading, VALUES) and reported(reading) == set(VALUES)
    assert {c["layout"] for c in cells_of(reading).values()} <= {"pipe_grid", "pipe_cells"}


def test_the_one_row_of_table_4_whose_first_cells_are_blank() -> None:
    header = [
        [KINDS[0], "", "", "", "", "行政诉讼", *[""] * 9],
        [*NAMES, KINDS[1], "", "", "", "", KINDS[2], "", "", "", ""],
        [*[""] * 5, *NAMES, *NAMES],
    ]
    figures = [VALUES[key] for key in VALUES if key.table_no == "4"]
    reading = read(report(fourth(header, [["", "", "", *figures[3:]]]), bars_behind))
    assert not wrong(reading, VALUES)
