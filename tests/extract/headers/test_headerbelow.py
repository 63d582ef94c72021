"""Headers that stand only below: between the rows of a table, or behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
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
RENDERERS = {**GRIDS, **PLAIN, "aligned": aligned}
MEMBERS = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"}
STANDARD = [0, 1, 2, 3, 4, 5, 6]


def _in_order(row: list[str], order: list[int]) -> list[str]:
    return [row[0], *(row[1 + at] for at in order)]


def _moved(order: list[int], at: int | None, table_no: str = "3", *, nested: bool = False) -> list[Part]:
    """The parts, with the columns of the first of a table in another order and its header before row `at`."""
    parts = printed(VALUES)
    first = next(n for n, part in enumerate(parts) if part.table_no == table_no)
    part = parts[first]
    names = _in_order(part.header[-1], order)
    header: Rows = [names]
    if nested:
        upper = [name if name not in MEMBERS else "法人或其他组织" for name in names]
        upper = [name if name not in upper[:n] else "" for n, name in enumerate(upper)]
        header = [upper, [name if name in MEMBERS else "" for name in names]]
    rows = [_in_order(row, order) for row in part.rows]
    at = len(rows) if at is None else at
    parts[first] = replace(part, header=part.header[:-1], rows=[*rows[:at], *header, *rows[at:]])
    return parts


@in_turn
@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
@pytest.mark.parametrize("at", [None, 8])
@pytest.mark.parametrize(
    ("order", "nested"),
    [
        ([0, 2, 1, 3, 4, 5, 6], False),
        ([6, 0, 1, 2, 3, 4, 5], False),
        ([6, 0, 1, 2, 3, 4, 5], True),
        ([0, 6, 1, 2, 3, 4, 5], True),
    ],
)
def test_rows_above_a_header_of_another_order_are_not_in_the_forms(render, at, order, nested) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(_moved(order, at, nested=nested), render))
    assert not wrong(reading, VALUES)


@in_turn
@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
@pytest.mark.parametrize("at", [None, 8])
@pytest.mark.parametrize("nested", [False, True])
def test_rows_above_a_header_of_the_forms_order_are_read(render, at, nested) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(_moved(STANDARD, at, nested=nested), render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


@in_turn
@pytest.mark.parametrize("render", [r for name, r in RENDERERS.items() if name != "aligned"])
@pytest.mark.parametrize("at", [None, 1])
def test_the_second_table_has_such_headers_too(render, at) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(_moved([0, 2, 1], at, "2"), render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "2")) >= 4  # those of the other headers
