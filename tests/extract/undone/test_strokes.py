"""Bars at the edge of a line of figures, which are strokes of a frame and part no cells."""

from __future__ import annotations

import pytest

from assets.extract.undone.bars.strokes import without_strokes
from tests.extract.printed import aligned, figures, printed, read, report, reported, running, wrong
from tests.turns import in_turn

VALUES = figures()
PLAIN = report(printed(VALUES), running)
ALIGNED = report(printed(VALUES), aligned)
LABELS = ["（二）部分公开", "一、本年新收", "1.属于国家秘密", "四、结转下年度"]


def changed(text: str, label: str, before: str, behind: str = "", below: str = "") -> str:
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if label in line)
    lines[at] = before + lines[at] + behind
    if below:
        lines.insert(at + 1, below)
    return "\n".join(lines)


@in_turn
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("text", [PLAIN, ALIGNED])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("| ", ""),
        ("|", ""),
        ("｜", ""),
        ("", " |"),
        ("", "|"),
        ("  | ", ""),
        ("| ", " |"),
        ("| ", " ||"),
        ("|| ", ""),
    ],
)
def test_a_stroke_at_an_edge(label: str, text: str, before: str, behind: str) -> None:
    reading = read(changed(text, label, before, behind))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_strokes_of_neighbours() -> None:
    text = PLAIN
    for label in [*LABELS[:2], "（一）予以公开", "2.其他法律"]:
        text = changed(text, label, "| ")
    assert reported(read(text)) == set(VALUES)


def test_a_label_that_goes_on_below() -> None:
    gloss = "（区分处理的，只计这一情形，不计其他情形）"
    text = PLAIN.replace(f"（二）部分公开{gloss}", "| （二）部分公开（区分处理")
    reading = read(text.replace("\n1.属于国家秘密", "\n的，只计这一情形，不计其他情形）\n1.属于国家秘密"))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "line",
    [
        "规章 | 1 2 3",
        "| 规章 | 1 2 3",
        "| 0",
        "| 规章",
        "1 |",
        "| 1 |",
        "行政许可 12 |",
        "规章\t| 1 2 3",
        "| 共12件 其中 3 件 。",
    ],
)
def test_bars_that_part_cells(line: str) -> None:
    assert without_strokes([line]) == [line]


def test_places_stay() -> None:
    assert without_strokes(["| 规章   1   2   3"]) == ["  规章   1   2   3"]


def test_walls_of_a_table_stay() -> None:
    rows = ["| 规章 1 2 3 |", "| 行政规范性文件 4 5 6 |"]
    assert without_strokes(rows) == rows
