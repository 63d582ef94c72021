"""The first row of a group without its own label, beside the name of the group; and a row without any label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    closed,
    figures,
    grid,
    html,
    printed,
    read,
    report,
    reported,
    tab_cells,
    tsv,
    wrong,
)

NAMES = ("（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")
OWN = "1.属于国家秘密"


def levels(rows: Rows) -> Rows:
    """Table 3 with its labels in three columns, those over several rows blank where they go on."""
    if len(rows[0]) != 8:
        return rows
    names = iter(NAMES)
    out = []
    for label, *cells in rows:
        if label[:1].isdigit():
            out.append(["", next(names) if label.startswith("1.") else "", label, *cells])
        elif label.startswith("（"):
            out.append(["三、本年度办理结果" if label.startswith("（一）") else "", label, "", *cells])
        else:
            out.append([label, "", "", *cells])
    return out


def bars_behind(rows: Rows) -> list[str]:
    return [f"{cell} |" for row in rows for cell in row]


def without(label: str) -> Callable[[Rows], Rows]:
    """The rows, that label blank."""
    return lambda rows: [["" if cell == label else cell for cell in row] for row in rows]


def text_of(layout: Callable[[Rows], list[str]], change: Callable[[Rows], Rows]) -> str:
    return report(printed(figures()), lambda rows: layout(change(levels(rows))))


def of_row(reading: object, key: str) -> list[CellKey]:
    return [cell for cell in reported(reading) if cell.row_key == key]  # type: ignore[arg-type]


LAYOUTS = pytest.mark.parametrize("layout", [closed, tsv, tab_cells, grid, html, bars_behind])


@LAYOUTS
@pytest.mark.parametrize(
    ("label", "key"),
    [
        (OWN, "denied_state_secret"),
        ("1.本机关不掌握相关政府信息", "unable_not_held"),
        ("1.信访举报投诉类申请", "rejected_petition"),
    ],
)
def test_the_first_row_of_a_group_is_known_without_its_label(
    layout: Callable[[Rows], list[str]], label: str, key: str
) -> None:
    reading = read(text_of(layout, without(label)))
    assert not wrong(reading, figures())
    assert reported(reading) == set(figures())
    assert len(of_row(reading, key)) == 7


def second_lost_too(rows: Rows) -> Rows:
    return [row for row in without(OWN)(rows) if not any(cell.startswith("2.其他法律") for cell in row)]


def second_without_number(rows: Rows) -> Rows:
    return [
        [cell.removeprefix("2.") if "其他法律" in cell else cell for cell in row]
        for row in without(OWN)(rows)
    ]


def sums_beside_other_groups(rows: Rows) -> Rows:
    """Another group has its name and figures on a row above its first."""
    out: Rows = []
    for row in without(OWN)(rows):
        if "（四）无法提供" in row:
            out += [["", "（四）无法提供", "", *["9"] * 7], ["", "", *row[2:]]]
        else:
            out.append(row)
    return out


def own_row_below(rows: Rows) -> Rows:
    """The group's own sums, and its first row below them."""
    out: Rows = []
    for row in rows:
        out += [["", "（三）不予公开", "", *["9"] * 7], ["", "", *row[2:]]] if OWN in row else [row]
    return out


def groups_on_rows_of_their_own(rows: Rows) -> Rows:
    """Every other group has its name on a row without figures."""
    out: Rows = []
    for row in without(OWN)(rows):
        if len(row) == 10 and row[1] in NAMES[1:] and row[2]:
            out += [["", row[1], *[""] * 8], ["", "", *row[2:]]]
        else:
            out.append(row)
    return out


@LAYOUTS
@pytest.mark.parametrize(
    "change",
    [second_lost_too, second_without_number, sums_beside_other_groups, groups_on_rows_of_their_own],
)
def test_figures_beside_the_name_of_a_group_may_be_its_own(
    layout: Callable[[Rows], list[str]], change: Callable[[Rows], Rows]
) -> None:
    reading = read(text_of(layout, change))
    assert not of_row(reading, "denied_state_secret")


@LAYOUTS
def test_a_group_with_figures_above_its_first_row_costs_no_wrong_figure(
    layout: Callable[[Rows], list[str]],
) -> None:
    assert not wrong(read(text_of(layout, own_row_below)), figures())


@pytest.mark.parametrize(
    "label", ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "3.危及“三安全一稳定”"]
)
def test_a_row_without_any_label_keeps_the_width_of_others(label: str) -> None:
    reading = read(text_of(bars_behind, without(label)))
    assert not wrong(reading, figures())
    assert len(reported(reading)) >= len(figures()) - 7
