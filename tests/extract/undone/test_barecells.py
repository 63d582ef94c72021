"""Cells without a paragraph among cells that hold one: no blank line of a paragraph stands behind them (barecells.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    TITLE,
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

NBSP = "\u00a0"
KEYS = ("permits", "penalties", "coercion", "fees")


def _paragraphs(rows: Rows) -> list[str]:
    """A blank line behind each paragraph, one more behind each row; a cell with a no-break space holds none."""
    return [line for row in rows for line in [*(part for cell in row for part in _cell(cell)), ""]]


def _cell(cell: str) -> list[str]:
    return [f"\t{cell}"] if not cell.strip() else [f"\t{cell}", ""]


def _text(parts: list) -> str:  # type: ignore[type-arg]
    return report(parts, _paragraphs, TITLE).replace("\n\n\n\n", "\n\n\n\n\n\n")


@pytest.mark.parametrize("blanks", [1, 2])
def test_blank_cells_at_the_end_of_rows_without_a_paragraph(blanks: int) -> None:
    parts = printed(figures())
    for key in KEYS:
        parts = change(parts, key, [*row_of(parts, key, "2"), *[NBSP] * blanks])
    reading = read(_text(parts))
    assert not wrong(reading, figures())
    assert reported(reading) == set(figures())


def test_blank_cells_between_label_and_figures() -> None:
    parts = printed(figures())
    for key in ("new_received", "carried_over", "carried_forward"):
        label, *cells = row_of(parts, key)
        parts = change(parts, key, [label, NBSP, NBSP, *cells])
    reading = read(_text(parts))
    assert not wrong(reading, figures())
    assert len(reported(reading, "2")) == 10
    assert len(reported(reading, "3")) == 175


def test_a_blank_figure_keeps_its_place() -> None:
    parts, values = printed(figures()), figures()
    for key in ("granted", "denied_state_secret", "rejected_repeat"):
        row = row_of(parts, key)
        row[3] = row[4] = NBSP
        parts = change(parts, key, row)
    reading = read(_text(parts))
    blank = {key for key, cell in cells_of(reading).items() if cell["status"] == "blank"}
    assert not wrong(reading, {key: value for key, value in values.items() if key not in blank})
    assert len(blank) == 6
    assert {key.col_key for key in blank} == {"research", "social_org"}


def test_blank_paragraphs_are_cells_within_their_row() -> None:
    """Where a blank cell holds a paragraph, two blank lines end its row as any other."""
    parts = printed(figures())
    for key in ("granted", "denied_state_secret", "rejected_repeat"):
        row = row_of(parts, key)
        row[3] = NBSP
        parts = change(parts, key, row)
    for key in KEYS:
        parts = change(parts, key, [*row_of(parts, key, "2"), NBSP])
    reading = read(
        report(
            parts, lambda rows: [x for row in rows for x in [*(y for c in row for y in ("\t" + c, "")), ""]]
        )
    )
    assert not wrong(reading, figures())
    assert status_of(reading, "3", "granted", "research") == ["blank"]
    assert len(reported(reading)) == len(figures()) - 3


def test_the_last_row_of_a_group_beside_its_group() -> None:
    """其他 beside the cell of its group is no group, even where the clerk left the rows before it out."""
    parts = printed(figures())
    values = figures()
    kept = []
    for part in parts:
        if part.table_no == "3":
            drop = {"other_overdue_correction", "other_overdue_fee"}
            pairs = [(k, r) for k, r in zip(part.keys, part.rows, strict=True) if k not in drop]
            rows = [
                ["（六）其他处理", "其他", *r[1:]] if k == "other_misc" else [r[0], "", *r[1:]]
                for k, r in pairs
            ]
            header = [[row[0], "", *row[1:]] for row in part.header]
            kept.append(replace(part, header=header, rows=rows, keys=tuple(k for k, _ in pairs)))
        else:
            kept.append(part)
    reading = read(report(kept, lambda rows: [line for r in rows for line in [*("\t" + c for c in r), ""]]))
    assert not wrong(reading, values)
    assert status_of(reading, "3", "other_misc") == ["reported"] * 7
