"""Sentences about a table that say that its figures are others, or something that is not known to be harmless: they are in doubt.

    上表为涉案金额（万元），非件数。 | 规范性文件一行系县委文件数。 | 注：仅统计网上申请。 | 第三部分表格数据系测试数据。 | 0（其中超期答复数）

What can be wrong with figures has no end, and what honest sentences say of them has few kinds: so a sentence that speaks of a table counts
against it unless it is of one of these. Belongs here: that doubt, for the table, the rows, columns or cells spoken of. Does not belong here:
of what a sentence speaks (spokenof.py), what changes figures and what does not (changing.py, unchanging.py), captions, which say whose a table is (others.py, notown.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assets.extract.anothers.changing import changes_figures
from assets.extract.anothers.corrected import SHOULD_BE
from assets.extract.anothers.otherreports import is_of_earlier_report
from assets.extract.anothers.ownwords import own_of
from assets.extract.anothers.spokenof import (
    MARK,
    bare_labels,
    cells_of,
    is_led_by_label,
    is_note,
    may_speak,
    names_part,
    pointed_at,
)
from assets.extract.cells import TableReading
from assets.extract.labels import TAG, squash
from assets.extract.memory import remembering
from assets.extract.numbers import is_remark
from assets.extract.sections import headings
from assets.extract.whose.evidence import Identity
from assets.extract.wordlines import word_lines
from schemas.form import CellKey, Form
from schemas.units import UNIT_IN_YUAN

CODE = "figures-qualified"
_LONGEST, _LONGEST_SHOWN = 1500, 60
_SENTENCES = re.compile(r"(?<=[。;!])")
_CELLS = re.compile(r"[|│┃\t\[\]\"]+|,(?=[,\s]|$)|(?<=,),|^,+")
_AROUND = "#|│\"' ,-"
_FIGURE = re.compile(r"(?<![0-9第])[0-9][0-9,.]*+(?![年月日号])")
# So many figures in a line, and no sentence, are a row.
_ROW = 3
# Written lines right above and below a table on which a note is the table's.
_NEAR = 2
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
# What a line holds that opens with a mark, however wide its signs are; tags may part them.
_OF_MARK = re.compile(r"[*＊※★#＃△▲①-⑨〔<]|[(（\[［][^\w(（\[［]*+[0-9０-９]")
# The note in the corner of table 3, which programs cut and join with other words of the header.
_CORNER = re.compile(r"[勾钩]\s*稽|本\s*列\s*数\s*据|第\s*一\s*项\s*加")
_BEHIND = re.compile(
    r"[0-9](?:[万亿]?元|[件条项个次份批宗起]{1,2})?[\s　]*[(（\s　:：—-]+(?P<words>[^()（）]{2,60})[)）]?$"
)


@dataclass(frozen=True, slots=True)
class _Span:
    """A table: where it begins and ends, and the heading above it."""

    reading: TableReading
    first: int
    last: int
    section: int


def doubt_unexplained(
    tables: Sequence[TableReading], lines: Sequence[str], form: Form, whose: Callable[[], Identity]
) -> None:
    """Put in doubt what sentences speak of that are not known to change nothing."""
    taken = set().union(*(table.lines for table in tables))
    if not taken:
        return
    heads = [line for line, _ in headings([*lines], taken)]
    spans = [
        _Span(table, min(table.lines), max(table.lines), _section(min(table.lines), heads))
        for table in tables
        if table.lines and table.cells
    ]
    said = _Said(form, whose)
    notes: set[int] = set()
    for number, mark, text in _marked(lines):
        for span, cells in _marked_by(mark, number, spans, heads, lines):
            notes.add(number)
            if said.changes(text, span.reading, number, is_note=True):
                named = set() if cells else set(cells_of(text, form.table(span.reading.table_no)))
                _doubt(span.reading, cells or named, number, text)
    for number, text in _texts(lines):
        if number in notes:
            continue
        for sentence in _SENTENCES.split(text):
            if SHOULD_BE.search(sentence):
                continue  # which rows it corrects is told apart (corrected.py)
            for span, cells in _spoken_of(sentence, text, number, spans, heads, lines, form):
                if said.changes(sentence, span.reading, number, is_note=is_note(text)):
                    _doubt(span.reading, cells, number, sentence)
    for span in spans:
        _doubt_words_behind(span, said)


def _doubt_words_behind(span: _Span, said: _Said) -> None:
    """Doubt figures behind which words stand that tell what they are."""
    for key, cell in [*span.reading.cells.items()]:
        found = _BEHIND.search(cell.raw) if cell.raw and cell.status != "uncertain" else None
        if found and _WORDS.search(found["words"]) and found["words"] not in UNIT_IN_YUAN:
            words = squash(found["words"])
            if not is_remark(words) and said.changes(words, span.reading, cell.line_start or 0, is_note=True):
                _doubt(span.reading, {key}, cell.line_start or span.first, words)


class _Said:
    """What the report's own year, body and labels let a sentence say."""

    def __init__(self, form: Form, whose: Callable[[], Identity]) -> None:
        self._form, self._whose = form, whose

    def changes(self, sentence: str, reading: TableReading, number: int, *, is_note: bool) -> bool:
        """Whether a sentence on line `number` may change what the figures of the table are."""
        bodies, years = own_of(self._whose(), number)
        table = self._form.table(reading.table_no)
        if is_of_earlier_report(sentence, years):
            return False
        labels, is_of_row = bare_labels(table), is_led_by_label(sentence, table)
        return changes_figures(
            sentence, years, bodies, labels, table_no=table.no, is_note=is_note, is_of_row=is_of_row
        )


def _section(number: int, heads: Sequence[int]) -> int:
    """The line of the heading under which a line stands; 0 where there is none."""
    at = bisect_right(heads, number)
    return heads[at - 1] if at else 0


def _texts(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that may speak of a table: prose, and of rows those that say but one thing."""
    for number, line in word_lines(lines):
        if text := _text_of(line):
            yield number, text


@remembering
def _text_of(line: str) -> str:
    """What a line says that may speak of a table."""
    if len(line) > _LONGEST or not may_speak(line) or _CORNER.search(line):
        return ""
    text = _plain(line)
    return "" if "。" not in text and len(_FIGURE.findall(text)) >= _ROW else text


def _plain(line: str) -> str:
    plain = TAG.sub("\t", line) if "<" in line else line
    cells = {cell.strip().strip(_AROUND) for cell in _CELLS.split(plain)} - {""}
    return squash(cells.pop() if len(cells) == 1 else ("" if len(cells) > _ROW else plain)).strip(_AROUND)


def _spoken_of(  # noqa: PLR0913 - a sentence, and where it stands
    sentence: str,
    text: str,
    number: int,
    spans: Sequence[_Span],
    heads: Sequence[int],
    lines: Sequence[str],
    form: Form,
) -> Iterator[tuple[_Span, set[CellKey]]]:
    """The tables that a sentence speaks of, and of which cells; none of them, where of all."""
    if number in heads or len(sentence) < 4:
        return
    named = pointed_at(sentence, form)
    own = [span for span in spans if span.section and span.section == _section(number, heads)]
    if named is None or not (named.numbers or own):
        part = [
            span
            for span in (spans if named else own)
            if names_part(sentence) and cells_of(sentence, form.table(span.reading.table_no))
        ]
        beside = own or [span for span in spans if not span.section]
        found = part or [
            span
            for span in beside
            if (named or is_note(text) or is_led_by_label(sentence, form.table(span.reading.table_no)))
            and _is_beside(number, span, lines)
        ]
    elif named.numbers:
        found = [span for span in spans if span.reading.table_no[0] in named.numbers]
    else:
        found = _by_place(named.where, number, spans, own, heads)
    if not found:
        return
    of_cells = [(span, set(cells_of(sentence, form.table(span.reading.table_no)))) for span in spans]
    if not any(cells for span, cells in of_cells if span in found):
        # labels of another table tell that it is this one that is spoken of
        found = [span for span, cells in of_cells if cells] or found
    yield from ((span, cells) for span, cells in of_cells if span in found)


def _by_place(
    where: str | None, number: int, spans: Sequence[_Span], own: list[_Span], heads: Sequence[int]
) -> list[_Span]:
    """The tables that stand below a line, above it or under the same heading."""
    within = [span for span in spans if span.first <= number <= span.last]
    if within:
        return within
    ways = {"below": [s for s in own if s.first > number], "above": [s for s in own if s.last < number]}
    if found := ways.get(where or "", own):
        return found
    # 下表 behind the last table of a section may be of the next, or of its own
    heads_on = [
        span for span in spans if span.first > number and sum(number < h <= span.first for h in heads) == 1
    ]
    return own + (heads_on[:1] if where == "below" and own else [])


def _is_beside(number: int, span: _Span, lines: Sequence[str]) -> bool:
    """Whether a line is one of the first written below a table, within it, or right above it."""
    if span.first <= number <= span.last:
        return True
    between = range(span.last + 1, number) if number > span.last else range(number + 1, span.first)
    if len(between) > 40:
        return False
    written = [text for at in between if (text := squash(lines[at - 1]).strip(_AROUND))]
    if number > span.last:
        return len(written) < _NEAR
    # the header stands between a note and the first row of figures
    return not any("。" in text for text in written)


def _marked(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Lines that open with a mark that stands elsewhere, the mark, and what they say."""
    for number, line in word_lines(lines):
        if found := _mark_of(line):
            yield number, *found


@remembering
def _mark_of(line: str) -> tuple[str, str] | None:
    """The mark that a line opens with, and what it says."""
    if len(line) > _LONGEST or not _OF_MARK.search(line) or "**" in line:
        return None
    text = _plain(line)
    if (found := MARK.match(text)) and len(text) > found.end() + 2 and not text.endswith(found[0]):
        return found[0], text[found.end() :].lstrip(":为")
    return None


def _marked_by(
    mark: str, number: int, spans: Sequence[_Span], heads: Sequence[int], lines: Sequence[str]
) -> Iterator[tuple[_Span, set[CellKey]]]:
    """The tables, rows or cells that bear a mark."""
    signs = re.compile(rf"[\u4e00-\u9fff0-9)）”]\s?{re.escape(mark)}(?![*])")
    for span in spans:
        cells = {key for key, cell in span.reading.cells.items() if cell.raw and mark in squash(cell.raw)}
        if cells:
            yield span, cells
            continue
        start = span.section or max(1, span.first - 12)
        lines_of = [
            at for at in range(start, span.last + 1) if at != number and signs.search(squash(lines[at - 1]))
        ]
        if not lines_of:
            continue
        rows = {row for at in lines_of for row in _row_at(at, span)}
        yield span, {key for key in span.reading.cells if key.row_key in rows} if rows else set()


def _row_at(number: int, span: _Span) -> set[str]:
    """The row whose label or figures stand on a line; empty where a line is above all rows."""
    placed = [
        (c.line_start, c.line_end, key.row_key)
        for key, c in span.reading.cells.items()
        if c.line_start and c.line_end
    ]
    if not placed or number < min(placed)[0]:
        return set()
    on = {row for start, end, row in placed if start <= number <= end}
    after = [(start, row) for start, _, row in placed if start > number]
    return on or ({min(after)[1]} if after else set())


def _doubt(reading: TableReading, cells: set[CellKey], number: int, sentence: str) -> None:
    reading.doubt_said(cells or reading.cells, CODE, number, sentence[:_LONGEST_SHOWN])
