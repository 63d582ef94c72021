"""The one row of figures of table 4 with a name in front that says no more than that it is one: 件数, 数量, 本年度.

    项目 | 行政复议 | … | 行政诉讼 | …
         | 结果维持 | 结果纠正 | …
    件数 | 0 | 0 | …

The header has a column for that name, too, blank or named as the corner of a table. Belongs here: that the first cell is such a name, and
that no other row has figures: 合计 below two rows is their sum. Does not belong here: the number of the row (rowmargins.py), a row
that names its year (yearrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, has_figure
from assets.extract.sidebyside.figurerow import NEAR
from schemas.form import Table

_NAME = re.compile(
    r"(?:本年度?|全年|当年|案件|办理)?(?:数量|件数|数字|数值|数据|总数|数)?(?:\((?:件|宗|起|单位:?件)\))?|件|宗|起|合计|总计|结果"
)


def without_name_of_row(items: Sequence[Item], index: int, width: int, table: Table) -> GridRow | None:
    """The row without such a name in its first cell; None where there is none, or the header has no column for it."""
    item = items[index]
    if not isinstance(item, GridRow) or len(item.cells) != width + 1 or item.words != [0]:
        return None
    name = squash(item.cells[0].text)
    if not name or not _NAME.fullmatch(name):
        return None
    near = [row for row in items[max(0, index - NEAR) : index + 2] if isinstance(row, GridRow)]
    own = [row for row in near if row.block == item.block and row is not item]
    if any(has_figure(row.cells) for row in own):
        return None
    header = [row for row in own if row.line_start < item.line_start and row.written]
    labels = {squash(w) for label in (*table.rows, *table.groups, *table.columns) for w in label.wordings}
    firsts = [squash(row.cells[0].text) for row in header]
    if any(first and first not in CORNERS for first in firsts) or any(first in labels for first in firsts):
        return None
    below = {squash(w) for label in (table.rows[0], table.columns[0]) for w in label.wordings}
    if not any(len(row.cells) > 1 and squash(row.cells[1].text) in below for row in header):
        return None
    return GridRow(item.cells[1:], item.layout, item.block, item.spans)
