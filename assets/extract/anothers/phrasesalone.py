"""A phrase that stands alone right beside a table and says what its figures are, without a verb, a bracket or a note's mark.

    司法公开的数据 | 申请人情况 …        in the corner, where the form prints its note or 类别
    测试数据, 网上申请部分政府信息公开行政复议、行政诉讼情况        between the heading and the header
    2022年1—6月数据, 单位：百件        below the last row, and right behind it the next heading

What may be said so has no end: a phrase that names figures counts unless all of it is known to change nothing. One that ends in 情况 is a
heading of any kind, and counts only if it has the table's own title in it or names whose situation it is (…的…情况).
Belongs here: where such a phrase stands, and that doubt. Does not belong here: brackets, dashes and captions that a word betrays
(wordsleft.py), sentences and notes (unexplained.py), whole captions of another year or body over a table (notown.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from assets.extract.anothers.detailrows import has_figures_of_row, part_told, without_figures
from assets.extract.anothers.ownwords import own_of
from assets.extract.anothers.saysnothing import is_said
from assets.extract.anothers.spokenof import MARK
from assets.extract.anothers.wordsleft import (
    BRACKET,
    begins_rows,
    cells_of,
    is_caption_of_others,
    is_row,
    names_figures,
    openings,
    without_number,
)
from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import headings
from assets.extract.whose.evidence import Identity
from schemas.besides import BESIDES
from schemas.form import Form, Table
from schemas.whose import any_of

# Written lines above the first figure that may be the header's, and lines of words below the last.
_MOST_LINES, _BELOW = 40, 3
_LONGEST_LINE, _LONGEST = 4000, 44
_LONGEST_SHOWN = 60
_SENTENCE = re.compile("[。!?;]")
_HAN = re.compile("[\u4e00-\u9fff]")
_CASES = ("申请", "受理")
# A situation, which headings of all kinds name; one of somebody or something.
_SITUATION = re.compile(r"情况(?:统计|汇总|一览)?表?$")
_OF = re.compile(r"(?P<whose>.{3,})的.{0,12}$")
# What says that there is nothing, or tells of cases: 未发生行政复议情况, 全部为网上申请, 其中予以公开的2件.
_TELLS = re.compile(
    r"^(?:[\u4e00-\u9fff0-9]{0,14}?)(?:[无未]|没有|[均全皆都部]+[为是系由])|.*[0-9][件条项宗起次份]$"
)
# The number of a table and the year behind it run together once spaces are gone.
_NUMBER = re.compile(r"(?:附?表|附件|图)\s*[0-9一二三四]{1,2}(?:[-—.][0-9]{1,2})?[\s:：]+")
_OF_PAGES = re.compile(rf"(?:^|[^\u4e00-\u9fff])(?:{any_of(BESIDES.of_pages)})+(?:统计)?[^\u4e00-\u9fff]*$")
_WITH_UNIT = re.compile(r"\([^()]{1,6}\)$")


def doubt_phrases_alone(
    tables: Iterable[TableReading], lines: Sequence[str], form: Form, whose: Callable[[], Identity]
) -> None:
    """Put the tables in doubt beside which a phrase alone says that the figures are others."""
    read = [reading for reading in tables if any(cell.line_start for cell in reading.cells.values())]
    if not read:
        return
    taken = set().union(*(reading.lines for reading in read))
    heads = {line for line, _ in headings(list(lines), taken)}
    for reading in read:
        table = form.table(reading.table_no)
        for text, number in (
            *_above(reading, table, lines, heads, taken),
            *_below(reading, table, lines, heads),
        ):
            if not _may_say(text, table):
                continue
            bare = _WITH_UNIT.sub("", text)  # brackets are asked for themselves
            if is_said(bare, table, form, own_of(whose(), number)):
                reading.doubt_said(reading.cells, "table-of-another", number, text[:_LONGEST_SHOWN])


def _may_say(text: str, table: Table) -> bool:
    """Whether a phrase says what figures are, if it is not known to change nothing."""
    if len(text) > _LONGEST or _SENTENCE.search(text) or _OF_PAGES.search(text) or looks_like_figure(text):
        return False
    title = next((name for name in _titles(table) if name in text), None)
    if title is not None and text != title and _SITUATION.search(text):
        return True
    phrase = _WITH_UNIT.sub("", BRACKET.sub("", text) if text.startswith("(") else text)
    if not names_figures(phrase) or _TELLS.match(phrase):
        return False
    if not _SITUATION.search(phrase):
        # 网上申请 alone is the heading of a list, 仅统计网上申请 is not
        return not phrase.endswith(_CASES) or phrase.startswith(BESIDES.parts)
    whose = _OF.match(phrase)
    return is_caption_of_others(phrase) or bool(whose and _HAN.search(whose["whose"]))


@cache
def _titles(table: Table) -> tuple[str, ...]:
    """The wordings of the table's title, the longest first."""
    return tuple(sorted(map(squash, (table.zh, *table.aliases)), key=len, reverse=True))


def _above(
    reading: TableReading, table: Table, lines: Sequence[str], heads: set[int], taken: set[int]
) -> Iterator[tuple[str, int]]:
    """The phrases that stand alone between the heading of a table, or the last row above, and its header, and the one in its corner."""
    first = min([cell.line_start for cell in reading.cells.values() if cell.line_start])
    numbers: list[int] = []
    for number in range(first - 1, 0, -1):
        text = lines[number - 1].strip()
        if not text:
            continue
        if (
            len(numbers) == _MOST_LINES
            or number in heads
            or number in taken
            or is_row(text)
            or _are_figures(text)
        ):
            break
        numbers.append(number)
    found: list[tuple[str, int]] = []
    for number in reversed(numbers):
        line = lines[number - 1]
        whole = squash(line)
        if len(line) > _LONGEST_LINE or begins_rows(whole, table):
            break
        if _SENTENCE.search(whole):
            found = []  # what stands above a sentence is of what the sentence says
            continue
        words = _words(line)
        corner = _corner(words, table)
        if corner is None:
            if len(words) == 1:
                found.append((without_number(words[0]), number))
            continue
        found += [(without_number(word), number) for word in corner]
        break
    if len(table.blocks) == 1:
        yield from found
    else:  # over single clauses stand headings of their own
        yield from ((text, number) for text, number in found if not _SITUATION.search(text))


@remembering
def _words(line: str) -> list[str]:
    """The cells of a line that have words, each once, without the number of a table."""
    cells = cells_of(_NUMBER.sub("", line, count=1))
    return list(dict.fromkeys(cell for cell in cells if _HAN.search(cell)))


@remembering
def _are_figures(text: str) -> bool:
    """Whether a line holds figures and no words, which do not number the columns."""
    found = re.findall("[0-9]+", text)
    numbers = [str(at) for at in range(1, len(found) + 1)]
    return len(found) > 1 and found != numbers and not _HAN.search(text)


def _corner(words: Sequence[str], table: Table) -> list[str] | None:
    """What stands before the first of the heads on the first line of a header; None where there is no head on it."""
    for at, word in enumerate(words):
        if any(title in word for title in _titles(table)):
            continue  # a caption
        starts = [start for head in _heads(table) if (start := word.find(head)) >= 0]
        if starts:
            return [*words[:at], *([word[: min(starts)]] if min(starts) else [])]
    return None


@cache
def _heads(table: Table) -> tuple[str, ...]:
    """The words over the labels, and what may stand on the first line of a header."""
    groups = tuple(squash(group.zh) for group in table.groups) if table.one_row else ()
    own = squash(table.header)
    if table.one_row or len(table.blocks) > 1:
        return tuple(word for word in (*openings(table), *groups) if len(word) > 1)
    return tuple(word for word in (own, *(squash(column.zh) for column in table.columns)) if len(word) > 1)


def _below(
    reading: TableReading, table: Table, lines: Sequence[str], heads: set[int]
) -> Iterator[tuple[str, int]]:
    """The phrases that stand alone below the last row of a table, where the heading of the next section follows at once."""
    last, row = max(
        (cell.line_end or cell.line_start or 0, key.row_key) for key, cell in reading.cells.items()
    )
    found: list[tuple[str, int]] = []
    for number in range(last + 1, len(lines) + 1):
        if number in heads:
            yield from found
            return
        words = (
            [] if MARK.match(lines[number - 1].strip('|\t "')) else _words(lines[number - 1])
        )  # a footnote
        if not words:
            if is_row(lines[number - 1].strip()):
                return
            continue
        text = words[0]
        if len(words) == 1 and _is_detail_row(lines, number, last, table, row):
            continue
        if len(words) > 1 or len(found) == _BELOW or _SENTENCE.search(text) or strip_numbering(text) != text:
            return
        found.append((text, number))


def _is_detail_row(lines: Sequence[str], number: int, last: int, table: Table, row_key: str) -> bool:
    """Whether a label below the last row is that of a row with a part of it, which says nothing else of figures."""
    above = next(row for row in table.rows if row.key == row_key)
    part = part_told(without_figures(lines[number - 1]), above)
    if part is None or _may_say(part, table):
        return False
    return has_figures_of_row(lines, number, last, len(table.keys_of[row_key]))
