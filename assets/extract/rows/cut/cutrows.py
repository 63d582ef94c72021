"""Rows that the end of a page cut in two, and figures that stand before their labels instead of behind them.

Belongs here: joining a label whose rest begins the next page, refusing rows of cells a line beside figures that
have no label, and figures beside which a wall of another table cut one. Digits that a page cut off stay in doubt (links.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.labelmatcher import EXACT, row_matcher
from assets.extract.labels import normalize
from assets.extract.model import GridRow, Item, Run
from assets.extract.rows.cut.secondhalves import row_below
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import has_figures
from schemas.form import Table

_TWO = re.compile("[0-9]+ +[0-9]+")


def join_cut_labels(
    found: list[Candidate], items: Sequence[Item], form_id: str, table: Table
) -> list[Candidate]:
    """The candidates, where one that ends in the middle of its label takes up the rest from the row below.

    One of the two rows holds all the figures, the other only words, and together they are a label to the letter
    which the upper one by itself is not.
    """
    matcher = row_matcher(form_id, table.no)
    row_index = {row.key: i for i, row in enumerate(table.rows)}
    by_index = {candidate.index: candidate for candidate in found}
    gone: set[int] = set()
    for upper in found:
        if upper.index in gone or not isinstance(upper.item, GridRow) or not upper.label.strip():
            continue
        own = matcher.match(upper.label)
        if own is not None and own.score >= EXACT:
            continue
        below_index = row_below(items, upper.index)
        below = items[below_index] if below_index is not None else None
        if not isinstance(below, GridRow) or below_index is None:
            continue
        if len(below.words) != 1:
            continue
        words = [below.cells[at].text for at in below.words]
        lower = by_index.get(below_index)
        figures_below = lower is not None and has_figures(lower)
        if has_figures(upper) == figures_below:
            continue
        whole = matcher.match(upper.label + words[0])
        rest = matcher.match(words[0])
        if whole is None or whole.score < EXACT:
            continue
        # nor are the figures of a group those of its row below
        alone = rest is not None and rest.score >= EXACT
        if alone and rest and (rest.key != whole.key or matcher.is_group(upper.label)):
            continue
        row = lower if figures_below and lower is not None else upper
        row.label = upper.label + words[0]
        row.options = [(row_index[whole.key], whole.score)]
        gone.add(upper.index if figures_below else below_index)
    return [candidate for candidate in found if candidate.index not in gone]


def doubt_shifted(links: Sequence[Link], items: Sequence[Item], table: Table) -> None:
    """Put rows of a figure a line in doubt where a row of figures among them has no label, or only a group's.

    There a program may have met some figures before their labels, and each label may stand beside its neighbour's.
    Judged only where other rows of the table are rows of cells: there a program failed to find a part of the table.
    In a text that is plain throughout, a row whose label is lost leaves the same trace and shifts nothing.
    """
    if not any(isinstance(link.candidate.item, GridRow) for link in links):
        return
    groups = [normalize(group.zh) for group in table.groups]
    placed = {link.candidate.index: link for link in links}
    for index in range(min(placed), max(placed)):
        item = items[index]
        if index in placed or not isinstance(item, Run) or item.head or item.layout != "cell_per_line":
            continue
        words = normalize("".join(f.text for f in item.before))
        if len(item.cells) < len(table.columns) - 1 or (words and not any(words in g for g in groups)):
            continue
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(items) and isinstance(items[at], Run):
                if at in placed and items[at].layout == "cell_per_line":  # type: ignore[union-attr]
                    candidate = placed[at].candidate
                    candidate.stray, candidate.figures = [*candidate.figures, *candidate.stray], []
                at += step


def doubt_walls(links: Sequence[Link], reading: TableReading, table: Table) -> None:
    """Put figures beside a cell with two of them in doubt, in a table in which walls of another one cut labels.

    There a wall may stand amid a figure, the rest of which is one of the two.
    """
    if not any(_has_wall_in_label(link.candidate) for link in links):
        return
    for link in links:
        row, line = link.candidate.item, link.candidate.line
        if not isinstance(row, GridRow):
            continue
        two = [at for at, cell in enumerate(row.cells) if _TWO.fullmatch(cell.text.strip())]
        beside = {cell.text.strip() for at in two for cell in row.cells[max(0, at - 1) : at + 2]}
        for key in table.keys_of[table.rows[link.row].key] if beside else ():
            cell = reading.cells.get(key)
            if cell is not None and cell.status == "reported" and cell.raw in beside:
                reading.doubt(key, "digits-split", line)
                columns = {column.key: column for column in table.columns}
                where = {"row": table.rows[link.row], "column": columns[key.col_key], "line": line}
                reading.note("digits-split", row_key=key.row_key, col_key=key.col_key, **where)


def _has_wall_in_label(candidate: Candidate) -> bool:
    """Whether a wall stands amid the label: words stand left of a piece of it."""
    row, at = candidate.item, candidate.label_at
    if not isinstance(row, GridRow) or at - 1 not in row.words or not candidate.options:
        return False
    return candidate.options[0][1] < EXACT or candidate.label != row.cells[at].text


def stand_above(links: Sequence[Link], items: Sequence[Item], table: Table) -> bool:
    """Whether plain figures may stand above their labels: figures precede the first label, and none follow the last.

    Then each label would take the figures of the next one. Figures above the label of the very first row of the form, but
    for the numbers of columns, say so whatever follows the last label.
    """
    first = min(links, key=lambda link: link.candidate.index)
    index, run = first.candidate.index, first.candidate.item
    if not isinstance(run, Run) or run.head:
        return False
    filled = {link.row for link in links if has_figures(link.candidate)}
    is_last_filled = len(table.rows) - 1 in filled
    if first.row and is_last_filled:
        return False
    label = normalize(table.rows[first.row].zh)
    before = items[index - 1] if index else None
    for figures, words in ((run, run.after[:1]), (before, run.before[-1:])):
        if isinstance(figures, Run) and not figures.head and words and normalize(words[0].text) == label:
            between = len(run.before) == 1 or figures is run  # the label, and no header
            by_line = figures.layout == "cell_per_line"
            is_row = (len(figures.lines) == 1 and not is_last_filled and not by_line) or (
                between and (by_line or len(figures.lines) == 1)
            )
            texts = [cell.text.strip() for cell in figures.cells]
            count = texts[0] in ("1", "2", "3") and texts == [
                str(int(texts[0]) + i) for i in range(len(texts))
            ]
            known = count and is_last_filled
            return is_row and not known and len(figures.cells) == len(first.candidate.figures) > 1
    return False
