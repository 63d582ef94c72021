"""A figure whose digits stand on two lines of its cell: its first digits alone are never reported as the figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    GRIDS,
    Rows,
    aligned,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    status_of,
    tab_cells,
    tsv,
    wrong,
)
from tests.turns import in_turn

LONG = {key: str(123_451 + 7919 * at) for at, key in enumerate(figures())}
KEYS = [
    CellKey("2", "regulations", "in_force"),
    CellKey("2", "permits", "decisions"),
    CellKey("2", "coercion", "decisions"),
    CellKey("3", "granted", "natural_person"),
    CellKey("3", "total_handled", "total"),
    CellKey("4", "review", "total"),
]
BREAKS = {"line": "\n", "paragraph": "\n\n", "blank": "\n\u3000\n", "two": "\n\n\n"}


def bare_tabs(rows: Rows) -> list[str]:
    """A tab on a line of its own before each cell."""
    return [line for row in rows for line in [*(x for cell in row for x in ("\t", cell, "")), ""]]


def paragraphs(rows: Rows) -> list[str]:
    """HTML with a paragraph for each line of a cell."""
    inner = [["".join(f"<p>{x}</p>" for x in cell.split("\n")) for cell in row] for row in rows]
    return GRIDS["html"](inner)


def rest_below(rows: Rows) -> list[str]:
    """Rows of tabs, each above the second lines of its cells."""
    return [
        line
        for row in rows
        for line in ["\t".join(c.split("\n")[0] for c in row), *(x for c in row for x in c.split("\n")[1:])]
    ]


CELLS: dict[str, Callable[[Rows], list[str]]] = {
    name: GRIDS[name]
    for name in (
        "tsv",
        "tab_cells",
        "csv_rows",
        "semicolons",
        "closed",
        "leading",
        "compact",
        "pipe_cells",
        "html",
    )
} | {f.__name__: f for f in (bare_tabs, paragraphs)}


def cut(key: CellKey, last: int, mark: str, values: dict[CellKey, str] = LONG) -> dict[CellKey, str]:
    text = values[key]
    return {**values, key: text[:-last] + BREAKS[mark] + text[-last:]}


@in_turn
@pytest.mark.parametrize("mark", BREAKS)
@pytest.mark.parametrize("name", CELLS)
def test_digits_on_two_lines_are_no_figure_of_the_first(name: str, mark: str) -> None:
    for at, key in enumerate(KEYS):
        reading = read(report(printed(cut(key, 1 + at % 2, mark)), CELLS[name]))
        assert not wrong(reading, LONG), key
        assert "blank" not in status_of(reading, key.table_no, key.row_key), key


@pytest.mark.parametrize("mark", BREAKS)
def test_digits_below_a_row_may_be_those_of_any_figure_in_it(mark: str) -> None:
    for at, key in enumerate(key for key in KEYS if key.table_no != "4"):
        reading = read(report(printed(cut(key, 1 + at % 2, mark)), rest_below))
        assert not wrong(reading, LONG), key


def test_only_the_cell_above_is_in_doubt() -> None:
    key = CellKey("3", "granted", "total")
    reading = read(report(printed(cut(key, 2, "paragraph")), tab_cells))
    assert reported(reading) == set(LONG) - {key}
    assert {f["code"] for f in reading.findings if f["line"]} == {"digits-split"}


def test_a_blank_cell_above_digits_is_not_known_to_be_blank() -> None:
    values = {**LONG, CellKey("2", "regulations", "in_force"): "\n\n79"}
    reading = read(report(printed(values), tsv))
    assert status_of(reading, "2", "regulations") == ["uncertain"] * 3
    assert set(status_of(reading, "2", "normative_docs")) == {"reported"}


def test_first_digits_above_the_row_of_table_4() -> None:
    key = CellKey("4", "review", "upheld")
    reading = read(report(printed(cut(key, 2, "paragraph")), tsv))
    assert not wrong(reading, LONG)


@pytest.mark.parametrize(("indent", "doubted"), [(0, "natural_person"), (30, "social_org")])
def test_digits_below_a_row_set_out_by_spaces(indent: int, doubted: str) -> None:
    """They are the rest of the figure over them."""
    rows = report(printed(LONG), aligned).split("\n")
    at = next(n for n, line in enumerate(rows) if LONG[CellKey("3", "granted", "total")] in line)
    x = rows[at].index(LONG[CellKey("3", "granted", "natural_person")])
    lines = [*rows[: at + 1], "", " " * (x + indent) + "79", "", *rows[at + 1 :]]
    reading = read("\n".join(lines))
    assert status_of(reading, "3", "granted", doubted) != ["reported"]
    assert not wrong(reading, {k: v for k, v in LONG.items() if k != CellKey("3", "granted", doubted)})


def test_numbers_of_pages_between_rows_of_cells_are_no_digits() -> None:
    """They count the pages."""
    lines = report(printed(LONG), tsv).split("\n")
    rows = [n for n, line in enumerate(lines) if line.count("\t") == 7]
    for number, at in zip((3, 2, 1), (rows[23], rows[13], rows[3]), strict=True):
        lines[at + 1 : at + 1] = ["", str(number), ""]
    assert reported(read("\n".join(lines))) == set(LONG)


@pytest.mark.parametrize("below", ["7", "第7页"])
def test_a_page_s_number_below_the_last_row(below: str) -> None:
    lines = report(printed(LONG), tsv).replace("四、政府信息公开", f"{below}\n四、政府信息公开")
    assert reported(read(lines)) == set(LONG)


# --- plain text


def test_digits_below_a_single_figure_are_no_row_of_the_next_label() -> None:
    """行政处罚 has a figure of its own, whatever that says."""
    text = report(printed(LONG), running)
    permits, penalties = (LONG[CellKey("2", row, "decisions")] for row in ("permits", "penalties"))
    for own in ("17之多", "约17余", "第17批"):
        changed = text.replace(f"行政许可 {permits}", f"行政许可 {permits[:-2]}\n\n77\n")
        changed = changed.replace(f"行政处罚 {penalties}", f"行政处罚 {own}")
        reading = read(changed)
        assert "reported" not in status_of(reading, "2", "permits") + status_of(reading, "2", "penalties")


def test_a_row_without_a_label_is_not_that_of_a_label_with_figures_of_its_own() -> None:
    text = report(printed(LONG), one_a_line)
    assert reported(read(text)) == set(LONG)
    lines = report(printed(LONG), running).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("8.属于行政查询事项"))
    lines[at] = "\n".join(["9 8 7 6 5 4 3", "8.属于行政查询事项" + lines[at].split(" ")[1] + "余件"])
    reading = read("\n".join(lines))
    assert "reported" not in status_of(reading, "3", "denied_admin_inquiry")
