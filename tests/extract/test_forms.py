"""The form that a report prints, though tables of another are appended to it."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

OLD, NEW = figures("2019"), figures("2021", first=2001)
PARTS_OF = {"2019": printed(OLD, "2019"), "2021": printed(NEW)}


def appended(own: str, other: str, layout: str) -> str:
    """A report on one form with last year's tables on another behind its last section."""
    text = report(PARTS_OF[own], GRIDS[layout])
    tables = report(PARTS_OF[other], GRIDS[layout])
    start, end = tables.index("第二十条"), tables.index("五、存在")
    caption = "附：2021年主动公开、依申请公开及行政复议、行政诉讼情况统计表"
    return f"{text}\n本年度无其他事项。\n{caption}\n{tables[start:end]}"


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "markdown", "python_lists"])
@pytest.mark.parametrize(("own", "other"), [("2019", "2021"), ("2021", "2019")])
def test_tables_of_another_form_behind_the_last_section(own: str, other: str, layout: str) -> None:
    reading = read(appended(own, other, layout))
    values = {"2019": OLD, "2021": NEW}[own]
    assert reading.reports[0]["form"] == own
    assert not wrong(reading, values)
    assert {key for key in reported(reading) if key.table_no == "3"} == {
        k for k in values if k.table_no == "3"
    }
