"""What is left of the words over a table when its own are taken away: （市级机关的数据）, ——考核得分; and the captions 演示数据, 比例数.

A heading, a caption, a row over the whole width, the first cell and the heads of columns say what the form prints, whose report it is, of which
year, in which unit. A bracket there, and what a dash adds, say that the figures are others, unless all of it is known to change
nothing (schemas/besides.toml): what may be said of figures has no end, what says nothing has one. Without bracket and dash many things
stand over a table, and a line counts only if it ends as a caption does and has a word that makes figures others.
One that stands behind the head of a column is said of that column. Belongs here: what stands apart, and that doubt. Does not belong
here: sentences, and what is said below a table (notown.py, saidoffigures.py), the labels of rows (wordsbeside.py, meaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.anothers.ownwords import own_of
from assets.extract.anothers.saysnothing import form_words, is_said
from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import headings
from assets.extract.whose.evidence import Identity
from schemas.besides import BESIDES
from schemas.form import Form, Table
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

# Written lines above the first figure that may be the table's, where no heading stands before.
_MOST_LINES = 40
_LONGEST_CELL, _LONGEST_ALONE = 160, 30
# A line with cells repeated over all columns is long; letters around a bracket that are none
# of the form's, beyond which the line is prose.
_LONGEST_LINE, _MOST_BESIDE = 4000, 20
_ENDS_OF_SENTENCES = ("。", ")", ":", "!", "?")
_LEAST_LETTERS = 2
_LONGEST_SHOWN = 60
# A wall of a drawn grid beside cells that go on, `| 自 +-----+-----+ 总 |`, is no dash before words.
_CELLS = re.compile(
    r"\\[nrt]|[|│┃\t]+|\+(?:[-=:]{2,300}\+)+|<[^<>]{1,300}>|\s{3,}|\"\s?[,;:]\s?\"|[\[\]{}]|(?<=[\u4e00-\u9fff)）])\"?,(?=[,\"\u4e00-\u9fff(（])"
)
_AROUND = "#*\"'` ,;"
# Letters, or a unit with no figure beside it.
_HAN = re.compile(r"[\u4e00-\u9fff]|^[%‰]$")
BRACKET = re.compile(r"\(([^()]{1,60}(?:\([^()]{1,20}\)[^()]{0,30})?)\)")
_BRACKETS = str.maketrans("【】〔〕{}<>", "()()()()")
# One between figures is a span: 1—12月.
DASH = re.compile(r"(?:——|--|(?<![0-9])[—–]|[—–](?![0-9]))(?P<said>[^—–]{2,44})$")
_SENTENCE = re.compile("[。!?;]")


@dataclass(frozen=True, slots=True)
class _Said:
    """A text over a table that may say something of it: its line, and the column that it is said of, None for all."""

    text: str
    line: int
    column: str | None = None


def doubt_words_left(
    tables: Iterable[TableReading], lines: Sequence[str], form: Form, whose: Callable[[], Identity]
) -> None:
    """Put the tables in doubt, or the columns, over which something is said that is not known to change nothing."""
    read = [reading for reading in tables if any(cell.line_start for cell in reading.cells.values())]
    if not read:
        return
    taken = set().union(*(reading.lines for reading in read))
    heads = {line for line, _ in headings(list(lines), taken)}
    for reading in read:
        table = form.table(reading.table_no)
        for said in _said_over(reading, table, lines, heads, taken, form):
            if not is_said(said.text, table, form, own_of(whose(), said.line)):
                continue
            keys = [key for key in reading.cells if said.column in (None, key.col_key)]
            reading.doubt_said(keys, "table-of-another", said.line, said.text[:_LONGEST_SHOWN])


def _said_over(  # noqa: PLR0913 - a table and what is known of the lines above
    reading: TableReading, table: Table, lines: Sequence[str], heads: set[int], taken: set[int], form: Form
) -> Iterator[_Said]:
    """What stands apart between the heading of a table, or the last row above, and its first figures."""
    first = min([cell.line_start for cell in reading.cells.values() if cell.line_start])
    numbers: list[int] = []
    for number in range(first - 1, 0, -1):
        text = lines[number - 1].strip()
        if not text:
            continue
        if len(numbers) == _MOST_LINES or (number not in heads and (number in taken or is_row(text))):
            break
        numbers.append(number)
        if number in heads:
            break
    before, in_sentence, has_begun = "", False, False
    found: list[_Said] = []
    captions: list[_Said] = []
    for number in reversed(numbers):
        line = lines[number - 1]
        whole = squash(line)
        if begins_rows(whole, table):
            break
        if len(line) > _LONGEST_LINE:
            continue
        has_begun = has_begun or (number not in heads and any(map(whole.__contains__, openings(table))))
        is_prose = number not in heads and bool(in_sentence or _SENTENCE.search(whole))
        for cell in cells_of(line) if not is_prose else ():
            if len(cell) <= _LONGEST_CELL and _HAN.search(cell):
                found += _said_in(cell, before, number, table, form)
                if (
                    number not in heads
                    and not has_begun
                    and is_caption_of_others(bare := without_number(cell))
                ):
                    captions.append(_Said(bare, number))
                before = cell
        if is_prose:  # what stands above a sentence is of what the sentence says
            found, captions = [said for said in found if said.line in heads], []
            in_sentence, before = not whole.endswith(_ENDS_OF_SENTENCES), ""
    yield from (*found, *captions)


@remembering
def cells_of(line: str) -> list[str]:
    """The squashed cells of a line."""
    return [squash(cell).strip(_AROUND) for cell in _CELLS.split(line)]


@remembering
def is_row(text: str) -> bool:
    """Whether a line is a figure, or a row of a table that has one."""
    cells = cells_of(text)
    return looks_like_figure(squash(text)) or any(map(looks_like_figure, filter(None, cells[1:])))


def _said_in(cell: str, before: str, number: int, table: Table, form: Form) -> Iterator[_Said]:
    """What a cell over a table says in brackets, or behind a dash."""
    cell = cell.translate(_BRACKETS)
    bare = BRACKET.sub("", cell) if "(" in cell else cell
    if "(" in cell and "," not in bare and len(form_words(form).sub("", bare)) <= _MOST_BESIDE:
        for found in BRACKET.finditer(cell):
            yield _Said(found[1], number, _column_before(cell[: found.start()] or before, table))
    if ("—" in bare or "–" in bare or "--" in bare) and (dash := DASH.search(bare)):
        yield _Said(dash["said"], number, _column_before(bare[: dash.start()], table))


def _column_before(text: str, table: Table) -> str | None:
    """The column whose head ends a text: what is said behind it is said of the column. A table of one row has several of each name."""
    if len(table.blocks) > 1 or table.one_row:
        return None
    ends = [(len(w), c.key) for c in table.columns for w in map(squash, c.wordings) if text.endswith(w)]
    return max(ends)[1] if ends else None


def without_number(text: str) -> str:
    """A line without what numbers it or calls it a note."""
    return strip_numbering(_NOTED.sub("", text)).rstrip(":")


def is_caption_of_others(text: str) -> bool:
    """Whether a line is a caption, with a word that makes the figures others than the form's."""
    return names_figures(text) and bool(_OTHERS.search(text))


def names_figures(text: str) -> bool:
    """Whether a text that stands apart is a phrase that names figures, or a part of them."""
    if not _LEAST_LETTERS <= len(text) <= _LONGEST_ALONE or _SENTENCE.search(text):
        return False
    first, *more = text.split(",")
    return bool(_DATA.fullmatch(first) if more else _FIGURES.fullmatch(text))


_FIGURES = re.compile(
    rf"(?:{any_of(BESIDES.parts)}.{{2,26}}|.{{0,26}}{any_of(BESIDES.measures)}|.{{0,8}}单位为?[::]?.{{1,12}}|以.{{1,4}}为(?:计量)?单位)(?:类别|项目|名称|指标)?[::)]?"
)
_NOTED = re.compile("^(?:备?注|说明):")
_OTHERS = re.compile(
    any_of(
        *(WORDS.examples, WORDS.made_up, WORDS.trials, WORDS.void, WORDS.same_period, WORDS.expected),
        *(
            WORDS.several_years,
            WORDS.since,
            WORDS.other_subjects,
            WORDS.means,
            WORDS.shares,
            WORDS.half_years,
        ),
        *(WORDS.counts_of_many, WORDS.other_matters, TURNS.of_other_measures),
    )
    + rf"|(?:{any_of(BESIDES.parts)}).*{any_of(TURNS.of_other_kinds)}|20[0-9]{{2}}年[0-9]{{1,2}}月份?的?(?:数|情况|统计)"
)
_DATA = re.compile(".{2,20}(?:数据|数字|数)")


def begins_rows(text: str, table: Table) -> bool:
    """Whether a line has the first label of the rows, or the first head of a table whose heads have glosses of their own."""
    if table.one_row:
        return False
    if len(table.blocks) > 1:
        return any(word in text for word in openings(table))
    return strip_numbering(squash(table.rows[0].zh))[:5] in text


@cache
def openings(table: Table) -> tuple[str, ...]:
    """What a header begins with: heads of columns, labels, the word over them, the clause."""
    columns = {c.zh for block in table.blocks for c in block.columns}
    return (
        *{squash(w) for w in (*columns, *(x.zh for x in (*table.rows, *table.groups))) if len(w) > 1},
        "第二十条",
        squash(table.header),
    )
