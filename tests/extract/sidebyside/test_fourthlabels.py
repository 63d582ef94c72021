"""Table 4 with its groups exchanged, and labels in its header that are spelled otherwise: read in their order, or doubted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.sidebyside.fourthlabels import as_labels
from schemas.form import forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
KEYS = [key for key in VALUES if key.table_no == "4"]
COLUMNS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
TABLE = forms()["2021"].table("4")
RENDERERS: dict[str, Callable[[Rows], list[str]]] = {
    name: GRIDS[name] for name in ("tsv", "html", "closed", "csv_rows")
}


def suits_first(direct: str, columns: list[str] = COLUMNS, after: str = "复议后起诉") -> list[Part]:
    """The report with the suits of table 4 before the reviews, `direct` for the label of those without a review."""
    header = [
        ["行政诉讼", *[""] * 9, "行政复议", *[""] * 4],
        [direct, *[""] * 4, after, *[""] * 4, *columns],
        [*columns * 2, *[""] * 5],
    ]
    order = [key for key in KEYS if key.row_key != "review"] + [
        key for key in KEYS if key.row_key == "review"
    ]
    row = [VALUES[key] for key in order]
    return [replace(p, header=header, rows=[row]) if p.table_no == "4" else p for p in printed(VALUES)]


@in_turn
@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
@pytest.mark.parametrize(
    "direct",
    [
        "未经复议直接起诉",
        "未经复议直接诉讼",
        "\ufffd经复议\ufffd接起诉",
        "未经复议直接起诉 Direct Litigation",
    ],
)
def test_suits_before_reviews(direct: str, render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(suits_first(direct), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@in_turn
@pytest.mark.parametrize("render", [*RENDERERS.values(), *PLAIN.values()])
@pytest.mark.parametrize("direct", ["\ufffd\ufffd\ufffd", "Direct", "其一", "直诉"])
def test_a_label_that_nobody_can_read_is_none_of_the_form_s(
    direct: str, render: Callable[[Rows], list[str]]
) -> None:
    assert not wrong(read(report(suits_first(direct), render)), VALUES)


@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
def test_english_behind_every_label(render: Callable[[Rows], list[str]]) -> None:
    columns = [
        "总计 Total",
        "结果维持 Upheld",
        "其他结果 Other Results",
        "尚未审结 Pending",
        "结果纠正 Corrected",
    ]
    keys = ["total", "upheld", "other", "pending", "corrected"]
    header = [
        ["行政复议 Reconsideration", *[""] * 4, "行政诉讼 Litigation", *[""] * 9],
        [
            *columns,
            "未经复议直接起诉 Direct Litigation",
            *[""] * 4,
            "复议后起诉 After Reconsideration",
            *[""] * 4,
        ],
        [*[""] * 5, *columns * 2],
    ]
    row = [VALUES[key._replace(col_key=name)] for key in KEYS[::5] for name in keys]
    parts = [replace(p, header=header, rows=[row]) if p.table_no == "4" else p for p in printed(VALUES)]
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == set(KEYS)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("结果维持Upheld", "结果维持"),
        ("结\ufffd维持", "结果维持"),
        ("未经复议直接诉讼", "未经复议直接起诉"),
        ("\ufffd结果", "其他结果"),
        # these may be of several labels, of none, or pieces
        ("结果\ufffd\ufffd", "结果\ufffd\ufffd"),
        ("未审结", "未审结"),
        ("结果", "结果"),
        ("行政诉讼情况", "行政诉讼情况"),
        ("Upheld", "Upheld"),
        ("结果维持结果纠正", "结果维持结果纠正"),
        ("", ""),
    ],
)
def test_which_label_a_cell_is(text: str, label: str) -> None:
    assert as_labels([text], TABLE) == [label]


def test_the_first_row_of_a_wiki_s_table_needs_no_mark() -> None:
    def wiki(rows: Rows) -> list[str]:
        body = [line for row in rows for line in [*(f"| {cell}" if cell else "|" for cell in row), "|-"]]
        return ["{|", *body[:-1], "|}"]

    reading = read(report(suits_first("未经复议直接起诉"), wiki))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
