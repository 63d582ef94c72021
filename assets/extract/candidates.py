"""Which rows of a table an item of the text may be: by its label alone, never by its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from assets.extract.labels import LabelMatcher, ascii_width, normalize, squash, strip_numbering
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure, taken_apart
from schemas.form import Table, forms

# The number of a row within its group: a label starts with it.
_NUMBERED = re.compile(r"[（(]?\d{1,2}[）).、．](?!\d)")
_OPENS = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七])[）).、．](?!\d)")
_GLUED = re.compile(r"^(.*[^\d\s.,])(\d+)$")
# Two digits that may be those of one figure.
_DIGITS = re.compile(r"[1-9][0-9]")
# What the number of a page looks like.
_PAGE = re.compile(r"[1-9][0-9]{0,2}")
_BRACKETED = re.compile(r"[（(][^（()）]{1,30}[)）]")
_DIGIT = re.compile("[0-9]")
# Fragments that are tried as parts of a label, and the width of a column so narrow that more are.
_BEFORE, _AFTER, _NARROW = 4, 3, 5
# Words of such a line above that may be the row's own.
_MOST_WORDS = 4
_LONGEST_LABEL = 120
# Cells of a row, from the left, one of which may hold its label.
_LABEL_CELLS = 6
# Words about figures that are remembered, of all tables together.
_REMEMBERED = 20_000


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
    def line_end(self) -> int:
        """Last line of the row."""
        return max([self.item.line_start, *[cell.line_end for cell in self.figures]])


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
    all_widths = set(widths.values())
    found: list[Candidate] = []
    for index, item in enumerate(items):
        if isinstance(item, GridRow):
            if row := _of_grid_row(index, item, matcher, row_index):
                found.append(row)
        elif isinstance(item, Run):
            previous = found[-1] if found and found[-1].index == index - 1 else None
            if previous is not None and _continues(previous, item, matcher, row_index):
                if _is_rest(previous, item, widths):
                    previous.figures = [*previous.figures, *item.cells]
                else:
                    previous.stray += item.cells
            else:
                found.append(_of_run(index, item, form_id, table.no, row_index, widths, all_widths))
    return [
        c for c in found if (c.options and (c.figures or c.stray)) or any(f.text.strip() for f in c.figures)
    ]


def _of_grid_row(
    index: int, row: GridRow, matcher: LabelMatcher, row_index: dict[str, int]
) -> Candidate | None:
    best: tuple[float, int, int] | None = None
    for at in row.words:
        if at >= _LABEL_CELLS:
            break
        match = matcher.match(row.cells[at].text)
        if match and (best is None or match.score >= best[0]):
            best = (match.score, at, row_index[match.key])
    if best is None and row.words and row.words[-1] < min(_LABEL_CELLS, row.written[-1]):
        # between cells a text before figures is a label, however short
        at = row.words[-1]
        short = matcher.shortened(row.cells[at].text)
        best = (short.score, at, row_index[short.key]) if short else None
    if best is not None:
        score, at, key = best
        return Candidate(index, row, row.cells[at].text, row.cells[at + 1 :], at, options=[(key, score)])
    # no known label: the figures are what follows the last text
    at = row.words[-1] if row.words else -1
    if not row.written or row.written[-1] == at:
        return None
    label = row.cells[at].text if at >= 0 else ""
    return Candidate(index, row, label, row.cells[at + 1 :], at)


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


def _is_rest(previous: Candidate, run: Run, widths: dict[int, int]) -> bool:
    """Whether figures below the end of a label are the rest of a row whose first ones stand amid the lines of that label.

    A page prints a cell beside the middle of a tall label: no blank line is about it, as there is between the cells that
    follow. What may be the number of a page is none here: only the whole table tells (paragraphs.py).
    """
    first = previous.item
    if not isinstance(first, Run) or len(first.cells) > 1 or previous.stray or run.head or not run.before:
        return False
    if _PAGE.fullmatch(squash(first.cells[0].text)):
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
) -> Candidate:
    is_row = len(run.cells) <= max(all_widths)
    before, after = tuple([f.text for f in run.before]), tuple([f.text for f in run.after])
    options, label, used = _options(form_id, table_no, run.head, before, after, is_row)
    ranked, matcher = list(options), row_matcher(form_id, table_no)
    figures, stray = _rows_of(run, {widths[key] for key, _ in ranked} or all_widths)
    if ranked and len(figures) == widths[ranked[0][0]] - 1:
        figures = _unglue(run, matcher, row_index, ranked[0][0], figures)
    if ranked and len(figures) == 1 < widths[ranked[0][0]]:
        figures = apart(figures[0], widths[ranked[0][0]]) or figures
    return Candidate(index, run, label, figures, stray=stray, options=ranked, used_after=used)


# Words seen before about figures are understood: what they say depends on nothing else, figures least of all.
@lru_cache(maxsize=_REMEMBERED)
def _options(  # noqa: PLR0913 - all that tells which row a run is
    form_id: str, table_no: str, head: str, before: tuple[str, ...], after: tuple[str, ...], is_row: bool
) -> tuple[tuple[tuple[int, float], ...], str, int]:
    """The rows a run may be, by the words on its line and about it: its options, label and words used after it."""
    matcher, furniture = row_matcher(form_id, table_no), _furniture(form_id, table_no)
    row_index = {row.key: i for i, row in enumerate(forms()[form_id].table(table_no).rows)}
    own = [text for text in before if not furniture.has(text) or (is_row and furniture.is_numbered(text))]
    behind = [text for text in after if not furniture.has(text)]
    # what opens a label of its own is no rest of that on the line of the figures
    if head:
        behind = list(takewhile(lambda text: not _OPENS.match(text.strip()), behind))
    options: dict[int, float] = {}
    texts: dict[int, str] = {}
    used_after: dict[int, int] = {}
    for text, n_after in _label_texts(furniture.without_groups(head), own, behind):
        match = matcher.match(text)
        if match and not furniture.is_column(text, before):
            key = row_index[match.key]
            if match.score > options.get(key, 0.0):
                options[key], texts[key], used_after[key] = match.score, text, n_after
    ranked = sorted(options.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    best = ranked[0][0] if ranked else -1
    return tuple(ranked), texts.get(best, head), used_after.get(best, 0)


@dataclass(frozen=True)
class _Furniture:
    """What stands between rows of figures without being part of a row's label."""

    groups: tuple[str, ...]
    columns: re.Pattern[str]
    names: frozenset[str]
    side_by_side: bool
    in_front: re.Pattern[str]

    def without_groups(self, words: str) -> str:
        """Words on the line of figures without labels of groups in front that the row's numbered label is glued to.

        The row's label alone tells what it is: more letters of a group make it like a longer one.
        """
        narrow = ascii_width(words)
        return narrow[found.end() :] if (found := self.in_front.match(narrow)) else words

    def has(self, fragment: str) -> bool:
        """A piece of a group label set in a narrow column beside the rows, or a line of column labels.

        A column label alone on its line may be a row's (总计, 其他), except in a table that has rows side by side.
        """
        text = normalize(fragment)
        if len(text) <= 4 and any(text in group for group in self.groups):
            return True
        words = len(fragment.split())
        return (words > 1 or self.side_by_side) and not self.columns.sub("", squash(fragment))

    @staticmethod
    def is_numbered(fragment: str) -> bool:
        """Whether a fragment has the number of a row: 3.其他 is one, whatever group has these letters."""
        return bool(_NUMBERED.match(fragment.strip()))

    def is_column(self, label: str, before: Sequence[str]) -> bool:
        """Whether a label is the last of a header: a column's name without a row's number, below words of others.

        `label` is squashed; 总计 is a row of table 3 and a column of tables 3 and 4.
        """
        if strip_numbering(label) != label or normalize(label) not in self.names:
            return False
        words = [normalize(token) for text in before for token in text.split() if squash(text) != label]
        return any(any(word in name for name in self.names) for word in words if word)


@cache
def _furniture(form_id: str, table_no: str) -> _Furniture:
    form = forms()[form_id]
    table = form.table(table_no)
    columns = sorted((re.escape(normalize(c.zh)) for c in table.columns), key=len, reverse=True)
    wordings = {strip_numbering(squash(w)) for g in table.groups for w in g.wordings}
    groups = sorted(map(re.escape, wordings), key=len, reverse=True)
    return _Furniture(
        tuple(normalize(g.zh) for g in table.groups),
        re.compile("|".join(columns)),
        frozenset(normalize(w) for t in form.tables for c in t.columns for w in c.wordings),
        table.one_row,
        re.compile(
            rf"\s*+(?:(?:{_OPENS.pattern})?\s*+(?:{'|'.join(groups) or '(?!)'})\s*+)+(?={_OPENS.pattern})"
        ),
    )


def _label_texts(words: str, before: list[str], after: list[str]) -> list[tuple[str, int]]:
    """The texts that may be the label of a run, the nearest words first, each with its fragments after the figures.

    Words after the figures can only complete a label that began before them: by themselves they are the label of
    the next row.
    """
    tokens = _BRACKETED.sub(lambda found: squash(found[0]), words).split()
    inner = max((i for i, token in enumerate(tokens) if looks_like_figure(token)), default=-1)
    tokens = tokens[inner + 1 :]
    heads = [" ".join(tokens[start:]) for start in range(max(0, len(tokens) - 4), len(tokens))][::-1]
    heads += [glued[1] for head in heads if (glued := _GLUED.match(head))]
    whole = " ".join(tokens)
    if whole and whole not in heads:
        heads.append(whole)
    texts: dict[str, int] = {}
    # a group's label and the row's share the line above the figures
    above = before[-1].split() if before and not words else []
    for start in range(len(above) - 1, max(0, len(above) - _MOST_WORDS), -1):
        if _OPENS.match(above[start]):
            texts.setdefault(squash("".join(above[start:])), 0)
    # words in front of a number that opens a label belong to another label
    opens = inner >= 0 or any(_NUMBERED.match(token) for token in tokens)
    leads = [[]] if opens else _joined(before[::-1], _BEFORE)
    tails = _joined(after, _AFTER)
    for head in heads or [""]:
        for n_before, lead in enumerate(leads):
            if not head and not n_before:
                continue
            for n_after, tail in enumerate(tails):
                text = squash("".join(reversed(lead)) + head + "".join(tail))
                if text and len(text) <= _LONGEST_LABEL:
                    texts.setdefault(text, n_after)
    return list(texts.items())


def _joined(fragments: list[str], most: int) -> list[list[str]]:
    """None, one, two ... of the nearest fragments; more than `most` only where they are bits of a narrow column."""
    out: list[list[str]] = [[]]
    for count, fragment in enumerate(fragments, 1):
        if count > most and len(fragment) > _NARROW:
            break
        out.append([*out[-1], fragment])
    return out


def _rows_of(run: Run, widths: set[int]) -> tuple[list[Cell], list[Cell]]:
    """The figures of the run's row, and figures on lines of their own that may belong to them.

    A row stands on one line, or one figure a line, or in lines of equal length and equally far apart. A row that a
    line break cuts unevenly may have lost its order, and a second line may hold the last digits of the first: neither
    is a row; nor are figures below a single one beside the label, which stood in cells of more lines.
    """
    counts = [len(line) for line in run.lines]
    if len(counts) == 1:
        return run.cells, []
    if _is_below_page(run, widths):
        return run.lines[1], []
    alike = (len(set(counts)) == 1 and not (run.head and counts[0] == 1 and 0 in run.gaps)) or _share_lines(
        run
    )
    if len(run.cells) in widths and alike and _evenly_apart(run):
        return run.cells, []
    if counts[0] in widths and (counts[0] > 1 or run.head):
        return run.lines[0], [cell for line in run.lines[1:] for cell in line]
    if len(run.cells) in widths:
        return [], run.cells
    return run.cells, []


def _is_below_page(run: Run, widths: set[int]) -> bool:
    """Whether a row of one line stands below a number between blank lines, which is a page's between label and row."""
    if [len(line) for line in run.lines] not in ([1, width] for width in widths if width > 1):
        return False
    number = run.cells[0]
    is_apart = run.gaps[0] and not run.head and all(f.line < number.line_start - 1 for f in run.before)
    return bool(is_apart and _PAGE.fullmatch(number.text.strip()))


def apart(cell: Cell, width: int) -> list[Cell] | None:
    """The cells of a row that one piece of text holds with nothing between them; None where that is not certain."""
    texts = taken_apart(squash(cell.text), width)
    return None if texts is None else [Cell(text, cell.line_start, cell.line_end) for text in texts]


def in_blocks(run: Run) -> bool:
    """Whether blank lines part all lines of figures, as where a program goes by the blocks of a page."""
    return bool(run.gaps) and all(run.gaps)


def _share_lines(run: Run) -> bool:
    """Whether a row stands cell by cell below its label, in blocks but for cells so near that they share a line.

    Single digits on one line may be those of one figure, spaced. A number apart from all of the others may be that of a
    page.
    """
    if sorted(map(len, run.lines))[:-1] == [1]:
        return False
    beside = (pair for line in run.lines for pair in pairwise(line))
    spaced = any(_DIGITS.fullmatch(ascii_width(a.text + b.text)) for a, b in beside)
    return not run.head and in_blocks(run) and not spaced


def _evenly_apart(run: Run) -> bool:
    """Whether the lines of a run stand equally far apart, but for one place where a page may end.

    Figures in clusters are those of columns, or of several rows, in whatever order a program met them. Where blank lines set
    every cell apart, a program goes by the places of a page: it met the end of that page amid a row out of order.
    """
    if len(set(run.gaps)) < 2:
        return True
    gaps = Counter(run.gaps)
    (usual, count), *_ = gaps.most_common(1)
    return not usual and gaps.total() - count < 2


def _unglue(
    run: Run, matcher: LabelMatcher, row_index: dict[str, int], key: int, figures: list[Cell]
) -> list[Cell]:
    """One figure short, and the label ends in what no wording of it has: digits, or a word with some, are the first figure."""
    words = run.head.split()
    if not words:
        return figures
    glued = _GLUED.match(words[-1])
    parts = [(" ".join(words[:-1]), words[-1])]
    if glued := _GLUED.match(words[-1]):
        parts.insert(0, (glued[1], glued[2]))
    for label, text in parts:
        match = matcher.match(label) if _DIGIT.search(text) else None
        if match is not None and match.score >= 1 and row_index[match.key] == key:
            end = run.head_x0 + len(run.head)
            return [Cell(text, run.head_line, run.head_line, end - len(text), end), *figures]
    return figures
