"""Small slips after which a figure once stood in another cell with nothing said (found by tests/torture/edits.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
TABLE = forms()["2021"].table("3")
NAMES = [column.zh for column in TABLE.columns]
(THIRD,) = [part for part in PARTS if part.table_no == "3"]
OF_TWO_LEVELS = ("granted", "partially_granted", "total_handled")


def own(row: str) -> list[str]:
    return [VALUES[key] for key in TABLE.keys_of[row]]


def with_third(rows: Sequence[Sequence[str]]) -> list[Part]:
    """The report with the rows of table 3 printed so, below its header."""
    third = replace(THIRD, rows=[list(row) for row in rows], keys=tuple(map(str, range(len(rows)))))
    return [third if part.table_no == "3" else part for part in PARTS]


def levels(changed: dict[str, list[str]]) -> list[Part]:
    """Labels with the blanks of their levels, those of groups left out as merged cells are by some programs."""
    rows = []
    for row in TABLE.rows:
        gap = 2 - len(TABLE.ancestors(row.key))
        rows.append([row.zh, *[""] * gap, *changed.get(row.key, own(row.key))])
    return with_third(rows)


def given(text: str, row: str) -> set[str]:
    return {key.col_key for key in reported(read(text)) if (key.table_no, key.row_key) == ("3", row)}


def test_a_figure_lacking_behind_the_blank_of_a_label_leaves_no_blank_figure() -> None:
    for row in OF_TWO_LEVELS:
        text = report(levels({row: own(row)[1:]}), GRIDS["closed"])
        assert not wrong(read(text), VALUES)
        assert not given(text, row)


def test_a_blank_figure_behind_the_blank_of_a_label_is_one() -> None:
    text = report(levels({"granted": ["", *own("granted")[1:]]}), GRIDS["closed"])
    blank = [c for c in read(text).cells if c["status"] == "blank"]
    assert [(c["row_key"], c["col_key"]) for c in blank] == [("granted", "natural_person")]
    assert len(given(text, "granted")) == len(NAMES) - 1


def test_a_row_short_of_the_blank_that_ends_all_rows_lacks_a_figure() -> None:
    full = [[row.zh, *own(row.key), ""] for row in TABLE.rows]
    short = [row if n != 4 else [*row[:2], *row[3:]] for n, row in enumerate(full)]
    text = report(with_third(short), GRIDS["tsv"])
    assert not wrong(read(text), VALUES)
    assert not given(text, TABLE.rows[4].key)
    blank = [row if n != 4 else [*row[:-2], "", ""] for n, row in enumerate(full)]
    assert len(given(report(with_third(blank), GRIDS["tsv"]), TABLE.rows[4].key)) == len(NAMES) - 1


def aligned_lines(upper: str, lower: str, label: int, step: int) -> str:
    """The report with table 3 in aligned text below a header of two lines."""
    rows = [
        row.zh + " " * (label - 2 * len(row.zh)) + "".join(cell.ljust(step) for cell in own(row.key))
        for row in TABLE.rows
    ]
    text = report(PARTS, PLAIN["running"])
    start = text.index(THIRD.header[0][1])
    end = text.index("四、政府信息公开行政复议")
    head = text[: text.rindex("\n", 0, start) + 1]
    return head + "\n".join([upper, lower, *(row.rstrip() for row in rows)]) + "\n" + text[end:]


def test_lines_of_a_header_that_are_not_to_one_scale_are_not_put_together() -> None:
    # the column right of which 法人或其他组织 stands is left of its columns, wherever the line below begins
    lower = " " * 40 + "    ".join(NAMES[1:-1])
    upper = " " * 98 + "    ".join([NAMES[0], "法人或其他组织", " " * 30 + NAMES[-1]])
    reading = read(aligned_lines(upper, lower, 110, 8))
    assert not wrong(reading, VALUES)
    assert given(aligned_lines(upper, lower, 110, 8), "new_received")


def test_labels_left_of_all_figures_do_not_tell_their_columns() -> None:
    text = aligned_lines(" " * 60 + f"{NAMES[0]}    {NAMES[-1]}", "    ".join(NAMES[1:-1]), 110, 8)
    assert not wrong(read(text), VALUES)


def test_a_header_in_two_rows_goes_on_where_the_first_ended() -> None:
    for cut in (2, 3):
        parts = [
            replace(part, header=[*part.header[:-1], part.header[-1][:cut], part.header[-1][cut:]])
            if part.table_no == "2" and len(part.header[-1]) > cut
            else part
            for part in PARTS
        ]
        reading = read(report(parts, GRIDS["tab_cells"]))
        assert not wrong(reading, VALUES)
        assert CellKey("2", "regulations", "issued") in reported(reading)


def test_the_bar_before_a_row_of_table_4_that_goes_on_below_is_no_blank_figure() -> None:
    text = report(PARTS, GRIDS["closed"])
    last = next(
        line for line in text.splitlines() if line.count("|") > 14 and VALUES[list(VALUES)[-1]] in line
    )
    head, tail = last.rstrip("| ").rsplit("|", 1)
    reading = read(text.replace(last, f"{head}|\n{tail} |"))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == {key for key in VALUES if key.table_no == "4"}  # the row goes on there


def test_a_cut_row_that_fits_by_chance_where_no_other_row_does_is_in_doubt() -> None:
    """Blank columns between the figures, and lines cut at a width: one has as many cells left as the form has columns."""
    rows = []
    for row in TABLE.rows:
        spread = [cell for figure in own(row.key) for cell in (figure, "")]
        rows.append([row.zh, *spread[: 7 if row.key == "granted" else 10]])
    text = report(with_third(rows), GRIDS["tsv"])
    assert not wrong(read(text), VALUES)
    assert not given(text, "granted")


def cut_at_a_width(text: str, width: int) -> str:
    """Bars and words beyond a width are gone, and no figure is cut in two."""
    lines = []
    for line in text.split("\n"):
        kept = line[:width]
        if line[width : width + 1].isdigit():
            kept = kept.rstrip("0123456789")
        lines.append(kept.rstrip() if line.startswith("|") else line)
    return "\n".join(lines)


def test_blanks_of_a_label_do_not_fill_up_a_row_that_was_cut() -> None:
    text = report(levels({}), GRIDS["closed"])
    whole = max(len(line) for line in text.split("\n") if line.startswith("|"))
    assert not wrong(read(text), VALUES)
    for width in range(whole // 3, whole):
        assert not wrong(read(cut_at_a_width(text, width)), VALUES), width


def test_rows_that_lost_their_closing_bars_alone_are_read() -> None:
    text = report(levels({}), GRIDS["closed"])
    lines = text.split("\n")
    rows = [at for at, line in enumerate(lines) if line.startswith("|") and any(map(str.isdigit, line))]
    for at in rows[::6]:
        lines[at] = lines[at].rstrip("| ")
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == len(reported(read(text), "3"))
