"""Reading a table whose figures were printed a paragraph each, where a program lost the order of some rows.

Programs that order a page by its blocks of text print most rows as they stand, a label and its figures, and a few
in disorder: the labels of two rows before the figures of both, labels of a group behind the table, a row that words
part. No row of such a text can be told by its own count, for blanks vanish and page numbers slip in. Here the whole
table is counted: between any two rows that stand as printed there must be the figures of exactly the rows that are
missing there. Then nothing vanished and nothing slipped in, and the rows that stand as printed are known. Of the
others, those are known whose order cannot be lost: figures that are all nought, and a row whose first figure stands
between the lines of its label. Figures of several rows behind their labels are not: they may go by rows or by columns.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from assets.extract.cells import TableReading, read_cell
from assets.extract.disordered.paragraphorder import order_of_columns
from assets.extract.disordered.tablelines import Line, only_its_words, region, written
from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import normalize, squash, strip_numbering
from assets.extract.model import Cell
from assets.extract.numbers import PAGE_NUMBER, parse_figure
from assets.extract.places.runcolumns import is_cut
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from schemas.form import CellKey, Form, Table

LAYOUT = "cell_per_line"
# A label this much alike is the label.
_SURE = 0.9
# Words that one label is broken into, at most.
_MOST_WORDS = 6
# So large a share of the rows must stand as printed.
_LEAST_WHOLE = 0.3


@dataclass
class _Block:
    """Lines of words and the figures that follow them.

    `rows` are the rows whose labels the words are, in order; `ends` tells that nothing but a group's label stands
    behind the last. `apart` tells that every figure is a paragraph of its own, and that no page ends between them;
    `beside` that the first is none, but stands at the words; `feed` that a page may end above the words.
    """

    words: list[tuple[str, int]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    ends: bool = False
    apart: bool = True
    beside: bool = False
    feed: bool = False


def read_paragraphs(reading: TableReading, lines: list[str], form: Form) -> None:
    """Add to a reading the cells that are proved by the count of the whole table, where nothing is known of them."""
    table = form.table(reading.table_no)
    known = [key for key, cell in reading.cells.items() if cell.status != "uncertain"]
    (block, *others) = table.blocks
    if others or len(known) == len(block.rows) * len(block.columns):
        return
    found = region(lines, form, table)
    if found is None:
        return
    printed = list(written(lines, *found))
    alone = sum(line.gap and len(line.figures) == 1 for line in printed)
    if alone < _LEAST_WHOLE * len(block.rows) * len(block.columns):
        return
    blocks = _blocks(_with_first_figures(printed, form, table), form, table)
    order = order_of_columns(lines, found[0], form, table) if any(b.rows for b in blocks) else None
    if order is None or not only_its_words((w for b in blocks for w, _ in b.words), lines, table):
        return
    marked = bool(bare_pages(lines).lines) or any(
        is_furniture(line) and any(map(str.isdigit, line)) for line in lines
    )
    feeds = (
        None if not any("\f" in line for line in lines) else {line.number for line in printed if line.feed}
    )
    for row, cells in _rows(blocks, table, _pages(printed, marked, feeds)):
        for key, cell in zip(order, cells, strict=True):
            column = next(c for c in block.columns if c.key == key)
            place = CellKey(table.no, block.rows[row].key, key)
            if reading.is_open(place):
                read = reading.cells[place] = read_cell(cell, column)
                reading.note_unparsed(block.rows[row], column, read)
        reading.lines.update(range(cells[0].line_start, cells[-1].line_end + 1))
        reading.layout = reading.layout or LAYOUT


def _match(words: list[str], form: Form, table: Table) -> tuple[int, float] | None:
    """The row that words are the label of, and how much alike; a column's name without a number is none."""
    text = squash("".join(words))
    match = row_matcher(form.id, table.no).match(text)
    if match is None or match.score < _SURE:
        return None
    if strip_numbering(text) == text and normalize(text) in {normalize(c.zh) for c in table.columns}:
        return None
    return [row.key for row in table.rows].index(match.key), match.score


def _with_first_figures(printed: list[Line], form: Form, table: Table) -> list[Line]:
    """The lines, where a single figure that the lines of a label enclose is put behind the label."""
    out = list(printed)
    at = 0
    while at < len(out):
        line = out[at]
        below = [
            j
            for j in range(at + 1, min(at + 4, len(out)))
            if not any(o.gap or o.figures for o in out[at + 1 : j + 1])
        ]
        feed = line.feed or any(out[j].feed for j in below[:1])
        if len(line.figures) == 1 and below and not feed and (line.words or not line.gap):
            first = at
            above: list[int] = [at] if line.words else []
            while first and len(above) < 3 and not out[first].gap and not out[first - 1].figures:
                first -= 1
                above.append(first)
            tails = [[w for i in sorted(above[:n]) for w in out[i].words] for n in range(1, len(above) + 1)]
            tails = [t[s:] for t in tails for s in range(min(2, len(t)))]
            heads = [(j, [w for i in range(at + 1, j + 1) for w in out[i].words]) for j in below]
            found = [
                (whole[1], j)
                for tail in tails
                for j, head in heads
                if (whole := _match(tail + head, form, table)) is not None
                and whole[1] > max(_score(tail, whole[0], form, table), _score(head, whole[0], form, table))
            ]
            if found:
                _, last = max(found)
                moved = Line(out[last].number, out[last].words, line.figures, out[last].gap, out[last].feed)
                bare = [Line(line.number, line.words, (), line.gap, line.feed)] if line.words else []
                out[at : last + 1] = [*bare, *out[at + 1 : last], moved]
                at = at + len(bare) + last - at - 1
        at += 1
    return out


def _score(words: list[str], row: int, form: Form, table: Table) -> float:
    """How much alike words are to the label of a row."""
    match = _match(words, form, table)
    return match[1] if match is not None and match[0] == row else 0.0


def _blocks(printed: list[Line], form: Form, table: Table) -> list[_Block]:
    """The lines as blocks of words and figures, the labels of rows found among the words."""
    blocks = [_Block()]
    for line in printed:
        if line.words and blocks[-1].cells:
            blocks.append(_Block(feed=line.feed))
        block = blocks[-1]
        block.words += [(word, line.number) for word in line.words]
        if line.figures:
            block.beside |= not block.cells and (bool(line.words) or not line.gap)
            block.apart &= len(line.figures) == 1 and (not block.cells or (line.gap and not line.feed))
            block.cells += [Cell(text, line.number, line.number) for text in line.figures]
    groups = [normalize(g.zh) for g in table.groups]
    for block in blocks:
        at = 0
        while at < len(block.words):
            found = [
                (match[1], size, match[0])
                for size in range(1, _MOST_WORDS + 1)
                if at + size <= len(block.words)
                and (match := _match([w for w, _ in block.words[at : at + size]], form, table))
            ]
            if found:
                _, size, row = max(found)
                block.rows.append(row)
                block.ends = True
                at += size
            else:
                block.ends &= any(normalize(block.words[at][0]) in group for group in groups)
                at += 1
    return blocks


def _pages(printed: list[Line], marked: bool, feeds: set[int] | None) -> set[int]:
    """Lines whose figure may be the number of a page: those at the end or start of one, all where no page is marked."""
    if marked:
        return set()
    if feeds is None:
        return {line.number for line in printed}
    near = set(feeds)
    near |= {above.number for above, below in pairwise(printed) if below.number in feeds}
    return near


def _rows(blocks: list[_Block], table: Table, pages: set[int]) -> list[tuple[int, list[Cell]]]:
    """The rows that are known, each with its figures; none where the table does not come out even."""
    size, width = len(table.rows), len(table.columns)
    labels = Counter(row for block in blocks for row in block.rows)
    if labels and max(labels.values()) > 1:
        return []

    def may_be_page(cell: Cell) -> bool:
        return cell.line_start in pages and PAGE_NUMBER.fullmatch(cell.text) is not None

    whole = [
        i
        for i, b in enumerate(blocks)
        if len(b.rows) == 1 and b.ends and len(b.cells) == width and b.apart and not any(map(is_cut, b.cells))
    ]
    if len(whole) < _LEAST_WHOLE * size:
        return []
    known = [(blocks[i].rows[0], blocks[i].cells) for i in whole]
    ends = [(-1, -1), *((blocks[i].rows[0], i) for i in whole), (size, len(blocks))]
    even = True
    for (above, first), (below, last) in pairwise(ends):
        between = blocks[first + 1 : last]
        missing = list(range(above + 1, below))
        cells = [cell for b in between for cell in b.cells]
        if below <= above or len(cells) > len(missing) * width:
            return []
        even &= len(cells) == len(missing) * width
        if missing and len(cells) == len(missing) * width and all(row in labels for row in missing):
            known += _noughts(missing, cells, width)
    if not even:
        known = [(blocks[i].rows[0], blocks[i].cells) for i in whole if _stands_between(blocks, i, width)]
    cut = {blocks[i].rows[0] for i in whole if any(b.feed for b in blocks[i + 1 : i + 2])}
    return [
        (row, cells)
        for row, cells in known
        if row not in cut and not may_be_page(cells[0]) and not may_be_page(cells[-1])
    ]


def _stands_between(blocks: list[_Block], at: int, width: int) -> bool:
    """Whether the labels of the rows before and after stand right above and below a row.

    Where the first cells of the row above stand beside its label and no others behind them, the others may stand here.
    """
    above, below = blocks[at - 1 : at] if at else [], blocks[at + 1 : at + 2]
    row = blocks[at].rows[0]
    if any(b.beside and len(b.cells) < len(b.rows) * width for b in above):
        return False
    return all(b.rows[-1:] == [row - 1] for b in above) and any(b.rows[:1] == [row + 1] for b in below)


def _noughts(missing: list[int], cells: list[Cell], width: int) -> list[tuple[int, list[Cell]]]:
    """The missing rows of a stretch whose figures are all nought, or all say that there is none.

    Other figures keep to no order that could be known: programs print such rows now by rows, now by columns.
    """
    read = {(f.status, f.value) for f in (parse_figure(c.text, signed=False, money=False) for c in cells)}
    if len(read) != 1 or next(iter(read)) not in (("reported", 0), ("not_applicable", None)):
        return []
    return [(row, cells[i * width : (i + 1) * width]) for i, row in enumerate(missing)]
