"""A second table of the same kind in a report, of another shape than the one that was read, or with a part of its rows or labels only.

    自然人  …  0 0 0 (turned: the rows along the top)        一、本年新收政府信息公开申请数量 140 118 184 142 150 120 854

Two prints of one shape are compared row by row as they are read; where one is turned, or has lost its head or its labels, only one of
them is found. Nothing says which of the two is the report's: where their figures differ, neither is given. A second print that lost
some of its figures has no others. Belongs here: finding the second among what no table took, and that doubt. Does not belong here: two
prints of one shape (rows/twice/printedtwice.py), tables that captions set aside (others.py), and tables of the overview (overview.py),
both of which are left out before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from functools import cache

from assets.extract.anothers.overview import without_overview
from assets.extract.cells import TableReading
from assets.extract.labels import core, squash
from assets.extract.model import GridRow, Item, Prose, Run
from assets.extract.numbers import looks_like_figure, parse_figure
from assets.extract.sections import headings
from schemas.form import Form, Row, Table

# The first section behind the tables: problems found, where reports compare some figures with last year's.
_OTHER_MATTERS = 5
_MOST_KNOWN = 0.75
# So many whole rows that are printed again under their labels with other figures are another table.
_LEAST_AGAIN = 2
# So are so many rows without any word that is not the form's, of which so many figures stand nowhere in the first. A program that
# reads a page may lose one of the figures of each row.
_LEAST_ROWS, _LEAST_OTHERS, _LOST = 5, 5, 1
_CODE = "table-repeated"


def doubt_beside_second(
    tables: Sequence[TableReading], items: Sequence[Item], lines: list[str], form: Form
) -> None:
    """Put the tables in doubt beside which another of their kind stands with other figures; `items` are those of the report's own."""
    taken = set().union(*(table.lines for table in tables))
    for reading in tables:
        table = form.table(reading.table_no)
        is_known = any(cell.status != "uncertain" for cell in reading.cells.values())
        if table.one_row or len(table.blocks) > 1 or not is_known or not reading.lines:
            continue
        rest = _rest(items, taken, reading, lines, table)
        rest = [item for item in rest if len(_figures(item)) > 0]
        rest = _without_examples(rest, reading, lines, table) if rest else rest
        second = _rows_again(rest, reading, table) if rest else None
        if second is None and len(rest) >= _LEAST_ROWS:
            second = _others(rest, items, reading, table)
        if second is not None:
            reading.note(_CODE, line=second)
            for key in reading.cells:
                reading.doubt(key, _CODE, second)


def _rest(
    items: Sequence[Item], taken: set[int], reading: TableReading, lines: list[str], table: Table
) -> list[GridRow | Run]:
    """The items that no table took, outside of this one, without those of the overview above it."""
    first, last = min(reading.lines), max(reading.lines)
    rest = [
        item
        for item in items
        if (item.line_end < first or item.line_start > last)
        and not isinstance(item, Prose)
        and taken.isdisjoint(range(item.line_start, item.line_end + 1))
    ]
    if not rest:
        return rest
    without = without_overview(rest, lines, table)
    return rest if without is None else [item for item in without if not isinstance(item, Prose)]


def _without_examples(
    rest: list[GridRow | Run], reading: TableReading, lines: list[str], table: Table
) -> list[GridRow | Run]:
    """The items without the few rows of a later section about other matters, where most of the table is known under its own heading."""
    if len(reading.known(reading.cells)) < _MOST_KNOWN * len(table.columns) * len(table.rows):
        return rest
    heads = headings(lines, set(reading.lines))
    section = next((no for line, no in reversed(heads) if line <= min(reading.lines)), None)
    later = next((line for line, no in heads if line > max(reading.lines) and no >= _OTHER_MATTERS), None)
    if str(section) != table.no or later is None:
        return rest
    examples = [item for item in rest if item.line_start > later]
    return [item for item in rest if item.line_start < later] if 2 * len(examples) < len(table.rows) else rest


def _rows_again(rest: Sequence[GridRow | Run], reading: TableReading, table: Table) -> int | None:
    """The line of the first of several whole rows that stand again with other figures; None where there are none."""
    rows = _rows_of(table)
    others = []
    for item in rest:
        label, size = _label(item)
        row = rows.get(core(label)) if size == len(table.columns) else None
        if row is None:
            continue
        own = [reading.cells[key] for key in table.keys_of[row.key] if key in reading.cells]
        if any(cell.reason == _CODE for cell in own):
            continue  # the two rows have been compared
        known = Counter(cell.value for cell in own if cell.value is not None)
        if known and Counter(_figures(item)) - known:
            others.append(item.line_start)
    return others[0] if len(others) >= _LEAST_AGAIN else None


@cache
def _rows_of(table: Table) -> dict[str, Row]:
    """The rows by their labels."""
    return {core(wording): row for row in table.rows for wording in row.wordings}


def _others(rest: Sequence[Item], items: Sequence[Item], reading: TableReading, table: Table) -> int | None:
    """The line of the first of many rows of this table's width or wider, in no strange words and with other figures.

    Those under labels of their own are compared one by one.
    """
    labelled = _rows_of(table)
    rows = [
        item
        for item in rest
        if len(_figures(item)) >= len(table.columns) - _LOST
        and not _is_row(item, labelled, table)
        and _is_of_form(item, table)
    ]
    if len(rows) < _LEAST_ROWS:
        return None
    first, last = min(reading.lines), max(reading.lines)
    own = Counter(f for item in items if first <= item.line_start <= last for f in _figures(item))
    others = Counter(f for item in rows for f in _figures(item)) - own
    return rows[0].line_start if others.total() >= _LEAST_OTHERS else None


def _label(item: Item) -> tuple[str, int]:
    """The last words before the figures of an item, and how many cells stand behind them."""
    if isinstance(item, GridRow) and item.words:
        return item.cells[item.words[-1]].text, len(item.cells) - item.words[-1] - 1
    if isinstance(item, Run):
        return item.head or (item.before[-1].text if item.before else ""), len(item.cells)
    return "", 0


def _is_row(item: Item, labels: Container[str], table: Table) -> bool:
    """Whether an item is a row of the table under its own label."""
    label, size = _label(item)
    return size == len(table.columns) and core(label) in labels


def _is_of_form(item: Item, table: Table) -> bool:
    """Whether all words of a row are the table's labels, or pieces of them as narrow cells wrap them."""
    if isinstance(item, GridRow):
        words = [item.cells[at].text for at in item.words]
    else:
        words = item.head.split() if isinstance(item, Run) else []
    labels = _letters(table)
    return all(core(word) in labels for word in words)


@cache
def _letters(table: Table) -> str:
    """The letters of all labels of the table, one behind the other."""
    labels = (*table.rows, *table.columns, *table.groups)
    return "|".join(squash(wording) for label in labels for wording in label.wordings)


def _figures(item: Item) -> list[float]:
    if isinstance(item, Prose):
        return []
    texts = map(squash, [cell.text for cell in item.cells])
    values = (parse_figure(text).value for text in texts if text and looks_like_figure(text))
    return [value for value in values if value is not None]
