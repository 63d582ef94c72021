"""The eighth reason against disclosure, misspelt in reports as 行政咨询事项."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.damage import Render
from tests.extract.printed import (
    Part,
    aligned,
    change,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    tsv,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
ROW, LABEL = "denied_admin_inquiry", "8.属于行政咨询事项"


@pytest.mark.parametrize("render", [tsv, running, one_a_line, aligned])
def test_it_is_read(render: Render) -> None:
    reading = read(report(change(PARTS, ROW, [LABEL, *row_of(PARTS, ROW)[1:]]), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("render", [tsv, running, one_a_line, aligned])
def test_beside_the_right_one_neither_is_known(render: Render) -> None:
    def with_both(part: Part) -> Part:
        at = part.keys.index(ROW) + 1
        rows = [*part.rows[:at], [LABEL, *["9"] * 7], *part.rows[at:]]
        return replace(part, rows=rows, keys=(*part.keys[:at], "", *part.keys[at:]))

    reading = read(report([with_both(part) if ROW in part.keys else part for part in PARTS], render))
    assert not wrong(reading, VALUES)
    assert not any(key.row_key == ROW for key in reported(reading))
