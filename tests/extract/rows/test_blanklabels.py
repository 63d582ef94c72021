"""A row of cells whose own label is blank under the label of its group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extract.printed import (
    Part,
    Rows,
    change,
    closed,
    figures,
    html,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
RESULT = "三、本年度办理结果"
GROUPS = {
    "denied": "（三）不予公开",
    "unable": "（四）无法提供",
    "rejected": "（五）不予处理",
    "other": "（六）其他处理",
}


def grouped(parts: list[Part]) -> list[Part]:
    """Table 3 with the label of the group in front of each row, as where a merged cell is printed again and again."""
    found = []
    for part in parts:
        if part.table_no == "3":
            rows = []
            for key, row in zip(part.keys, part.rows, strict=True):
                group = GROUPS.get(key.partition("_")[0])
                rows.append([*([RESULT, group] if group else [row[0], row[0]]), *row])
            header = [["", "", *cells] for cells in part.header]
            found.append(replace(part, rows=rows, header=header))
        else:
            found.append(part)
    return found


def without_label(key: str, parts: list[Part]) -> list[Part]:
    row = row_of(parts, key)
    return change(parts, key, [*row[:2], "", *row[3:]])


@in_turn
@pytest.mark.parametrize("render", [tsv, closed, html])
@pytest.mark.parametrize(
    "key", ["denied_third_party", "denied_admin_inquiry", "rejected_repeat", "other_misc"]
)
def test_the_one_row_between_its_neighbours(render: Callable[[Rows], list[str]], key: str) -> None:
    reading = read(report(without_label(key, grouped(printed(VALUES))), render))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    assert "row-unknown" not in {f["code"] for f in reading.findings}


def test_the_first_of_a_group_may_be_its_sum() -> None:
    """Unless the row right below it is numbered as the second (test_first_unlabelled.py)."""
    text = report(without_label("denied_state_secret", grouped(printed(VALUES))), tsv)
    unnumbered = text.replace("2.其他法律行政法规禁止公开", "其他法律行政法规禁止公开")
    assert unnumbered != text
    reading = read(unnumbered)
    assert status_of(reading, "3", "denied_state_secret").count("reported") == 0
    assert not wrong(reading, VALUES)


def test_one_of_two_rows() -> None:
    """A row is blank, the next left out: nothing tells which of the two stands there."""
    parts = without_label("denied_third_party", grouped(printed(VALUES)))
    parts = [
        replace(
            p,
            rows=[r for k, r in zip(p.keys, p.rows, strict=True) if k != "denied_internal_affairs"],
            keys=tuple(k for k in p.keys if k != "denied_internal_affairs"),
        )
        for p in parts
    ]
    reading = read(report(parts, tsv))
    keys = {"denied_third_party", "denied_internal_affairs"}
    assert not {k for k in reported(reading, "3") if k.row_key in keys}
    assert not wrong(reading, VALUES)


def test_the_sum_of_a_group_below_its_rows() -> None:
    """No row of the form is wanting where a row without a label stands."""
    parts = grouped(printed(VALUES))
    parts = [
        replace(
            p,
            rows=[
                r
                for k, row in zip(p.keys, p.rows, strict=True)
                for r in (
                    [row, [RESULT, "（三）不予公开", "", *["7"] * 7]]
                    if k == "denied_admin_inquiry"
                    else [row]
                )
            ],
        )
        for p in parts
    ]
    reading = read(report(parts, tsv))
    assert not wrong(reading, VALUES)
