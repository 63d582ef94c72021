"""Tables joined by hand with a sign of sentences: read where every row fits the line above, left alone where one does not."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, figures, printed, read, report, reported, running, wrong

FORM = forms()["2021"]
# of three digits, and then four: some of them would be thousands with a full-width comma before them
VALUES = {key: value[-2:].lstrip("0") or "7" for key, value in figures().items()}
PARTS = printed(VALUES)
COLUMNS = [column.zh for column in FORM.table("3").columns]
SIGNS = ["、", "，", "/", "-", "；", "·", "，  "]


def _third(sign: str, between: str | None, legend: str = "") -> list[str]:
    """Table 3 by hand, lines of groups among its rows."""
    table = FORM.table("3")
    lines = [legend or "项目" + (sign if between is None else between) + sign.join(COLUMNS)]
    seen: set[str] = set()
    for row in table.rows:
        for group in reversed(table.ancestors(row.key)):
            lines += [group.zh] if group.key not in seen else []
            seen.add(group.key)
        own = [VALUES[CellKey("3", row.key, column.key)] for column in table.columns]
        lines.append(row.zh + (sign if between is None else between) + sign.join(own))
    return lines


def _text(lines: list[str]) -> str:
    text = report([part for part in PARTS if part.table_no != "3"], running)
    return text.replace(HEADINGS["4"], "\n".join([HEADINGS["3"], *lines, "", HEADINGS["4"]]), 1)


@pytest.mark.parametrize("between", [None, "：", " "])
@pytest.mark.parametrize("sign", SIGNS)
def test_rows_below_their_columns(sign: str, between: str | None) -> None:
    reading = read(_text(_third(sign, between)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("lead", ["（以下数字依次为：", "以下依次为", "各项数据依次是："])
def test_the_order_is_said_above(lead: str) -> None:
    legend = lead + "、".join(COLUMNS) + ("）" if lead.startswith("（") else "")
    reading = read(_text(_third("、", "：", legend)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_all_tables_by_hand() -> None:
    second, fourth = FORM.table("2"), FORM.table("4")
    lines = [HEADINGS["2"]]
    for block in second.blocks:
        assert block.clause is not None
        lines.append(f"{block.clause.zh}（{'、'.join(c.zh for c in block.columns)}）")
        lines += [
            f"{r.zh}：{'、'.join(VALUES[CellKey('2', r.key, c.key)] for c in block.columns)}"
            for r in block.rows
        ]
    lines += [HEADINGS["3"], *_third("、", "：", f"（以下数字依次为：{'、'.join(COLUMNS)}）"), HEADINGS["4"]]
    lines.append(f"（以下数字依次为：{'、'.join(c.zh for c in fourth.columns)}）")
    names = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
    for name, row in zip(names, fourth.rows, strict=True):
        lines.append(f"{name}：{'、'.join(VALUES[CellKey('4', row.key, c.key)] for c in fourth.columns)}")
    text = report([], running).replace("五、", "\n".join([*lines, "五、"]), 1)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("by", ["one less", "one more", "a blank"])
def test_a_row_that_does_not_fit(sign: str, by: str) -> None:
    lines = _third(sign, "：")
    at = next(n for n, line in enumerate(lines) if "重复申请" in line)
    label, _, own = lines[at].partition("：")
    figures_ = own.split(sign)
    figures_ = {
        "one less": figures_[:-1],
        "one more": [*figures_, "3"],
        "a blank": [*figures_[:2], "", *figures_[3:]],
    }[by]
    lines[at] = f"{label}：{sign.join(figures_)}"
    reading = read(_text(lines))
    assert not wrong(reading, VALUES | {key: "" for key in VALUES if key.row_key == "rejected_repeat"})


def test_a_comma_that_may_part_thousands() -> None:
    """Six figures of which one has a comma of its own are seven pieces."""
    lines = _third("，", "：")
    at = next(n for n, line in enumerate(lines) if "重复申请" in line)
    lines[at] = lines[at].partition("：")[0] + "：1，234，0，0，0，0，0"
    reading = read(_text(lines))
    assert not {key for key in reported(reading, "3") if key.row_key == "rejected_repeat"}


@pytest.mark.parametrize("lead", ["2021年情况（", "（上年数字依次为：", "下属单位数据依次为："])
def test_words_that_say_whose_the_figures_are_stay(lead: str) -> None:
    lines = _third("、", "：", lead + "、".join(COLUMNS) + "）")
    assert not reported(read(_text(lines)), "3")


def test_columns_in_another_order() -> None:
    turned = [COLUMNS[1], COLUMNS[0], *COLUMNS[2:]]
    reading = read(_text(_third("、", "：", "（以下数字依次为：" + "、".join(turned) + "）")))
    assert not wrong(reading, VALUES)
