"""Cells between brackets, in a program's quotes, between marks of setting, and rows whose label stands in brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.bracketedcells import with_bars_for_brackets
from assets.extract.formats.bracketedlabels import with_rows_of_labels
from assets.extract.formats.cellstyles import without_styles_of_cells
from assets.extract.formats.reprcells import without_quotes_of_cells
from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    cells_of,
    change,
    closed,
    figures,
    grid,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.turns import in_turn


def _between(pair: str) -> Callable[[Rows], list[str]]:
    return lambda rows: ["".join(f"{pair[0]}{cell}{pair[1]}" for cell in row) for row in rows]


def _styled(before: str, after: str) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        return markdown([[f"{before}{c}{after}" if c.isdecimal() else c for c in row] for row in rows])

    return render


def _in_quotes(rows: Rows) -> list[str]:
    names = [f"c{n}" for n in range(max(map(len, rows)))]
    return grid([names, *([repr(c) for c in row] for row in rows)])


def _in_quotes_between_bars(rows: Rows) -> list[str]:
    return markdown([[f'"{c}"' for c in row] for row in rows])


def _over_lines(rows: Rows) -> list[str]:
    """As Org prints bold cells: one of a few words goes on on the next line, and its stars are at either end."""
    lines = []
    for row in rows:
        is_long = [4 <= len(c) <= 6 and not c.isdigit() for c in row]
        lines += closed(
            [
                [
                    f"*{c[:2]}\\\\" if long else f"*{c}*" if c else ""
                    for c, long in zip(row, is_long, strict=True)
                ]
            ]
        )
        if any(is_long):
            lines += closed([[f"{c[2:]}*" if long else "" for c, long in zip(row, is_long, strict=True)]])
    return lines


_WAYS = {
    **{pair: _between(pair) for pair in ("「」", "[]", "{}", "<>", "【】", "〔〕", "［］")},
    **{
        f"{a}0{b}": _styled(a, b)
        for a, b in (
            ("$", "$"),
            ("`", "`"),
            ("<center>", "</center>"),
            ("\\(", "\\)"),
            ("*", "*"),
            ("_", "_"),
        )
    },
    "*every*": lambda rows: closed([[f"*{c}*" if c else c for c in row] for row in rows]),
    "*over\\\\lines*": _over_lines,
    "'0'": _in_quotes,
    '"0"': _in_quotes_between_bars,
}


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("way", _WAYS)
def test_a_whole_report_is_read(way: str, form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), _WAYS[way]))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("way", _WAYS)
def test_blank_cells_keep_their_places(way: str) -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "granted")
    row[3] = ""
    reading = read(report(change(parts, "granted", row), _WAYS[way]))
    values[CellKey("3", "granted", "research")] = ""
    assert not wrong(reading, values)
    assert cells_of(reading)[CellKey("3", "granted", "research")]["status"] == "blank"


@pytest.mark.parametrize(
    "lines",
    [
        ["[1][2] 见注", "（一）（二）", "[a](b)"],
        ["<td><p>规章</p></td>"] * 4,
        ['["规章","0"],["文件","1"]'] * 4,
        ["「规章」「文件」"] * 4,
    ],
)
def test_other_brackets_are_none_of_cells(lines: list[str]) -> None:
    assert with_bars_for_brackets(lines) == lines


@pytest.mark.parametrize(
    "cell", ["~~3~~4", "<s>3</s>4", "$3$ $4$", "`3` `4`", "3$", "3*", "*3", "* 3 *", "*3* *4*"]
)
def test_other_marks_stay(cell: str) -> None:
    assert without_styles_of_cells([f"| 规章 | {cell} |"]) == [f"| 规章 | {cell} |"]


def test_cells_of_which_few_are_in_quotes_keep_them() -> None:
    lines = ["| '甲' | 乙 |"] * 5
    assert without_quotes_of_cells(lines) == lines


_COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def _labelled(joint: str = "；") -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        if len(rows[-1]) != len(_COLUMNS) + 1:
            return markdown(rows)
        return [
            f"【{label}】"
            + joint.join(f"{name}：{figure}" for name, figure in zip(_COLUMNS, row, strict=True))
            for label, *row in rows
            if row[-1] not in ("", "总计")
        ]

    return render


@pytest.mark.parametrize("joint", ["；", "，", " | "])
def test_rows_of_labels_and_names(joint: str) -> None:
    values = figures()
    reading = read(report(printed(values), _labelled(joint)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_name_without_figure_is_blank() -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "granted")
    row[3] = ""
    reading = read(report(change(parts, "granted", row), _labelled()))
    values[CellKey("3", "granted", "research")] = ""
    assert not wrong(reading, values)
    assert CellKey("3", "granted", "total") in reported(reading)


def test_groups_before_a_label_are_cells_and_a_dash_in_a_name_is_its_own() -> None:
    lines = [
        "【三、办理结果 - （一）予以公开】自然人：1；总计：1",
        "【三、办理结果 - （二）部分公开】自然人：2；总计：2",
        "【四、结转 - 甲】自然人：3；总计：3",
    ]
    made = with_rows_of_labels(lines)
    assert '<td>三、办理结果</td><td colspan="1">（一）予以公开</td><td>1</td>' in made[0]
    assert '<td colspan="2">四、结转 - 甲</td>' in made[2]


def test_lines_with_other_names_are_no_rows() -> None:
    lines = [
        "【通知】时间：3月；地点：会议室",
        "【公告】主题：公开；单位：局",
        "【提示】电话：123；邮编：456",
    ]
    assert with_rows_of_labels(lines) == lines
