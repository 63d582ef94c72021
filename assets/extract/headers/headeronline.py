"""The header of a part of a table that stands on the line of its first row, before that row's label, in plain text.

`信息内容 上一年项目数量 本年增/减 处理决定数量 行政许可 12 3 40`: asked for on the lines above alone, such a header would say nothing. Belongs
here: finding it. Does not belong here: rows of cells with their header (readers/mended/headersinrows.py), what a header says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Item, Run
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Block, Table
from schemas.whose import any_of


def header_on_line(items: Sequence[Item], start: Candidate, table: Table, block: Block) -> list[list[str]]:
    """The words of a header that begins, with the word over the labels, the line of a run, up to the label of a row; none without them.

    Where no row was known on that line, the first that is stands right below it.
    """
    if not isinstance(start.item, Run) or len(table.blocks) == 1:
        return []
    labels = any_of(squash(wording) for row in block.rows for wording in row.wordings)
    for item in (start.item, *items[max(0, start.index - 1) : start.index]):
        words = [squash(word) for word in item.head.split()] if isinstance(item, Run) else []
        at = next((at for at, word in enumerate(words) if re.search(labels, word)), 0)
        if at and words[0] == squash(table.header):
            before = re.split(labels, words[at])[0]  # glued to the last head
            return [[*words[:at], before] if before else words[:at]]
    return []
