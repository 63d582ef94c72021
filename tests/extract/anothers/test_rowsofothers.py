"""A row of another year beside the label, and the report's own without a label below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import GRIDS, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

OWN = figures()
LAYOUTS = {name: GRIDS[name] for name in ("tsv", "closed", "csv_rows")}


def _with_row_above(word: str, keys: set[str]) -> list:  # type: ignore[type-arg]
    parts = []
    for part in printed(OWN):
        if part.table_no != "3":
            parts.append(part)
            continue
        rows = []
        for key, row in zip(part.keys, part.rows, strict=True):
            if key in keys:
                rows += [[row[0], word, *(str(800 + n) for n in range(7))], ["", "", *row[1:]]]
            else:
                rows.append([row[0], "", *row[1:]])
        parts.append(replace(part, header=[[h[0], "", *h[1:]] for h in part.header], rows=rows))
    return parts


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("word", ["上年同期", "（上年）", "2019年", "全省平均", "目标值"])
def test_another_years_row_is_not_the_reports(layout: str, word: str) -> None:
    keys = {"new_received", "granted", "denied_internal_affairs", "total_handled"}
    reading = read(report(_with_row_above(word, keys), LAYOUTS[layout]))
    assert not wrong(reading, OWN)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_such_rows_all_is_read(layout: str) -> None:
    assert len(reported(read(report(_with_row_above("", set()), LAYOUTS[layout])))) == len(OWN)
