"""Cells in which the figures of several columns stand, as a program leaves them that saw no line between the columns."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.printed import (
    Part,
    Rows,
    change,
    closed,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    trailing,
    wrong,
)
from tests.turns import in_turn

# What is joined in a row of so many cells: table 3, and the row of table 4.
JOINED = {8: ((5, 6),), 15: ((1, 3), (5, 6))}


def join(row: Sequence[str]) -> list[str]:
    row = list(row)
    for first, last in reversed(JOINED.get(len(row), ())):
        row[first : last + 1] = [" ".join(cell for cell in row[first : last + 1] if cell)]
    return row


def shared(rows: Rows) -> list[str]:
    return closed([join(row) for row in rows])


def broken(rows: Rows) -> list[str]:
    """The same, each row a block of its own."""
    return [line for row in shared(rows) for line in (row, "")]


def apart(rows: Rows) -> list[str]:
    """No cell joined; each row but the first two of a table a block of its own."""
    lines = closed(rows)
    return [*lines[:3], *(text for line in lines[3:] for text in ("", line))]


def header_in_two(part: Part) -> Rows:
    """Labels of the columns over two lines, as narrow columns have them."""
    if part.table_no != "3":
        return part.header
    names = part.header[0]
    return [[name[:3] for name in names], [name[3:] for name in names]]


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("header", [lambda part: part.header, header_in_two])
def test_each_figure_has_its_column(form: str, header: object) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), shared, header=header))  # type: ignore[arg-type]
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_rows_of_one_shape_prove_it_below_the_end_of_a_page() -> None:
    values = figures()
    reading = read(report(printed(values), broken))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) > 0.9 * sum(key.table_no == "3" for key in values)


@pytest.mark.parametrize("column", range(1, 8))
def test_a_row_that_lacks_a_figure_is_left(column: int) -> None:
    """One of the two is gone, or another: no count tells which."""
    values = figures()
    row = [*row_of(printed(values), "granted")]
    row[column] = ""
    reading = read(report(change(printed(values), "granted", row), shared))
    assert not wrong(reading, values)
    others = {key for key in values if key.table_no == "3" and key.row_key != "granted"}
    assert others <= reported(reading, "3")
    if column in (5, 6):
        assert "reported" not in status_of(reading, "3", "granted")


@in_turn
@pytest.mark.parametrize("header", [lambda part: part.header, header_in_two, lambda _: []])
@pytest.mark.parametrize("render", [closed, apart])
@pytest.mark.parametrize("printed_as", ["1 {}", "1 2"])
@pytest.mark.parametrize("blank", [2, 3, 6])
def test_one_figure_with_a_space_is_one(header: object, render: object, printed_as: str, blank: int) -> None:
    """Thousands set apart by a space, or spaced digits, and a blank column: as many words as columns."""
    values = figures()
    parts = printed(values)
    columns = list(dict.fromkeys(key.col_key for key in values if key.table_no == "3"))
    for part in parts:
        if part.table_no == "3":
            for row in part.rows:
                row[1], row[blank] = printed_as.format(row[1]), ""
    lost = (columns[0], columns[blank - 1])
    known = {k: v for k, v in values.items() if k.table_no != "3" or k.col_key not in lost}
    assert not wrong(read(report(parts, render, header=header)), known)  # type: ignore[arg-type]


def test_thousands_below_a_page_are_no_proof() -> None:
    """Table 4 shows that the program shares columns; figures of table 3 have a space of their own."""
    values = figures()
    parts = printed(values)
    for part in parts:
        if part.table_no == "3":
            for row in part.rows:
                row[1], row[3] = f"1 {row[1]}", ""
    known = {
        k: v
        for k, v in values.items()
        if k.table_no != "3" or k.col_key not in ("natural_person", "research")
    }
    lines = [row for part in parts for row in part.rows]

    def below_a_page(rows: Rows) -> list[str]:
        return closed([join(row) if len(row) == 15 or row not in lines else row for row in rows])

    assert not wrong(
        read(report(parts, below_a_page, header=lambda p: [] if p.table_no == "3" else p.header)), known
    )


@pytest.mark.parametrize("unit", ["", "件"])
def test_digits_below_a_row_may_be_the_ends_of_its_figures(unit: str) -> None:
    values = figures()
    cut = row_of(printed(values), "granted")[-1]

    def wrapped(rows: Rows) -> list[str]:
        lines = shared(rows)
        at = next((n for n, line in enumerate(lines) if f" {cut} |" in line), None)
        if at is not None:
            lines[at] = lines[at].replace(f" {cut} |", f" {cut[0]} |")
            lines[at + 1 : at + 1] = [*filter(None, [unit]), *cut[1:]]
        return lines

    reading = read(report(printed(values), wrapped))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "granted")


def test_a_digit_below_the_row_of_table_4_may_be_the_end_of_any_figure() -> None:
    """The last column is the narrowest: its figure is cut, and shorter than others are."""
    values = figures()
    row = printed(values)[-1].rows[0]
    parts = [*printed(values)[:-1], Part("4", printed(values)[-1].header, [[*row[:-1], row[-1][:2]]])]

    def wrapped(rows: Rows) -> list[str]:
        lines = shared(rows)
        return [*lines, row[-1][2:]] if len(rows[-1]) == len(row) else lines

    assert not wrong(read(report(parts, wrapped)), values)


def test_spacers_between_the_columns_are_no_blank_cells() -> None:
    """An empty column amid the figures of every row, each row a block of its own."""
    values = figures()

    def spaced(rows: Rows) -> list[str]:
        rows = [[*row[:4], "", *row[4:]] if len(row) == 8 else row for row in rows]
        return [line for row in closed(rows) for line in (row, "")]

    reading = read(report(printed(values), spaced))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) > 0.9 * sum(key.table_no == "3" for key in values)


def test_walls_that_cut_figures_prove_nothing() -> None:
    """`8 11 | 4` is printed as `8 1 | 1 4`; in another row what is cut leaves as many words as columns, beside a blank."""
    values = figures()
    parts = printed(values)

    def cut(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            cells = join(row)
            if row[0] == row_of(parts, "rejected_repeat")[0]:
                cells = [*row[:4], f"{row[4]} {row[5][0]}", f"{row[5][1:]} {row[6]}", row[7]]
            if row[0] == row_of(parts, "rejected_excessive")[0]:
                cells = [*row[:5], f"{row[5]} {row[6][0]}", row[6][1:]]
            lines.append(cells)
        return closed(lines)

    assert not wrong(read(report(parts, cut)), values)


def test_a_label_with_space_inside_names_one_column() -> None:
    """`总 计` over `1 113`: one label and one figure, and no row of the table is the less certain."""
    values = figures()
    parts = printed(values)
    rows = {key: row_of(parts, key) for key in ("carried_over",)}
    parts = change(parts, "carried_over", [*rows["carried_over"][:7], "1 113"])

    def header(part: Part) -> Rows:
        return [[f"{name[:1]} {name[1:]}" for name in row] for row in part.header]

    reading = read(report(parts, trailing, header=header))
    known = {k: v for k, v in values.items() if (k.row_key, k.col_key) != ("carried_over", "total")}
    assert not {k: v for k, v in wrong(reading, known).items() if v[0] != 1113}
    assert {key for key in known if key.table_no == "3"} <= reported(reading, "3")


def test_two_labels_over_two_figures_name_two_columns() -> None:
    """`其他 总计` is no label: the figures below it are two, though they may pass for thousands."""
    values = figures() | {
        key: value for key, value in figures().items() if key.table_no == "3" and key.col_key == "other_org"
    }
    reading = read(
        report(
            printed(values),
            lambda rows: closed([[*r[:6], " ".join(r[6:])] if len(r) == 8 else r for r in rows]),
        )
    )
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} <= reported(reading, "3")


def broken_label(text: str) -> str:
    """A label as a narrow cell has it: the end of it behind a line break."""
    return text if len(text) < 4 else f"{text[:-2]}<br>{text[-2:]}"


@in_turn
@pytest.mark.parametrize("space", ["<br>", "<br/>", " "])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_words_of_one_label_are_no_two_columns(form: str, space: str) -> None:
    """Narrow cells break labels and figures alike: a figure of two lines is one that nobody can read for sure."""
    values = figures(form)
    broken = {key: figure for at, (key, figure) in enumerate(values.items()) if at % 3 == 0}

    def narrow(rows: Rows) -> list[str]:
        width = max(map(len, rows))
        halves = {figure: f"{figure[:1]}{space}{figure[1:]}" for figure in broken.values()}
        cells = [[halves.get(cell, broken_label(cell)) for cell in row] for row in rows]
        return closed([[*row, *[""] * (width - len(row))] for row in cells])

    reading = read(report(printed(values, form), narrow))
    left = {key: figure for key, figure in values.items() if key not in broken}
    assert not wrong(reading, left)
    said = {key: status_of(reading, *key)[0] for key in values if key.table_no == "2"}
    assert "blank" not in said.values()
    if space != " ":
        assert all(status == ("unparsed" if key in broken else "reported") for key, status in said.items())


def test_a_blank_cell_before_a_broken_figure_stays_blank() -> None:
    values = figures() | {next(iter(figures())): ""}
    row = [*row_of(printed(values), "regulations", "2")]
    parts = change(printed(values), "regulations", [*row[:3], "6<br>6"])
    cells = ([broken_label(cell) for cell in row] for row in parts[0].header)
    header = [list(row) for row in cells]
    text = report(parts, closed, header=lambda part: header if part is parts[0] else part.header)
    assert status_of(read(text), "2", "regulations") == ["blank", "reported", "unparsed"]


def test_whole_labels_on_lines_of_one_cell_are_columns() -> None:
    """Two columns without a wall between them, each label and each figure on a line of the cell."""

    def together(rows: Rows) -> list[str]:
        return closed([[*row[:2], "<br>".join(row[2:4]), *row[4:]] if len(row) == 4 else row for row in rows])

    values = figures()
    reading = read(report(printed(values), together))
    assert not wrong(reading, values)
    assert {key for key in values if key.row_key in ("regulations", "normative_docs")} <= reported(reading)
