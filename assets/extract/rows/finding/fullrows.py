"""Rows without a label that stand right behind a row with one, told by rows that are full.

A run of figures behind a label may hold the figures of the rows after it too, whose labels are lost. It is parted only
where it can be in one way: the rows before and behind are known, so many rows of the form are missing between them,
and there are exactly as many figures as all of these have columns, so none is blank. A row of one figure is told by nothing
from digits that were cut off the figure above, and a row whose label stands below has its own figures there, whatever they
say. Where labels of other rows stand above the run, its first figures may be theirs. Does not belong here: rows whose figures
stand apart (links.complete).
"""

from __future__ import annotations

from dataclasses import replace

from assets.extract.labelmatcher import EXACT, row_matcher
from assets.extract.model import Run
from assets.extract.places.runcolumns import is_cut
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import names_any
from schemas.form import Form, Table

# Likeness of a label that is not there.
_UNLABELLED = 0.5


def part_full_rows(links: list[Link], widths: dict[int, int], form: Form, table: Table) -> list[Link]:
    """The links, with those of the rows that stood in the run of the row before them, which keeps its own figures."""
    out: list[Link] = []
    for at, link in enumerate(links):
        if not isinstance(link.candidate.item, Run):
            out.append(link)
            continue
        following = links[at + 1].row if at + 1 < len(links) else link.row
        ordered = link.row == (links[at - 1].row + 1 if at else 0)
        same_width = len({widths[row] for row in range(link.row, following)}) == 1
        may_be = ordered and same_width and widths[link.row] > 1
        may_be = may_be and not names_any(link.candidate.item.after, table.rows[link.row + 1 : following])
        runs = _parts(link.candidate, widths[link.row], following - link.row) if may_be else []
        if len(runs) > 1 and not _has_labels_of_others(link, form, table):
            link.candidate.item, link.candidate.figures, link.candidate.stray = runs[0], runs[0].cells, []
            out.append(link)
            out += [
                Link(Candidate(link.candidate.index, run, "", run.cells), link.row + after, _UNLABELLED)
                for after, run in enumerate(runs[1:], 1)
            ]
        else:
            out.append(link)
    return out


def _has_labels_of_others(link: Link, form: Form, table: Table) -> bool:
    """Whether the label of another row stands between the figures above a run and the run, itself or behind that of its group."""
    run, matcher = link.candidate.item, row_matcher(form.id, table.no)
    texts = [fragment.text for fragment in run.before] if isinstance(run, Run) else []
    found = [matcher.match(text) for whole in texts for text in (whole, whole.split()[-1])]
    own = table.rows[link.row].key
    return any(match is not None and match.score >= EXACT and match.key != own for match in found)


def _parts(candidate: Candidate, width: int, rows: int) -> list[Run]:
    """The run of a row as one run for each of so many full rows; empty where it is not exactly these."""
    run = candidate.item
    if not isinstance(run, Run) or rows < 2 or len(run.cells) != width * rows or run.maybe_page is not None:
        return []
    counts = {len(line) for line in run.lines}
    if counts not in ({1}, {width}) or len(candidate.figures) + len(candidate.stray) != width * rows:
        return []
    if any(map(is_cut, run.cells)):
        return []
    step = width if counts == {1} else 1
    inside = {gap for line, gap in enumerate(run.gaps, 1) if line % step}
    between = [gap for line, gap in enumerate(run.gaps, 1) if line % step == 0]
    if len(inside) > 1 or any(gap < inner for gap in between for inner in inside):
        return []
    return [
        replace(
            run,
            lines=run.lines[start : start + step],
            head=run.head if not start else "",
            before=run.before if not start else [],
            after=[],
            gaps=run.gaps[start : start + step - 1],
        )
        for start in range(0, len(run.lines), step)
    ]
