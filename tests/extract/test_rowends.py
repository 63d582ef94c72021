"""Sheets whose lines lost the blank cells at their ends: which column is blank, and where nothing tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.reading import read_text
from schemas.form import CellKey, forms
from tests.extract.printed import (
    HEADINGS,
    TITLE,
    Figures,
    Part,
    Rows,
    aligned,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
TABLE = forms()["2021"].table("3")
COLUMNS = [column.key for column in TABLE.columns]
ROWS = [row.key for row in TABLE.rows]
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
# Joins of cells, every row by itself.
JOINTS = {"tab": "\t", "comma": ",", "semicolon": ";", "bar": "|"}


def blank_in(*columns: str, rows: list[str] = ROWS) -> Figures:
    """The figures with columns of table 3 left blank in some rows."""
    return {
        key: ""
        if (key.table_no, key.col_key) in {("3", c) for c in columns} and key.row_key in rows
        else value
        for key, value in VALUES.items()
    }


def header(labels: int) -> Rows:
    """Two rows of labels as a sheet has them: a merged cell's label in the first of its cells."""
    pads = [""] * labels
    return [
        [*pads, "自然人", "法人或其他组织", "", "", "", "", "总计"],
        [*pads, "", *ORGANISATIONS, ""],
    ]


def sheet(values: Figures, labels: int = 3) -> list[Part]:
    """The tables, the third with so many columns of labels, in the last of which no label of a group stands."""
    rows = []
    for row in TABLE.rows:
        cells = [""] * labels
        level = 0 if row.parent is None else 1 if row.parent == "results" else min(2, labels - 1)
        cells[min(level, labels - 1)] = row.zh
        rows.append([*cells, *(values[CellKey("3", row.key, column)] for column in COLUMNS)])
    return [
        Part(p.table_no, header(labels), rows, tuple(ROWS)) if p.table_no == "3" else p
        for p in printed(values)
    ]


def stripped(joint: str) -> object:
    def render(rows: Rows) -> list[str]:
        return [joint.join(row).rstrip(joint) for row in rows]

    return render


def text_of(values: Figures, joint: str = "\t", labels: int = 3) -> str:
    return report(sheet(values, labels), stripped(joint))  # type: ignore[arg-type]


@in_turn
@pytest.mark.parametrize("labels", [1, 3, 4])
@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("blank", [("total",), ("other_org", "total"), ("natural_person", "total"), ()])
def test_the_header_tells_which_column_is_blank(labels: int, joint: str, blank: tuple[str, ...]) -> None:
    values = blank_in(*blank)
    reading = read(text_of(values, JOINTS[joint], labels))
    assert not wrong(reading, values)
    assert {k for k, v in values.items() if v and k.table_no == "3"} == reported(reading, "3")
    for column in blank:
        assert {status for row in ROWS for status in status_of(reading, "3", row, column)} == {"blank"}


def test_a_total_blank_in_one_row() -> None:
    """A row that alone is short may have lost another cell before (padded.py); the rows beside it are known."""
    values = blank_in("total", rows=["denied_process_info"])
    reading = read(text_of(values))
    assert not wrong(reading, values)
    assert set(status_of(reading, "3", "denied_process_info")) == {"uncertain"}
    assert set(status_of(reading, "3", "denied_internal_affairs")) == {"reported"}


@pytest.mark.parametrize("labels", [3, 4])
@pytest.mark.parametrize("lost", [0, 1])
def test_without_a_whole_header_nothing_is_read_into_the_blank_of_a_label(labels: int, lost: int) -> None:
    """The blank behind a label that is merged over two columns is no figure: seven cells are not seven columns."""
    values = blank_in("total")
    parts = sheet(values, labels)
    lines = report(parts, stripped("\t")).split("\n")  # type: ignore[arg-type]
    lines.remove("\t".join(header(labels)[lost]).rstrip("\t"))
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    if (labels, lost) == (3, 0):
        assert codes(reading) & {"row-short", "header-unclear"}


def test_a_row_broken_before_its_figures_is_not_moved() -> None:
    """The rest of a label in the first cell of a line, and figures behind it left of where they belong."""
    values = blank_in("total")
    lines = text_of(values).split("\n")
    at = next(n for n, line in enumerate(lines) if "2.申请人逾期" in line)
    pads, label, *rest = lines[at].lstrip("\t").partition("缴纳费用、")
    lines[at : at + 1] = [f"\t\t{pads}{label}", "".join(rest)]
    reading = read("\n".join(lines))
    known = {k: v for k, v in values.items() if k.row_key != "other_overdue_fee"}
    assert not wrong(reading, known)


def test_a_cell_that_vanished_where_ends_are_kept() -> None:
    """Rows closed by bars have their blank ends: a row that is short has lost a cell, and which is not known."""
    values = dict(VALUES)
    parts = sheet(values)

    def render(rows: Rows) -> list[str]:
        lost = [[c for c in row if c != values[CellKey("3", "granted", "research")]] for row in rows]
        return ["| " + " | ".join(row) + " |" for row in lost]

    reading = read(report(parts, render))
    assert not wrong(reading, values)
    assert set(status_of(reading, "3", "granted")) == {"uncertain"}


def test_a_sheet_that_repeats_merged_labels() -> None:
    """Every cell of a merged label holds it; rows of figures that end before the header does may lack any of its columns."""
    values = blank_in("total")
    upper = ["项目", "项目", "自然人", *["法人或其他组织"] * 5, "总计"]
    rows = [
        [row.zh, row.zh, *(values[CellKey("3", row.key, column)] for column in COLUMNS)] for row in TABLE.rows
    ]
    part = Part("3", [upper, ["项目", "项目", "自然人", *ORGANISATIONS, "总计"]], rows, tuple(ROWS))
    parts = [part if p.table_no == "3" else p for p in printed(values)]
    assert not reported(read(report(parts, stripped(";"))), "3")  # type: ignore[arg-type]
    # so do those that lost a column amid the others, with the same count of cells
    lost = [[*row[:4], *row[5:]] for row in [[*r[:-1], f"{at}"] for at, r in enumerate(rows, 901)]]
    damaged = [replace(p, rows=lost) if p.table_no == "3" else p for p in parts]
    for joint in JOINTS.values():
        assert not reported(read(report(damaged, stripped(joint))), "3")  # type: ignore[arg-type]
    # where labels of rows have one cell only, their rows are whole
    whole = [[row.zh, *(VALUES[CellKey("3", row.key, column)] for column in COLUMNS)] for row in TABLE.rows]
    reading = read(report([Part("3", part.header, whole, tuple(ROWS))], stripped(";")))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)


def test_a_block_of_one_length_below_a_header_of_its_own() -> None:
    """The header is another table of fewer columns: rows with their label further left have the same columns."""
    values = blank_in("total")
    lines = report(sheet(values), lambda rows: ["\t".join(row) for row in rows]).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("\t\t\t自然人"))
    lines[at : at + 2] = ["\t".join(row) for row in header(1)] + [""]
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert {k for k, v in values.items() if v and k.table_no == "3"} == reported(reading, "3")


@pytest.mark.parametrize("joint", [",", ";"])
def test_csv_tables_of_two_columns(joint: str) -> None:
    """Each clause of table 2 is a table of two lines; a figure with a comma of thousands is not cut."""
    lines = ["二、主动公开政府信息情况"]
    values = dict(VALUES)
    for part in PARTS:
        if part.table_no == "2" and len(part.header[-1]) == 2:
            lines += ["", *(part.header[0][:1]), joint.join(part.header[-1]), *map(joint.join, part.rows)]
    lines.insert(1, "根据规定,本单位公开信息12条,内容如下,未收取费用。")
    title = "青岚县林业局2022年政府信息公开工作年度报告"
    reading = read("\n".join([title, *lines, ""]))
    two = {
        k
        for p in PARTS
        if p.table_no == "2" and len(p.header[-1]) == 2
        for k in VALUES
        if k.row_key in p.keys
    }
    assert not wrong(reading, values)
    assert reported(reading, "2") == two
    if joint == ",":
        cut = [line.replace(values[k], "1,234") for line in lines for k in [sorted(two)[0]]]
        values[sorted(two)[0]] = "1234"
        assert not wrong(read("\n".join([title, *cut, ""])), values)


def test_a_figure_that_may_be_two() -> None:
    """The total of one row stands right behind its neighbour: longer than all of its column, no room to the blank one."""
    lines = report(PARTS, lambda rows: aligned(rows, step=6)).split("\n")
    other, total = (VALUES[CellKey("3", "granted", c)] for c in ("other_org", "total"))
    at = next(n for n, line in enumerate(lines) if other in line)
    glued = lines[at].replace(f"{other}   {total}", f"{other}{total[:2]}")
    assert glued != lines[at]
    lines[at] = glued
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "granted", "other_org", "total") == ["uncertain", "uncertain"]
    assert status_of(reading, "3", "granted", "natural_person") == ["reported"]


def test_a_long_figure_beside_a_blank_column_is_one() -> None:
    """Its column has others as long."""
    rows = ("granted", "partially_granted", "total_handled")
    values = VALUES | {CellKey("3", row, "other_org"): "123456" for row in rows}
    keys = [key for key in values if key.table_no == "3" and key.col_key == "total"]
    values |= dict.fromkeys(keys[:8], "")  # a habit
    reading = read(report(printed(values), lambda rows: aligned(rows, step=8)))
    assert not wrong(reading, values)
    assert status_of(reading, "3", "granted", "other_org", "total") == ["reported", "blank"]


def test_a_row_that_lost_its_last_cell_counts_no_columns() -> None:
    names = ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"]
    lower = ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""]
    lines = ["|".join(names), "|".join(lower)]
    for row in TABLE.rows:
        lines.append(f"三、本年度办理结果|{row.zh}|||58|11|44|35|14")
    title = "临河市水务局2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
    cells = read_text(title + "\n".join(lines), "r.txt", "0" * 32).cells
    told = {(c["col_key"], c["value"]) for c in cells if c["table_no"] == "3" and c["status"] == "reported"}
    assert told <= {
        ("commercial", 58),
        ("research", 11),
        ("social_org", 44),
        ("legal_service", 35),
        ("other_org", 14),
    }


def test_totals_left_blank_where_rows_differ_in_length() -> None:
    """Rows that are shorter than others end in a blank cell: no program filled rows up, so that the longest are not either."""
    rows = []
    values = {}
    for at, row in enumerate(TABLE.rows):
        figures_ = [str(10 * at + i) for i in range(12, 18)] + [str(at + 900) if at in (4, 7) else ""]
        lead = [row.zh, "", ""] if at in (0, 1, 24) else [row.zh]
        rows.append("| " + " | ".join([*lead, *figures_]) + " |")
        values |= {
            CellKey("3", row.key, column.key): text
            for column, text in zip(TABLE.columns, figures_, strict=True)
        }
    header = [
        "| | | | 申请人情况 | | | | | | |",
        "| 自然人 | 法人或其他组织 | | | | | 总计 |",
        "| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |",
    ]
    reading = read("\n".join([TITLE, HEADINGS["3"], *header, *rows, "五、存在的主要问题及改进情况", "无。"]))
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, text in values.items() if text}
