"""Table 4 whose header cells say more than the label of a column: the row, too, or the label in English."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
KEYS = [key for key in VALUES if key.table_no == "4"]
TABLE = forms()["2021"].table("4")
COLUMNS = [c.key for c in TABLE.columns]
NAMES = {c.key: c.zh for c in TABLE.columns}
ENGLISH = {
    "upheld": "Upheld",
    "corrected": "Corrected",
    "other": "Other Results",
    "pending": "Pending",
    "total": "Total",
}
ROWS = [row.key for row in TABLE.rows]
PATHS = {
    "review": ("行政复议",),
    "suit_direct": ("行政诉讼", "未经复议直接起诉"),
    "suit_after_review": ("行政诉讼", "复议后起诉"),
}
ORDERS = {
    "total first": ["total", "upheld", "corrected", "other", "pending"],
    "mixed": ["upheld", "total", "pending", "corrected", "other"],
    "the form's": COLUMNS,
}
SOME = ("tsv", "csv_rows", "closed", "markdown", "trailing", "html", "tab_cells", "pipe_cells", "box")

grids = pytest.mark.parametrize("layout", SOME)
orders = pytest.mark.parametrize("order", ORDERS)


def text(header: Rows, keys: list[tuple[str, str]], layout: str) -> str:
    row = [VALUES[CellKey("4", *key)] for key in keys]
    parts = [replace(p, header=header, rows=[row]) if p.table_no == "4" else p for p in printed(VALUES)]
    return report(parts, GRIDS[layout])


def path(row: str, column: str, sign: str) -> str:
    return sign.join([*PATHS[row], NAMES[column]])


@in_turn
@grids
@orders
@pytest.mark.parametrize("sign", [" / ", " - ", "-", " > ", "：", "_"])
def test_each_cell_names_row_and_column(layout: str, order: str, sign: str) -> None:
    keys = [(row, column) for row in ROWS for column in ORDERS[order]]
    reading = read(text([[path(*key, sign) for key in keys]], keys, layout))
    assert not wrong(reading, VALUES)
    if layout != "pipe_cells":
        assert len(reported(reading, "4")) == len(KEYS)


@grids
def test_suits_before_reviews(layout: str) -> None:
    keys = [(row, column) for row in [*ROWS[1:], ROWS[0]] for column in ORDERS["total first"]]
    reading = read(text([[path(*key, " / ") for key in keys]], keys, layout))
    assert not wrong(reading, VALUES)
    if layout != "pipe_cells":
        assert len(reported(reading, "4")) == len(KEYS)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_with_a_wrong_letter_is_the_one_that_is_left(row: str) -> None:
    keys = [(row, column) for row in ROWS for column in ORDERS["total first"]]
    names = [
        path(*key, " / ").replace("起诉", "起訢") if key[0] == row else path(*key, " / ") for key in keys
    ]
    reading = read(text([names], keys, "markdown"))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == len(KEYS)


def test_two_rows_that_are_not_told_apart() -> None:
    keys = [(row, column) for row in ROWS for column in ORDERS["total first"]]
    names = [path(*key, " / ").replace("未经复议直接", "").replace("复议后", "") for key in keys]
    reading = read(text([names], keys, "markdown"))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "4")


def test_all_rows_of_one_column_beside_each_other() -> None:
    keys = [(row, column) for column in ORDERS["mixed"] for row in ROWS]
    reading = read(text([[path(*key, " / ") for key in keys]], keys, "markdown"))
    assert not wrong(reading, VALUES)


def test_cells_of_two_heights() -> None:
    # the sums span two rows of the header, and stand last over the figures
    keys = [(row, column) for row in ROWS for column in COLUMNS]
    upper = ["" if column != "total" else path(row, column, " / ") for row, column in keys]
    lower = [path(row, column, " / ") if column != "total" else "" for row, column in keys]
    reading = read(text([upper, lower], keys, "tsv"))
    assert not wrong(reading, VALUES)


@in_turn
@grids
@orders
@pytest.mark.parametrize(
    "middle", ["未经复议直接起诉 Direct Litigation", "未经复议直接诉讼", "Direct Litigation"]
)
def test_labels_in_two_languages(layout: str, order: str, middle: str) -> None:
    keys = [(row, column) for row in ROWS for column in ORDERS[order]]
    header = [
        [
            "行政复议 Administrative Reconsideration",
            *[""] * 4,
            "行政诉讼 Administrative Litigation",
            *[""] * 9,
        ],
        [*[""] * 5, middle, *[""] * 4, "复议后起诉 Litigation after Reconsideration", *[""] * 4],
        [f"{NAMES[column]} {ENGLISH[column]}" for _, column in keys],
    ]
    reading = read(text(header, keys, layout))
    assert not wrong(reading, VALUES)
    is_told = middle.startswith("未经复议") or order == "the form's"
    if layout not in ("pipe_cells", "tab_cells") and is_told:
        assert len(reported(reading, "4")) == len(KEYS)


@grids
def test_rows_of_labels_that_ran_together(layout: str) -> None:
    # labels of rows lost the blank cells behind them, and stand over columns that are not theirs
    keys = [(row, column) for row in ROWS for column in COLUMNS]
    names = [NAMES[column] for _, column in keys]
    names[5], names[6] = f"未经复议直接起诉 {names[5]}", f"复议后起诉 {names[6]}"
    reading = read(text([["行政复议", *[""] * 4, "行政诉讼", *[""] * 9], names], keys, layout))
    assert not wrong(reading, VALUES)
    if layout != "pipe_cells":
        assert len(reported(reading, "4")) == len(KEYS)


def test_plain_words_of_paths() -> None:
    keys = [(row, column) for row in ROWS for column in ORDERS["total first"]]
    row = [VALUES[CellKey("4", *key)] for key in keys]
    header = [[path(*key, "/") for key in keys]]
    parts = [replace(p, header=header, rows=[row]) if p.table_no == "4" else p for p in printed(VALUES)]
    assert not wrong(read(report(parts, running)), VALUES)


def test_suits_first_in_a_row_of_labels_apart_from_the_others() -> None:
    keys = [(row, column) for row in [*ROWS[1:], ROWS[0]] for column in COLUMNS]
    tops = ["行政诉讼 Administrative Litigation", "行政复议 Administrative Reconsideration"]
    below = ["未经复议直接起诉 Direct Litigation", "复议后起诉 Litigation after Reconsideration"]
    header = [[*below, *[""] * 13], [f"{NAMES[column]} {ENGLISH[column]}" for _, column in keys]]
    lines = text(header, keys, "tsv").split("\n")
    at = lines.index("\t".join(header[0]))
    lines[at:at] = [*tops, ""]
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "4")
