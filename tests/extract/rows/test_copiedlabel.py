"""A clerk copied the label of the row beside: whose figures are whose is not known, and never those of a copy."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    aligned,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
LAYOUTS = [GRIDS["tsv"], GRIDS["closed"], GRIDS["grid"], GRIDS["tab_cells"], PLAIN["running"], aligned]


def with_copy(row, of, change=None, label=None):
    """The tables with the label of one row above another's figures, and the row of that label changed."""
    parts = printed(VALUES)
    own, copied = row_of(parts, of), row_of(parts, row)
    copied[0] = own[0]
    if label:
        own[0] = label
    if change is not None:
        own[1:] = change
    return parts


def known(row, of):
    return {key: value for key, value in VALUES.items() if key.row_key not in (row, of)}


@in_turn
@pytest.mark.parametrize("render", LAYOUTS)
@pytest.mark.parametrize(
    ("row", "of"),
    [("rejected_publication", "rejected_repeat"), ("rejected_repeat", "rejected_publication")],
)
@pytest.mark.parametrize("figures_of_own", [None, [""] * 7])
def test_neither_row_under_one_label_is_given(render, row, of, figures_of_own):
    reading = read(report(with_copy(row, of, figures_of_own), render))
    assert not wrong(reading, known(row, of))
    assert not {"reported", "blank"} & {*status_of(reading, "3", of), *status_of(reading, "3", row)}
    assert reported(reading, "2") == {key for key in VALUES if key.table_no == "2"}


@pytest.mark.parametrize("render", LAYOUTS)
def test_the_row_itself_has_a_wrong_letter(render):
    parts = with_copy("rejected_excessive", "rejected_publication", label="3.要求提供公己出版物")
    assert not wrong(read(report(parts, render)), known("rejected_excessive", "rejected_publication"))


@pytest.mark.parametrize("render", [GRIDS["tsv"], GRIDS["closed"]])
def test_what_both_say_alike_is_known(render):
    parts = printed(VALUES)
    own = row_of(parts, "rejected_repeat")
    row_of(parts, "rejected_publication")[:] = own
    assert {*status_of(read(report(parts, render)), "3", "rejected_repeat")} == {"reported"}


def test_a_label_printed_for_each_column_that_it_spans_is_no_copy():
    """One cell a line, the label of a row twice; the row below is not printed at all."""
    parts = [part for part in printed(VALUES) if part.table_no == "3"]
    lines = []
    for row in (*parts[0].header, *parts[0].rows):
        if not row[0].startswith("二、"):
            lines += [row[0], *row] if row[0].startswith("一、") else row
    text = report([], GRIDS["tsv"]).replace(
        "五、存在",
        "\n".join(["三、收到和处理政府信息公开申请情况", *[cell for cell in lines if cell], "五、存在"]),
    )
    assert {*status_of(read(text), "3", "new_received")} == {"reported"}
