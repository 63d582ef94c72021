"""A label behind that of its group, broken in its middle with its figures beside the end: `三、本年度办理结果 （一）予`, `以公开 3 0 …`."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
PARTS = [part for part in printed(VALUES) if part.table_no != "4"]
TABLE = forms()["2021"].table("3")
GRANTED = next(row.zh for row in TABLE.rows if row.key == "granted")
GROUP = TABLE.ancestors("granted")[0].zh
CARRIED = next(row.zh for row in TABLE.rows if row.key == "carried_over")


def lines_of(rows: Rows, group: str, blank: bool, at: int) -> list[str]:
    """Rows as running text, that label broken before so many letters, the row above it blank if asked."""
    lines = []
    for row in rows:
        if row[0] == GRANTED:
            lines += [f"{group} {GRANTED[:at]}", " ".join([GRANTED[at:], *row[1:]])]
        else:
            lines.append(row[0] if blank and row[0] == CARRIED else " ".join(filter(None, row)))
    return lines


def own(*rows: str) -> set[CellKey]:
    return {key for key in VALUES if key.table_no == "3" and key.row_key not in rows}


@pytest.mark.parametrize("at", [4, 5, 6])
@pytest.mark.parametrize("blank", [True, False])
def test_the_figures_beside_the_end_are_the_rows(at: int, blank: bool) -> None:
    reading = read(report(PARTS, lambda rows: lines_of(rows, GROUP, blank, at)))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == (own("carried_over") if blank else own())


@pytest.mark.parametrize("group", ["（五）不予处理", "三、上年度办理结果及说明"])
def test_behind_the_label_of_another_group_it_is_not_known(group: str) -> None:
    reading = read(report(PARTS, lambda rows: lines_of(rows, group, blank=True, at=4)))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", "granted")
    assert "reported" not in status_of(reading, "3", "carried_over")
