"""A word in front of a row's label that says that the row is another year's or body's: 2021年 | 一、本年新收…, 下属单位 一、本年新收….

A column in front of the labels names whose rows these are, in the first of them or in all. Where all rows of a table are another's, its
first row says so. Belongs here: that doubt, for a table with one head and for single rows of others. Does not belong here: words behind
the label (rowsofothers.py, partedrows.py), words that return under label after label (severalrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from assets.extract.cells import TableReading
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import core, squash
from assets.extract.meaning import is_of_another
from assets.extract.model import GridRow, Item, Run
from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import is_own_name, is_same_body
from schemas.form import Form, Row, Table
from schemas.whose import WORDS, any_of

_CODE = "table-of-another"
_LONGEST = 24
_YEAR = re.compile(rf"({YEAR})年度?(?:数据?)?")
_UNDER = re.compile(
    rf"(?:各|{any_of(WORDS.over_kinds)})?(?:{any_of(WORDS.under_body)}|{any_of(WORDS.over_kinds)}属)各?(?:事业|企业|二级|基层)?(?:单位|机构|部门|站所)?"
)


def doubt_words_in_front(
    tables: Iterable[TableReading], items: Sequence[Item], form: Form, whose: Callable[[], Identity]
) -> None:
    """Put the table in doubt whose first row has such a word in front, and other rows that have."""
    for reading in tables:
        table = form.table(reading.table_no)
        if table.one_row or not reading.cells:
            continue
        at = _rows_at(reading, table)
        first, last = min(at, default=1), max(at, default=0)
        words = {
            line: front
            for item in items
            if item.line_end >= first and item.line_start <= last
            for line in range(item.line_start, item.line_end + 1)
            if line in at and (front := _front(item, at[line]))
        }
        words = {line: word for line, word in words.items() if _may_be(word)}
        if not words:
            continue
        identity = whose()
        years = {int(evidence.value) for evidence in identity.years}
        agencies = {each.value for each in (identity.agency, identity.signature) if each}
        others = {line: word for line, word in words.items() if _is_anothers(word, years, agencies)}
        if not others:
            continue
        is_whole = len(table.blocks) == 1 and min(at) in others
        reading.note(_CODE, line=min(others), label=others[min(others)])
        for _, keys in table.keys:
            found = {reading.cells[key].line_start for key in keys if key in reading.cells}
            if is_whole or found & others.keys():
                for key in keys:
                    if key in reading.cells:
                        reading.doubt(key, _CODE, min(others))


def _rows_at(reading: TableReading, table: Table) -> dict[int, Row]:
    """The rows of the table by the line on which their figures begin."""
    found: dict[int, Row] = {}
    for row, keys in table.keys:
        lines = [line for key in keys if key in reading.cells and (line := reading.cells[key].line_start)]
        if lines:
            found[min(lines)] = row
    return found


def _front(item: Item, row: Row) -> str:
    """The words right in front of the label of a row; empty where there are none, or the label is not found."""
    if isinstance(item, GridRow):
        words = [squash(item.cells[at].text) for at in item.words]
        label = next((n for n, word in enumerate(words) if _is_label(word, row)), 0)
        return words[0] if label else ""
    if not isinstance(item, Run):
        return ""
    head = squash(item.head)
    for wording in row.wordings:
        if (at := head.find(squash(wording))) > 0:
            return head[:at]
    before = [squash(fragment.text) for fragment in item.before]
    if _is_label(head, row):
        return before[-1] if before else ""
    label = next((n for n in range(len(before) - 1, 0, -1) if _is_label(before[n], row)), 0)
    return before[label - 1] if label else ""


def _is_label(text: str, row: Row) -> bool:
    return bool(text) and core(text) in map(core, row.wordings)


def _may_be(word: str) -> bool:
    """Whether a word in front of a label may say whose row it is, of whatever report."""
    return 2 <= len(word) <= _LONGEST and _is_anothers(word, {0}, {"?"})


def _is_anothers(word: str, years: Collection[int], agencies: Collection[str]) -> bool:
    """Whether a word says that a row is of another year or body than the report."""
    if year := _YEAR.fullmatch(word):
        return bool(years) and to_year(year[1]) not in years
    if is_of_another(word) or _UNDER.fullmatch(word):
        return True
    return (
        is_own_name(word)
        and bool(agencies)
        and not any(is_same_body(word, own) or word in own or own in word for own in agencies)
    )
