"""A short row above the label it is of, and labels below it that have the next one's figures."""

from __future__ import annotations

from tests.extract.printed import change, figures, printed, read, report, row_of, running, status_of, wrong

PARTS = printed(figures())
COLUMNS = [key.col_key for key in figures() if key.table_no == "3" and key.row_key == "other_misc"]
LATE, FEE = "other_overdue_correction", "other_overdue_fee"


def text_of(short: str, *, blank: bool = True) -> str:
    """The row of figures of each of two labels above it, the first of them short, the second below another's label."""
    text = report(PARTS, running)
    (late, *own), (fee, *others) = (row_of(PARTS, key) for key in (LATE, FEE))
    lines = [f"{late} {' '.join(own)}", f"{fee} {' '.join(others)}"]
    assert "\n".join(lines) in text
    behind = [fee] if blank else [fee, " ".join(others)]
    above = [short] if short else []
    return text.replace("\n".join(lines), "\n".join([*above, late, "（六）其他处理", " ".join(own), *behind]))


def test_figures_that_may_be_those_of_the_label_below_them() -> None:
    for short in ("3 8", "3", "3 5 8"):
        assert set(status_of(read(text_of(short)), "3", LATE, *COLUMNS)) == {"uncertain"}


def test_figures_below_their_label_where_the_next_has_its_own() -> None:
    reading = read(text_of("3 8", blank=False))
    assert not wrong(reading, figures())
    assert set(status_of(reading, "3", LATE, *COLUMNS)) == {"reported"}


def test_figures_below_their_label_above_a_blank_row() -> None:
    reading = read(text_of(""))
    assert set(status_of(reading, "3", LATE, *COLUMNS)) == {"reported"}


def test_figures_beside_their_label_below_others() -> None:
    late = row_of(PARTS, LATE)
    fee = row_of(PARTS, FEE)
    reading = read(report(change(PARTS, FEE, fee[:1]), running).replace(late[0], f"3 8\n{late[0]}"))
    assert set(status_of(reading, "3", LATE, *COLUMNS)) == {"reported"}
