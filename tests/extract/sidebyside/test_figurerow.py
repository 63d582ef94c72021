"""A number alone beside the row of table 4: a page's, the rest of any figure, or the row's own, one column off."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Rows,
    closed,
    csv_rows,
    figures,
    printed,
    read,
    report,
    reported,
    semicolons,
    trailing,
    tsv,
    wrong,
)

OWN = [key for key in forms()["2021"].cells if key.table_no == "4"]
RENDERERS = {"tsv": tsv, "csv": csv_rows, "semicolons": semicolons}
GRIDS = RENDERERS | {"closed": closed, "trailing": trailing}


def _with(row: list[str]) -> dict[CellKey, str]:
    return {**figures(), **dict(zip(OWN, row, strict=True))}


def _text(values: dict[CellKey, str], below: str, name: str, above: str | None = None) -> str:
    def render(rows: Rows) -> list[str]:
        lines = GRIDS[name](rows)
        if len(rows[-1]) != len(OWN):
            return lines
        return [*lines[:-1], *([] if above is None else [above]), lines[-1], below]

    return report(printed(values), render)


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("below", ["4", "12"])
def test_the_number_of_a_page_below_noughts_is_no_part_of_them(name: str, below: str) -> None:
    values = _with(["0"] * 15)
    reading = read(_text(values, below, name))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {*OWN}


@pytest.mark.parametrize("name", GRIDS)
def test_the_number_of_a_page_apart_from_the_row_is_no_part_of_it(name: str) -> None:
    values = _with(SMALL)
    reading = read(_text(values, "\n4", name))
    assert not wrong(reading, values)
    assert reported(reading, "4") == {*OWN}


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("at", [0, 4, 14])
def test_a_digit_below_the_row_may_be_that_of_any_figure(name: str, at: int) -> None:
    values = figures()
    cut = {**values, OWN[at]: values[OWN[at]][:-1]}
    reading = read(_text(cut, values[OWN[at]][-1], name))
    assert not reported(reading, "4")
    assert len(reported(reading)) == len(values) - len(OWN)


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("digits", [1, 2])
def test_digits_above_the_row_may_be_those_of_any_figure(name: str, digits: int) -> None:
    values = figures()
    whole = values[OWN[7]]
    reading = read(_text({**values, OWN[7]: whole[digits:]}, "", name, above=whole[:digits]))
    assert not wrong(reading, values)


SMALL = ["1", "0", "0", "2", "3", "0", "0", "4", "0", "4", "0", "1", "0", "0", "5"]
LARGE = ["115", "96", "308", "323", "842", "316", "75", "36", "218", "645", "143", "268", "55", "243", "1709"]


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("row", [SMALL, [*SMALL[:-1], "0"], [*SMALL[:-1], "12"], LARGE, [*LARGE[:-1], "709"]])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_rows_last_figure_below_it_leaves_the_others_one_column_off(
    name: str, row: list[str], gap: str
) -> None:
    """One figure stands twice in the row, and the last one on the next line. Apart, one or two digits are a page's number."""
    if gap and len(row[-1]) < 3 and row[-1] != "0":
        return
    values = _with(row)
    moved = dict(zip(OWN, [*row[:5], row[4], *row[5:-1]], strict=True))
    reading = read(_text({**values, **moved}, gap + row[-1], name))
    assert not reported(reading, "4")


@pytest.mark.parametrize("name", GRIDS)
def test_the_rows_first_figure_above_it_leaves_the_others_one_column_off(name: str) -> None:
    values = _with(LARGE)
    moved = dict(zip(OWN, [*LARGE[1:6], *LARGE[5:]], strict=True))
    assert not reported(read(_text({**values, **moved}, "", name, above=LARGE[0])), "4")


@pytest.mark.parametrize("name", RENDERERS)
def test_several_digits_below_a_row_may_be_those_of_any_cell(name: str) -> None:
    values = _with(["11", "0", "0", "0", "11", *["0"] * 10])
    reading = read(_text({**values, OWN[0]: "1", OWN[4]: "1"}, "1 1", name))
    assert not wrong(reading, values)


HALVES = [f"{n}{n},{n}" for n in range(1, 8)] + ["8,0", "9,1", *["2,4"] * 6]
NARROW = (
    ["结", "结", "其", "尚", "总"],
    ["果", "果", "他", "未", "计"],
    ["维", "纠", "结", "审"],
    ["持", "正", "果", "结"],
)


def _narrow(rows: list[list[str]], mark: str) -> str:
    """Table 4 of cells so narrow that each line of the page is a row of its own."""

    def render(printed_rows: Rows) -> list[str]:
        if len(printed_rows[-1]) != len(OWN):
            return tsv(printed_rows)
        head = [["行政复议", "行政诉讼"], *(line * 3 for line in NARROW)]
        return [mark.join(row) for row in [*head, *rows]]

    return report(printed(figures()), render)


@pytest.mark.parametrize("mark", ["\t", "|", " | "])
@pytest.mark.parametrize("below", [["64"] * 15, ["64"] * 9, ["08", "7"], ["5"]])
@pytest.mark.parametrize("above", [HALVES, [cell.replace(",", "") for cell in HALVES]])
def test_halves_of_figures_are_none(above: list[str], below: list[str], mark: str) -> None:
    reading = read(_narrow([above, below], mark))
    assert not reported(reading, "4")


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_short_figures_below_labels_in_pieces_are_read_as_before(mark: str) -> None:
    values = _with([str(n % 10) for n in range(15)])
    reading = read(_narrow([[values[key] for key in OWN]], mark))
    assert not wrong(reading, {k: v for k, v in values.items() if k.table_no == "4"} | figures() | values)


def test_the_last_label_of_the_header_before_the_figures_is_of_the_header() -> None:
    """Table 3 lost its rows: the label of its last column is none of table 4."""
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    lost = ["申请人情况", "自然人", "法人或其他组织", "总计"]
    cells = [*lost, *names, "未经复议直接起诉", "复议后起诉", *names * 2, *(figures()[key] for key in OWN)]
    head = [
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "1",
        "2",
        "3",
        "行政规范性文件",
        "4",
        "5",
        "6",
    ]
    text = "\n".join(
        [
            "青岚县林业局2022年政府信息公开工作年度报告",
            f"二、主动公开政府信息情况|{'|'.join(head)}|三、收到和处理政府信息公开申请情况||{'|'.join(cells)}|五、存在的主要问题及改进情况",
        ]
    )
    reading = read(text)
    assert not {k: v for k, v in wrong(reading, figures()).items() if k.table_no == "4"}
    assert reported(reading, "4") == {*OWN}
