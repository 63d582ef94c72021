"""Rows that the text itself corrects: `更正：表三“（一）予以公开”一行自然人数应为3`, or a second row `更正：7.属于行政执法案卷 5 7 2 …`.

    “2.重复申请”一行“自然人”栏“35”应为“53”。        更正：上表中下列数据有误，现更正为：
                                                 | 一、本年新收政府信息公开申请数量 | 24 | 0 | …

The figures of the table are no longer what the agency says, and a sentence is no cell: the row is in doubt. So are rows that stand again
below a line that says so. Does not belong here: a row that stands twice with nothing said (rows/twice/printedtwice.py), revisions in a
cell (numbers.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading, uncertain
from assets.extract.labels import squash, strip_numbering
from assets.extract.sections import numbered_heading
from schemas.form import Form

_CORRECTS = re.compile(
    r"(?:^|[|\t>])[^\w<]*(?:[一二三四五六七0-9]{1,2}[、.])?(?:备?注\W{0,2}|说明\W{0,2}|特此)?(?:数据)?(?:更正|勘误|订正|更改)"
    r"(?=.{0,4}[:：](?P<what>.*)|.*(?:应[为是]|改为|有误))"
)
_SIGN = re.compile("更正|勘误|订正|更改")
# A sentence that says of one figure that it should be another, whatever it begins with; the label that it quotes.
SHOULD_BE = re.compile(
    r"[0-9][”\"’」』]?(?:件|条|项|次)?[,，]?(?:现?应当?[为是改]|应更正为|实际应?[为是])[^0-9]{0,4}[0-9]"
    r"|误[填写报计录]为?[^0-9]{0,4}[0-9]|(?:更正|订正|修正|更改|修改)为[^0-9]{0,4}[0-9]"
)
_MAY_BE = re.compile("应|误|[更订修]正为|[更修]改为")
_QUOTED = re.compile(r"[“\"‘「『《]([^”\"’」』》]{2,80})[”\"’」』》](?!的?[栏列])")
# What announces rows that stand again, and so many lines on which they may stand.
_ANNOUNCES = re.compile(r"(?:为|如下|下[表列行].{0,8})[:：。]?\W*$")
_MOST_LINES = 400
# A label in a sentence is of so many letters at least, and a line that is a correction no longer than this.
_LEAST_LETTERS, _LONGEST = 4, 400


def doubt_corrected(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt that a line names which begins as a correction does, or which says what a figure should be."""
    text = "\n".join(lines)
    if not _SIGN.search(text) and not SHOULD_BE.search(text):
        return
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST:
            continue
        if found := _CORRECTS.search(line) if _SIGN.search(line) else None:
            first = strip_numbering(squash(found["what"] or ""))
            _doubt_named(tables, squash(line), first, number, form)
            if _ANNOUNCES.search(line):
                _doubt_again_below(tables, lines, number, form)
        elif _MAY_BE.search(line) and SHOULD_BE.search(line):
            for quoted in _QUOTED.findall(line):
                _doubt_named(tables, "", strip_numbering(squash(quoted)), number, form, is_whole=True)


def _doubt_named(  # noqa: PLR0913 - what a line says, and of what
    tables: Sequence[TableReading], said: str, first: str, number: int, form: Form, *, is_whole: bool = False
) -> None:
    """Doubt rows whose label `first` begins with, or is where it must be whole; and those named amid what is `said`."""
    for reading in tables:
        for row in form.table(reading.table_no).rows:
            labels = [strip_numbering(squash(wording)) for wording in row.wordings]
            is_first = first in labels if is_whole else any(map(first.startswith, labels))
            if is_first or any(len(x) >= _LEAST_LETTERS and x in said for x in labels):
                _doubt(reading, row.key, number, form)


def _doubt_again_below(tables: Sequence[TableReading], lines: list[str], number: int, form: Form) -> None:
    """Doubt rows read above a line whose labels stand again below it, down to the next heading of the report."""
    end = min(len(lines), number + _MOST_LINES)
    below = [squash(lines[at]) for at in range(number, end)]
    stop = next((at for at, text in enumerate(below) if numbered_heading(text) is not None), len(below))
    words = [text for text in below[:stop] if text]
    for reading in tables:
        above = {key.row_key for key, c in reading.cells.items() if c.line_start and c.line_start < number}
        for row in form.table(reading.table_no).rows:
            if row.key in above and any(
                strip_numbering(squash(wording)) in text
                for wording in row.wordings
                if len(strip_numbering(squash(wording))) >= _LEAST_LETTERS
                for text in words
            ):
                _doubt(reading, row.key, number, form)


def _doubt(reading: TableReading, row_key: str, number: int, form: Form) -> None:
    keys = [
        key for key, cell in reading.cells.items() if key.row_key == row_key and cell.status != "uncertain"
    ]
    for key in keys:
        cell = reading.cells[key]
        reading.cells[key] = uncertain("row-corrected", cell.line_start or number, cell.line_end or number)
    if keys:
        row = next(row for row in form.table(reading.table_no).rows if row.key == row_key)
        first = min((c.line_start for key in keys if (c := reading.cells[key]).line_start), default=number)
        reading.note("row-corrected", line=first, row_key=row_key, row=row, other=number)
