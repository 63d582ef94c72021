"""Table 4 with its three groups of columns in any order: read by its header, or doubted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Rows,
    aligned,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
KEYS = [key for key in VALUES if key.table_no == "4"]
FIGURES = [VALUES[key] for key in KEYS]
GROUPS = [("行政复议", ""), ("行政诉讼", "未经复议直接起诉"), ("行政诉讼", "复议后起诉")]
WHOLE = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
BROKEN = ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"]
ORDERS = list(permutations(range(3)))
SOME = (
    "tsv",
    "doubled_tabs",
    "tab_cells",
    "semicolons",
    "closed",
    "trailing",
    "pipe_cells",
    "html",
    "json_lists",
)


def indented(rows: Rows) -> list[str]:
    return ["\t" + "\t".join(row) for row in rows]


RENDERERS: dict[str, Callable[[Rows], list[str]]] = {
    **{name: GRIDS[name] for name in SOME},
    **PLAIN,
    "aligned": aligned,
    "indented": indented,
}


def header(order: tuple[int, ...], names: list[str], *, merged: bool, torn: bool = False) -> Rows:
    """The header rows, the label of a group printed once over both suits where they stand together, or over each."""
    tops: list[str] = []
    lower: list[str] = []
    for at, group in enumerate(order):
        top, low = GROUPS[group]
        again = merged and at > 0 and GROUPS[order[at - 1]][0] == top
        tops += ["" if again else top, *[""] * 4]
        lower += [low.replace("起诉", "\n起诉") if torn else low, *[""] * 4]
    return [tops, lower, names * 3]


def with_fourth(order: tuple[int, ...], rows: Rows, layout: str) -> str:
    row = [figure for group in order for figure in FIGURES[group * 5 : group * 5 + 5]]
    parts = [replace(p, header=rows, rows=[row]) if p.table_no == "4" else p for p in printed(VALUES)]
    return report(parts, RENDERERS[layout])


@in_turn
@pytest.mark.parametrize("layout", RENDERERS)
@pytest.mark.parametrize("order", ORDERS)
def test_groups_in_any_order(layout: str, order: tuple[int, ...]) -> None:
    for merged in (True, False):
        reading = read(with_fourth(order, header(order, WHOLE, merged=merged), layout))
        assert not wrong(reading, VALUES)
        if layout in SOME or order == (0, 1, 2):
            assert reported(reading, "4") == set(KEYS)


@in_turn
@pytest.mark.parametrize("layout", [name for name in RENDERERS if name not in ("aligned", "json_lists")])
@pytest.mark.parametrize("order", ORDERS)
def test_groups_in_any_order_over_labels_of_two_lines(layout: str, order: tuple[int, ...]) -> None:
    for torn in (False, True):
        rows = header(order, BROKEN, merged=True, torn=torn)
        reading = read(with_fourth(order, rows, layout))
        assert not wrong(reading, VALUES)
        if order == (0, 1, 2) and layout in ("tsv", "indented", "tab_cells", "one_a_line"):
            assert reported(reading, "4") == set(KEYS)
