"""Reading a table whose rows carry labels (tables 2 and 3): from a chain of labels to cells in their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from assets.extract.cells import CellReading, TableReading, uncertain
from assets.extract.labels import squash, strip_numbering
from assets.extract.model import Item, Prose, Run
from assets.extract.places.amidcutrows import clear_of_cut_figures
from assets.extract.places.besidecolumns import beside_columns
from assets.extract.places.intruded import broken_off, may_be_intruded, nothing_but_noughts
from assets.extract.places.listnumbers import with_list_numbers
from assets.extract.places.movedrows import doubt_moved
from assets.extract.places.narrowcells import may_be_broken
from assets.extract.places.onebeyond import free_of_strangers
from assets.extract.places.padded import doubt_padded
from assets.extract.rows.blocks.halves import may_be_cut, read_parts
from assets.extract.rows.blocks.rowblock import BlockReader
from assets.extract.rows.blocks.underheaders import stand_under
from assets.extract.rows.cut.cutrows import doubt_shifted, doubt_walls, join_cut_labels, stand_above
from assets.extract.rows.cut.restbelow import with_rest_below
from assets.extract.rows.cut.secondhalves import take_up_second_halves
from assets.extract.rows.cut.splitbeside import beside_a_line
from assets.extract.rows.cut.textend import doubt_the_cut
from assets.extract.rows.cut.unreadhalves import with_unread_halves
from assets.extract.rows.figures.amongshort import full_among_short
from assets.extract.rows.figures.oddcells import rows_with_odd_cells
from assets.extract.rows.figures.wordbehind import with_word_behind
from assets.extract.rows.finding.candidates import Candidate, candidates
from assets.extract.rows.finding.chain import Link, chain
from assets.extract.rows.finding.fullrows import part_full_rows
from assets.extract.rows.finding.labelorder import out_of_order
from assets.extract.rows.finding.links import (
    complete,
    has_figures,
    is_table,
    is_weak_blank,
)
from assets.extract.rows.labels.labelonly import note_labels_only
from assets.extract.rows.outofstep.headsabove import doubt_below_heads
from assets.extract.rows.outofstep.labelinhalves import with_label_in_halves
from assets.extract.rows.outofstep.looseends import leave_loose_ends, leave_loose_runs
from assets.extract.rows.outofstep.openbrackets import closed_beside_another
from assets.extract.rows.outofstep.shifted import doubt_labels
from assets.extract.rows.outofstep.stackedlabels import above_labels, below_a_piece, below_bare_figures
from assets.extract.rows.twice.copiedlabel import doubt_copied_labels
from assets.extract.rows.twice.mixedprints import doubt_second_print
from assets.extract.rows.twice.printedtwice import rivals
from assets.extract.sidebyside.turned import read_turned_table
from schemas.form import CellKey, Form, Row, Table

_LEAST_WHOLE = 0.5
_REPEATED = ("table-repeated", "row-repeated")
# So many rows that are printed again with other figures are no slip.
_LEAST_DIFFERENT = 2


def read_row_table(items: list[Item], lines: list[str], form: Form, table_no: str) -> TableReading:
    """Find table `table_no` of the form among the items and read its cells."""
    table = form.table(table_no)
    rows = table.rows
    block_of = {row.key: block for block in table.blocks for row in block.rows}
    widths = {i: len(block_of[row.key].columns) for i, row in enumerate(rows)}
    printed = join_cut_labels(candidates(items, form.id, table), items, form.id, table)
    found = take_up_second_halves([c for c in printed if not is_weak_blank(c)], items)
    prose = sorted(item.line for item in items if isinstance(item, Prose))
    reading = TableReading(table_no)
    links = chain(found, widths, prose)
    if not is_table(links, table, lines):
        turned = len(table.blocks) == 1 and not table.one_row
        return (turned and read_turned_table(items, lines, form, table_no)) or reading
    parts = may_be_cut(links, table) and read_parts(found, widths, prose, items, lines, form, table)
    if parts:
        return parts
    links = complete(links, found, table, widths, form.id)
    links = links if table.one_row else part_full_rows(links, widths, form, table)
    _note_strangers(links, found, reading)
    leave_loose_ends(links, found, widths, lines, form, table)
    leave_loose_runs(links, items, lines, table)
    doubt_shifted(links, items, table)
    readers = _readers(links, items, lines, form, table)
    copies, is_copy = rivals(links, found, widths, prose, table, lines)
    prints = [(copy, _readers([*copy.values()], items, lines, form, table)) for copy in copies]
    for link in links:
        at = id(block_of[(row := rows[link.row]).key])
        cells = readers[at].read(link, row, reading)
        for rival, own in ((copy[link.row], own) for copy, own in prints if link.row in copy):
            # a print with another header has columns of its own
            other = (own[at] if own[at].is_told else readers[at]).read(rival, row, None)
            cells = _confront(cells, other, row, rival, reading, is_copy)
        reading.cells.update(cells)
        reading.lines.update(range(link.candidate.line, link.candidate.line_end + 1))
    _doubt_printed_once(reading, links, copies, table)
    _doubt_scrambled(links, reading, lines, table)
    doubt_second_print(links, found, reading, table)
    doubt_labels(links, found, reading, lines, table)
    _doubt_split(reading, links, found, items, lines, form, table)
    doubt_padded(links, reading, table, readers[id(table.blocks[0])])
    doubt_moved(links, reading, table, readers[id(table.blocks[0])])
    doubt_walls(links, reading, table)
    doubt_copied_labels(links, found, reading, lines, table)
    if may_be_intruded(links, lines, table):
        sure = (
            nothing_but_noughts(links, table)
            | free_of_strangers(links, table)
            | clear_of_cut_figures(links, lines, table)
        )
        _doubt_all(reading, links[0].candidate.line, "strange figures", sure)
    doubt_below_heads(links, items, reading, table)
    if stand_above(links, items, table):
        _doubt_all(reading, links[0].candidate.line, "figures above labels")
    if wrong := out_of_order(links, lines, table):
        _doubt_all(reading, links[0].candidate.line, wrong)
    doubt_the_cut(reading, links, table, lines)
    note_labels_only(links, found, reading, lines, form, table)
    layouts = Counter(link.candidate.item.layout for link in links)
    reading.layout = max(layouts, key=lambda k: (layouts[k], k))
    return reading


def _readers(
    links: list[Link], items: list[Item], lines: list[str], form: Form, table: Table
) -> dict[int, BlockReader]:
    """The reader of each block; they go by no labels of a header where the figures of the table do not stand under them."""
    readers = {id(block): BlockReader(block, links, items, lines, form, table) for block in table.blocks}
    places = [(reader.header_places, reader.figures) for reader in readers.values()]
    if any(labels for labels, _ in places) and not stand_under(places):
        for reader in readers.values():
            reader.header_places = None
    return readers


def _doubt_split(  # noqa: PLR0913 - a row and all that stands about it
    reading: TableReading,
    links: list[Link],
    found: list[Candidate],
    items: list[Item],
    lines: list[str],
    form: Form,
    table: Table,
) -> None:
    """Rows of which a part may stand elsewhere, or another's part among their own figures."""
    unsure = (
        *broken_off(links, items, table),
        *(
            link
            for link in below_a_piece(links, items, table)
            if not _is_whole_above(link, links, reading, table)
        ),
        *below_bare_figures(links, items, table),
        *with_rest_below(links, items, table),
        *above_labels(links, items, table, lines),
        *with_list_numbers(links, table),
        *may_be_broken(links, lines, table),
        *closed_beside_another(links, items, table),
        *with_unread_halves(links, items, lines, table),
        *with_label_in_halves(links, found, table),
        *with_word_behind(links, lines, form, table),
        *beside_columns(links, lines, table),
        *beside_a_line(links, found, table),
    )
    for link in unsure:
        row, line = table.rows[link.row], link.candidate.line
        reading.note("row-split", line=line, row_key=row.key, row=row, found=len(link.candidate.figures))
        for key in table.keys_of[row.key]:
            reading.doubt(key, "row-split", line)


def _is_whole_above(link: Link, links: list[Link], reading: TableReading, table: Table) -> bool:
    """Whether all cells of the row right above are known, blank ones by their empty lines: it is no piece."""
    above = next((other for other in links if other.candidate.index == link.candidate.index - 1), None)
    return above is not None and reading.is_whole(table.keys_of[table.rows[above.row].key])


def _doubt_printed_once(
    reading: TableReading, links: list[Link], copies: list[dict[int, Link]], table: Table
) -> None:
    """Most rows are printed again with other figures: it is not known of which of the tables the rest of a block is."""
    doubted = {key.row_key for key, cell in reading.cells.items() if cell.reason in _REPEATED}
    rows = {link.row for link in links}
    others = [
        again
        for copy in copies
        if len(again := rows & copy.keys()) * 2 > len(links)
        and sum(table.rows[row].key in doubted for row in again) >= max(_LEAST_DIFFERENT, len(again) / 2)
    ]
    if not others:
        return
    again = set.intersection(*others)
    keys = [table.rows[row].key for row in again]
    rest = {row.key for block in table.blocks if any(r.key in keys for r in block.rows) for row in block.rows}
    for link in links:
        row = table.rows[link.row]
        if row.key in rest and link.row not in again:
            for key in [key for key in reading.cells if key.row_key == row.key]:
                reading.doubt(key, "table-repeated", link.candidate.line)


def _doubt_scrambled(links: list[Link], reading: TableReading, lines: list[str], table: Table) -> None:
    """One figure a line, and the count of figures cannot be trusted: then no row of such a text can.

    That is so where most rows lack the figures they need, and where some have too few (blanks vanish) and others too
    many (digits are split, page numbers slip in): then the right count may be a chance. Rows that the clerk left out lack none.
    """
    width = len(table.columns)
    alone = width if len(table.blocks) == 1 else 1
    if sum(_stands_down(link, width) or _is_alone(link, alone) for link in links) * 2 < len(links):
        return
    by_line = sum(link.candidate.item.layout == "cell_per_line" for link in links) * 2 >= len(links)
    whole = len({key.row_key for key, cell in reading.cells.items() if cell.status != "uncertain"})
    # several whole rows in one place are no sign of figures that split, slipped in or vanished
    several = [
        at for code, at in reading.findings if code == "row-long" and at["found"] % at["expected"] == 0
    ]
    whole += sum(at["found"] // at["expected"] for at in several if at["expected"] > 1)
    odd = rows_with_odd_cells(links, lines, table) if by_line else set()
    problems = {
        code
        for code, at in reading.findings
        if at not in several and not (code == "row-short" and at["row_key"] in odd)
    }
    rows = len(table.rows)
    if whole < _LEAST_WHOLE * rows:
        rows = len(links) + len(_printed_elsewhere(links, lines, table))
    if whole >= _LEAST_WHOLE * rows and not (by_line and {"row-short", "row-long"} <= problems):
        return
    sure = full_among_short(links, reading, lines, table)
    _doubt_all(reading, links[0].candidate.line, f"{whole}/{rows}", sure)


def _printed_elsewhere(links: list[Link], lines: list[str], table: Table) -> list[Row]:
    """The rows whose label stands in the text though no figures of theirs were found."""
    text = squash("".join(lines))
    placed = {link.row for link in links}
    return [
        row
        for at, row in enumerate(table.rows)
        if at not in placed and any(strip_numbering(squash(w)) in text for w in row.wordings)
    ]


def _stands_down(link: Link, width: int) -> bool:
    """Whether the figures of a row stand one a line, or in a wide table but for two that share one."""
    item = link.candidate.item
    if isinstance(item, Run) and len(item.lines) > width // 2 > 1:
        return len(item.cells) <= len(item.lines) + 1
    return item.layout == "cell_per_line"


def _is_alone(link: Link, width: int) -> bool:
    """Whether one figure below its label is all that is left of a row."""
    item = link.candidate.item
    return isinstance(item, Run) and len(item.cells) == 1 < width and not item.head


def _doubt_all(reading: TableReading, line: int, detail: str, sure: Collection[str] = frozenset()) -> None:
    """Put all rows of a table in doubt but those that are sure."""
    reading.note("table-unreadable", line=line, detail=detail)
    for key in reading.cells:
        if key.row_key not in sure:
            reading.doubt(key, "table-unreadable", line)


def _note_strangers(links: list[Link], found: list[Candidate], reading: TableReading) -> None:
    """Rows of figures inside the table whose label is not the form's."""
    taken = {id(link.candidate) for link in links}
    first, last = links[0].candidate.index, links[-1].candidate.index
    for candidate in found:
        strange = not candidate.options and candidate.label.strip() and has_figures(candidate)
        if id(candidate) not in taken and first < candidate.index < last and strange:
            reading.note("row-unknown", line=candidate.line, label=squash(candidate.label)[:60])


def _confront(  # noqa: PLR0913 - the two prints and their context
    cells: dict[CellKey, CellReading],
    others: dict[CellKey, CellReading],
    row: Row,
    rival: Link,
    reading: TableReading,
    is_copy: bool,
) -> dict[CellKey, CellReading]:
    """Two prints of one row, or of the whole table: where they differ, neither is given."""
    differ = [
        key
        for key, cell in cells.items()
        if (cell.status, cell.value) != (others[key].status, others[key].value)
    ]
    if not differ:
        return cells
    line = next((c.line_start for c in cells.values() if c.line_start), rival.candidate.line)
    code = "table-repeated" if is_copy else "row-repeated"
    if not is_copy:
        reading.note(code, line=line, row_key=row.key, row=row, other=rival.candidate.line)
    elif code not in {noted for noted, _ in reading.findings}:
        reading.note(code, line=rival.candidate.line)
    doubt = uncertain(code, line, line)
    return {key: doubt if key in differ else cell for key, cell in cells.items()}
