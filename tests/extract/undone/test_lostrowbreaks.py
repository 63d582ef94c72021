"""Tab cells without blank lines between rows: all cells are there and can be counted, the blank ones too."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import figures, printed, read, report, reported, tab_cells, wrong
from tests.turns import in_turn

VALUES = figures()
BLANK = {
    CellKey("2", "regulations", "issued"),
    CellKey("3", "denied_state_secret", "natural_person"),
    CellKey("3", "denied_other_law", "total"),
    *(key for key in forms()["2021"].cells if key.row_key == "granted"),
}
PRINTED = {key: "" if key in BLANK else value for key, value in VALUES.items()}


def squeezed(covered: tuple[int, int, int] = (0, 1, 2), behind: int = 0) -> str:
    """A report whose table cells follow each other, each behind its tab, with the blank cells that merged ones cover.

    With `behind` so many columns hold labels, and labels that span some have blank cells behind them.
    """
    table = forms()["2021"].table("3")
    depth = {row.zh: len(table.ancestors(row.key)) for row in table.rows}

    def render(rows: list[list[str]]) -> list[str]:
        out = []
        for label, *cells in rows:
            blank = covered[depth.get(label, 0)]
            spanned = max(behind - depth[label], 0) if label in depth else 0
            out.append([*[""] * blank, label, *[""] * spanned, *cells])
        return [line for line in tab_cells(out) if line]

    # the header of this helper is one row: the words of columns, and of nothing that covers others
    text = report(printed(PRINTED), render, header=lambda part: _header(part.header, part.table_no))
    return "\n".join(line for line in text.split("\n") if line) + "\n"


def _header(rows: list[list[str]], table_no: str) -> list[list[str]]:
    if table_no == "4":
        return [["行政复议", "行政诉讼"], list(rows[-1])]
    if table_no == "2":
        return [[rows[0][0]], rows[1]]
    return [["申请人情况"], ["", "自然人", "法人或其他组织", "总计"], ["", "", *rows[0][2:7], ""]]


def test_rows_without_blank_lines_between_are_counted() -> None:
    reading = read(squeezed())
    assert not wrong(reading, PRINTED)
    assert len(reported(reading)) == len([v for v in PRINTED.values() if v])


@pytest.mark.parametrize("covered", [(0, 0, 1), (0, 0, 0)])
def test_covered_cells_may_be_left_out_before_all_labels(covered: tuple[int, int, int]) -> None:
    reading = read(squeezed(covered))
    assert not wrong(reading, PRINTED)
    assert len(reported(reading, "3")) > 150


def test_covered_cells_may_stand_behind_labels() -> None:
    reading = read(squeezed(behind=2))
    assert not wrong(reading, PRINTED)
    assert len(reported(reading, "3")) > 150


@in_turn
@pytest.mark.parametrize(
    "row", ["4.保护第三方合法权益", "（二）部分公开", "二、上年结转", "8.属于行政查询事项"]
)
@pytest.mark.parametrize("change", ["lost", "doubled", "label blanks"])
def test_a_cell_too_few_or_too_many_leaves_the_table_in_doubt(row: str, change: str) -> None:
    lines = squeezed().split("\n")
    at = next(n for n, line in enumerate(lines) if row in line)
    if change == "lost":
        del lines[at + 3]
    elif change == "doubled":
        lines.insert(at + 3, lines[at + 3])
    else:
        lines.insert(at, "\t")
    reading = read("\n".join(lines))
    assert not wrong(reading, PRINTED)
    assert not reported(reading, "3")
    assert reported(reading, "2")


def test_a_word_in_a_cell_is_no_label_where_the_row_ends_in_its_place() -> None:
    text = squeezed()
    figure = "\t" + PRINTED[CellKey("3", "denied_third_party", "research")] + "\n"
    reading = read(text.replace(figure, "\t按目录执行\n"))
    assert not wrong(reading, PRINTED)
    assert len(reported(reading, "3")) > 150
    lost = read(text.replace(figure, "").replace("\t5.属于三类内部事务信息", "\t其他文件"))
    assert not wrong(lost, PRINTED)
    assert not reported(lost, "3")


def test_lines_keep_their_numbers() -> None:
    text = squeezed()
    lines = text.split("\n")
    for cell in read(text).cells:
        if cell["status"] == "reported":
            assert lines[cell["line_start"] - 1].strip() == cell["raw"]


@pytest.mark.parametrize("name", ["自然人", "商业企业", "法律服务机构"])
def test_a_break_before_the_name_of_a_column_parts_no_row(name: str) -> None:
    reading = read(squeezed().replace(f"\t{name}\n", f"\t\n{name}\n"))
    assert not wrong(reading, PRINTED)
    assert reported(reading) == reported(read(squeezed()))
