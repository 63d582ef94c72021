"""Labels of rows that the end of a page cut."""

from __future__ import annotations

import pytest

from assets.extract.undone.pages.cutlabels import with_labels_over_pages
from tests.extract.printed import GRIDS, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
PAGES = [["— 5 —"], ["— 5 —", ""], ["", "第 5 页 共 9 页", ""], ["5", ""]]
CUT = [
    ("二、上年结转政府信息公开申请数量", 7),
    ("2.重复申请", 3),
    ("行政事业性收费", 4),
    ("1.属于国家秘密", 4),
]


def _cut(text: str, label: str, at: int, page: list[str], sign: str) -> str:
    """The text, the row of a label on two lines with the end of a page between."""
    lines = text.split("\n")
    n = next(n for n, line in enumerate(lines) if label in line)
    cells = lines[n].split(sign)
    own = next(k for k, cell in enumerate(cells) if label in cell)
    upper = [" " if cell.strip() else cell for cell in cells]
    upper[own] = label[:at]
    lower = list(cells)
    lower[own] = label[at:]
    return "\n".join([*lines[:n], sign.join(upper), *page, sign.join(lower), *lines[n + 1 :]])


@in_turn
@pytest.mark.parametrize(
    ("name", "sign"), [("tsv", "\t"), ("closed", "|"), ("markdown", "|"), ("trailing", "|")]
)
@pytest.mark.parametrize(("label", "at"), CUT)
@pytest.mark.parametrize("page", PAGES)
def test_a_label_cut_by_the_end_of_a_page(name: str, sign: str, label: str, at: int, page: list[str]) -> None:
    reading = read(_cut(report(PARTS, GRIDS[name]), label, at, page, sign))
    assert not wrong(reading, VALUES)
    if page[0] != "5":  # a bare number may be a digit of a figure's
        assert reported(reading) == set(VALUES)


def _page(above: str, below: str, mark: str = "— 5 —") -> list[str]:
    return ["规章|1|2|3", above, mark, "", below, "行政许可|4| | "]


def test_the_label_of_a_group_may_be_cut_as_well() -> None:
    lines = [" | |1.属| | ", "— 5 —", " |（三）不予| | | ", "— 5 —", " |公开|于国家秘密|7|8"]
    assert with_labels_over_pages(["", *lines])[-1] == " |（三）不予公开|1.属于国家秘密|7|8"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("行政规范|4|5|6", "性文件|7|8|9"),  # figures of its own
        ("行政规范| | | ", "性文件| | | "),  # none at all
        ("规章| | | ", "行政规范性文件|7|8|9"),  # two whole labels
        ("其他主动公开| | | ", "文件|7|8|9"),  # no label of the form
        ("行政规范| | ", "性文件|7|8|9"),  # other columns
        (" |行政规范| | ", "性文件|7|8|9"),  # another column
    ],
)
def test_what_is_no_label_cut_stays(above: str, below: str) -> None:
    lines = _page(above, below)
    assert with_labels_over_pages(lines) == lines


def test_without_the_mark_of_a_page_rows_stay() -> None:
    lines = _page("行政规范| | | ", "性文件|7|8|9", "")
    assert with_labels_over_pages(lines) == lines
    words = _page("行政规范| | | ", "性文件|7|8|9", "说明")
    assert with_labels_over_pages(words) == words
