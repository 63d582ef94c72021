"""The sum of the organisations as a column of its own (小计), in plain text whose rows have blanks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.odd import THIRD, VALUES
from tests.extract.printed import (
    PLAIN,
    Part,
    Rows,
    aligned,
    cells_of,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
LOWER = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
KEYS = ["natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total"]


def with_header(header: Rows, rows: Rows) -> list[Part]:
    return [replace(p, header=header, rows=rows) if p is THIRD else p for p in _parts()]


def _parts() -> list[Part]:
    return [THIRD if p.table_no == "3" else p for p in printed(VALUES)]


def with_subtotal(at: int, blank: Callable[[int], tuple[int, ...]]) -> Rows:
    """The rows with a sum before cell `at`, and blanks in the cells that `blank` gives for each row."""
    rows = []
    for number, row in enumerate(THIRD.rows):
        own = [*row[:at], str(7000 + number), *row[at:]]
        rows.append([cell if i not in blank(number) else "" for i, cell in enumerate(own)])
    return rows


def left(rows: Rows, at: int) -> dict[CellKey, str]:
    """The figures of the form that are printed."""
    found = {key: value for key, value in VALUES.items() if key.table_no != "3"}
    for row, key in zip(rows, THIRD.keys, strict=True):
        cells = [*row[1:at], *row[at + 1 :]]
        found |= {CellKey("3", key, k): cell for k, cell in zip(KEYS, cells, strict=True)}
    return found


def header(at: int) -> Rows:
    lower = ["小计", *LOWER] if at == 2 else [*LOWER, "小计"]
    return [[CORNER, "申请人情况"], ["自然人", "法人或其他组织", "总计"], lower]


ONE_BLANK = {n: (3 + n % 5,) for n in range(0, 25, 3)}


@in_turn
@pytest.mark.parametrize("layout", [*PLAIN])
@pytest.mark.parametrize("at", [2, 7])
@pytest.mark.parametrize("word", ["小计", "组织小计", "合计"])
def test_rows_that_lack_one_figure_are_not_shifted(layout: str, at: int, word: str) -> None:
    """Nine rows have a blank, so that they have as many figures as the form has columns."""
    rows = with_subtotal(at, lambda n: ONE_BLANK.get(n, ()))
    named = [[cell.replace("小计", word) for cell in row] for row in header(at)]
    reading = read(report(with_header(named, rows), PLAIN[layout]))
    assert not wrong(reading, left(rows, at))
    full = [key for n, key in enumerate(THIRD.keys) if n not in ONE_BLANK]
    # one figure a line, blanks leave nothing to tell whose figures these are
    sure = layout == "running"
    assert all(status_of(reading, "3", key) == ["reported"] * 7 for key in full) is sure
    assert not {key.row_key for key in reported(reading, "3")} - {*full}


@pytest.mark.parametrize("layout", [*PLAIN])
def test_a_subtotal_whose_place_is_not_told(layout: str) -> None:
    """Among the columns of the group, or named twice: nobody knows which figure it is."""
    rows = with_subtotal(2, lambda n: ONE_BLANK.get(n, ()))
    for lower in ([*LOWER[:2], "小计", *LOWER[2:]], ["小计", *LOWER, "小计"]):
        odd = [*header(2)[:2], lower]
        assert not reported(read(report(with_header(odd, rows), PLAIN[layout])), "3")


@pytest.mark.parametrize("layout", [*PLAIN])
def test_a_subtotal_that_the_rows_do_not_have(layout: str) -> None:
    """Most rows have seven figures: the one with eight has one too many."""
    rows = [row if n != 4 else [*row[:3], "9", *row[3:]] for n, row in enumerate(THIRD.rows)]
    assert not reported(read(report(with_header(header(2), rows), PLAIN[layout])), "3")


@pytest.mark.parametrize("at", [2, 7])
def test_places_tell_which_column_is_blank(at: int) -> None:
    lower = ["小计", *LOWER] if at == 2 else [*LOWER, "小计"]
    head = [["（略）", "自然人", *lower, "总计"]]
    rows = with_subtotal(at, lambda n: ONE_BLANK.get(n, ()))
    text = report(with_header(head, rows), lambda of: aligned(of, step=15))
    reading = read(text)
    assert not wrong(reading, left(rows, at))
    assert len(reported(reading, "3")) > 100
    printed_ = {(k.row_key, k.col_key) for k, v in left(rows, at).items() if not v}
    assert all(
        c["status"] == "blank"
        for k, c in cells_of(reading).items()
        if (k.row_key, k.col_key) in printed_ and c["status"] != "uncertain"
    )


@pytest.mark.parametrize("line", ["自然人 法人或其他组织 总计商业企业", "自然人 法人或其他组织总计 商业企业"])
def test_labels_that_run_into_each_other_are_no_subtotal(line: str) -> None:
    head = [[CORNER, "申请人情况"], [f"{line} 科研机构 社会公益组织 法律服务机构 其他"]]
    reading = read(report(with_header(head, THIRD.rows), PLAIN["running"]))
    assert not wrong(reading, VALUES)
    if "总计商业企业" in line:
        assert len(reported(reading, "3")) == len(THIRD.rows) * 7


def test_a_sum_printed_for_all_columns_is_no_subtotal() -> None:
    """合计 alone is the name that a filer gives to 总计."""
    head = [[CORNER, "申请人情况"], ["自然人", "法人或其他组织", "合计"], LOWER]
    reading = read(report(with_header(head, THIRD.rows), PLAIN["running"]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == len(THIRD.rows) * 7
