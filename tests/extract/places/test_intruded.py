"""Figures that belong to no cell, in texts of one figure a line where blanks leave nothing behind."""

from __future__ import annotations

from tests.extract.printed import change, figures, one_a_line, printed, read, report, reported, row_of, wrong

VALUES = figures()
PARTS = printed(VALUES)


def with_row(parts: list, key: str, *cells: str) -> list:  # type: ignore[type-arg]
    return change(parts, key, [row_of(PARTS, key)[0], *cells])


def test_a_split_figure_fills_the_place_of_a_blank() -> None:
    row = row_of(PARTS, "denied_process_info")[1:]
    hidden = [
        row[0][:1],
        row[0][1:],
        *row[1:5],
        row[6],
    ]  # the first is cut, the sixth was blank: seven all the same
    seen = row_of(PARTS, "new_received")[1:]
    parts = with_row(PARTS, "denied_process_info", *hidden)
    parts = with_row(parts, "new_received", seen[0][:2], seen[0][2:], *seen[1:])
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_a_page_number_fills_the_place_of_a_blank() -> None:
    row = row_of(PARTS, "denied_other_law")[1:]
    parts = with_row(PARTS, "denied_other_law", *row[:2], "4", *row[3:])
    parts = with_row(parts, "carried_forward", *row_of(PARTS, "carried_forward")[1:], "9")
    known = {key: value for key, value in VALUES.items() if key.row_key != "denied_other_law"}
    assert not wrong(read(report(parts, one_a_line)), known)


def test_pages_counted_behind_their_rows_hide_nothing() -> None:
    text = report(PARTS, one_a_line)
    lines = text.split("\n")
    for line, page in ((210, "3"), (140, "2"), (70, "1")):
        # behind the next row of figures that ends below that line
        end = next(n for n in range(line, len(lines)) if lines[n - 1].isdigit() and not lines[n].isdigit())
        lines.insert(end, page)
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 7 * 20


def test_figures_that_fill_their_columns_are_cut_and_no_others() -> None:
    row = row_of(PARTS, "total_handled")[1:]
    cut = [piece for cell in row[:3] for piece in ("1" + cell, "7")] + list(row[3:])
    reading = read(report(with_row(PARTS, "total_handled", *cut), one_a_line))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 7 * 24


def test_rows_of_noughts_hide_no_strange_figure() -> None:
    """A page number, and one of the halves of a figure, has another digit: seven noughts are those of seven cells."""
    noughts = ("denied_state_secret", "denied_other_law", "unable_unclear")
    values = {key: "0" if key.row_key in noughts and key.table_no == "3" else v for key, v in VALUES.items()}
    parts = printed(values)
    seen = row_of(parts, "new_received")
    cut = change(parts, "new_received", [seen[0], seen[1][:2], seen[1][2:], *seen[2:]])
    reading = read(report(change(cut, "granted", [row_of(parts, "granted")[0], "9", *["0"] * 6]), one_a_line))
    assert {key for key in values if key.row_key in noughts} == reported(reading, "3")
    assert not wrong(reading, values)
