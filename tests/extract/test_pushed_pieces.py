"""Pieces of a label of which a page pushed one aside, since another stood close before it."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
PARTS = printed(VALUES)
KEYS = ["natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total"]
TURNED = [0, 3, 2, 1, 4, 5, 6]
HEADER = """\
                        申请人情况
                             法人或其他组织
（本列数据的勾稽关系为：第一项加第二
                        自然 社会               法律
项之和，等于第三项加第四项之和）                科研 商业                   总计
                        人    公益             服务    其他
                                机构 企业
                             组织             机构"""
AT = [24, 29, 32, 35, 44, 50, 56]


def turned(rows: Rows) -> list[str]:
    """The rows with their columns exchanged, below the header in characters."""
    lines = HEADER.split("\n")
    for label, *cells in rows:
        line = label[:22]
        for at, cell in zip(AT, [cells[n] for n in TURNED], strict=True):
            line = line.ljust(at) + cell + " "
        lines.append(line.rstrip())
    return lines


def small(values: dict, first: int = 1) -> dict:  # type: ignore[type-arg]
    """Figures of one digit in table 3, so that they stand in their columns."""
    return {
        k: str((first + 3 * n) % 10) if k.table_no == "3" else v for n, (k, v) in enumerate(values.items())
    }


def text_of(values: dict) -> str:  # type: ignore[type-arg]
    parts = printed(values)
    third = next(p for p in parts if p.table_no == "3")
    rest = [p for p in parts if p.table_no != "3"]
    lines = report(rest, lambda rows: ["\t".join(row) for row in rows]).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("四、"))
    return "\n".join(
        [*lines[:at], "三、收到和处理政府信息公开申请情况", *turned(third.rows), "", *lines[at:]]
    )


@pytest.mark.parametrize("first", range(3))
def test_a_piece_beside_its_own_label_tells_the_order(first: int) -> None:
    values = small(VALUES, first)
    reading = read(text_of(values))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 25 * 7


@pytest.mark.parametrize("before", ["社会", "公益", "组织"])
def test_a_piece_far_from_its_label_tells_nothing(before: str) -> None:
    values = small(VALUES)
    text = text_of(values)
    moved = (
        text.replace(f"自然 {before}", f"{before} 自然")
        if before == "社会"
        else text.replace(before, "      ", 1)
    )
    assert not wrong(read(moved), values)


def test_the_parts_are_those_of_the_form() -> None:
    third = next(p for p in PARTS if p.table_no == "3")
    assert isinstance(third, Part)
    assert len(third.rows[0]) == len(KEYS) + 1
