"""Rows whose label is lost, in the run of figures of the row before."""

from __future__ import annotations

from schemas.form import CellKey, forms
from tests.extract.printed import (
    PLAIN,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)

VALUES = figures("2021")
PARTS = printed(VALUES, "2021")
ROWS = [row.key for row in forms()["2021"].table("3").rows]
ROW, NEXT = ROWS[7], ROWS[8]
LABEL, LOST = row_of(PARTS, ROW), row_of(PARTS, NEXT)


def lines_of(*, without: int = 0) -> list[str]:
    """A report of one cell a line, the label of NEXT left out and so many of its figures."""
    lines = report(PARTS, PLAIN["one_a_line"]).split("\n")
    at = lines.index(LOST[0])
    return lines[:at] + lines[at + 1 + without :]


def of_rows(*rows: str) -> set[str]:
    return {key for key in VALUES if key.table_no == "3" and key.row_key in rows}


def test_two_full_rows_behind_one_label() -> None:
    reading = read("\n".join(lines_of()))
    assert not wrong(reading, VALUES)
    assert of_rows(ROW, NEXT) <= set(reported(reading))


def test_a_blank_in_either_leaves_both_unknown() -> None:
    reading = read("\n".join(lines_of(without=1)))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k not in of_rows(ROW, NEXT)})


def test_the_label_before_is_missing_too() -> None:
    """Labels that stand together before their figures: which label the first figures have is not known."""
    lines = lines_of()
    before = row_of(PARTS, ROWS[6])
    at = lines.index(before[0])
    together = [
        *lines[:at],
        before[0],
        LABEL[0],
        *before[1:],
        *LABEL[1:],
        *lines[lines.index(LABEL[0]) + 8 + 7 :],
    ]
    reading = read("\n".join(together))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k not in of_rows(ROWS[6], ROW, NEXT)})


def test_two_lines_of_figures_behind_one_label() -> None:
    text = report(change(PARTS, NEXT, ["", *LOST[1:]]), PLAIN["running"])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert of_rows(ROW, NEXT) <= set(reported(reading))


def two_lines(first: str, rest: str, *, label: bool) -> str:
    """A report of one cell a line, the single figure of a row in two pieces, that of the next row blank."""
    key, following = CellKey("2", "penalties", "decisions"), CellKey("2", "coercion", "decisions")
    parts = printed({**VALUES, key: f"{first}@{rest}", following: ""}, "2021")
    if not label:
        parts = change(parts, "coercion", ["", ""])
    text = report(parts, PLAIN["one_a_line"])
    return text.replace(f"{first}@{rest}", f"{first}\n\n{rest}").replace("\n", "\n\n")


def test_two_pieces_of_a_figure_are_no_figures_of_two_rows() -> None:
    """The label of the second row stands below both, or the second begins with a nought."""
    for text in (
        two_lines("2", "8", label=True),
        two_lines("3", "01", label=True),
        two_lines("3", "01", label=False),
    ):
        cells = cells_of(read(text))
        for row in ("penalties", "coercion"):
            assert cells[CellKey("2", row, "decisions")]["status"] in ("uncertain", "absent")


def test_labels_above_the_run_are_of_its_first_rows() -> None:
    """Four labels, then four rows, and the row behind them is not printed: the figures are not those of the last label on."""
    lines = report(PARTS, PLAIN["running"]).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(row_of(PARTS, ROWS[0])[0]))
    block = lines[at : at + 4]
    figures_ = [" ".join(row_of(PARTS, key)[1:]) for key in ROWS[:4]]
    labels = [line.removesuffix(f" {row}") for line, row in zip(block, figures_, strict=True)]
    for prose in ([], ["予以公开 9 12"]):  # a line of the prose may look like the row before
        text = "\n".join([*lines[:5], *prose, *lines[5:at], *labels, *figures_, *lines[at + 7 :]])
        assert not wrong(read(text), VALUES)
