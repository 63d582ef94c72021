"""The table of one row as a sentence that names row and column of each figure, strokes between figures, and two groups in front of a label."""

from __future__ import annotations

import json

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, Figures, figures, read, reported, wrong

VALUES = figures()
FOURTH = forms()["2021"].table("4")


def told(values: Figures) -> list[tuple[str, str]]:
    """Row and column of each figure of the fourth table as one name, and the figure."""
    groups = {g.key: g.zh for g in FOURTH.groups}
    return [
        (groups.get(row.parent or "", "") + row.zh + column.zh, values[CellKey("4", row.key, column.key)])
        for row in FOURTH.rows
        for column in FOURTH.columns
    ]


def rows_of(no: str, values: Figures, sign: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows of a table, all labels of groups in front of the row's, as a program joins what is merged."""
    table = forms()["2021"].table(no)
    groups = {g.key: g.zh for g in table.groups}
    return [
        (
            sign.join([*(g.zh for g in reversed(table.ancestors(row.key))), row.zh]),
            [
                (groups.get(c.group or "", "") + c.zh, values[CellKey(no, row.key, c.key)])
                for c in block.columns
            ],
        )
        for block in table.blocks
        for row in block.rows
    ]


def text(fourth: list[tuple[str, str]], joint: str = "；", between: str = "：", point: str = "· ") -> str:
    lines = [TITLE, "一、总体情况", "全年工作平稳。"]
    for no in "23":
        lines.append(HEADINGS[no])
        lines += [
            f"{point}{label}：{joint.join(f'{name}{between}{figure}' for name, figure in cells)}"
            for label, cells in rows_of(no, VALUES)
        ]
    lines.append(HEADINGS["4"])
    lines.append(point + joint.join(f"{name}{between}{figure}" for name, figure in fourth))
    return (
        "\n".join([*lines, "五、存在的主要问题及改进情况", "仍有不足。", "六、其他需要报告的事项", "无。"])
        + "\n"
    )


@pytest.mark.parametrize(("joint", "between"), [("；", "："), (" / ", "："), ("，", "="), (" / ", "=")])
def test_every_row_is_read(joint: str, between: str) -> None:
    reading = read(text(told(VALUES), joint, between))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_the_names_tell_the_cells_in_any_order() -> None:
    reading = read(text(told(VALUES)[::-1]))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "change",
    [
        lambda cells: [*cells[:4], cells[3], *cells[5:]],
        lambda cells: cells[:-1],
        lambda cells: [*cells, ("上年" + cells[0][0], "77")],
        lambda cells: [("上年" + name, figure) for name, figure in cells],
        lambda cells: [*cells[:2], ("行政复议调解", cells[2][1]), *cells[3:]],
    ],
    ids=["a name twice", "one lost", "one more", "last year", "another name"],
)
def test_what_is_not_all_of_the_table_once_is_not_given(change) -> None:
    reading = read(text(change(told(VALUES))))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "4")


def test_a_stroke_for_a_figure_parts_no_names() -> None:
    line = "· 一、本年新收政府信息公开申请数量："
    before = text(told(VALUES), " ", " ")
    at = next(row for row in before.split("\n") if row.startswith(line))
    names = [name for name, _ in rows_of("3", VALUES)[0][1]]
    reading = read(
        before.replace(at, line + " ".join(f"{name} /" for name in names[:-1]) + f" {names[-1]} 3")
    )
    assert not [key for key in reported(reading, "3") if key[1] == "new_received" and key[2] != "total"]


def records(values: Figures, extra: dict[str, str] | None = None, indent: int = 0) -> str:
    lines = [TITLE, "一、总体情况", "全年工作平稳。"]
    for no in "23":
        of_table = [
            {"项目": label, **(extra or {}), **dict(cells)} for label, cells in rows_of(no, values, "/")
        ]
        lines += [HEADINGS[no], json.dumps(of_table, ensure_ascii=False, indent=indent)]
    lines += [HEADINGS["4"], json.dumps([dict(told(values))], ensure_ascii=False, indent=indent)]
    return "\n".join([*lines, "五、存在的主要问题及改进情况", "仍有不足。"]) + "\n"


@pytest.mark.parametrize("indent", [0, 2])
def test_a_record_does_not_stand_below_the_one_before(indent: int) -> None:
    reading = read(records(VALUES, indent=indent))
    assert not wrong(reading, VALUES)
    assert reported(reading, "2") | reported(reading, "3") == {key for key in VALUES if key[0] != "4"}


def test_records_of_last_year_are_not_asked_for() -> None:
    reading = read(records(VALUES, {"时期": "上年"}))
    assert not reported(reading, "3")
