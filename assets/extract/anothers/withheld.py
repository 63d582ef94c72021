"""A section that says that the figures of its table are not in the report: 本机关2022年数据正在统计，另行公布, or no more than （略）.

A table that was read nevertheless is a copy of it for something else: of other bodies, of all years, of a kind of requests.
Belongs here: that doubt. Does not belong here: sections that say where their table stands (见附件), what is said of the tables of other
bodies (上表不含所属单位情况，其年报另行发布), what captions say (others.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import headings
from schemas.form import Form
from schemas.whose import WORDS, any_of

_CODE = "table-of-another"
_LONGEST = 40
_WITHHELD = re.compile(any_of(WORDS.withheld))
_OF_FIGURES = re.compile("数据|数字|情况|统计|表")
_OF_OTHERS = re.compile(
    rf"{any_of(WORDS.under_body)}|{any_of(WORDS.over_kinds)}属|企事业|企业|其他|其余|除|部分|各|解读|明细|不含|{any_of(WORDS.last_year)}"
)
_LEFT_OUT = ("略", "从略", "此处略")


def doubt_withheld(tables: Iterable[TableReading], lines: list[str], form: Form) -> None:
    """Put the tables in doubt that were read although their section says that they are not printed."""
    del form
    heads: list[tuple[int, int]] | None = None
    for reading in tables:
        if not reading.cells or not reading.lines:
            continue
        heads = headings(lines, set()) if heads is None else heads
        start = next((line for line, no in heads if str(no) == reading.table_no), None)
        if start is None:
            continue
        end = next((line for line, _ in heads if line > start), len(lines) + 1)
        first = min(reading.lines)
        is_within = start < first < end
        said = _said(lines, range(start + 1, first if is_within else end), is_beyond=first >= end)
        if said is not None:
            reading.note(_CODE, line=said[0], label=said[1])
            for key in reading.cells:
                reading.doubt(key, _CODE, said[0])


def _said(lines: list[str], numbers: range, *, is_beyond: bool) -> tuple[int, str] | None:
    """The first of the lines that says that the figures are not there, with its words; 略 says something of tables beyond its section alone."""
    for number in numbers:
        line = lines[number - 1]
        if not line or line.isascii() or len(line) > 4 * _LONGEST:
            continue
        text = squash(line).strip("#*|\"' 。;()")
        if is_beyond and text in _LEFT_OUT:
            return number, text
        if (
            len(text) <= _LONGEST
            and _WITHHELD.search(text)
            and _OF_FIGURES.search(text)
            and not _OF_OTHERS.search(text)
            and not looks_like_figure(text)
        ):
            return number, text
    return None
