"""Rows of cells that their own header has run into: no figure stands in its first row, so that nothing showed where this begins.

`信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 规章 |  |  |  |` is a header and the row below it. Left as one row the header would be over
no row at all, and the figures of those below would be placed as if it said nothing. Where blank cells stand between a row and the header of
the next part, that header is set apart, too. Belongs here: parting rows where a label of a row stands behind names of columns. Does not
belong here: the header of the next part right behind figures (clauserows.py), what a header says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assets.extract.headers.columnnames import column_matcher
from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.model import GridRow, Item, has_figure
from schemas.form import Table, forms

# So many names of columns are a header without the word over the labels.
_LEAST_NAMED = 2


def with_own_headers_apart(items: list[Item]) -> list[Item]:
    """The items, each such row in its header and itself."""
    out = items
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, GridRow) and (cuts := _cuts(item)):
            out = [*items] if out is items else out
            ends = [*cuts[1:], len(item.cells)]
            out[index : index + 1] = [
                GridRow(item.cells[start:end], item.layout, item.block)
                for start, end in zip(cuts, ends, strict=True)
            ]
    return out


def _cuts(row: GridRow) -> list[int]:
    """The cells with which headers and rows begin; none where the row is but one of them."""
    if row.starts or len(row.words) < _LEAST_NAMED:
        return []
    texts = [squash(cell.text) for cell in row.cells]
    if not any(texts[at] in _begins() or texts[at] in _names() for at in row.words):
        return []
    cuts = [0, *_inner_cuts(row, texts)]
    clause = row.layout == "pipe_cells" and _behind_clause(texts)
    cuts = sorted({*cuts, clause}) if clause else cuts
    return cuts if len(cuts) > 1 else []


def _behind_clause(texts: Sequence[str]) -> int:
    """The cell with the word over the labels where nothing but a clause stands before it, cells a line each; 0 for none."""
    corner = next((at for at, text in enumerate(texts) if text in _corners()), 0)
    before = {text for text in texts[:corner] if text}
    return corner if before and before <= _begins() else 0


def _inner_cuts(row: GridRow, texts: Sequence[str]) -> Iterator[int]:
    first = row.words[0] if row.words else 0
    start, is_row = 0, _is_row(row.cells[first].text)
    for at in row.words:
        if at == first:
            continue
        if is_row:
            # what stands behind figures is asked elsewhere
            if texts[at] in _begins() and not any(texts[start + 1 : at]) and at > start + 1:
                yield at
                start, is_row = at, False
        elif _is_row(row.cells[at].text):
            if has_figure(row.cells[start:at]) or not _is_header(texts[start:at]):
                return
            yield at
            start, is_row = at, True


def _is_header(texts: Sequence[str]) -> bool:
    """Whether words behind the one over the labels, or names of columns, are among some texts.

    A name of a column alone before that of a row is how records say whose figure theirs is.
    """
    corner = next((at for at, text in enumerate(texts) if text in _corners()), len(texts))
    return any(texts[corner + 1 :]) or sum(text in _names() for text in texts) >= _LEAST_NAMED


def _tables() -> Iterator[tuple[str, Table]]:
    return ((form.id, t) for form in forms().values() for t in form.tables if not t.one_row)


@cache
def _corners() -> frozenset[str]:
    return frozenset(squash(table.header) for _, table in _tables() if len(table.blocks) > 1)


@cache
def _begins() -> frozenset[str]:
    """What a part of a table begins with: its clause, or the word over its labels."""
    return _corners() | {squash(b.clause.zh) for _, table in _tables() for b in table.blocks if b.clause}


@cache
def _names() -> frozenset[str]:
    """The names of columns that are no label of a row, too."""
    return _columns() - {squash(w) for _, table in _tables() for row in table.rows for w in row.wordings}


@cache
def _columns() -> frozenset[str]:
    """The names of columns."""
    return frozenset(squash(w) for _, table in _tables() for c in table.columns for w in c.wordings)


@cache
def _groups() -> frozenset[str]:
    """The labels of groups of rows."""
    return frozenset(
        squash(w)
        for _, table in _tables()
        for group in table.groups
        if group.key not in {c.group for c in table.columns}
        for w in group.wordings
    )


@remembering
def _is_row(text: str) -> bool:
    """Whether a text is the label of a row, or of a group of rows, rather than of a column."""
    if squash(text) in _columns():
        return False
    if squash(text) in _groups():
        return True
    for form_id, table in _tables():
        row = row_matcher(form_id, table.no).match(text)
        column = column_matcher(form_id, table.no).match(text)
        if row is not None and (column is None or column.score < row.score):
            return True
    return False
