"""The tables of one report: from its lines to a reading of each table of the form.

The order of work: turn lines into items, leave out what captions say is another's, match the items to the tables of the form,
doubt the tables that stand under another's heading. Belongs here: which readings are asked, and in what order. Does not
belong here: whose report it is, and what becomes of the readings (reading.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from assets.extract.anothers.amidrows import rows_above
from assets.extract.anothers.annexedbody import annexed
from assets.extract.anothers.columnnumbers import doubt_column_numbers
from assets.extract.anothers.corrected import doubt_corrected
from assets.extract.anothers.disclaimed import doubt_disclaimed
from assets.extract.anothers.headsofanother import doubt_heads_of_another
from assets.extract.anothers.labelglosses import doubt_label_glosses
from assets.extract.anothers.notown import said_of_another
from assets.extract.anothers.othermatters import doubt_other_matters
from assets.extract.anothers.otherrows import doubt_heads
from assets.extract.anothers.others import Aside, set_aside
from assets.extract.anothers.othertitle import titles_of_others
from assets.extract.anothers.outofsection import doubt_out_of_section
from assets.extract.anothers.overview import is_whole, without_overview
from assets.extract.anothers.ownpart import doubt_own_part
from assets.extract.anothers.partedrows import doubt_parted_rows
from assets.extract.anothers.phrasesalone import doubt_phrases_alone
from assets.extract.anothers.printedbefore import doubt_printed_before
from assets.extract.anothers.rowsofothers import doubt_rows_of_others
from assets.extract.anothers.secondtable import doubt_beside_second
from assets.extract.anothers.severalrows import doubt_several, one_row_each
from assets.extract.anothers.unexplained import doubt_unexplained
from assets.extract.anothers.unfilled import without_unfilled
from assets.extract.anothers.withheld import doubt_withheld
from assets.extract.anothers.wordinfront import doubt_words_in_front
from assets.extract.anothers.wordsbeside import doubt_words_beside
from assets.extract.anothers.wordsleft import doubt_words_left
from assets.extract.anothers.yearlabels import in_words_of_the_form
from assets.extract.byname.keyed import with_named
from assets.extract.byname.named import without_long_form
from assets.extract.cells import TableReading, uncertain
from assets.extract.disordered.incolumns import read_columns
from assets.extract.disordered.noughts import read_noughts
from assets.extract.disordered.paragraphs import read_paragraphs
from assets.extract.headers.figuresinheader import with_figures_below
from assets.extract.headers.joinedheads import doubt_joined_heads
from assets.extract.headers.otherkeys import doubt_other_keys
from assets.extract.headers.othermeaning import doubt_other_meaning
from assets.extract.headers.otherunits import doubt_other_units
from assets.extract.headers.partedheads import doubt_parted_heads
from assets.extract.headers.twoyears import doubt_single_of_two_years
from assets.extract.inpieces.puttogether import read_small_tables
from assets.extract.knownprints import KnownPrints
from assets.extract.model import Item
from assets.extract.places.besideblanks import doubt_blanks_beside_words
from assets.extract.places.besiderests import doubt_beside_rests
from assets.extract.places.boxplaces import doubt_box_places
from assets.extract.places.cutlines import cut_width, doubt_cut
from assets.extract.places.cutnotes import doubt_before_notes
from assets.extract.places.cutthousands import doubt_cut_thousands
from assets.extract.places.digitsbeforelabels import doubt_before_labels
from assets.extract.places.figuresapart import doubt_figures_apart
from assets.extract.places.firstdigits import doubt_first_digits
from assets.extract.places.labelsaround import doubt_labels_around
from assets.extract.places.lonepieces import doubt_beside_lone_pieces
from assets.extract.places.lonestops import doubt_lone_stop
from assets.extract.places.pagesincells import doubt_pages_in_cells
from assets.extract.places.pagesinrows import doubt_pages_in_rows
from assets.extract.places.piecesbelow import doubt_above_pieces
from assets.extract.places.restsofnumbers import doubt_rests_of_numbers
from assets.extract.places.rowsgivenup import doubt_rows_given_up
from assets.extract.places.sharedbars import doubt_beside_shared
from assets.extract.places.unclaimed import doubt_beside
from assets.extract.places.unitsapart import doubt_units_apart
from assets.extract.readers import items as items_of
from assets.extract.readers.bars.unbar import unbar
from assets.extract.rows.blocks.rowtable import read_row_table
from assets.extract.sections import headings
from assets.extract.sidebyside.onerow import read_one_row_table
from assets.extract.sidebyside.otherfigures import doubt_other_figures
from assets.extract.sidebyside.rownumberread import doubt_row_number_read
from assets.extract.sidebyside.strangeheads import doubt_strange_heads
from assets.extract.sidebyside.strangerows import doubt_strange_rows
from assets.extract.whose.evidence import Identity
from assets.extract.whose.partofyear import said_of_a_part
from schemas.form import Form, Table

# What puts cells in doubt by what stands about them, in the order in which it is asked.
_DOUBTS = (
    doubt_before_notes,
    doubt_before_labels,
    doubt_labels_around,
    doubt_beside_lone_pieces,
    doubt_units_apart,
    doubt_rows_given_up,
    doubt_figures_apart,
    doubt_rests_of_numbers,
    doubt_cut_thousands,
    doubt_lone_stop,
    doubt_first_digits,
    doubt_pages_in_rows,
    doubt_pages_in_cells,
    doubt_above_pieces,
    doubt_beside_rests,
    doubt_blanks_beside_words,
    doubt_beside_shared,
    doubt_joined_heads,
    doubt_single_of_two_years,
    doubt_strange_heads,
    doubt_strange_rows,
    doubt_other_meaning,
    doubt_own_part,
    doubt_other_keys,
    doubt_other_units,
    doubt_parted_heads,
    doubt_other_matters,
    doubt_withheld,
    doubt_box_places,
    doubt_row_number_read,
)
# Letters of a caption that a finding shows.
_LONGEST_SHOWN = 60
_KNOWN_PRINTS = KnownPrints()


def read_tables(lines: list[str], form: Form, whose: Callable[[int | None], Identity]) -> list[TableReading]:
    """The tables of the form, in its order; one that the report does not print has no cells.

    `whose` gives what the report says of itself, with what stands above a line as its head.
    """
    plain = unbar(lines)
    named, unnamed = with_named(plain, form)
    found = with_figures_below(without_long_form(items_of(unnamed), form))
    if named:
        found = sorted([*found, *named], key=lambda item: item.line_start)

    @cache
    def own_identity() -> Identity:
        return whose(None)

    def own_years() -> set[int]:
        return {int(evidence.value) for evidence in own_identity().years}

    items, several, of_several = one_row_each(found, form, own_years)
    asides = set_aside(items, plain, own_identity)
    asides = [aside for aside in asides if aside.start not in of_several]
    asides += [Aside(*each) for each in annexed(plain, own_identity)]
    items = in_words_of_the_form(items, own_years)
    own = [i for i in items if not any(a.start <= i.line_start < a.end for a in asides)] if asides else items
    own_lines = _without(plain, asides)
    tables = []
    width = cut_width(lines)
    known = _KNOWN_PRINTS.readings(own, own_lines, form, _search)
    for table in form.tables:
        reading = _read_table(own, lines, own_lines, form, table, known.get(table.no))
        if asides and not table.one_row:
            reading = rows_above(
                reading, partial(_read_table, items, lines, plain, form, table), asides, plain, table
            )
        doubt_several(reading, several)
        reading = read_small_tables(reading, own, _without(unnamed, asides), form, table, several)
        doubt_cut(reading, lines, width)
        if asides and not reading.cells:
            reading = _in_doubt(_read_table(items, lines, plain, form, table), asides)
        tables.append(reading)
    doubt_corrected(tables, plain, form)
    doubt_beside(tables, found, plain, form)
    for doubt in _DOUBTS:
        doubt(tables, plain, form)
    doubt_column_numbers(tables, form)
    doubt_other_figures(tables, own, own_lines, form)
    doubt_printed_before(tables, own_lines, form)
    doubt_out_of_section(tables, own_lines, form)
    doubt_beside_second(tables, own, own_lines, form)
    doubt_rows_of_others(tables, own, form, own_years)
    doubt_words_in_front(tables, own, form, own_identity)
    doubt_parted_rows(tables, plain, form, own_years)
    doubt_unexplained(tables, own_lines, form, own_identity)
    doubt_disclaimed(tables, own_lines, own_identity)
    doubt_words_left(tables, own_lines, form, own_identity)
    doubt_phrases_alone(tables, own_lines, form, own_identity)
    doubt_words_beside(tables, own_lines, form, own_identity)
    doubt_label_glosses(tables, own_lines, form, own_identity)
    return _doubt_those_of_others(
        tables, lines, {line for aside in asides for line in range(aside.start, aside.end)}, whose
    )


def _without(lines: list[str], asides: list[Aside]) -> list[str]:
    """The lines, those blank that captions say are another's."""
    if not asides:
        return lines
    return ["" if any(a.start <= n < a.end for a in asides) else line for n, line in enumerate(lines, 1)]


def _doubt_those_of_others(
    tables: list[TableReading], lines: list[str], aside: set[int], whose: Callable[[int | None], Identity]
) -> list[TableReading]:
    """The tables, without figures where a heading, a caption or a note says of one that it is another's.

    `aside` are lines of tables that were set aside already.
    """
    taken = set().union(*(table.lines for table in tables))
    if not taken:
        return tables
    heads = {line for line, _ in headings(lines, taken)}
    identity = whose(min(taken))
    under = titles_of_others(lines, {min(table.lines) for table in tables if table.lines}, identity)
    doubted = []
    for table in tables:
        first, end = min(table.lines, default=0), max(table.lines, default=0) + 1
        others = (taken | aside) - table.lines
        said = under.get(first) or said_of_another(lines, table.lines, others, heads, identity)
        words = said[1] if said else said_of_a_part(lines, table.lines)
        doubted.append(_in_doubt(table, [Aside(first, end, words)]) if words else table)
    return doubted


def _read_table(  # noqa: PLR0913 - a table and its context
    items: list[Item],
    lines: list[str],
    plain: list[str],
    form: Form,
    table: Table,
    known: TableReading | None = None,
) -> TableReading:
    """One table among the items; `plain` are the lines without the bars around them, `known` is what the search would find."""
    reading = _read_among(items, plain, form, table, known)
    if any(code == "table-repeated" for code, _ in reading.findings):
        own = without_overview(items, lines, table)
        if own is not None and is_whole(again := _read_among(own, plain, form, table), table):
            return again
        filled = without_unfilled(items, plain, form, table)
        if filled is not None:
            return _read_among(*filled, form, table)
    return reading


def _read_among(
    items: list[Item], lines: list[str], form: Form, table: Table, known: TableReading | None = None
) -> TableReading:
    reading = known or _search(items, lines, form, table)
    if not table.one_row:
        read_columns(reading, lines, form)
        read_paragraphs(reading, lines, form)
    read_noughts(reading, lines, form)
    doubt_heads(reading, lines, table)
    doubt_heads_of_another(reading, lines, table)
    return reading


def _search(items: list[Item], lines: list[str], form: Form, table: Table) -> TableReading:
    """The rows of a table among the items, and their cells."""
    if table.one_row:
        return read_one_row_table(items, lines, form, table.no)
    return read_row_table(items, lines, form, table.no)


def _in_doubt(table: TableReading, asides: list[Aside]) -> TableReading:
    """A table that stands only where captions say that it is another's: none of its cells is known."""
    if not table.cells:
        return table
    doubt = TableReading(table.table_no, layout=table.layout, lines=table.lines)
    line = min(table.lines, default=asides[0].start)
    caption = next((a.caption for a in asides if a.start <= line < a.end), asides[0].caption)
    doubt.note("table-of-another", line=line, label=caption[:_LONGEST_SHOWN])
    for key, cell in table.cells.items():
        doubt.cells[key] = uncertain("table-of-another", cell.line_start or line, cell.line_end or line)
    return doubt
