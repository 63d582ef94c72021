"""Labels that somebody shortened, in tables whose cells are set apart: read where the letters left are those of one row only."""

from __future__ import annotations

import pytest

from assets.extract.labelmatcher import row_matcher
from tests.extract.printed import (
    Part,
    change,
    csv_rows,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
SHORT = {
    "new_received": "本年新收申请",
    "carried_over": "上年结转申请",
    "denied_state_secret": "国家秘密",
    "denied_other_law": "法律法规禁止公开",
    "unable_needs_creation": "需另行制作",
    "rejected_publication": "公开出版物",
    "rejected_reconfirm": "要求确认或重新出具",
    "other_overdue_correction": "逾期不补正",
    "other_overdue_fee": "逾期未缴费",
    "total_handled": "办理结果总计",
    "carried_forward": "结转下年度",
}  # fmt: skip


def shortened(parts: list[Part], labels: dict[str, str]) -> list[Part]:
    for key, label in labels.items():
        parts = change(parts, key, [label, *row_of(parts, key)[1:]])
    return parts


@pytest.mark.parametrize("render", [markdown, csv_rows])
def test_shortened_labels_are_those_of_their_rows(render: object) -> None:
    reading = read(report(shortened(printed(VALUES), SHORT), render))  # type: ignore[arg-type]
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "label",
    [
        "政府信息公开申请",
        "申请数量",
        "行政机关",
        "不予处理",
        "无法提供",
        "重复",
        "国家机密",
        "属于信息",
        "信息公开条例",
        "本机关掌握",
        "逾期补正",
        "逾期缴费",
    ],
)
def test_what_may_be_several_rows_or_none_is_not_one(label: str) -> None:
    assert row_matcher("2021", "3").shortened(label) is None


def test_a_further_row_takes_no_place() -> None:
    """A row of another office's own beside the one whose letters it has."""
    parts = printed(VALUES)
    for part in parts:
        if part.table_no == "3":
            at = part.keys.index("rejected_petition")
            part.rows.insert(at + 1, ["信访投诉", *(str(9000 + i) for i in range(7))])
    reading = read(report(parts, markdown))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "rejected_repeat")) == {"reported"}


def test_a_row_whose_figures_went_to_a_shortened_neighbour_is_not_given() -> None:
    """The label of one row is lost, and that of the next is a shortened form: neither may be read as the other."""
    parts = shortened(printed(VALUES), {"denied_other_law": "", "denied_state_secret": "国家秘密"})
    assert not wrong(read(report(parts, markdown)), VALUES)
