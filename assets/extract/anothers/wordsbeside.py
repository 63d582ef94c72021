"""What stands behind the label of a row and makes it another one: （市级机关的数据）, ——其中逾期办理的部分, （含属于行政执法案卷）.

Labels of rows have glosses of many kinds that change nothing, so here a bracket counts only if it names figures, a unit that counts no cases,
or the label of another row that it adds. Belongs here: what brackets and dashes behind labels say, and the doubt of
those rows. Does not belong here: what stands over a table (wordsleft.py), words within a label (meaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from assets.extract.anothers.ownwords import own_of
from assets.extract.anothers.saysnothing import is_said
from assets.extract.anothers.wordsleft import BRACKET, DASH, names_figures
from assets.extract.cells import TableReading
from assets.extract.labels import normalize, squash, strip_numbering
from assets.extract.meaning import leaves_out_of_all
from assets.extract.memory import remembering
from assets.extract.whose.evidence import Identity
from schemas.form import CellKey, Form, Row, Table
from schemas.meaning import TURNS
from schemas.whose import any_of

# Written lines above its first figure that a label may take up.
_MOST_LINES = 8
_CELLS = re.compile(r"[|│┃\t]+|<[^<>]{1,300}>|\s{3,}|\\[nrt]|\"\s?[,;:]\s?\"")
_FIGURES_BEHIND = re.compile(r"[\s,]*(?:[0-9][\s,]*)+$")
# A bracket behind several figures is said of the last of them.
_SAID_OF_FIGURE = re.compile(r"(?<=[0-9])[(（][^()（）]{1,40}[)）]\s*$")
_SEVERAL = re.compile(r"(?:\s[0-9][0-9,.]*){2}$")
_HAN = re.compile("[\u4e00-\u9fff]")
_COLON = re.compile(r"[\u4e00-\u9fff)]:(?P<said>[^:]{2,30})$")
_JOINED = re.compile(
    rf"\(?(?:{any_of(TURNS.adding, TURNS.joining)}|[及和与、;+])(?:\(?[一二三四五六七八九0-9]{{1,2}}[).、])?"
)
# What explains the label, or says which other row is not in it: 本年新收…（不含上年结转政府信息公开申请数量）.
_GLOSS = re.compile(rf"^{any_of(TURNS.explanations)}|,|^{any_of(TURNS.leaving_out)}[上本]年")
_NOT = re.compile("仍不|没有|[不未非无]")
# Letters of a label that are no part of another word.
_LEAST_LABEL = 4
_LONGEST, _LONGEST_LINE = 160, 4000
# How a line begins that goes on with a label.
_GOES_ON = ("(", "—", ":", "、", ";", "及")
_LONGEST_SHOWN = 60


def doubt_words_beside(
    tables: Iterable[TableReading], lines: Sequence[str], form: Form, whose: Callable[[], Identity]
) -> None:
    """Put the rows in doubt behind whose label something is said that makes it another's."""
    for reading in tables:
        table = form.table(reading.table_no)
        if table.one_row or len(table.blocks) > 1:
            continue  # the labels of documents and deeds have glosses of their own
        starts_of = {row.key: _starts(reading, table.keys_of[row.key]) for row in table.rows}
        absent = [row for row in table.rows if not starts_of[row.key]]
        own_of_row = _own(table)
        for row in table.rows:
            keys = reading.known(table.keys_of[row.key])
            starts = _starts(reading, keys) if starts_of[row.key] else []
            if not starts:
                continue
            for cell, number in _label_cells(lines, min(starts)):
                if normalize(cell) in own_of_row[row.key]:
                    continue
                joined = next((r for r in absent if r is not row and _is_joined(cell, row, r)), None)
                own = "".join(row.wordings)
                said = [
                    text
                    for text in _behind(cell)
                    if not _GLOSS.search(text) and names_figures(text) and not leaves_out_of_all(text, own)
                ]
                is_another = any(is_said(text, table, form, own_of(whose(), number)) for text in said)
                if joined is None and not is_another and not _lost_its_not(cell, own_of_row[row.key]):
                    continue
                reading.note("label-unclear", line=number, label=cell[:_LONGEST_SHOWN])
                for key in keys:
                    reading.doubt(key, "label-unclear", number)
                break


def _starts(reading: TableReading, keys: Iterable[CellKey]) -> list[int]:
    """The lines on which cells begin that stand on any."""
    cells = reading.cells
    return [line for key in keys if key in cells and (line := cells[key].line_start)]


def _label_cells(lines: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
    """The squashed cells of words on the line of the label: that of the first figure of a row, or the last above it with words."""
    for number in range(first, max(0, first - _MOST_LINES), -1):
        line = lines[number - 1]
        if len(line) > _LONGEST_LINE:
            return
        words = _words_of(line)
        yield from ((cell, number) for cell in words)
        if words and not words[0].startswith(_GOES_ON):
            return


@remembering
def _words_of(line: str) -> tuple[str, ...]:
    """The squashed cells of a line that may be labels."""
    if (said := _SAID_OF_FIGURE.search(line)) and _SEVERAL.search(line[: said.start()]):
        line = line[: said.start()]
    cells = [squash(cell).strip("\"' ,") for cell in _CELLS.split(_FIGURES_BEHIND.sub("", line))]
    # what is in brackets alone is said of a figure
    return tuple(cell for cell in cells if len(cell) <= _LONGEST and _HAN.search(BRACKET.sub("", cell)))


@cache
def _own(table: Table) -> dict[str, frozenset[str]]:
    """The letters of the labels of each row."""
    return {row.key: frozenset(map(normalize, row.wordings)) for row in table.rows}


def _behind(cell: str) -> Iterator[str]:
    """What brackets in the cell of a label say, and what a dash or a colon adds."""
    yield from (found[1] for found in BRACKET.finditer(cell))
    bare = BRACKET.sub("", cell)
    yield from (found["said"] for found in (DASH.search(bare), _COLON.search(bare)) if found)


def _is_joined(cell: str, row: Row, other: Row) -> bool:
    """Whether the labels of both rows stand in one cell, joined to one."""
    for own in map(strip_numbering, map(squash, row.wordings)):
        at = cell.find(own)
        joint = _JOINED.match(cell, at + len(own)) if at >= 0 else None
        if joint and any(
            len(label) >= _LEAST_LABEL and cell.startswith(label, joint.end())
            for label in map(strip_numbering, map(squash, other.wordings))
        ):
            return True
    return False


def _lost_its_not(cell: str, own: frozenset[str]) -> bool:
    """Whether a label says the opposite of the row's `own`, to the letter: 补正后申请内容明确."""
    text = normalize(cell)
    return text not in own and any(
        wording[: found.start()] + wording[found.end() :] == text
        for wording in own
        for found in _NOT.finditer(wording, 1)  # a cell that is cut may lack the first letters
    )
