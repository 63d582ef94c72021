"""Which rows of a table an item of the text may be: by its label alone, never by its figures."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace
from functools import cache

from assets.extract.labelmatcher import EXACT, LabelMatcher, row_matcher
from assets.extract.labels import normalize, squash
from assets.extract.model import Cell, GridRow, Item, Run, has_figure
from assets.extract.numbers import PAGE_NUMBER, looks_like_figure
from assets.extract.rows.figures.brokenalike import breaks_alike
from assets.extract.rows.figures.gluedfirst import with_first
from assets.extract.rows.figures.runfigures import apart, figures_of, in_blocks
from assets.extract.rows.figures.wordcells import with_word_apart
from assets.extract.rows.finding.runlabels import options_of
from assets.extract.rows.labels.walledlabels import across_walls
from schemas.form import Table, forms

# Cells of a row, from the left, one of which may hold its label.
_LABEL_CELLS = 6
# A label this much alike is the label.
_PLAIN = 0.95
# So many columns named in one row are its header.
_LEAST_NAMED = 3


@dataclass(slots=True)
class Candidate:
    """An item that may be a row of the form.

    `options` are (row index, likeness) by decreasing likeness; `label` is the printed text, `figures` what stands
    after it, `label_at` the cell of the label (grid rows only), `stray` figures on lines of their own below a row,
    `used_after` how many fragments after the figures complete the label. An empty `options` means: a row of figures whose
    label is lost or strange.
    """

    index: int
    item: GridRow | Run
    label: str
    figures: list[Cell]
    label_at: int = -1
    stray: list[Cell] = field(default_factory=list)
    options: list[tuple[int, float]] = field(default_factory=list)
    used_after: int = 0

    @property
    def line(self) -> int:
        """First line of the row."""
        return self.item.line_start

    @property
    def block(self) -> int | None:
        """The block of a row of cells; None in plain text."""
        return self.item.block if isinstance(self.item, GridRow) else None

    @property
    def line_end(self) -> int:
        """Last line of the row."""
        return max([self.item.line_start, *[cell.line_end for cell in self.figures]])


def candidates(items: list[Item], form_id: str, table: Table) -> list[Candidate]:
    """Every item that has figures, in order, with the rows it may be."""
    matcher = row_matcher(form_id, table.no)
    row_index = {row.key: i for i, row in enumerate(table.rows)}
    widths = {i: len(block.columns) for block in table.blocks for i in [row_index[r.key] for r in block.rows]}
    all_widths = set(widths.values())
    names = _names_of_columns(table)
    breaks = breaks_alike(items, all_widths)
    found: list[Candidate] = []

    def of_run(index: int, run: Run) -> Candidate:
        return _of_run(index, run, form_id, table.no, row_index, widths, all_widths, breaks)

    for index, item in enumerate(items):
        if isinstance(item, GridRow):
            if not is_header(item, names) and (row := _of_grid_row(index, item, matcher, row_index)):
                found.append(row)
        elif isinstance(item, Run):
            previous = found[-1] if found and found[-1].index == index - 1 else None
            goes_on = previous is not None and _continues(previous, item, matcher, row_index)
            own = of_run(index, item) if goes_on and item.head else None
            if previous is not None and goes_on and not (own and _is_another(own, previous)):
                if _is_rest(previous, item, widths):
                    previous.figures = [*previous.figures, *item.cells]
                elif isinstance(previous.item, Run) and _is_row_of_its_own(previous, item, widths):
                    # the words between are the label of the second row, and none of the first
                    first = of_run(index - 1, replace(previous.item, after=[]))
                    first.item = previous.item
                    found[-1:] = [first, of_run(index, item)]
                else:
                    if item.head and len(item.cells) == len(previous.figures) > 1:
                        previous.figures = []  # the label ends beside another row: nobody knows which is its own
                    previous.stray += item.cells
            else:
                found.append(own or of_run(index, item))
    return [
        c for c in found if (c.options and (c.figures or c.stray)) or any(f.text.strip() for f in c.figures)
    ]


@cache
def _names_of_columns(table: Table) -> frozenset[str]:
    """The names of columns and of their groups."""
    groups = {c.group for c in table.columns}
    spans = [group for group in table.groups if group.key in groups]
    return frozenset(squash(w) for label in (*table.columns, *spans) for w in label.wordings)


def is_header(row: GridRow, names: Set[str]) -> bool:
    """Whether a row without a figure names columns: one of them (其他, 总计) is the label of a row, too."""
    if not _LEAST_NAMED <= len(row.words) == len(row.written):
        return False
    if any(
        looks_like_figure(text.split("\n")[0]) for at in row.words if "\n" in (text := row.cells[at].text)
    ):
        return False
    return len({text for at in row.written if (text := squash(row.cells[at].text)) in names}) >= _LEAST_NAMED


def _of_grid_row(
    index: int, row: GridRow, matcher: LabelMatcher, row_index: dict[str, int]
) -> Candidate | None:
    best: tuple[float, int, int] | None = None
    lead, words = "", row.words
    for at in words:
        if at >= _LABEL_CELLS and not _is_behind_blanks(row, at, is_first=best is None):
            break
        match = matcher.match(row.cells[at].text)
        if not match or (best is not None and match.score < best[0]):
            continue
        if best is not None and best[2] == row_index[match.key] and has_figure(row.cells[best[1] : at]):
            break  # the row begins again: two rows in one, and nothing tells which is the one
        best = (match.score, at, row_index[match.key])
    if best is None and (walled := across_walls(row, matcher, _LABEL_CELLS)):
        match, at, text = walled
        best, lead = (match.score, at, row_index[match.key]), text
    if best is None and words and words[-1] < min(_LABEL_CELLS, row.written[-1]):
        # between cells a text before figures is a label, however short
        at = words[-1]
        short = matcher.shortened(row.cells[at].text)
        best = (short.score, at, row_index[short.key]) if short else None
    if best is not None:
        score, at, key = best
        label = lead or row.cells[at].text
        if not lead and (rest := _rest_of_label(row, at, matcher)) is not None:
            at, label = at + 1, rest
        return Candidate(index, row, label, row.cells[at + 1 :], at, options=[(key, score)])
    # no known label: the figures are what follows the last text
    at = words[-1] if words else -1
    if not row.written or row.written[-1] == at:
        return None
    label = row.cells[at].text if at >= 0 else ""
    return Candidate(index, row, label, row.cells[at + 1 :], at)


def _rest_of_label(row: GridRow, at: int, matcher: LabelMatcher) -> str | None:
    """The label with the text of the next cell, where a wall cut it in two: that makes it one to the letter."""
    if at + 1 not in row.words or not normalize(row.cells[at + 1].text):
        return None  # a sign in place of a figure is no rest of a label
    text = row.cells[at].text
    label = text + row.cells[at + 1].text
    part, whole = matcher.match(text), matcher.match(label)
    if part is None or whole is None or whole.key != part.key or whole.score < EXACT:
        return None
    return label if squash(row.cells[at + 1].text) != squash(text) else None


def _is_behind_blanks(row: GridRow, at: int, *, is_first: bool) -> bool:
    """Whether a cell far from the left has only words before it, few of them: other tables part its columns.

    Figures stand behind it, or, where it is the first that may be a label, as many blank cells as no header has behind one.
    """
    before = row.written[: row.written.index(at)]
    texts = {row.cells[i].text for i in before}  # a merged cell may be printed again and again
    if len(texts) >= _LABEL_CELLS or not set(before) <= set(row.words):
        return False
    behind = row.cells[at + 1 :]
    return has_figure(behind) or (is_first and len(behind) > _LABEL_CELLS)


def _continues(previous: Candidate, run: Run, matcher: LabelMatcher, row_index: dict[str, int]) -> bool:
    """Whether a run only goes on with the row before it: the words it starts with are the rest of that label."""
    if not isinstance(previous.item, Run) or not previous.options:
        return False
    if not run.head:
        return len(run.before) <= previous.used_after
    alone = matcher.match(run.head)
    if run.before or (alone is not None and row_index[alone.key] != previous.options[0][0]):
        return False
    whole = matcher.match(squash(previous.label + run.head))
    return (
        whole is not None and (row_index[whole.key], whole.score) >= previous.options[0] and whole.score > 0.9
    )


def _is_another(own: Candidate, previous: Candidate) -> bool:
    """Whether words on the line of figures are another row's label to the letter, whatever stands before it (`（三不予公开`)."""
    row, score = own.options[0] if own.options else (-1, 0.0)
    return score >= EXACT and row != previous.options[0][0]


def _is_row_of_its_own(previous: Candidate, run: Run, widths: dict[int, int]) -> bool:
    """Whether one figure a line below words is a second whole row: the words complete no label above the first to the letter.

    Not so on a page, where a label may stand about the line of its figures.
    """
    row, score = previous.options[0]
    whole = len(previous.figures) == len(run.cells) == widths[row] > 1
    by_line = previous.item.layout == run.layout == "cell_per_line"
    return whole and by_line and previous.used_after > 0 and not run.head and score < _PLAIN


def _is_rest(previous: Candidate, run: Run, widths: dict[int, int]) -> bool:
    """Whether figures below the end of a label are the rest of a row whose first ones stand amid the lines of that label.

    A page prints a cell beside the middle of a tall label: no blank line is about it, as there is between the cells that
    follow. What may be the number of a page is none here: only the whole table tells (paragraphs.py).
    """
    first = previous.item
    if not isinstance(first, Run) or len(first.cells) > 1 or previous.stray or run.head or not run.before:
        return False
    if PAGE_NUMBER.fullmatch(squash(first.cells[0].text)):
        return False
    if len(previous.figures) + len(run.cells) != widths[previous.options[0][0]]:
        return False
    above = first.head or (first.before and first.before[-1].line == first.line_start - 1)
    words = [f.line for f in run.before]
    beside = words == list(range(first.line_end + 1, words[-1] + 1))
    return bool(above) and beside and run.line_start - words[-1] > 1 and in_blocks(run)


def _of_run(  # noqa: PLR0913 - all are read-only context of one table
    index: int,
    run: Run,
    form_id: str,
    table_no: str,
    row_index: dict[str, int],
    widths: dict[int, int],
    all_widths: set[int],
    breaks: Set[tuple[int, int]],
) -> Candidate:
    is_row = len(run.cells) <= max(all_widths)
    before, after = tuple([f.text for f in run.before]), tuple([f.text for f in run.after])
    options, label, used = options_of(form_id, table_no, run.head, before, after, is_row)
    if len(run.lines[0]) < max(all_widths) and (
        apart_ := with_word_apart(run, forms()[form_id].table(table_no))
    ):
        # a word that the row is known as well without
        without = options_of(form_id, table_no, apart_.head, before, after, is_row)
        row, score = without[0][0] if without[0] else (-1, 0.0)
        if len(run.lines[0]) < widths.get(row, 0) and (
            (not options and score >= EXACT) or (options and options[0][0] == row and options[0][1] <= score)
        ):
            run, (options, label, used) = apart_, without
    ranked, matcher = list(options), row_matcher(form_id, table_no)
    figures, stray = figures_of(run, {widths[key] for key, _ in ranked} or all_widths, breaks)
    if ranked and run.head:
        table = forms()[form_id].table(table_no)
        at = ranked[0][0]
        figures = with_first(run, matcher, table.rows[at], table, figures, widths[at])
    if ranked and len(figures) == 1 < widths[ranked[0][0]]:
        figures = apart(figures[0], widths[ranked[0][0]]) or figures
    return Candidate(index, run, label, figures, stray=stray, options=ranked, used_after=used)
