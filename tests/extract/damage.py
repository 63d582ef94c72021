"""What the tests of damaged tables change: known figures, their parts, and ways to print them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Part,
    Rows,
    closed,
    figures,
    html,
    printed,
    report,
    running,
    tsv,
)

VALUES = figures()
PARTS = printed(VALUES)
COLUMNS = [column.key for column in forms()["2021"].table("3").columns]
NAMES = [column.zh for column in forms()["2021"].table("3").columns]
(FOURTH,) = (part for part in PARTS if part.table_no == "4")
ROW = FOURTH.rows[0]
CORNER, GROUP = "申请人情况", "法人或其他组织"
Render = Callable[[Rows], list[str]]
grids = pytest.mark.parametrize("render", [tsv, closed, html], ids=lambda f: f.__name__)
filled_up = pytest.mark.parametrize("render", [closed, html], ids=lambda f: f.__name__)


def third(change_row: Callable[[list[str]], list[str]], *header: list[str]) -> list[Part]:
    """The parts with every row of table 3 changed, under another header if one is given."""
    return [
        replace(p, rows=[change_row(row) for row in p.rows], header=list(header) or p.header)
        if p.table_no == "3"
        else p
        for p in PARTS
    ]


def text_of(parts: list[Part], render: Render = running) -> str:
    return report(parts, render)
