"""Headers whose row of labels was cut: labels of columns beside 申请人情况 or beside the label of their group."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, tab_cells, wrong

VALUES = figures()
GROUPED = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def _text(*header: list[str]) -> str:
    return report(
        printed(VALUES),
        tab_cells,
        header=lambda part: [list(row) for row in header] if part.table_no == "3" else part.header,
    )


@pytest.mark.parametrize(
    "header",
    [
        (["申请人情况", "", "自然人"], ["法人或其他组织", "总计"], ["", "", *GROUPED, ""]),
        (["申请人情况"], ["自然人", "法人或其他组织", "总计", "", "", "商业企业"], [*GROUPED[1:], ""]),
    ],
)
def test_a_row_cut_among_its_labels_gives_no_other_order(header: tuple[list[str], ...]) -> None:
    assert not wrong(read(_text(*header)), VALUES)


def test_a_total_beside_the_applicants_is_still_read() -> None:
    reading = read(_text(["申请人情况", "总计"], ["自然人", "法人或其他组织"], GROUPED))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) > 150
