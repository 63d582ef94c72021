"""Plain text in which labels stand on one another, or figures before their labels: whose a line of figures is, is not told.

A program that goes by places prints two labels and then the figures of both, or figures and then the lines of the label
beside them; a blank row leaves its label above the figures of a row that has none. Belongs here: which rows may have
their neighbour's figures so. Rows beside figures without any label, and labels that slid through a table, are judged in
shifted.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assets.extract.labels import core, normalize, number_of
from assets.extract.model import Fragment, Item, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.figures.runfigures import in_blocks
from assets.extract.rows.finding.chain import Link
from schemas.form import Row, Table

# A label alone on a line is one only with so many letters: 其他 is a column, too.
_LEAST_LETTERS = 4
# Lines of a label; figures stand before none that has but one.
_LEAST_LINES, _MOST_LINES = 2, 8
_DIGIT = re.compile("[0-9]")


def stacked(links: Sequence[Link], table: Table, lines: Sequence[str]) -> list[Link]:
    """Rows below two labels or more, with as many lines of figures: the first line may be of the first label.

    A cell without a reading in a line (`9 0 ？`, `0/0 0 0`) or one left out makes it no other. So may a row of which every cell is a block of
    the page, where both labels are one block: blanks of the other left nothing.
    """
    placed = {link.row for link in links}
    return [
        link
        for link in links
        if link.row
        and link.row - 1 not in placed
        and isinstance(link.candidate.item, Run)
        and (
            (
                (_has_more_rows(link) or _has_short_row(link) or _has_odd_row(link, lines))
                and _stands(table.rows[link.row - 1], link.candidate.item.before)
            )
            or (
                in_blocks(link.candidate.item)
                and _stands(table.rows[link.row - 1], _block(link.candidate.item))
            )
        )
    ]


def below_a_piece(links: Sequence[Link], items: Sequence[Item], table: Table) -> list[Link]:
    """Rows of cells that are blocks of the page, whose label stands right below figures too few for the row above.

    The first cells of two rows stand among the lines of their labels, and then the other cells of one row and of the other.
    """
    found: list[Link] = []
    for link in links if len(table.blocks) == 1 and not table.one_row else ():
        run, at = link.candidate.item, link.candidate.index - 1
        above = items[at] if at >= 0 else None
        if not isinstance(run, Run) or not isinstance(above, Run):
            continue
        # the rest of the row may be a run of its own
        rest = items[at + 2] if link.candidate.figures[len(run.cells) :] and at + 2 < len(items) else run
        if not isinstance(rest, Run) or not in_blocks(rest):
            continue
        first = run.head_line if run.head else run.line_start
        words = [f.line for f in run.before if f.line > above.line_end]
        if [*words, first][0] == above.line_end + 1 and len(above.cells) < len(table.columns):
            found.append(link)
    return found


def below_bare_figures(links: Sequence[Link], items: Sequence[Item], table: Table) -> list[Link]:
    """Rows whose label is but the end of the right one, right below a line of nothing but figures: it may be the end of theirs."""
    found: list[Link] = []
    for link in links:
        run, at = link.candidate.item, link.candidate.index - 1
        above = items[at] if at >= 0 else None
        if not isinstance(run, Run) or not isinstance(above, Run) or run.head or not run.before:
            continue
        if above.head or len(above.lines) > 1 or run.before[0].line != above.line_end + 1:
            continue
        label = normalize("".join(fragment.text for fragment in run.before))
        names = [normalize(wording) for wording in table.rows[link.row].wordings]
        if label not in names and any(name.endswith(label) for name in names):
            found.append(link)
    return found


def before_labels(links: Sequence[Link], table: Table) -> list[Link]:
    """Rows whose figures may be those of the next label, which stands wrapped right below them and has none itself.

    So do those above them, as far as each has its figures between its own label and a wrapped one.
    """
    by_row = {link.row: link for link in links}
    by_index = {link.candidate.index: link.candidate.item for link in links}
    found: list[Link] = []
    for link in links:
        row = link.row + 1
        if row >= len(table.rows) or row in by_row:
            continue
        following = by_index.get(link.candidate.index + 1)
        lines = _lines_before(link, table.rows[row])
        # figures right below the label would be its own, however badly printed
        if lines and (lines < len(_after(link)) or (isinstance(following, Run) and following.head)):
            upper: Link | None = link
            while upper is not None and _lines_before(upper, table.rows[upper.row + 1]):
                found.append(upper)
                upper = by_row.get(upper.row - 1)
    return found


def below_the_next(links: Sequence[Link], table: Table) -> list[Link]:
    """Rows whose figures stand right below the label of the next row, which has none: they may be that row's."""
    placed = {link.row for link in links}
    found: list[Link] = []
    for link in links:
        run = link.candidate.item
        if link.row + 1 in placed or link.row + 1 >= len(table.rows) or not isinstance(run, Run):
            continue
        nearest = () if run.head else run.before[-1:]
        if _stands(table.rows[link.row + 1], nearest) and not _stands(table.rows[link.row], nearest):
            found.append(link)
    return found


def below_a_later(links: Sequence[Link], table: Table) -> list[Link]:
    """Rows whose figures stand below the numbered label of a later row, too, which has none: labels changed their places."""
    placed = {link.row for link in links}
    lacking = [row for n, row in enumerate(table.rows) if n not in placed and number_of(row.zh)]
    found: list[Link] = []
    for link in links if lacking else ():
        run = link.candidate.item
        if not isinstance(run, Run):
            continue
        later = [row for row in lacking if table.rows.index(row) > link.row]
        numbered = [fragment for fragment in run.before if number_of(fragment.text)]
        if any(_is_label(row, fragment.text) for row in later for fragment in numbered):
            found.append(link)
    return found


def below_a_blank(links: Sequence[Link], table: Table) -> list[Link]:
    """Rows whose figures may be those of the next label, which is not printed: they stand below a label that may have none.

    Figures have a line of their own there, where most rows have theirs on the line of the label. Where labels of more
    lines have theirs below, those of another such label are its own.
    """
    runs = [(link, link.candidate.item) for link in links if isinstance(link.candidate.item, Run)]
    below = [(link, run) for link, run in runs if not run.head and run.before and len(run.lines) == 1]
    if 2 * sum(bool(run.head) for _, run in runs) <= len(runs):
        return []
    wrapped = {link.row for link, run in below if not _stands(table.rows[link.row], run.before[-1:])}
    placed = {link.row for link in links}
    indexes = {link.candidate.index for link in links}
    found: list[Link] = []
    for link, run in below:
        following = link.row + 1
        if following in placed or following >= len(table.rows) or link.candidate.used_after:
            continue
        # figures right below that are no row's have a label that could not be read: the next one's
        is_told = not run.after and link.candidate.index + 1 not in indexes
        is_usual = link.row in wrapped and len(wrapped) > 1
        if (
            not is_told
            and not is_usual
            and not _stands(table.rows[following], [*run.before[-1:], *run.after])
        ):
            found.append(link)
    return found


def _has_more_rows(link: Link) -> bool:
    """Whether whole rows of figures stand right below that of a label, with no words between but pieces of a label."""
    run, size = link.candidate.item, len(link.candidate.figures)
    if not isinstance(run, Run) or size <= 1:
        return False
    end = min([f.line for f in run.after], default=None)
    below = [
        cell.line_start
        for cell in link.candidate.stray
        if cell.line_start > run.line_end and (end is None or cell.line_start < end)
    ]
    return any(len(line) == size for line in run.lines[1:]) or size in Counter(below).values()


def _has_short_row(link: Link) -> bool:
    """Whether a line of fewer figures stands right below the line of those of a label: a row with a blank, of one of two."""
    run, size = link.candidate.item, len(link.candidate.figures)
    if not isinstance(run, Run) or run.head or size <= 1 or len(run.lines[0]) != size:
        return False
    first = run.lines[0][-1].line_start
    return any(0 < len(line) < size and line[0].line_start == first + 1 for line in run.lines[1:])


def _has_odd_row(link: Link, lines: Sequence[str]) -> bool:
    """Whether as many words stand on the line right below that of a label's figures, some of them figures, and no label."""
    run, size = link.candidate.item, len(link.candidate.figures)
    if not isinstance(run, Run) or run.head or size <= 1 or len(run.lines) > 1:
        return False
    words = lines[run.line_end].split() if run.line_end < len(lines) else []
    return _is_odd_row(words, size)


def _is_odd_row(words: Sequence[str], size: int) -> bool:
    """Whether so many words are figures but for some without a reading, which are no label: few letters, or a count (原5项，现3项)."""
    odd = [word for word in words if not looks_like_figure(word)]
    return len(words) == size > len(odd) > 0 and all(
        len(normalize(word)) < _LEAST_LETTERS or (_DIGIT.search(word) and not number_of(word)) for word in odd
    )


def above_labels(
    links: Sequence[Link], items: Sequence[Item], table: Table, lines: Sequence[str]
) -> list[Link]:
    """Rows between two labels of one block that have figures above the first and none below the second.

    As many figures stand right above the label, or above header and label, and do not count the columns: those of the row may be the next
    label's. Some of them may have no reading.
    """
    placed, taken = {link.row for link in links}, {link.candidate.index for link in links}
    of_block = {row.key: number for number, block in enumerate(table.blocks) for row in block.rows}
    found: list[Link] = []
    between: list[Link] = []
    for link in links:
        run, at = link.candidate.item, link.candidate.index - 1
        above = items[at] if at >= 0 and at not in taken else None
        if link.row + 1 in placed or link.row + 1 >= len(table.rows):
            continue
        row, following = table.rows[link.row], table.rows[link.row + 1]
        if not isinstance(run, Run) or run.head or of_block[row.key] != of_block[following.key]:
            continue
        if _stands(row, run.before[-1:]) and _stands(following, run.after[:1]):
            between.append(link)
        if not isinstance(above, Run):
            continue
        texts = [cell.text.strip() for cell in above.cells]
        counted = texts == [str(n) for n in range(1, len(texts) + 1)]
        is_first = of_block.get(table.rows[link.row - 1].key) != of_block[row.key] or not link.row
        if is_first and not above.head and not counted and len(texts) == len(run.cells) > 1:
            found += [link] if _stands(following, run.after) else []
            continue
        is_between = _stands(row, above.after[:1]) and _stands(following, run.after[:1])
        if not is_between or above.line_end != run.before[0].line - 1:
            continue
        is_whole = len(above.cells) == len(run.cells) and not above.head
        if is_whole or _is_odd_row(lines[above.line_end - 1].split(), len(run.cells)):
            found.append(link)
    # the labels of one block stand below their figures, and so may those of another
    return [*found, *(link for link in between if found and link not in found)]


def _block(run: Run) -> list[Fragment]:
    """The words above a run of figures that no blank line parts from the last of them."""
    block: list[Fragment] = []
    below = run.head_line
    for fragment in reversed(run.before):
        if block and fragment.line < below - 1:
            break
        block.append(fragment)
        below = fragment.line
    return block[::-1]


def _is_label(row: Row, text: str) -> bool:
    """Whether a text is the label of a row, to the letter."""
    return bool(normalize(text)) and normalize(text) in {normalize(wording) for wording in row.wordings}


def _stands(row: Row, words: Sequence[Fragment]) -> bool:
    """Whether the label of a row stands among words."""
    text = normalize("".join(fragment.text for fragment in words))
    alone = {normalize(fragment.text) for fragment in words}
    names = {name for wording in row.wordings for name in (normalize(wording), core(wording))}
    return any(name in alone or (len(name) >= _LEAST_LETTERS and name in text) for name in names)


def _after(link: Link) -> list[str]:
    run = link.candidate.item
    return [fragment.text for fragment in run.after] if isinstance(run, Run) else []


def _lines_before(link: Link, following: Row) -> int:
    """How many lines of a label stand right below a line of nothing but figures, which is below the label of `link`."""
    run = link.candidate.item
    if not isinstance(run, Run) or run.head or len(run.lines) != 1 or len(run.cells) == 1:
        return 0
    names = {name for wording in following.wordings for name in (normalize(wording), core(wording))}
    texts = _after(link) if not link.candidate.used_after else []
    for count in range(_LEAST_LINES, min(len(texts), _MOST_LINES) + 1):
        whole = "".join(texts[:count])
        if normalize(whole) in names or core(whole) in names:
            return count
    return 0
