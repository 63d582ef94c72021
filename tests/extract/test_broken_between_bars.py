"""Labels and heads between bars that keep the line breaks of their cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    Rows,
    change,
    closed,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)

GROUPS = {
    "denied": "（三）\n不予\n公开",
    "unable": "（四）无法\n提供",
    "rejected": "（五）\n不予处理",
    "other": "（六）其他\n处理",
}
HANDLED = "三、\n本\n年\n度\n办\n理\n结\n果"


def levels(rows: Rows, *, repeated: bool) -> Rows:
    """Table 3 with its labels in three columns, broken, those over several rows repeated or blank where they go on."""
    if len(rows[0]) != 8:
        return rows
    out, group, is_handled, at = [], "", False, 0
    names = list(GROUPS.values())
    for label, *cells in rows:
        if label.startswith("1."):
            group, at = names[at], at + 1
            out.append([HANDLED if repeated else "", group, label, *cells])
        elif label[:1].isdigit():
            out.append([HANDLED if repeated else "", group if repeated else "", label, *cells])
        elif label.startswith("（"):
            first = HANDLED if repeated or not is_handled else ""
            is_handled = True
            out.append([first, label, label if repeated else "", *cells])
        else:
            out.append([label, *[label if repeated else ""] * 2, *cells])
    return out


def a_cell_a_line(rows: Rows) -> list[str]:
    return [line for row in levels(rows, repeated=False) for cell in row for line in f"{cell} |".split("\n")]


def opened_and_closed(rows: Rows) -> list[str]:
    return [line for row in closed(levels(rows, repeated=True)) for line in row.split("\n")]


LAYOUTS = pytest.mark.parametrize("layout", [a_cell_a_line, opened_and_closed])


@LAYOUTS
def test_broken_labels_of_groups_are_those_of_their_rows(layout: Callable[[Rows], list[str]]) -> None:
    values = figures()
    reading = read(report(printed(values), layout))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_cell_that_ends_with_a_line_break() -> None:
    """The bar that closes it stands behind a space at the start of a line, where others open rows."""
    values = figures()
    text = report(printed(values), opened_and_closed).replace("| 总计 |", "| 总计\n |")
    assert "总计\n |" in text
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@LAYOUTS
@pytest.mark.parametrize("key", ["granted", "denied_state_secret", "denied_other_law", "unable_not_held"])
@pytest.mark.parametrize("at", [1, 5])
def test_a_row_that_lost_a_cell_takes_none_of_another(
    layout: Callable[[Rows], list[str]], key: str, at: int
) -> None:
    values = figures()
    row = row_of(printed(values), key)
    reading = read(report(change(printed(values), key, [*row[:at], *row[at + 1 :]]), layout))
    assert not wrong(reading, values)
    assert not [cell for cell in reported(reading) if cell.row_key == key]


@LAYOUTS
def test_a_heading_before_a_table_is_no_label(layout: Callable[[Rows], list[str]]) -> None:
    values = figures()
    text = report(printed(values), layout)
    reading = read(text.replace("\n\n四、", "\n（三）不予公开情况\n\n四、"))
    assert not wrong(reading, values)
    assert reported(reading, "4")
