"""Reports as web pages leave them: a bar after each cell, rows filled up with bars, blanks kept or lost; other characters."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from schemas.characters import simplified
from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Figures,
    Rows,
    cells_of,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])


def on_a_line(cells: list[str], pads: int) -> list[str]:
    return [" | ".join(cells) + (" | " + "|" * pads if pads else " |")]


def unfilled(cells: list[str], pads: int) -> list[str]:
    return [" | ".join(cells) + " |"]


def cell_a_line(cells: list[str], pads: int) -> list[str]:
    return [f"{cell} |" if cell else "|" for cell in cells] + ["|" * pads] * bool(pads)


def opened(cells: list[str], pads: int) -> list[str]:
    lines = ["|", *cell_a_line(cells, 0)]
    return [*lines[:-1], lines[-1] + " " + "|" * pads] if pads else lines


def bar_below(cells: list[str], pads: int) -> list[str]:
    return [line for cell in cells for line in ([cell, "|"] if cell else ["|"])]


STYLES = pytest.mark.parametrize("style", [on_a_line, unfilled, cell_a_line, opened, bar_below])


def bars(style: Callable[[list[str], int], list[str]], *, kept: bool) -> Callable[[Rows], list[str]]:
    """Rows are filled up to the widest; a clause or a group of columns is one wide cell, whose other places are not cells."""

    def render(rows: Rows) -> list[str]:
        width = max(map(len, rows)) + 2
        lines = []
        for row in rows:
            words = not any(cell.isdecimal() for cell in row)
            cells = [cell for cell in row if cell or (kept and not words)]
            lines += [line for part in style(cells, width - len(cells)) for line in part.split("\n")]
        return lines

    return render


def holes(values: Figures, seed: int) -> Figures:
    """The same with every fifth cell blank."""
    rng = Random(seed)  # noqa: S311
    return {key: "" if rng.random() < 0.2 else value for key, value in values.items()}


@in_turn
@FORMS
@STYLES
@pytest.mark.parametrize("kept", [True, False])
def test_full_tables_are_read_whole(
    style: Callable[[list[str], int], list[str]], kept: bool, form: str
) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), bars(style, kept=kept)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@in_turn
@FORMS
@STYLES
@pytest.mark.parametrize("seed", range(3))
def test_blanks_that_are_kept_have_their_places(
    style: Callable[[list[str], int], list[str]], seed: int, form: str
) -> None:
    values = holes(figures(form), seed)
    reading = read(report(printed(values, form), bars(style, kept=True)))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) > 0.8 * sum(bool(v) for k, v in values.items() if k.table_no == "3")


@in_turn
@FORMS
@STYLES
@pytest.mark.parametrize("seed", range(3))
def test_bars_that_fill_up_are_no_blanks(
    style: Callable[[list[str], int], list[str]], seed: int, form: str
) -> None:
    values = holes(figures(form), seed)
    reading = read(report(printed(values, form), bars(style, kept=False)))
    assert not wrong(reading, values)
    full = {
        key
        for key in values
        if key.table_no == "3"
        and all(v for k, v in values.items() if (k.table_no, k.row_key) == ("3", key.row_key))
    }
    assert reported(reading, "3") == full
    others = [c for k, c in cells_of(reading).items() if k.table_no == "3" and k not in full]
    assert {cell["status"] for cell in others} == {"uncertain"}


def filled(table: Rows, width: int) -> Callable[[Rows], list[str]]:
    """One cell a line, rows filled up to a width, and nothing that fills up the last row of a table."""

    def render(rows: Rows) -> list[str]:
        told = table if rows[-1][0].startswith("四、") else [[c for c in row if c] for row in rows]
        wide = width if told is table else max(map(len, told))
        lines = [line for row in told for line in cell_a_line(row, wide - len(row))]
        while not lines[-1].strip("|"):
            lines.pop()
        return lines

    return render


@FORMS
def test_a_tables_end_may_lack_what_fills_it_up_and_one_bar_may_fill_up(form: str) -> None:
    """Only totals are printed; the first row of a group has its label, so that one bar fills it up where others take two."""
    values = {k: "" if k.table_no == "3" and k.col_key != "total" else v for k, v in figures(form).items()}
    parts = printed(values, form)
    third = next(part for part in parts if part.table_no == "3")
    grouped = {
        "denied_state_secret": "（三）不予公开",
        "unable_not_held": "（四）无法提供",
        "rejected_petition": "（五）不予处理",
    }
    table = [[cell for cell in row if cell] for row in third.header] + [
        [grouped[key], *row] if key in grouped else row
        for key, row in zip(third.keys, third.rows, strict=True)
    ]
    reading = read(report(parts, filled(table, 10)))
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, value in values.items() if value}


def test_rows_of_no_one_width_are_not_joined() -> None:
    """Two rows are filled up to eight, and those of figures are four wide: they are not two to a row."""
    values = figures("2021")
    second = [row for part in printed(values) if part.table_no == "2" for row in (*part.header, *part.rows)]
    lines = ["二、主动公开政府信息情况"]
    for row in second:
        words = [cell for cell in row if cell]
        is_clause = len(words) == 1 or words[0] == "信息内容"
        lines += cell_a_line(words, 8 - len(words) if is_clause else 0)
    assert not wrong(read("\n".join(lines)), values)


@STYLES
def test_labels_broken_over_lines_still_tell_the_order(style: Callable[[list[str], int], list[str]]) -> None:
    """The header prints 其他 before 法律服务机构, each in two lines."""
    values = figures("2021")
    parts = printed(values, "2021")
    swapped = []
    for part in parts:
        if part.table_no == "3":
            part.header[-1] = [
                part.header[-1][0],
                *[
                    "自\n然人",
                    "商业\n企业",
                    "科研\n机构",
                    "社会公\n益组织",
                    "其\n他",
                    "法律服\n务机构",
                    "总\n计",
                ],
            ]
        swapped.append(part)
    reading = read(report(swapped, bars(style, kept=True)))
    cells = cells_of(reading)
    for key, cell in cells.items():
        if key.table_no == "3" and key.col_key in ("legal_service", "other_org"):
            other = "other_org" if key.col_key == "legal_service" else "legal_service"
            printed_as = values[key._replace(col_key=other)]
            assert cell["status"] == "uncertain" or cell["value"] == float(printed_as)
    assert "header-unclear" in codes(reading) or reported(reading, "3")


@in_turn
@FORMS
@pytest.mark.parametrize("render", ["closed", "tab_cells", "one_a_line"])
def test_a_report_in_traditional_characters_reads_the_same(render: str, form: str) -> None:
    """The figures, the agency and the year; the prose stays as it was printed."""
    values = figures(form)
    text = report(printed(values, form), (GRIDS | PLAIN)[render])
    traditional = {simple: other for other, simple in simplified().items()}
    shown = text.translate(str.maketrans(traditional))
    assert "政府信息公開" in shown and "處理" in shown
    mine, other = read(text), read(shown)
    assert cells_of(other) == cells_of(mine)
    assert reported(other) == set(values)
    [report_row] = other.reports
    assert {k: v for k, v in mine.reports[0].items() if k != "content_hash"} == {
        k: v for k, v in report_row.items() if k != "content_hash"
    }
    assert simplified()[other.sections[1]["heading"][2]] == "总"


def test_bars_of_a_menu_are_no_header() -> None:
    """A line of links above the report has as many cells as a row; the header of cells a line below tells the columns."""
    values = figures("2019")
    text = report(printed(values, "2019"), PLAIN["one_a_line"])
    reading = read("青岚县政府网 | 云溪市政府网 | 部门街镇\n\n" + text)
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


@in_turn
@FORMS
@pytest.mark.parametrize("first", ["申请人情况 总计", "总计 申请人情况"])
@pytest.mark.parametrize("style", [on_a_line, unfilled, cell_a_line])
def test_a_total_beside_the_applicants_is_the_first_or_last_column(
    style: Callable[[list[str], int], list[str]], first: str, form: str
) -> None:
    """What stands beside 申请人情况 stands on that side of all that is below it."""
    values = figures(form)
    parts = printed(values, form)
    third = next(part for part in parts if part.table_no == "3")
    names = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    third.header[:] = [first.split(), ["自然人", "法人或其他组织"], names]
    if first.startswith("总计"):
        third.rows[:] = [[row[0], row[-1], *row[1:-1]] for row in third.rows]
    reading = read(report(parts, bars(style, kept=False)))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}


@in_turn
@FORMS
@pytest.mark.parametrize("style", [cell_a_line, opened, bar_below])
def test_columns_left_blank_in_every_row(style: Callable[[list[str], int], list[str]], form: str) -> None:
    """Five bars one below the other between two figures: blank cells, though none stands alone between two."""
    organisations = {"commercial", "research", "social_org", "legal_service", "other_org"}
    values = {k: "" if k.col_key in organisations else v for k, v in figures(form).items()}
    reading = read(report(printed(values, form), bars(style, kept=True)))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {k for k, v in values.items() if v and k.table_no == "3"}


@pytest.mark.parametrize("blank", [None, 3, 7])
def test_one_bar_below_a_row_fills_it_up(blank: int | None) -> None:
    """Rows with the label of a group have a cell more; what fills up the others by one bar ends them and is no blank cell."""
    values = figures()
    parts = printed(values)

    def render(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            words = not any(map(str.isdecimal, row))
            cells = [cell for cell in row if cell or not words]
            if row[0].startswith(("（一）", "1.")):
                cells = ["某一组", *cells]
            if blank and row[0].startswith("2."):
                del cells[blank]
            width = 9 if len(rows[-1]) == 8 else len(rows[-1]) + 3
            lines += [*(f"{cell} |" for cell in cells), *["|" * (width - len(cells))] * (width > len(cells))]
        return lines

    reading = read(report(parts, render))
    assert not wrong(reading, values)
    lost = {key for key in values if key.table_no == "3" and blank and row_label(key).startswith("2.")}
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"} - lost


def row_label(key: CellKey) -> str:
    """The label of a row of the form."""
    return next(row.zh for row in forms()["2021"].table(key.table_no).rows if row.key == key.row_key)


@pytest.mark.parametrize("style", [cell_a_line, opened])
@pytest.mark.parametrize(
    "corner", ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", ""]
)
def test_tables_that_no_heading_parts(style: Callable[[list[str], int], list[str]], corner: str) -> None:
    """The rows of each are filled up to a width of its own, and full ones of the first are not filled up at all."""
    values = figures("2021")
    parts = printed(values)
    blocks = [
        [[w for w in row if w] for p in parts if p.table_no == n for row in (*p.header, *p.rows)]
        for n in "234"
    ]
    blocks[1][0] = [corner, *blocks[1][0][1:]] if corner else blocks[1][0]
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", "一、总体情况", "全年工作平稳。"]
    for rows in blocks:
        width = max(map(len, rows))
        lines += [line for row in rows for line in style(row, width - len(row))]
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert {k for k in values if k.table_no in "23"} <= reported(reading)


def _opened_table(second: list[str], fill: Callable[[list[str], int], list[str]]) -> str:
    """Table 2 with a row as given, the others with figures of their own."""
    rows = [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        second,
        ["行政规范性文件", "5", "12", "8"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "7"],
    ]
    return "\n".join(["二、主动公开政府信息情况", *(x for row in rows for x in fill(row, 4 - len(row)))])


def test_a_last_cell_that_is_blank_between_rows_that_bars_open() -> None:
    def statuses(text: str) -> list[tuple[str, float | None]]:
        cells = cells_of(read(text))
        return [
            (cells[k]["status"], cells[k]["value"])
            for k in (CellKey("2", "regulations", c) for c in ("issued", "repealed", "in_force"))
        ]

    assert statuses(_opened_table(["规章", "3", "4", ""], opened)) == [
        ("reported", 3.0),
        ("reported", 4.0),
        ("blank", None),
    ]
    # a cell is lost, and a bar fills the row up
    for fill in (cell_a_line, opened):
        assert {status for status, _ in statuses(_opened_table(["规章", "3", "4"], fill))} == {"uncertain"}
