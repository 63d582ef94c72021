"""Rows between bars in a cell of an HTML table, which is then a page's frame."""

from __future__ import annotations

import pytest

from assets.extract.undone.frames.framedrows import without_frames
from tests.extract.printed import compact, figures, printed, read, report, reported, wrong

FRAME = """<table>
<tbody>
<tr class="odd">
<td align="left">* "首页":/0.html
</td>
<td align="left"><table>
<tr class="even">
<td align="left"><div class="main">

{}
</div>
</td>
</tr>
</table>
</td>
</tr>
</tbody>
</table>
"""


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_rows_in_a_frame(form: str) -> None:
    values = figures(form)
    reading = read(FRAME.format(report(printed(values, form), compact)))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    (found,) = reading.reports
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


@pytest.mark.parametrize(
    "inside",
    [
        # the table has figures of its own; too few rows; none
        "|规章|1|2|\n|规章|1|2|\n|规章|1|2|\n<tr><td>规章</td><td>7</td></tr>",
        "|规章|1|2|\n\n|规章|1|2|\n",
        "全年公开5条 | 无",
    ],
)
def test_other_tables_stay(inside: str) -> None:
    lines = FRAME.format(inside).split("\n")
    assert without_frames(lines) == lines
