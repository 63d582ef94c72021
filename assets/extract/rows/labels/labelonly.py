"""Rows whose label is printed without a figure: blank where nothing else can be meant, else in doubt, but never absent.

A plain text leaves nothing of a blank cell. A row of such cells is blank where its label stands between those of two rows that
are whole, nothing but labels stands between these, and no figure of the table is left over that might be its own. Does not
belong here: rows with some of their figures (positions.py), and rows of cells, whose blanks are in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.cells import CellReading, TableReading, uncertain
from assets.extract.labelmatcher import EXACT, row_matcher
from assets.extract.labels import normalize, squash
from assets.extract.model import Run
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import has_figures
from assets.extract.rows.outofstep.looserows import may_be_first
from schemas.form import Form, Table

# Lines of one label, and lines from the first or last row within which the label of one more may stand.
_MOST_LINES, _NEAR = 5, 12

# What stands for a group among rows.
_GROUP = -1

_Lines = list[tuple[int, str]]


def note_labels_only(  # noqa: PLR0913 - the context of a table
    links: Sequence[Link],
    found: Sequence[Candidate],
    reading: TableReading,
    lines: Sequence[str],
    form: Form,
    table: Table,
) -> None:
    """Account for the rows that were not found, but whose label is printed where they would stand."""
    at = {link.row: link.candidate for link in links}
    lacking = [n for n in range(len(table.rows)) if n not in at]
    if not lacking or table.one_row:
        return
    is_whole = _is_whole(links, found, reading, table)
    whole = {
        n for n in at if all(reading.cells[k].status == "reported" for k in table.keys_of[table.rows[n].key])
    }
    for row in lacking:
        before = max((n for n in at if n < row), default=None)
        after = min((n for n in at if n > row), default=None)
        between = _between(before, after, at, lines)
        named = _named(between, form, table)
        first_words = _named([(n, line.split()[0]) for n, line in between], form, table, most_lines=1)
        printed = next((n for n, key in [*named, *first_words] if key == row), None)
        if printed is None:
            continue
        keys = table.keys_of[table.rows[row].key]
        if is_whole and before in whole and after in whole and _are_only_rows(named, before, after, lacking):
            columns = next(block.columns for block in table.blocks if table.rows[row] in block.rows)
            for key, column in zip(keys, columns, strict=True):
                reading.cells[key] = CellReading("blank", None, None, column.unit)
            continue
        own = {"row_key": table.rows[row].key, "row": table.rows[row]}
        reading.note("row-short", line=printed, **own, found=0, expected=len(keys))
        for key in keys:
            reading.cells[key] = uncertain("row-short", printed, printed)


def _between(before: int | None, after: int | None, at: dict[int, Candidate], lines: Sequence[str]) -> _Lines:
    """The lines between two rows, or near one of them, without those of the page."""
    first = at[before].line_end + 1 if before is not None else 1
    end = at[after].line if after is not None else min(first + _NEAR, len(lines) + 1)
    first = max(first, end - _NEAR) if before is None else first
    between = [(n, lines[n - 1]) for n in range(first, end)]
    return [(n, line) for n, line in between if line.strip() and not is_furniture(line)]


def _are_only_rows(
    named: Sequence[tuple[int, int | None]], before: int | None, after: int | None, lacking: Sequence[int]
) -> bool:
    """Whether the labels between two rows are those of all rows that lack there, in order, and perhaps of these two."""
    rows = [key for _, key in named if key != _GROUP]
    between = [n for n in lacking if before is not None and after is not None and before < n < after]
    return [n for n in rows if n not in (before, after)] == between and rows == sorted(
        rows, key=lambda n: -1 if n is None else n
    )


def _named(
    between: _Lines, form: Form, table: Table, most_lines: int = _MOST_LINES
) -> list[tuple[int, int | None]]:
    """The rows, groups and other texts that lines are, each with its first line; None for what is no label of the form."""
    matcher = row_matcher(form.id, table.no)
    index = {row.key: n for n, row in enumerate(table.rows)}
    groups = {normalize(w) for group in table.groups for w in group.wordings}
    named: list[tuple[int, int | None]] = []
    at = 0
    while at < len(between):
        for count in range(min(most_lines, len(between) - at), 0, -1):
            text = squash("".join(line for _, line in between[at : at + count]))
            match = matcher.match(text)
            if match is not None and match.score >= EXACT:
                named.append((between[at][0], index[match.key]))
                break
            if normalize(text) in groups:
                named.append((between[at][0], _GROUP))
                break
        else:
            count = 1
            named.append((between[at][0], None))
        at += count
    return named


def _is_whole(links: Sequence[Link], found: Sequence[Candidate], reading: TableReading, table: Table) -> bool:
    """Whether all rows are plain text and in no doubt, and no figures between them are left over, nor a row's elsewhere.

    A page may give what it does not print in a line at its end.
    """
    first, last = links[0].candidate.index, links[-1].candidate.index
    taken = {id(link.candidate) for link in links}
    left = any(
        (first < c.index < last and has_figures(c)) or may_be_first(c, table)
        for c in found
        if id(c) not in taken
    )
    doubts = any(code != "cell-unparsed" for code, _ in reading.findings)
    plain = all(isinstance(link.candidate.item, Run) and not link.candidate.stray for link in links)
    return plain and not left and not doubts
