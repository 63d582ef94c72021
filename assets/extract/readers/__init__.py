"""From lines to items: one module for each structure in which converters leave a table, and `items` to choose.

The choice is made by what stands in the text, block by block, so that one report may mix layouts. Belongs here: the order of the
readers. Does not belong here: the readers, which lie by what sets their cells apart (bars/, drawn/, separated/, notations/, dumps/, plain/),
and what is put right behind them all (mended/).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assets.extract.model import Cell, GridRow, Item, Prose
from assets.extract.numbers import EMPTY_WORDS
from assets.extract.readers.bars import barsbefore, brokenrows, countedbars, pipes
from assets.extract.readers.drawn import boxblocks, boxes, flush, ruled
from assets.extract.readers.dumps import coordinates, dashes, lists
from assets.extract.readers.mended.clauserows import with_headers_apart
from assets.extract.readers.mended.headersinrows import with_own_headers_apart
from assets.extract.readers.mended.leftpacked import without_fillings
from assets.extract.readers.mended.levels import with_levels_apart
from assets.extract.readers.mended.rowends import fill_ends, keep_last_blanks
from assets.extract.readers.mended.sharedcells import part_shared
from assets.extract.readers.mended.splitbrackets import with_brackets_whole
from assets.extract.readers.notations import asciidoc, fences, html, markup
from assets.extract.readers.plain import running
from assets.extract.readers.plain.pages import bare_pages
from assets.extract.readers.plain.runningheads import running_heads
from assets.extract.readers.separated import baretabs, copied, delimited, tabcells
from assets.extract.readers.separated.tabbedprose import lines_of_prose
from assets.extract.undone.words.translations import chinese_label

# (does a block of this structure start here?, the line after its end, its rows)
_Starts = Callable[[list[str], int], bool]
_Ends = Callable[[list[str], int], int]
_Reads = Callable[[list[str], int, int], list[GridRow]]

# Before each reader the characters or texts one of which must stand somewhere in a text for it to have a block there, None
# where any text may: most readers need not be asked of most texts.
_READERS: tuple[tuple[str | tuple[str, ...] | None, _Starts, _Ends, _Reads], ...] = (
    ("<", html.starts, html.end, html.read),
    ("{[.@\\(<", markup.starts, markup.end, markup.read),
    ("[{(", lists.starts, lists.end, lists.read),
    ((":::", "container::"), fences.starts, fences.end, fences.read),
    (("- -", "- ["), dashes.starts, dashes.end, dashes.read),
    (boxblocks.CORNERS, boxblocks.starts, boxblocks.end, boxes.read),
    ("-=─", ruled.starts, ruled.end, ruled.read),
    ("\t", copied.starts, copied.end, copied.read),
    ("\t", baretabs.starts, baretabs.end, baretabs.read),
    ("\t", tabcells.starts, tabcells.end, tabcells.read),
    ("\t", delimited.starts_tsv, delimited.end_tsv, delimited.read_tsv),
    (("|-", "| -", "|:-"), countedbars.starts, countedbars.end, countedbars.read),
    ("|", asciidoc.starts, asciidoc.end, asciidoc.read),
    ("|｜", barsbefore.starts, barsbefore.end, barsbefore.read),
    ("|｜", brokenrows.starts, brokenrows.end, brokenrows.read),
    ("|｜", pipes.starts, pipes.end, pipes.read),
    (":：=>", coordinates.starts, coordinates.end, coordinates.read),
    (",;", delimited.starts_csv, delimited.end_csv, delimited.read_csv),
    (None, flush.starts, flush.end, flush.read),
)

_LONGEST_CELL_OF_PROSE = 60
_LONGEST_LINE = 20_000


def items(lines: list[str]) -> list[Item]:
    """All table rows, runs of figures and lines of prose in the order of the text."""
    overlong = {}
    if max(map(len, lines), default=0) > _LONGEST_LINE:
        overlong = {n: line for n, line in enumerate(lines, 1) if len(line) > _LONGEST_LINE}
    if overlong:  # no table row is that long, and no reader should meet one
        lines = ["" if n in overlong else line for n, line in enumerate(lines, 1)]
    pages = bare_pages(lines)
    if heads := running_heads(lines):
        pages = replace(pages, lines=pages.lines | heads)
    text = "\n".join(lines)
    readers = [r for r in _READERS if r[0] is None or any(map(text.__contains__, r[0]))]
    if not any(sign in text for sign in markup.SIGNS):
        readers = [r for r in readers if r[1] is not markup.starts]
    if not ruled.may_stand_in(lines, text):
        readers = [r for r in readers if r[1] is not ruled.starts]
    found: list[Item] = []
    plain: list[tuple[int, str]] = []
    index = block = 0
    while index < len(lines):
        for _, starts, end, read in readers if lines[index] else ():
            if starts(lines, index):
                found += running.read(plain, pages)
                plain = []
                stop = end(lines, index)
                found += lines_of_prose(
                    _row_or_prose(_bare(row)) for row in read(lines[index:stop], index + 1, block)
                )
                block += 1
                index = stop
                break
        else:
            plain.append((index + 1, lines[index]))
            index += 1
    found += running.read(plain, pages)
    found = with_brackets_whole(with_levels_apart(with_own_headers_apart(with_headers_apart(found))))
    found = part_shared(fill_ends(without_fillings(keep_last_blanks(found, lines))))
    found += [Prose(line, n) for n, line in overlong.items()]
    return sorted(found, key=lambda item: item.line_start) if overlong else found


def _bare(row: GridRow) -> GridRow:
    """The row with blank cells where a program printed its word for an empty cell, its labels without English below them."""
    if "\n" in "".join([cell.text for cell in row.cells]):
        row.cells = [replace(c, text=chinese_label(c.text)) if "\n" in c.text else c for c in row.cells]
    if not EMPTY_WORDS.isdisjoint(map(str.strip, [cell.text for cell in row.cells])):
        row.cells = [
            Cell("", c.line_start, c.line_end) if c.text.strip() in EMPTY_WORDS else c for c in row.cells
        ]
    return row


def _row_or_prose(row: GridRow) -> Item:
    """A paragraph that merely starts with a tab, or sits in a one-cell frame, is prose."""
    if len(row.written) == 1:
        cell = row.cells[row.written[0]]
        if "。" in cell.text or len(cell.text) > _LONGEST_CELL_OF_PROSE:
            return Prose(cell.text, cell.line_start)
    return row
