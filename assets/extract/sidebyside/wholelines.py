"""The header of table 4 in plain text whose three lines name all that the form has, whole and in one order.

    行政复议 行政诉讼
    结果维持 结果纠正 其他结果 尚未审结 总计 复议后起诉 未经复议直接起诉
    结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计

Labels of one line stand on the page as the line gives them, so that such lines tell which group stands before which. Belongs here: lines
that have each label once and nothing else. Does not belong here: labels that a page sorted by their height, or broke (sideways.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from schemas.form import Table

_LINES = 3


def order_of_whole_lines(lines: Sequence[str], table: Table) -> list[tuple[str, str]] | None:
    """Which cell each figure below such lines is; None where the last lines are not those of the header, or two rows have no group."""
    written = [[squash(word) for word in line.split()] for line in lines if line.strip()][-_LINES:]
    names = [squash(column.zh) for column in table.columns]
    outer = [row for row in table.rows if row.parent is None]
    inner = [row for row in table.rows if row.parent is not None]
    if len(written) < _LINES or len(outer) != 1 or len(table.groups) != 1:
        return None
    tops, middle, below = written
    if tops != [squash(outer[0].zh), squash(table.groups[0].zh)]:
        return None
    if middle[: len(names)] != names or below != names * len(inner):
        return None
    key_of = {squash(row.zh): row.key for row in inner}
    suits = [key_of.get(word) for word in middle[len(names) :]]
    if len(suits) != len(inner) or {*suits} != {row.key for row in inner}:
        return None
    rows = [outer[0].key, *filter(None, suits)]
    return [(row, column.key) for row in rows for column in table.columns]
