"""A column that numbers the rows, in a text of one cell a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}


def numbered(
    *, head: str = "序号", skip: int = 0, blank: str | tuple[str, ...] = "", is_behind: bool = False
) -> str:
    """A report with the number of its row before or behind each label of table 3, from row `skip` one more than it is."""
    parts = []
    for part in printed(
        {
            k: "" if k.table_no == "3" and k.col_key == "research" and _is_of(k.row_key, blank) else v
            for k, v in VALUES.items()
        }
    ):
        if part.table_no == "3":
            numbers = [str(n + (0 < skip <= n)) for n in range(1, len(part.rows) + 1)]
            at = int(is_behind)
            rows = [[*row[:at], n, *row[at:]] for n, row in zip(numbers, part.rows, strict=True)]
            header = [[*row[:at], head, *row[at:]] for row in part.header]
            part = replace(part, header=header, rows=rows)  # noqa: PLW2901
        parts.append(part)
    return report(parts, one_a_line)


def _is_of(row: str, rows: str | tuple[str, ...]) -> bool:
    return row in ((rows,) if isinstance(rows, str) else rows)


@pytest.mark.parametrize("head", ["序号", "行次"])
def test_numbers_of_rows_are_no_figures(head: str) -> None:
    reading = read(numbered(head=head))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


@pytest.mark.parametrize("head", ["序号", "行次"])
def test_numbers_behind_labels_are_no_figures(head: str) -> None:
    reading = read(numbered(head=head, is_behind=True))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


def test_the_number_behind_a_label_does_not_fill_a_row_with_a_blank() -> None:
    """With its own number such a row has as many figures as a whole one."""
    for rows in (("carried_forward",), ("denied_state_secret", "granted", "carried_forward")):
        reading = read(numbered(blank=rows, is_behind=True))
        assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key not in rows})
        assert len(reported(reading, "3")) >= len(THIRD) - 7 * len(rows)


def test_the_name_of_the_column_may_stand_far_from_the_margin() -> None:
    """A program that sets a page in lines puts a narrow cell in the middle of its line."""
    reading = read(numbered().replace("\n序号\n", f"\n{' ' * 80}序号\n"))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


def test_a_row_with_a_blank_stays_in_doubt() -> None:
    """With the number of the row below it would count as a whole one."""
    for row in ("denied_state_secret", "carried_forward"):
        reading = read(numbered(blank=row))
        assert not wrong(reading, {key: v for key, v in VALUES.items() if key.row_key != row})
        assert len(reported(reading, "3")) >= len(THIRD) - 7


def test_what_does_not_count_or_has_no_name_is_left_as_it_is() -> None:
    for text in (numbered(skip=5), numbered(head="代号"), numbered(head="代号", is_behind=True)):
        assert not wrong(read(text), VALUES)


def test_lines_keep_their_numbers() -> None:
    text = numbered()
    lines = text.split("\n")
    cell = next(c for c in read(text).cells if (c["row_key"], c["col_key"]) == ("granted", "total"))
    assert lines[cell["line_start"] - 1] == cell["raw"]
