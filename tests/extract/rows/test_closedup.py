"""Rows that close up behind a merged label, in tables whose other rows keep their places."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    closed,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)

VALUES = figures()


def _columns_of_labels(label: str) -> list[str]:
    """The label in the first, second or third of the columns that labels have, by its number."""
    at = 0 if label[0] in "一二四" else 1 if label.startswith("（") else 2
    return [*[""] * at, label, *[""] * (2 - at)]


def third_table(moved: tuple[str, ...], values: dict[CellKey, str], lost: tuple[str, ...] = ()) -> list[Part]:
    """Table 3 with three columns for labels; rows `moved` close up behind theirs, rows `lost` have no total."""
    parts = []
    for part in printed(values):
        if part.table_no != "3":
            parts.append(part)
            continue
        header = [["", "", *row] for row in part.header]
        rows: Rows = []
        for key, (label, *own) in zip(part.keys, part.rows, strict=True):
            row = [*_columns_of_labels(label), *own]
            if key in moved:
                row = [*row[:2], *own, ""] if row[1] == label else [label, *own, "", ""]
            if key in lost:
                row = [*_columns_of_labels(label), *own[:-1], ""]
            rows.append(row)
        parts.append(Part("3", header, rows, part.keys))
    return parts


@pytest.mark.parametrize("render", [tsv, closed])
def test_several_rows_close_up(render) -> None:  # type: ignore[no-untyped-def]
    moved = ("granted", "granted_partial", "total_handled", "carried_forward")
    reading = read(report(third_table(moved, VALUES), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_rows_with_blanks_inside_close_up() -> None:
    values = {
        key: "" if key.row_key == "granted" and key.col_key == "research" else v for key, v in VALUES.items()
    }
    reading = read(report(third_table(("granted", "total_handled"), values), tsv))
    assert not wrong(reading, values)
    assert {key.row_key for key in reported(reading, "3")} >= {"granted", "total_handled"}


@pytest.mark.parametrize("lost", [(), ("denied_state_secret",)])
def test_one_row_may_have_a_figure_too_many(lost: tuple[str, ...]) -> None:
    reading = read(report(third_table(("total_handled",), VALUES, lost), tsv))
    assert not wrong(reading, VALUES)
    assert "row-long" in codes(reading)


def test_where_totals_are_blank_nothing_tells() -> None:
    lost = ("denied_state_secret", "denied_internal_affairs")
    moved = ("granted", "total_handled")
    values = {key: "" if key.row_key in lost and key.col_key == "total" else v for key, v in VALUES.items()}
    reading = read(report(third_table(moved, values, lost), tsv))
    assert not wrong(reading, values)
    assert not {key.row_key for key in reported(reading, "3")} & set(moved)
