"""A report with one of its tables printed in another way; tests of odd tables print it in every layout."""

from __future__ import annotations

import pytest

from schemas.form import forms
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

VALUES, OTHER = figures(), figures(first=1501)
PARTS = printed(VALUES)
LAYOUTS = {**GRIDS, **PLAIN, "aligned": aligned}
TABLE_3 = forms()["2021"].table("3")
NAMES = [column.zh for column in forms()["2021"].table("4").columns]
KINDS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
(THIRD,) = [p for p in PARTS if p.table_no == "3"]
(THIRD_OF_OTHER,) = [p for p in printed(OTHER) if p.table_no == "3"]
(FOURTH,) = [p for p in PARTS if p.table_no == "4"]
FIGURES = FOURTH.rows[0]
HEADER = THIRD.header[0]

every_layout = pytest.mark.parametrize("layout", LAYOUTS)
# One of each kind: the others share their code.
SOME = ("tsv", "tab_cells", "closed", "pipe_cells", "semicolons", "html", "running", "one_a_line", "aligned")
some_layouts = pytest.mark.parametrize("layout", SOME)


def instead_of(table_no: str, *parts: Part) -> list[Part]:
    """The report's parts with other ones in the place of a table."""
    at = next(i for i, p in enumerate(PARTS) if p.table_no == table_no)
    rest = [p for p in PARTS if p.table_no != table_no]
    return [*rest[:at], *parts, *rest[at:]]


def fourth(header: Rows, rows: Rows) -> list[Part]:
    return instead_of("4", Part("4", header, rows))


def third(header: Rows, rows: Rows) -> list[Part]:
    return instead_of("3", Part("3", header, rows))


def whole(parts: list[Part], layout: str, but: int = 0) -> None:
    """Nothing is wrong and, but for so many cells, everything is read."""
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - but


def doubted(parts: list[Part], layout: str, table_no: str) -> None:
    """Nothing is wrong and nothing of the table is read."""
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.table_no != table_no})
