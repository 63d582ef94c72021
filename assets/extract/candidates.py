"""Which rows of a table an item of the text may be: by its label alone, never by its figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from assets.extract.labels import LabelMatcher, normalize, squash
from assets.extract.model import Cell, Fragment, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from schemas.form import Table, forms

_GLUED = re.compile(r"^(.*[^\d\s.,])(\d+)$")
_BEFORE, _AFTER = 5, 3


@dataclass
class Candidate:
    """An item that may be a row of the form.

    `options` are (row index, likeness) by decreasing likeness; `label` is the printed text, `figures` what stands
    after it, `label_at` the cell of the label (grid rows only), `stray` figures on lines of their own below a row. An empty `options` means: a row of figures whose
    label is lost or strange.
    """

    index: int
    item: GridRow | Run
    label: str
    figures: list[Cell]
    label_at: int = -1
    stray: list[Cell] = field(default_factory=list)
    options: list[tuple[int, float]] = field(default_factory=list)

    @property
    def line(self) -> int:
        """First line of the row."""
        return self.item.line_start

    @property
    def line_end(self) -> int:
        """Last line of the row."""
        return max([self.item.line_start, *(cell.line_end for cell in self.figures)])


@cache
def row_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of a table's row labels, with its group labels as decoys; shared by all reports."""
    table = forms()[form_id].table(table_no)
    return LabelMatcher(table.rows, table.groups)


def candidates(items: list[Item], form_id: str, table: Table) -> list[Candidate]:
    """Every item that has figures, in order, with the rows it may be."""
    matcher = row_matcher(form_id, table.no)
    row_index = {row.key: i for i, row in enumerate(table.rows)}
    widths = {i: len(block.columns) for block in table.blocks for i in [row_index[r.key] for r in block.rows]}
    furniture = _Furniture(
        tuple(normalize(g.zh) for g in table.groups),
        re.compile(
            "|".join(sorted((re.escape(normalize(c.zh)) for c in table.columns), key=len, reverse=True))
        ),
    )
    found: list[Candidate] = []
    for index, item in enumerate(items):
        if isinstance(item, GridRow):
            found.append(_of_grid_row(index, item, matcher, row_index))
        elif isinstance(item, Run):
            found += _of_run(index, item, matcher, row_index, widths, furniture)
    return [c for c in found if c.options or any(cell.text.strip() for cell in c.figures)]


def _of_grid_row(index: int, row: GridRow, matcher: LabelMatcher, row_index: dict[str, int]) -> Candidate:
    best: tuple[float, int, int] | None = None
    for at, cell in enumerate(row.cells[:6]):
        if not cell.text.strip() or looks_like_figure(cell.text):
            continue
        match = matcher.match(cell.text)
        if match and (best is None or match.score >= best[0]):
            best = (match.score, at, row_index[match.key])
    if best is not None:
        score, at, key = best
        return Candidate(index, row, row.cells[at].text, row.cells[at + 1 :], at, options=[(key, score)])
    # no known label: the figures are what follows the last text
    at = max(
        (i for i, c in enumerate(row.cells) if c.text.strip() and not looks_like_figure(c.text)), default=-1
    )
    label = row.cells[at].text if at >= 0 else ""
    return Candidate(index, row, label, row.cells[at + 1 :], at)


def _of_run(  # noqa: PLR0913 - all are read-only context of one table
    index: int,
    run: Run,
    matcher: LabelMatcher,
    row_index: dict[str, int],
    widths: dict[int, int],
    furniture: _Furniture,
) -> list[Candidate]:
    before = [f for f in run.before if not furniture.has(f)]
    after = [f for f in run.after if not furniture.has(f)]
    options: dict[int, float] = {}
    texts: dict[int, str] = {}
    for text in _label_texts(run, before, after):
        match = matcher.match(text)
        if match:
            key = row_index[match.key]
            if match.score > options.get(key, 0.0):
                options[key], texts[key] = match.score, text
    ranked = sorted(options.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    label = texts[ranked[0][0]] if ranked else run.head
    figures, rest, stray = _rows_of(run, {widths[key] for key, _ in ranked} or set(widths.values()))
    if ranked and len(figures) == widths[ranked[0][0]] - 1:
        figures = _unglue(run, matcher, row_index, ranked[0][0], figures)
    found = [Candidate(index, run, label, figures, stray=stray, options=ranked)]
    found += [Candidate(index, run, "", cells) for cells in rest]
    return found


@dataclass(frozen=True)
class _Furniture:
    """What stands between rows of figures without being part of a row's label."""

    groups: tuple[str, ...]
    columns: re.Pattern[str]

    def has(self, fragment: Fragment) -> bool:
        """A piece of a group label set in a narrow column beside the rows, or a line of column labels."""
        text = normalize(fragment.text)
        if len(text) <= 4 and any(text in group for group in self.groups):
            return True
        return len(fragment.text.split()) > 1 and not self.columns.sub("", squash(fragment.text))


def _label_texts(run: Run, before: list[Fragment], after: list[Fragment]) -> list[str]:
    """The texts that may be the label of a run, the nearest words first.

    Words after the figures can only complete a label that began before them: by themselves they are the label of
    the next row.
    """
    tokens = run.head.split()
    heads = [" ".join(tokens[start:]) for start in range(max(0, len(tokens) - 4), len(tokens))][::-1]
    if run.head and run.head not in heads:
        heads.append(run.head)
    texts: list[str] = []
    for head in heads or [""]:
        for n_before in range(0 if head else 1, min(len(before), _BEFORE) + 1):
            lead = "".join(f.text for f in before[len(before) - n_before :])
            for n_after in range(min(len(after), _AFTER) + 1):
                text = squash(lead + head + "".join(f.text for f in after[:n_after]))
                if text and text not in texts:
                    texts.append(text)
    return texts


def _rows_of(run: Run, widths: set[int]) -> tuple[list[Cell], list[list[Cell]], list[Cell]]:
    """The figures of the run's label, further rows of figures without a label, and figures that are no row.

    Where a line by itself has as many figures as a row needs, each such line is a row; otherwise the run is one
    row, however its lines are broken.
    """
    if len(run.lines) == 1 or len(run.cells) in widths:
        return run.cells, [], []
    wide = {w for w in widths if w > 1}
    if len(run.lines[0]) in wide or (run.head and len(run.lines[0]) in widths):
        rest = [line for line in run.lines[1:] if len(line) in wide]
        stray = [cell for line in run.lines[1:] if len(line) not in wide for cell in line]
        return run.lines[0], rest, stray
    whole = [line for line in run.lines if len(line) in wide]
    if len(whole) == 1:
        return whole[0], [], [cell for line in run.lines if line is not whole[0] for cell in line]
    return run.cells, [], []


def _unglue(
    run: Run, matcher: LabelMatcher, row_index: dict[str, int], key: int, figures: list[Cell]
) -> list[Cell]:
    """One figure short, and the label ends in digits that no wording of it has: they are the first figure."""
    glued = _GLUED.match(run.head)
    if glued is None:
        return figures
    match = matcher.match(glued[1])
    if match is None or match.score < 1 or row_index[match.key] != key:
        return figures
    end = run.head_x0 + len(run.head)
    first = Cell(glued[2], run.head_line, run.head_line, end - len(glued[2]), end)
    return [first, *figures]
