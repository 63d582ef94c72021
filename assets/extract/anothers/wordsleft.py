"""What is left of the words over a table when its own are taken away: （市级机关的数据）, ——考核得分, 其中超期答复数.

A heading, a caption, a row over the whole width, the first cell and the heads of columns say what the form prints, whose report it is, of which
year, in which unit. A bracket there, what a dash adds, and a line of its own that names figures say that they are others,
unless all of it is known to change nothing (schemas/besides.toml): what may be said of figures has no end, what says nothing has
one. One that stands behind the head of a column is said of that column. Belongs here: what stands apart, and that doubt. Does not belong
here: sentences, and what is said below a table (notown.py, saidoffigures.py), the labels of rows (meaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import SECTIONS, headings
from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import is_government
from schemas.besides import BESIDES
from schemas.form import Form, Table
from schemas.meaning import TURNS
from schemas.whose import any_of

# Written lines above the first figure that may be the table's, where no heading stands before.
_MOST_LINES = 40
_LONGEST_CELL, _LONGEST_SAID, _LONGEST_ALONE = 160, 44, 30
# A line with cells repeated over all columns is long; a heading with words between its own; letters around a bracket that are none
# of the form's, beyond which the line is prose.
_LONGEST_LINE, _LONGEST_BARE, _MOST_BESIDE = 4000, 42, 20
_ENDS_OF_SENTENCES = ("。", ")", ":", "!", "?")
_LEAST_LETTERS = 2
_LONGEST_SHOWN = 60
_CELLS = re.compile(
    r"\\[nrt]|[|│┃\t]+|<[^<>]{1,300}>|\s{3,}|\"\s?[,;:]\s?\"|[\[\]{}]|(?<=[\u4e00-\u9fff)）]),(?=[,\u4e00-\u9fff(（])"
)
_AROUND = "#*\"'` ,;"
_HAN = re.compile(r"[\u4e00-\u9fff]|[%‰]")
BRACKET = re.compile(r"\(([^()]{1,60}(?:\([^()]{1,20}\)[^()]{0,30})?)\)")
DASH = re.compile(r"(?:——|--|—|–|--)(?P<said>[^—–]{2,44})$")
_SENTENCE = re.compile("[。!?;]")
# Numbers of tables, pages and documents; the whole year, and its last day.
_NUMBERED = (
    r"\([一二三四五六七八九十0-9]{1,2}\)|[一二三四五六七八九十0-9]{1,2}、|(?:附?表|附件|图|之)[一二三四五六七八九十0-9-]{1,3}"
    r"|第[一二三四五六0-9]{1,2}[页部项栏列]|共[0-9]{1,2}页|[〔\[(]20[0-9]{2}[〕\])][0-9]{1,3}号|20[0-9]{2}(?=〕)|[0-9]{1,3}号|[0-9-]{7,13}"
)
_TO = r"[至到—–~～-]{1,2}"
_WHOLE_YEAR = rf"自?0?1月(?:0?1日)?起?{_TO}(?:20[0-9]{{2}}年)?12月(?:31日)?止?|0?1{_TO}12月|12月31日(?:24时)?|截[至止]到?(?:20[0-9]{{2}}年1月[0-9]{{1,2}}日|20[0-9]{{2}}年12月)|12月底|年底|年末"
_SEAT = re.compile(".[省市县区州盟旗镇乡]")
_UNIT = re.compile(r"(?:计量)?单位(?:均?为|[:：])+(?P<unit>.{1,14})|以(?P<as>.{1,4})为(?:计量)?单位")
_YEAR = r"20[0-9]{2}|二[〇○零0][一二三四五六七八九〇○零]{2}"
_MARKS = r"(?:[^\w%‰]|_)"
# Units of what the tables count, and of amounts, whose head may stand anywhere.
_UNITS = re.compile(rf"(?:{any_of(BESIDES.units, BESIDES.money)}|{_MARKS})+")


# The names of a report's agency, and its years.
Own = tuple[frozenset[str], frozenset[str]]


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
        for said in (
            *_said_over(reading, table, lines, heads, taken, form),
            *_said_below(reading, lines, heads, taken, form),
        ):
            if not is_said(said.text, table, form, own_of(whose(), said.line)):
                continue
            keys = [k for k in reading.cells if said.column in (None, k.col_key) and not reading.is_open(k)]
            if keys:
                reading.note("table-of-another", line=said.line, label=said.text[:_LONGEST_SHOWN])
            for key in keys:
                reading.doubt(key, "table-of-another", said.line)


def _said_over(  # noqa: PLR0913 - a table and what is known of the lines above
    reading: TableReading, table: Table, lines: Sequence[str], heads: set[int], taken: set[int], form: Form
) -> Iterator[_Said]:
    """What stands apart between the heading of a table, or the last row above, and its first figures."""
    first = min(cell.line_start for cell in reading.cells.values() if cell.line_start)
    numbers: list[int] = []
    for number in range(first - 1, 0, -1):
        text = lines[number - 1].strip()
        if not text:
            continue
        if len(numbers) == _MOST_LINES or (number not in heads and (number in taken or _is_row(text))):
            break
        numbers.append(number)
        if number in heads:
            break
    before, in_sentence = "", False
    found: list[_Said] = []
    for number in reversed(numbers):
        line = lines[number - 1]
        whole = squash(line)
        if _begins_rows(whole, table):
            break
        if len(line) > _LONGEST_LINE:
            continue
        is_prose = number not in heads and bool(in_sentence or _SENTENCE.search(whole))
        cells = [squash(cell).strip(_AROUND) for cell in _CELLS.split(line)]
        for cell in cells if not is_prose else ():
            if len(cell) <= _LONGEST_CELL and _HAN.search(cell):
                found += _said_in(cell, before, number, table, form, is_head=number in heads)
                before = cell
        if is_prose:  # what stands above a sentence is of what the sentence says
            found = [said for said in found if said.line in heads]
            in_sentence, before = not whole.endswith(_ENDS_OF_SENTENCES), ""
    yield from found


def _is_row(text: str) -> bool:
    """Whether a line is a figure, or a row of a table that has one."""
    cells = [squash(cell).strip(_AROUND) for cell in _CELLS.split(text)]
    return looks_like_figure(squash(text)) or any(map(looks_like_figure, filter(None, cells[1:])))


def _said_in(  # noqa: PLR0913 - a cell and what stands around it
    cell: str, before: str, number: int, table: Table, form: Form, *, is_head: bool
) -> Iterator[_Said]:
    """What a cell over a table says in brackets, behind a dash, or by itself."""
    bare = BRACKET.sub("", cell)
    if "," not in bare and len(_words(form).sub("", bare)) <= _MOST_BESIDE:
        for found in BRACKET.finditer(cell):
            yield _Said(found[1], number, _column_before(cell[: found.start()] or before, table))
    if dash := DASH.search(bare):
        yield _Said(dash["said"], number, _column_before(bare[: dash.start()], table))


def _said_below(
    reading: TableReading, lines: Sequence[str], heads: set[int], taken: set[int], form: Form
) -> Iterator[_Said]:
    """What the row below the last figures says that has but one cell, if it is no sentence."""
    last = max(cell.line_end for cell in reading.cells.values() if cell.line_end)
    for number in range(last + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        if number in heads or number in taken or len(line) > _LONGEST_LINE:
            return
        cells = {squash(cell).strip(_AROUND) for cell in _CELLS.split(line)} - {""}
        if len(cells) != 1:
            return
        text = cells.pop()
        if not _HAN.search(text):
            if looks_like_figure(text):
                return
            continue
        text = _NOTED.sub("", text)
        if whole := BRACKET.fullmatch(text):
            text = whole[1].removeprefix("以上为")
        if names_figures(text) and not _words(form).fullmatch(text):
            yield _Said(text, number)
        return


def _column_before(text: str, table: Table) -> str | None:
    """The column whose head ends a text: what is said behind it is said of the column. A table of one row has several of each name."""
    if len(table.blocks) > 1 or table.one_row:
        return None
    ends = [(len(w), c.key) for c in table.columns for w in map(squash, c.wordings) if text.endswith(w)]
    return max(ends)[1] if ends else None


def names_figures(text: str) -> bool:
    """Whether a text that stands apart is a phrase that names figures, or a part of them."""
    if not _LEAST_LETTERS <= len(text) <= _LONGEST_ALONE or _SENTENCE.search(text):
        return False
    first, *more = text.split(",")
    return bool(_DATA.fullmatch(first) if more else _FIGURES.fullmatch(text))


_FIGURES = re.compile(
    rf"(?:{any_of(BESIDES.parts)}.{{2,26}}|.{{0,26}}{any_of(BESIDES.measures)}|.{{0,8}}单位为?[::]?.{{1,12}})(?:类别|项目|名称|指标)?[::)]?"
)
_NOTED = re.compile("^(?:备?注|说明):")
# A slip copied from last year in front of a title says nothing.
_YEAR_IN_FRONT = re.compile(rf"^(?:{_YEAR})年?度?")
# What explains what stands before it: （含局属单位）.
_EXPLAINED = re.compile(any_of(TURNS.explanations))
# What gives the order of columns.
_IN_ORDER = re.compile("依次|顺序")
_DATA = re.compile(".{2,20}(?:数据|数字|数)")


def is_said(text: str, table: Table, form: Form, own: Own) -> bool:
    """Whether a text is neither the form's own words, nor pieces of them, nor known to change nothing."""
    if (
        _IN_ORDER.search(text)
        or _EXPLAINED.match(text)
        or len(text) > _LONGEST_SAID
        or "。" in text
        or not _HAN.search(text)
    ):
        return False
    if unit := _UNIT.fullmatch(text.rstrip(")")):
        said = unit["unit"] or unit["as"]
        if said.endswith(tuple(BESIDES.kinds)):
            return not _harmless(own).fullmatch(said)
        return not _UNITS.fullmatch(said) and not said.startswith("件、")
    pieces = _own_words(table).sub("\0", strip_numbering(text)).split("\0")
    return any(
        len(piece) > 1
        and bool(_HAN.search(piece))
        and not _harmless(own).fullmatch(piece)
        and piece.strip("(),:、") not in _print(form)
        for piece in pieces
    )


def _begins_rows(text: str, table: Table) -> bool:
    """Whether a line has the first label of the rows, or the first head of a table whose heads have glosses of their own."""
    if table.one_row:
        return False
    if len(table.blocks) > 1:
        return any(word in text for word in _openings(table))
    return strip_numbering(squash(table.rows[0].zh))[:5] in text


@cache
def _openings(table: Table) -> tuple[str, ...]:
    columns = {c.zh for block in table.blocks for c in block.columns}
    return (
        *{squash(w) for w in (*columns, *(row.zh for row in table.rows)) if len(w) > 1},
        "第二十条",
        squash(table.header),
    )


@cache
def _own_words(table: Table) -> re.Pattern[str]:
    """The labels of a table, and the titles of all."""
    return re.compile(any_of(_of_table(table), _titles()))


@cache
def _words(form: Form) -> re.Pattern[str]:
    return re.compile(any_of(_titles(), *map(_of_table, form.tables)))


@cache
def _print(form: Form) -> str:
    return "\n".join(sorted(_titles().union(*map(_of_table, form.tables))))


@cache
def _titles() -> frozenset[str]:
    return frozenset(squash(w) for section in SECTIONS for w in section.wordings)


@cache
def _of_table(table: Table) -> frozenset[str]:
    labels = (*table.columns, *table.groups, *table.rows, *(b.clause for b in table.blocks if b.clause))
    found = {squash(w) for label in labels for w in label.wordings}
    found.update(map(squash, (table.zh, *table.aliases, table.header, table.note or "")))
    found.update({strip_numbering(w) for w in found})
    return frozenset(w for w in found if len(w) > 1)


def own_of(identity: Identity, line: int) -> Own:
    """The names of the report's agency, and its years by what stands elsewhere than on a line."""
    agencies = {squash(found.value) for found in (identity.agency, identity.signature) if found}
    return frozenset(agencies), frozenset(str(each.value) for each in identity.years if each.line != line)


@cache
def _harmless(own: Own) -> re.Pattern[str]:
    """What says nothing of figures, to a report of these agencies and years."""
    agencies, years = own
    year = any_of(years) if years else f"(?:{_YEAR})"
    short = {agency[at:] for agency in agencies for at in range(max(1, len(agency) - 2))}
    names = [any_of(short)] if short else []
    if any(map(is_government, agencies)):
        seats = {name[-1] for agency in agencies for name in _SEAT.findall(agency)}
        names.append(f"全[{''.join(sorted(seats))}]")
    words = any_of(BESIDES.time, BESIDES.said_of, BESIDES.figures)
    return re.compile(
        rf"(?:{'|'.join([*names, f'{year}年?度?', _WHOLE_YEAR, _NUMBERED, words])}"
        rf"|{any_of(BESIDES.own)}{any_of(BESIDES.kinds)}|[局委办厅院]机关|{_MARKS})+"
    )
