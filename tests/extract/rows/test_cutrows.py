"""Rows cut by the end of a page, rows with empty cells that other tables' walls left, and figures before their labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    TITLE,
    Part,
    figures,
    one_a_line,
    printed,
    read,
    report,
    row_of,
    status_of,
    tsv,
    wrong,
)

FORM = "2021"
VALUES = figures(FORM)
PARTS = printed(VALUES, FORM)
ROW = "denied_admin_inquiry"
LABEL, *CELLS = row_of(PARTS, ROW)
PAGE = ["", "- 3 -", f"{TITLE}", ""]


def with_row(*lines: list[str]) -> str:
    """The report as TSV, the lines of one row replaced; an empty list is the end of a page."""
    text = report(PARTS, tsv)
    new = [text_line for line in lines for text_line in ([("\t").join(line)] if line else PAGE)]
    return text.replace("\t".join([LABEL, *CELLS]), "\n".join(new))


@pytest.mark.parametrize("cut", [2, 4, 6])
def test_a_label_cut_by_a_page_is_joined(cut: int) -> None:
    blank = [""] * 7
    for lines in (
        ([LABEL[:cut], *CELLS], [], [LABEL[cut:], *blank]),
        (
            [LABEL[:cut], *blank],
            [],
            [LABEL[cut:], *CELLS],
        ),
    ):
        reading = read(with_row(*lines))
        assert not wrong(reading, VALUES)
        assert set(status_of(reading, "3", ROW)) <= {"reported", "uncertain", "absent"}
    assert set(status_of(read(with_row([LABEL[:4], *CELLS], [], [LABEL[4:], *blank])), "3", ROW)) == {
        "reported"
    }


def test_a_blank_row_below_a_strange_row_takes_no_figures_from_it() -> None:
    reading = read(with_row(["其中：不属于", *["7"] * 7], [], [LABEL, *[""] * 7]))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != ROW})


def gapped(row: list[str], gaps: tuple[int, ...] = (2, 1, 1, 2, 2, 2, 2)) -> list[str]:
    """A row with empty cells before its figures, as where a page's tables are cut by the walls of all of them."""
    return [row[0], *(c for gap, cell in zip(gaps, row[1:], strict=True) for c in [*[""] * gap, cell])]


def gapped_report(change: dict[str, list[str]]) -> str:
    """Table 3 with gaps, its header on the page before in cells of its own."""

    def act(part: Part) -> Part:
        if part.table_no != "3":
            return part
        rows = [change.get(k, gapped(r)) for k, r in zip(part.keys, part.rows, strict=True)]
        return replace(part, header=[*part.header, ["- 2 -"]], rows=rows)

    return report([act(part) for part in PARTS], tsv)


def test_figures_between_empty_cells_are_read_by_the_full_rows() -> None:
    text = gapped_report({ROW: gapped([LABEL, CELLS[0], "", *CELLS[2:]])})
    reading = read(text)
    assert not wrong(
        reading, {k: v for k, v in VALUES.items() if (k.row_key, k.col_key) != (ROW, "commercial")}
    )
    assert status_of(reading, "3", ROW, "commercial") == ["blank"]
    rows = [row.key for row in forms()[FORM].table("3").rows]
    assert {s for row in rows if row != ROW for s in status_of(reading, "3", row)} == {"reported"}


def test_a_figure_outside_the_columns_of_the_full_rows_puts_the_row_in_doubt() -> None:
    shifted = gapped([LABEL, CELLS[0], "", *CELLS[2:]], (3, 1, 1, 2, 2, 2, 1))
    stray = gapped([LABEL, *CELLS], (1, 2, 1, 2, 2, 2, 2))
    for row in shifted, stray:
        reading = read(gapped_report({ROW: row}))
        assert set(status_of(reading, "3", ROW)) == {"uncertain"}


def test_figures_before_their_labels_give_no_row() -> None:
    def turned(rows: list[list[str]]) -> list[str]:
        if len(rows) < 20:
            return tsv(rows)
        table = PARTS[[p.table_no for p in PARTS].index("3")]
        head, body = rows[: -len(table.rows)], rows[-len(table.rows) :]
        lines = [*tsv(head), *tsv(body[:14]), "- 2 -"]
        for label, *cells in body[14:]:
            lines += [*cells, "", label, ""]
        return lines

    reading = read(report(PARTS, turned))
    assert not wrong(reading, VALUES)
    below = [row.key for row in forms()[FORM].table("3").rows][14:]
    assert {s for row in below for s in status_of(reading, "3", row)} <= {"uncertain", "absent"}


def test_figures_behind_their_labels_are_still_rows() -> None:
    assert not wrong(read(report(PARTS, one_a_line)), VALUES)
    assert set(status_of(read(report(PARTS, one_a_line)), "3", ROW)) == {"reported"}
