"""Lines with nothing but a tab: those of a page's end, and blank cells."""

from __future__ import annotations

import pytest

from assets.extract.undone.spaces.lonetabs import without_lone_tabs
from tests.extract.printed import figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()


@pytest.mark.parametrize("label", ["法律服务机构", "二、上年结转政府信息公开申请数量"])
def test_tabs_at_the_end_of_a_page(label: str) -> None:
    text = report(printed(VALUES), one_a_line)
    text = text.replace(f"\n{label}\n", f"\n第 2 页\n\n\n\t\n\t\n\n{label}\n")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= len([key for key in VALUES if key.table_no == "3"]) - 7


def test_tabs_of_blank_cells_stay() -> None:
    assert without_lone_tabs(["规章", "1", "\t", "3"]) == ["规章", "1", "\t", "3"]
    assert without_lone_tabs(["", "\t", "\t规章", "\t1"]) == ["", "\t", "\t规章", "\t1"]
    page = ["规章", "", "\t", "3"]
    assert without_lone_tabs(page) == page
    assert without_lone_tabs([*page, *["一"] * 20]) == ["规章", "", "", "3", *["一"] * 20]
