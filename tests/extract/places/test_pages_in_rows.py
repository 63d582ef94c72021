"""A bare page number in a row of one figure a line: it may fill the place of a blank cell that vanished."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    TITLE,
    Rows,
    change,
    closed,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tab_cells,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
ROW, LAST = "unable_unclear", "carried_forward"
COLUMNS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")
PROSE = "全年工作平稳，各项制度得到落实。"
FIRST = "三、收到和处理政府信息公开申请情况"
END = "五、存在的主要问题及改进情况\n公开内容有待充实。\n6\n六、其他需要报告的事项\n无其他需要报告的事项。"


def text_of(rows: dict[str, list[str]], pages: tuple[str, str] = ("2", "3"), end: str = "") -> str:
    """A cell a line, some rows printed otherwise, with page numbers amid the prose and above the third section."""
    parts = PARTS
    for key, row in rows.items():
        parts = change(parts, key, [row_of(parts, key)[0], *row])
    text = report(parts, one_a_line)
    text = text.replace(PROSE, f"{PROSE}\n{pages[0]}\n各项工作均已落实。", 1)
    text = text.replace(f"\n{FIRST}", f"\n{pages[1]}\n{FIRST}", 1)
    return text + end


def own(key: str) -> list[str]:
    return row_of(PARTS, key)[1:]


def filled(key: str, blank: int, at: int, number: str = "4") -> list[str]:
    """The figures of a row without one of them, and a page number among them."""
    row = [figure for n, figure in enumerate(own(key)) if n != blank]
    return [*row[:at], number, *row[at:]]


@pytest.mark.parametrize("key", [ROW, LAST])
@pytest.mark.parametrize("blank", [0, 1, 6])
@pytest.mark.parametrize("at", [0, 3, 6])
@pytest.mark.parametrize("end", ["", END])
def test_the_number_that_is_missing_among_the_pages_may_be_no_figure(
    key: str, blank: int, at: int, end: str
) -> None:
    found = read(text_of({key: filled(key, blank, at)}, end=end))
    assert set(status_of(found, "3", key, *COLUMNS)) == {"uncertain"}
    assert "page-number-doubt" in codes(found)
    assert wrong(found, VALUES) == {}
    others = {cell for cell in VALUES if cell.table_no == "3" and cell.row_key != key}
    assert others <= reported(found)


@pytest.mark.parametrize("number", ["４", "\f4"])
def test_a_page_number_may_be_printed_wide_or_open_its_page(number: str) -> None:
    found = read(text_of({ROW: filled(ROW, 1, 6, number)}))
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"uncertain"}


def test_the_fourth_table_is_in_doubt_as_a_whole() -> None:
    text = text_of({})
    row = next(part.rows[0] for part in PARTS if part.table_no == "4")
    text = text.replace("\n".join(row), "\n".join([*row[:2], *row[3:], "4"]), 1)
    assert reported(read(text), "4") == set()


def with_figure(number: str) -> dict[CellKey, str]:
    return VALUES | {CellKey("3", ROW, "commercial"): number}


def test_a_figure_is_read_where_no_page_lacks_its_number() -> None:
    row = own(ROW)
    row[1] = "3"
    assert wrong(found := read(text_of({ROW: row})), with_figure("3")) == {}
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"reported"}
    # the fourth page has its number elsewhere
    row[1] = "4"
    text = text_of({ROW: row}, end="五、存在的主要问题\n公开内容有待充实。\n4\n六、其他需要报告的事项\n无。")
    assert wrong(found := read(text), with_figure("4")) == {}
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"reported"}


def test_copies_of_a_cell_over_several_columns_count_no_pages() -> None:
    row = own(ROW)
    row[1] = "3"
    text = text_of({ROW: row}, ("", ""))
    for key, figure in (("permits", "1"), ("penalties", "2")):
        label, own_figure = row_of(PARTS, key, "2")
        text = text.replace(f"{label}\n{own_figure}\n", f"{label}\n" + f"{figure}\n" * 3, 1)
    text = text.replace("本年处理决定数量\n", "本年处理决定数量\n" * 3)
    found = read(text)
    assert "page-number-doubt" not in codes(found)
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"reported"}


@pytest.mark.parametrize("pages", [("", ""), ("- 2 -", "- 3 -"), ("第2页", "第3页"), ("2/6", "3/6")])
def test_a_figure_is_read_where_pages_have_no_bare_numbers(pages: tuple[str, str]) -> None:
    row = own(ROW)
    row[1] = "4"
    found = read(text_of({ROW: row}, pages))
    assert wrong(found, with_figure("4")) == {}
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"reported"}


def test_numbers_above_their_pages_end_with_the_last_page() -> None:
    row = own(LAST)
    row[1] = "4"
    text = "1\n" + text_of({LAST: row})
    rest = text.replace(f"\n3\n{FIRST}", f"\n{FIRST}", 1).replace("四、结转", "3\n四、结转", 1)
    assert TITLE in rest
    assert set(status_of(read(rest), "3", LAST, *COLUMNS)) == {"reported"}


@pytest.mark.parametrize("render", [tab_cells, closed])
def test_cells_of_a_grid_do_not_vanish(render: Callable[[Rows], list[str]]) -> None:
    row = own(ROW)
    row[1] = "4"
    text = report(change(PARTS, ROW, [row_of(PARTS, ROW)[0], *row]), render)
    text = text.replace(PROSE, f"{PROSE}\n2\n各项工作均已落实。", 1).replace(f"\n{FIRST}", f"\n3\n{FIRST}", 1)
    assert set(status_of(read(text), "3", ROW, *COLUMNS)) == {"reported"}


def test_a_number_that_goes_on_with_the_pages_leaves_the_other_rows() -> None:
    """Between two whole rows it is a page's: only the row that it stands behind is in doubt."""
    text = text_of({"denied_internal_affairs": [*own("denied_internal_affairs"), "4"]})
    found = read(text)
    assert wrong(found, VALUES) == {}
    others = {c for c in VALUES if c.table_no == "3" and c.row_key != "denied_internal_affairs"}
    assert others <= reported(found)
    # one that goes on with nothing may be half of a figure
    found = read(text_of({"denied_internal_affairs": [*own("denied_internal_affairs"), "7"]}))
    assert not others & reported(found)
