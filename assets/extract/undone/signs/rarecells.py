"""Rows whose cells a sign sets apart that no other reader knows (`；`, `^`, ` │ `, ` & `, ` / `): the sign becomes a tab.

Which sign that is, its use in the text tells (joints.py). Here the lines of tables are found, and a row in which the sign may be
a cell's own, or in which a figure goes on from the line above, keeps its figures in one cell, so that nobody counts them.
`第5行：` or `Row 5:` before such rows goes, where these count. Every line keeps its number. Does not belong here: tabs, commas,
semicolons (delimited.py), bars (pipes.py), and marks that a table itself names (markup.py).
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.notations import markup
from assets.extract.undone.lines.glued import heading
from assets.extract.undone.signs.joints import (
    LEAST_LINES,
    Joint,
    fields_behind_words,
    joints,
    keep_their_places,
)

_WORD = re.compile("[\u3400-\u9fff]")
_ROW = re.compile(r"\s*(?:第\s?([0-9]{1,3})\s?行|(?:[Rr]ow|ROW)\s?([0-9]{1,3}))\s?[:：]\s?")
# So many fields make a row of a line that stands alone.
_ALONE = 4
# So many written lines away from others.
_NEAR = 2
_DIGITS = re.compile(r"\s*[0-9][0-9,.]*\s*")

# The fields of each line of a table by its index.
_Fields = dict[int, list[str]]


def with_tabs(lines: list[str]) -> list[str]:
    """The lines with tabs in place of such signs, in tables only."""
    found = joints(lines)
    if not found or any(map(markup.opens, lines)):
        return lines
    lines = _without_counts(lines)
    for joint, width in found:
        rows = _without_edges(_rows(lines, joint))
        seen = joint.spaced and any(
            re.search(f"{re.escape(joint.sign)}  +{re.escape(joint.sign)}", lines[at]) for at in rows
        )
        kept = not joint.spaced and keep_their_places(rows.values(), width)
        goes_on = _going_on(lines, rows)
        certain = {
            at: joint.is_certain(fields, width, blanks_are_seen=seen or kept) for at, fields in rows.items()
        }
        written = {
            at: "\t".join(fields if certain[at] and at not in goes_on else _uncut(fields, joint))
            for at, fields in rows.items()
        }
        lines = [written.get(at, line) for at, line in enumerate(lines)]
    return lines


def _rows(lines: list[str], joint: Joint) -> _Fields:
    """The fields of lines of tables: words and then a figure, or what stands above and below with no other line between.

    One line alone is a row only if it has many fields, or if it is a label and a figure near such lines.
    """
    marked: _Fields = {}
    for at, line in enumerate(lines):
        if joint.sign in line and "。" not in line and "\t" not in line:
            fields = joint.fields(line)
            if len(fields) > 1 and (_is_row(fields) or not heading().match(squash(line))):
                marked[at] = fields
    written = [at for at, line in enumerate(lines) if line.strip()]
    runs = [
        list(run)
        for is_marked, run in groupby(range(len(written)), lambda place: written[place] in marked)
        if is_marked
    ]
    sure = [
        run
        for run in runs
        if any(_is_row(marked[written[place]]) for place in run)
        and (len(run) > 1 or len(marked[written[run[0]]]) >= _ALONE)
    ]
    held = {place for run in sure for place in run}
    near = {place + step for run in sure for place in (run[0], run[-1]) for step in range(-_NEAR, _NEAR + 1)}
    alone = [run[0] for run in runs if len(run) == 1 and run[0] in near - held]
    held.update(place for place in alone if _is_label_and_figure(marked[written[place]]))
    return {written[place]: marked[written[place]] for place in sorted(held)}


def _is_row(fields: list[str]) -> bool:
    written = [field for field in fields if field]
    return bool(written) and looks_like_figure(written[-1])


def _is_label_and_figure(fields: list[str]) -> bool:
    return len(fields) == 2 and bool(_WORD.search(fields[0])) and looks_like_figure(fields[1])


def _without_edges(rows: _Fields) -> _Fields:
    """The rows without fields that are blank in all of them, before and behind the sign where it is a border, too."""
    for edge in (slice(1, None), slice(0, -1)):
        cut = {at: fields[edge] for at, fields in rows.items()}
        if all(
            len(fields) > len(cut[at]) > 0 and not (fields[0] if edge.start else fields[-1])
            for at, fields in rows.items()
        ):
            rows = cut
    return rows


def _going_on(lines: list[str], rows: _Fields) -> set[int]:
    """The rows in which a figure may go on from the line above, or on the line below: digits begin that line, and end this."""
    found: set[int] = set()
    for above, below in pairwise(at for at, line in enumerate(lines) if line.strip()):
        if above in rows and below == above + 1 and _DIGITS.fullmatch(rows[above][-1]):
            first = rows.get(below, [lines[below]])[0]
            if _DIGITS.fullmatch(first):
                found |= {above, below} & rows.keys()
    return found


def _uncut(fields: list[str], joint: Joint) -> list[str]:
    """The fields with all figures in one."""
    behind = fields_behind_words(fields)
    labels = fields[: len(fields) - len(behind)]
    return [*labels, f" {joint.sign} ".join(behind)]


def _without_counts(lines: list[str]) -> list[str]:
    """The lines without the numbers of rows, if these go up by one from one row to the next, from 1 in every table."""
    found = [_ROW.match(line) for line in lines]
    last, right = 0, 0
    for match in found:
        if match:
            number = int(match[1] or match[2])
            right += number in (1, last + 1)
            last = number
    if right < max(LEAST_LINES, sum(map(bool, found))):
        return lines
    return [line[match.end() :] if match else line for line, match in zip(lines, found, strict=True)]
