"""What stands in brackets behind a label or the head of a column and makes its figures another's: 行政处罚（某县公安局）, 本年制发件数（1—6月）.

    行政许可（仅1—6月） | 现行有效件数（2020年末） | 一、本年新收…数量（系县政府办收到，我局未收到） | 行政处罚（样例）

Labels have glosses of many kinds that change nothing, so a bracket counts only by what it says outright: another body or place, another year,
a part of the year, an example. Belongs here: those brackets, for the row or the column whose label they follow. Does not belong here: brackets
that name figures of any kind behind labels of table 3 (wordsbeside.py), what stands over a whole table (wordsleft.py, notown.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from assets.extract.anothers.notown import is_of_other
from assets.extract.anothers.saidoffigures import is_nobodys
from assets.extract.cells import TableReading
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import TAG, squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import has_place
from assets.extract.wordlines import word_lines
from schemas.form import CellKey, Form, Table
from schemas.whose import WORDS, any_of

_CODE = "label-unclear"
_LONGEST_LINE, _LONGEST_SHOWN = 4000, 60
# Lines above the first figures that may be the header.
_ABOVE = 40
_BRACKET = re.compile(r"(?P<before>[\u4e00-\u9fff“”、,]{2,60})\((?P<said>[^()]{2,28})\)")
_ONLY = re.compile("^(?:[仅只系为]|只有|数据)+(?=.{2})")
_FIGURES = r"(?:的?(?:数据|数字|情况|统计|件数|数))?"
_OF_YEAR = re.compile(rf"({YEAR})年(?:度|末|底)?{_FIGURES}")
# A place alone, and what are kinds of places.
_PLACE = re.compile(rf"([\u4e00-\u9fff]{{2,5}}[省市县区州盟旗镇乡]){_FIGURES}")
_KINDS = re.compile(
    "自治|直辖|[省市县区级设]区|级|行政|城区|园区|开发|地区|社区|乡镇|街[道镇]|所辖|[、的和及]"
)
# A body that says no place.
_RELATIVE = re.compile(
    rf"([省市县区州盟旗镇乡][\u4e00-\u9fff]{{2,10}}(?:局|委|厅|办公?室?|委员会|政府)){_FIGURES}"
)
_BY = re.compile(
    r"(?:系|由|为)(?P<body>[^,()我本]{2,14}?(?:局|委|厅|办|办公室|政府|院|中心|单位|部门))(?:收到|受理|办理|作出|实施|处理|决定)"
)
_LAST_YEAR, _NEXT_YEAR = re.compile(any_of(WORDS.last_year)), re.compile("下一?年")
_NO_OTHERS = re.compile(rf"^(?:[局委办厅院各]|{any_of(WORDS.own_body)})")


def doubt_label_glosses(
    tables: Sequence[TableReading], lines: Sequence[str], form: Form, whose: Callable[[], Identity]
) -> None:
    """Put the rows and columns in doubt behind whose label a bracket says that they are another's."""
    bracketed = [(number, found) for number, line in word_lines(lines) if (found := _brackets(line))]
    for reading in tables if bracketed else ():
        at = [cell.line_start for cell in reading.cells.values() if cell.line_start]
        if not at:
            continue
        first = min(at)
        others: set[int] = set().union(*[other.lines for other in tables if other is not reading])
        above = max([line for line in others if line < first], default=0)
        start, end = max(above + 1, first - _ABOVE), max(*at, *reading.lines)
        for number, found in bracketed:
            if not start <= number <= end or number in others:
                continue
            for before, said in found:
                keys = [*_keys(before, number, reading, form.table(reading.table_no), lines)]
                if keys and _is_of_another(before, said, number, whose()):
                    reading.doubt_said(keys, _CODE, number, f"{before}({said})"[-_LONGEST_SHOWN:])


@remembering
def _brackets(line: str) -> tuple[tuple[str, str], ...]:
    """What stands in brackets on a line, each with the letters before it."""
    if ("(" not in line and "（" not in line) or len(line) > _LONGEST_LINE:
        return ()
    text = squash(TAG.sub("\t", line) if "<" in line else line)
    return tuple((found["before"], found["said"]) for found in _BRACKET.finditer(text))


def _keys(
    before: str, number: int, reading: TableReading, table: Table, lines: Sequence[str]
) -> Iterator[CellKey]:
    """The open cells of the row or the column whose label ends the letters before a bracket."""
    found = max((label for label in _labels(table) if before.endswith(label)), key=len, default=None)
    if found is None:
        return
    rows, column = _labels(table)[found]
    if column is not None:
        # the head is that of the first block below it
        starts = {
            key: line
            for key in reading.cells
            if key.col_key == column and key.row_key in rows and (line := reading.cells[key].line_start)
        }
        below = [line for line in starts.values() if line >= number]
        block = next(
            (
                b
                for b in table.blocks
                for k in starts
                if below and starts[k] == min(below) and k.row_key in {r.key for r in b.rows}
            ),
            None,
        )
        if block is None:
            return
        rows = {row.key for row in block.rows}
        if any(line < number for key, line in starts.items() if key.row_key in rows):
            return  # a row's label that is a head's, too
    for key, cell in reading.cells.items():
        if key.row_key not in rows or column not in (None, key.col_key) or reading.is_open(key):
            continue
        # where a row is printed again, that of another year beside the report's own, it is asked of its own print
        own = lines[number : cell.line_start] if column is None and cell.line_start else ()
        if not any(found in squash(line) for line in own):
            yield key


@cache
def _labels(table: Table) -> dict[str, tuple[Collection[str], str | None]]:
    """The squashed labels of rows and heads of columns, with the rows and the column of each."""
    found: dict[str, tuple[Collection[str], str | None]] = {}
    every = {row.key for row in table.rows}
    for column in table.columns:
        found |= {w.partition("(")[0]: (every, column.key) for w in map(squash, column.wordings)}
    for row in table.rows:
        wordings = (strip_numbering(squash(w)).partition("(")[0] for w in row.wordings)
        found |= {w: ({row.key}, None) for w in wordings if w not in found}
    return {label: of for label, of in found.items() if len(label) > 1}


def _is_of_another(before: str, said: str, but: int, identity: Identity) -> bool:
    """Whether what a bracket says outright is that figures are another's; the report's years are told by other lines.

    What was carried over is of last year, what is carried on is of the next: 上年结转政府信息公开申请数量（2021年度）.
    """
    years = {int(each.value) for each in identity.years if each.line != but}
    if _LAST_YEAR.search(before):
        if _LAST_YEAR.search(said):
            return False
        years |= {year - 1 for year in years}
    if _NEXT_YEAR.search(before):
        years |= {year + 1 for year in years}
    agencies = {squash(found.value) for found in (identity.agency, identity.signature) if found}
    if agencies and (by := _BY.match(said)) and not _NO_OTHERS.match(by["body"]):
        return not any(by["body"] in own for own in agencies)
    bare = _ONLY.sub("", said)
    if is_of_other(bare, years, agencies) or is_nobodys(bare):
        return True
    if year := _OF_YEAR.fullmatch(bare):
        return bool(years) and to_year(year[1]) not in years
    if not agencies:
        return False
    if (place := _PLACE.fullmatch(bare)) and has_place(place[1]) and not _KINDS.search(place[1]):
        return not any(place[1] in own for own in agencies)
    relative = _RELATIVE.fullmatch(bare)
    return bool(relative) and not any(relative[1] in own for own in agencies)  # type: ignore[index]
