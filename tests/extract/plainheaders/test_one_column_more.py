"""A plain header that names a column more than the form has, where blank cells vanish: seven figures are not its seven columns."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, figures, printed, read, report, reported, running, wrong

VALUES = figures()


def _said(member: str, beside: str, lost: tuple[int, ...]) -> str:
    """The report in running text, its third table with a member of the group more, or a column more beside it."""
    parts = printed(VALUES)
    at = next(n for n, part in enumerate(parts) if part.table_no == "3")
    corner, *names = parts[at].header[-1]
    inner = names[1:6]
    if member:
        inner = [*inner[:2], member, *inner[2:]]
    header = [
        [corner, "申请人情况", beside],
        [names[0], "法人或其他组织", names[-1]],
        inner,
    ]
    rows = []
    for n, row in enumerate(parts[at].rows):
        cells = [*row[:4], "9", *row[4:]] if member else [*row, "9"] if beside else list(row)
        if n in lost and (member or beside):
            cells[2] = ""
        rows.append(cells)
    parts[at] = Part("3", header, rows, parts[at].keys)
    return report(parts, running)


@pytest.mark.parametrize(
    ("member", "beside"), [("行政机关", ""), ("新闻媒体", ""), ("", "校验"), ("", "核对")]
)
def test_rows_of_seven_figures_lack_one(member: str, beside: str) -> None:
    reading = read(_said(member, beside, tuple(n for n in range(25) if n % 8)))
    assert not reported(reading, "3") & {k for k in VALUES if k.row_key in ("carried_over", "granted")}


def test_the_form_itself_is_read() -> None:
    reading = read(_said("", "", ()))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175
