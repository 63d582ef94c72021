"""Figures that run into each other or into words: where one ends and the next begins."""

from __future__ import annotations

import pytest

from assets.extract.formats.escapes import unescape
from assets.extract.numbers import taken_apart
from assets.extract.undone.lines.glued import cut_word
from assets.extract.undone.lines.unfold import unfold
from tests.extract.printed import (
    PLAIN,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("规章 5,258 79 5,546规范性文件 648 33 8", "规章 5,258 79 5,546 规范性文件 648 33 8"),
        ("行政处罚 17 31 3,170行政检查 7 10 13", "行政处罚 17 31 3,170 行政检查 7 10 13"),
        ("行政许可 8件第二十条第（六）项信息内容", "行政许可 8件 第二十条第(六)项 信息内容"),
        ("本年增/减行政事业性收费 788 0第二十条", "本年增/减 行政事业性收费 788 0 第二十条"),
    ],
)
def test_joints(line: str, pieces: str) -> None:
    assert unfold([line])[0] in (pieces.split(), [line])


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("102,583107,923", 2, ["102,583", "107,923"]),
        ("788,1160", 2, ["788,116", "0"]),
        ("1000001", 7, None),
        ("0000000", 7, None),
        ("100,200,300", 3, None),
        ("5,258795,546", 3, None),
        ("9" * 80, 7, None),
        ("1,2,3", 3, None),
    ],
)
def test_figures_with_nothing_between_them(text: str, width: int, expected: list[str] | None) -> None:
    assert taken_apart(text, width) == expected


def test_a_mark_taken_away_moves_no_column() -> None:
    lines = ["label   0   1   2", r"label   \-  1   2", r"label   \-\-  \-  2"]
    assert unescape(lines)[0] == ["label   0   1   2", "label   -   1   2", "label   --    -   2"]


def test_signs_between_digits_leave_a_word_whole() -> None:
    for word in ("行政许可0-341104其他对外管理服务事项", "其他对外管理服务事项16367-407第二十条第（六）项"):
        assert cut_word(word, False) == ((word, "words"),)
    assert [kind for _, kind in cut_word("行政许可34其他对外管理服务事项", False)] == [
        "label",
        "figure",
        "label",
    ]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("-2第二十条第（九）项信息内容", ["-2", "第二十条第(九)项", "信息内容"]),
        ("−7第二十条第（八）项", ["−7", "第二十条第(八)项"]),
        ("-2-第二十条第（九）项", ["-2-第二十条第（九）项"]),
        ("12-2第二十条第（九）项", ["12-2第二十条第（九）项"]),
        ("-2重复申请", ["-2重复申请"]),
    ],
)
def test_a_sign_belongs_to_the_figure_that_it_begins(word: str, pieces: list[str]) -> None:
    """A decrease right before the next label; not the mark of a page or of a list."""
    assert [text for text, _ in cut_word(word, False)] == pieces


def test_rows_whose_figures_run_into_numbered_labels() -> None:
    """Labels of the form's groups and rows behind figures without a space, some of them broken or mistyped."""
    values = figures()

    def glued(rows: Rows) -> list[str]:
        lines = PLAIN["running"](rows)
        if not any(line.startswith("（一）予以公开") for line in lines):
            return lines
        at = next(n for n, line in enumerate(lines) if line.startswith("（一）予以公开"))
        whole = lines[at] + lines[at + 1].replace("不计其他情形）", "不计其 ").replace("  ", " ")
        first = lines[at - 2] + lines[at - 1]
        return [
            *lines[: at - 2],
            first + "三、本年度办理结果",
            whole,
            "他情形）（三）不予公开",
            *lines[at + 2 :],
        ]

    reading = read(report(printed(values), glued))
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} == reported(reading, "3")


def test_prose_with_numbered_points_behind_figures_is_none() -> None:
    """Three figures and a number in brackets within a sentence of section one begin no row."""
    values = figures()
    prose = "全年公开 12 35 7（一）予以公开 3 4 5 6 7 8 9（二）部分公开等情况平稳"
    assert not wrong(read(report(printed(values), PLAIN["running"]).replace("全年工作平稳", prose)), values)
