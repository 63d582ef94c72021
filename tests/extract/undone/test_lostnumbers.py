"""Rows that run into each other, `0 12重复申请 0 8`, where labels have lost their numbers and where they have not."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
NUMBERED = [
    key for key in VALUES if key.table_no == "3" and key.row_key.startswith(("denied", "unable", "rejected"))
]
# A row whose last figure ends in the number of the label behind it.
BEFORE = {"rejected_petition": "992", "denied_state_secret": "2"}


def values() -> dict[object, str]:
    return {
        k: BEFORE[k.row_key] if k.row_key in BEFORE and k.col_key == "total" else v for k, v in VALUES.items()
    }


def glued(rows: Rows, lost: str) -> list[str]:
    """Three rows a line, without a space between them; `lost` are characters that numbers before labels lose."""
    texts = []
    for row in rows:
        number, _, label = row[0].partition(".") if row[0][1:2] == "." else ("", "", row[0])
        kept = "" if lost == "all" else f"{number}." if number and lost == "none" else number
        texts.append(" ".join([kept + label, *filter(None, row[1:])]))
    return ["".join(texts[n : n + 3]) for n in range(0, len(texts), 3)] if len(rows) > 5 else texts


def test_digits_before_a_label_are_a_figure_where_numbers_are_lost() -> None:
    reading = read(report(printed(values()), lambda rows: glued(rows, "all")))  # type: ignore[arg-type]
    assert not wrong(reading, values())  # type: ignore[arg-type]
    assert {key for key in VALUES if key.row_key in BEFORE and key.table_no == "3"} <= reported(reading, "3")


@pytest.mark.parametrize("lost", ["none", "stops"])
def test_digits_before_a_label_may_be_its_number(lost: str) -> None:
    """`992` may be the figure 992, or 99 and the number of the label behind it."""
    reading = read(report(printed(values()), lambda rows: glued(rows, lost)))  # type: ignore[arg-type]
    assert not wrong(reading, values())  # type: ignore[arg-type]


def test_a_text_that_numbers_some_of_its_labels_tells_nothing() -> None:
    """One label kept its number and its stop: the others may have kept theirs without one."""

    def some(rows: Rows) -> list[str]:
        kept = glued(rows, "stops")
        return (
            ["2.重复申请" if line.startswith("重复申请") else line for line in kept]
            if len(rows) > 5
            else kept
        )

    assert not wrong(read(report(printed(values()), some)), values())  # type: ignore[arg-type]


def test_numbers_without_stops_are_no_figures() -> None:
    """Each label has its number right before it and a figure before that: `7 12重复申请` is 1 and 2重复申请, or 12."""
    given = {k: "1" if k.col_key == "total" and k.table_no == "3" else v for k, v in VALUES.items()}
    reading = read(report(printed(given), lambda rows: glued(rows, "stops")))
    assert not wrong(reading, given)
    assert "reported" not in status_of(reading, "3", "rejected_petition", "total")


def test_labels_in_prose_are_no_sign_of_lost_numbers() -> None:
    """The narrative names labels, the table numbers them without stops: `2重复申请` begins a line elsewhere."""
    names = "属于国家秘密、属于三类内部事务信息、属于四类过程性信息、属于行政执法案卷、属于行政查询事项、重复申请。"
    given = {k: v for k, v in VALUES.items() if (k.row_key, k.col_key) != ("denied_state_secret", "total")}

    def blank(rows: Rows) -> list[str]:
        return glued([row[:-1] if row[0].startswith("1.属于国家") else row for row in rows], "stops")

    text = report(printed(VALUES), blank).replace("全年工作平稳", names + "全年工作平稳")
    assert not wrong(read(text), given)
