"""Texts that are cut amid a table: the whole rows above the cut are read, a figure that the cut may have shortened is not."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, codes, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
ORDER = [key.row_key for key in VALUES if key.table_no == "3" and key.col_key == "total"]
LAYOUTS = [name for name in GRIDS if name not in {"python_lists", "html"}]
CUT_ABOVE = {"（二）部分公开": 3, "1.属于国家秘密": 4, "2.其他法律": 5, "5.属于三类": 8, "1.本机关不掌握": 12}


def cut(layout: str, label: str) -> str:
    text = report(PARTS, GRIDS[layout])
    return text[: text.index(label)].rpartition("\n")[0] + "\n"


@in_turn
@pytest.mark.parametrize("label", CUT_ABOVE)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_above_the_cut(layout: str, label: str) -> None:
    reading = read(cut(layout, label))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "3")} == set(ORDER[: CUT_ABOVE[label]])


@pytest.mark.parametrize("begun", ["1.属于", "3.危及“三安", "2.没有现成"])
def test_a_label_that_the_cut_left_in_part(begun: str) -> None:
    text = report(PARTS, GRIDS["tsv"])
    reading = read(text[: text.index(begun) + len(begun)])
    assert not wrong(reading, VALUES)
    rows = {key.row_key for key in reported(reading, "3")}
    assert rows == set(ORDER[: len(rows)])
    assert len(rows) >= 4


@pytest.mark.parametrize("rows", [5, 12, 20])
def test_digits_that_the_cut_took(rows: int) -> None:
    values = VALUES | {key: "123" for key in VALUES if key.row_key == ORDER[rows]}
    text = report(printed(values), GRIDS["tsv"])
    start = text.index("\t".join(["123"] * 6))
    reading = read(text[: start + len("\t".join(["123"] * 7)) - 1])
    assert not wrong(reading, values)
    assert "row-split" in codes(reading)
    assert not any(key.row_key == ORDER[rows] and key.col_key == "total" for key in reported(reading))


@pytest.mark.parametrize(
    "behind", ["\n附：来源说明\n", "\n六、其他需要报告的事项\n本机关无其他需要报告的事项。\n"]
)
def test_few_rows_above_other_words_are_no_table(behind: str) -> None:
    assert not reported(read(cut("tsv", "1.属于国家秘密") + behind), "3")


def test_few_rows_with_one_left_out_are_no_table() -> None:
    text = cut("tsv", "1.属于国家秘密")
    lines = [line for line in text.split("\n") if not line.startswith("二、上年结转")]
    assert not reported(read("\n".join(lines)), "3")
