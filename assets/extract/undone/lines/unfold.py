"""Rows that share a line: whole reports or tables on one line, and rows that run into each other.

The labels of the forms are the joints. Such a line is unfolded into one piece a line (a label, some words, a figure), so
that the readers find one cell a line; every piece keeps the number of its line. A line with one row is left alone,
and so is prose: its figures have no label of a form beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby, pairwise

from assets.extract.byname.columnwords import named_columns
from assets.extract.byname.foldedsentences import folded_sentences
from assets.extract.byname.rowsentences import row_sentences
from assets.extract.byname.terms import is_list_of_terms
from assets.extract.headers.corners import CORNERS
from assets.extract.labels import ascii_width, squash
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.notations import markup
from assets.extract.undone.lines.glued import (
    FIGURE,
    LABEL,
    Piece,
    cut_word,
    has_label,
    heading,
    row_labels,
    row_numbers,
)
from assets.extract.undone.lines.joinedrows import joined_rows
from assets.extract.undone.lines.onelinetable import rows_on_a_line

# A line is a whole report, whatever its labels, if it is longer than any paragraph and has this many pieces.
_LONG, _MANY = 2_000, 150
_SHORTEST = 8
_HAS_DIGIT = re.compile("[0-9０-９]").search
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_ALONE = re.compile(r"[0-9]{1,2}[.、]")
# What programs put between cells where they put no space, and how much of it a line of several rows has at least.
_JOINTS = ("', '", '", "', ", ", "; ", " / ", "，", "；", ",", ";", "/", "、")
# A line that opens a list or a record, and the place behind one in it.
_LIST, _LIST_END = re.compile(r"\s*[\[{(]\s*[\[{(\"']"), re.compile(r"(?<=[\]})],)\s*(?=[\[{(\"'])")
_SIGN_OF_JOINT = re.compile("[,;/，；、]")
_LEAST_JOINTS, _SHORTEST_JOINED, _LEAST_BARS, _LEAST_TABS = 12, 60, 16, 24
_LEAST_NUMBERED = 4
# A line with several tables is no shorter.
_SHORTEST_PAGE = 500
_PAGE_MARK, _LEAST_PAGES = re.compile(r"(?<!\S)[-—–] ?([0-9]{1,3}) ?[-—–](?!\S)"), 3
# A page's number between dashes, run into the figure before it and the words behind.
_MARK_RUN_IN = re.compile(r"(?<=[0-9])[ ]?([—–―－]) ?[0-9]{1,3} ?\1(?=[ ]?[\u3400-\u9fff])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}(?:\.[0-9]+)?")
_GLUED = re.compile(r"^(\s*[0-9]+)(?=[一二三四]、|[(（][一二三四五六七][)）])")
# What explains a label, in brackets, with a number that spaces part from its words: `（含 2 类）`.
_GLOSS_WITH_NUMBER = re.compile(
    r"[（(][^（()）0-9]{0,40}[\u3400-\u9fff] [0-9]{1,4} [\u3400-\u9fff][^（()）0-9]{0,40}[)）]"
)
_GLUED_TO_LABEL = re.compile(r"[\u3400-\u9fff][1-9][0-9]{0,2}$")
# One figure, or none, behind a path of names.
_PATH = re.compile(
    r"(?:[^=＝|\t]{4,200}[=＝]|[^=＝|\t:：]{2,160} [/>→] [^=＝|\t:：（(]{2,40}(?:[（(][^（）()|\t]{1,20}[）)])?[ ]*[:：])[ ]*([^=＝|\t\s]{0,20})\s*"
)
# So many breaks of lines in a line that has no cells are those of what was printed.
_LEAST_BREAKS = 4
# So many labels before the first figure are a header.
_LEAST_HEADER = 5
# So many words in front of as many figures.
_LEAST_SIDE = 12
# A row of words and figures in a few cells, parted by tabs and no spaces, or, where it is short, by bars: none of the signs that
# lists, paths, marks of notations and joined cells have stands in it, and it has too few cells to be several rows.
_OF_ROW = "\u3400-\u9fff（）“”、，。．0-9.\\-"
_ONE_ROW = re.compile(
    rf"(?:[{_OF_ROW}/]{{0,90}}+\t){{1,15}}[{_OF_ROW}/]{{0,90}}+|(?=.{{0,{_SHORTEST_JOINED}}}$)(?:[{_OF_ROW} ]*+\|){{1,15}}[{_OF_ROW} ]*+"
)
# A longer word may hold a heading and text behind it.
_LONGEST_LABEL = 12


def unfold(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with folded ones cut up, and for each its number in the text; None where nothing was cut."""
    sentences = folded_sentences(lines)
    whole = {first + n for first, text in sentences.items() for n in range(text.count("\n") + 1)}
    pieces = [
        [line]
        if n in whole or (("\t" in line or "|" in line) and _ONE_ROW.fullmatch(line))
        else _pieces(line)
        for n, line in enumerate(lines)
    ]
    out = list(chain.from_iterable(pieces))
    if len(out) == len(lines):
        return lines, None
    return out, [number for number, of in enumerate(pieces, 1) for _ in of]


@remembering
def _pieces(line: str) -> list[str]:
    """The pieces of a folded line; the line itself where it is not folded."""
    if len(line) < _SHORTEST or "<t" in line or _is_path(line):
        return [line]
    if line.count("<br>") >= _LEAST_BREAKS and "|" not in line:
        return [piece for text in line.split("<br>") for piece in _pieces(text)]
    if markup.opens(line):
        return markup.rows_apart(line)
    if _LIST.match(line) and len(rows := _LIST_END.sub("\n", line).split("\n")) > 1:
        return rows
    mark = next((mark for mark in "|\t" if mark in line and not (mark == "|" and _bars_of_page(line))), "")
    if mark and (rows := rows_on_a_line(line, mark)):
        return rows
    if mark and len(line) > _SHORTEST_JOINED and (rows := joined_rows(line, mark)):
        return rows
    if not _HAS_DIGIT(line) or ("\t" in line and len(line) <= _LONG and line.count("\t") < _LEAST_TABS):
        return [line]
    if len(line) <= _LONG and not has_label(ascii_width(line)):
        return [line]
    if mark and (cut_at_marks := _cut_at(line, mark)):
        return cut_at_marks
    if len(line) > _SHORTEST_JOINED and (joined := _joined_cells(line)):
        return joined
    words = _words(_MARK_RUN_IN.sub(" ", line))
    cut = list(_cut(words))
    if _is_folded(cut, glued=len(words) == 1) or (len(line) > _LONG and len(cut) >= _MANY):
        if named_columns(line) or row_sentences(line) or is_list_of_terms(line):
            return [line]
        return _with_numbering([text for text, _ in cut])
    return [line]


def _is_path(line: str) -> bool:
    """Whether a line is a path of names with a figure behind its only sign: `规章 / 本年制发件数 = 0`."""
    found = _PATH.fullmatch(line)
    return found is not None and (not found[1] or looks_like_figure(found[1]))


def _bars_of_page(line: str) -> bool:
    """Whether a long line has fewer bars than rows: they stand in what a page prints around its text (`打印 | 关闭`)."""
    bars = line.count("|")
    if bars >= _LEAST_BARS or len(line) < _SHORTEST_PAGE:
        return False
    return len(_rows_in(list(_cut(_words(line))))) > bars


def _cut_at(line: str, mark: str) -> list[str]:
    """The cells of a line of several rows, or the line where it is one row; none where the mark does not tell."""
    cells = line.split(mark)
    many = len(line) > _LONG and len(cells) > _MANY
    # a row of a table has few bars, however long it is
    if many or (len(cells) > _LEAST_BARS and len(_rows_in(list(_cut([cell.strip() for cell in cells])))) > 1):
        blanks = any(not cell.strip() for cell in cells[1:-1])
        if blanks:  # the last figure of a row runs into the label of the next
            cells = [piece for cell in cells for piece in _GLUED.sub("\\1\n", cell).split("\n")]
        return [f"{cell} |" if blanks else cell for cell in cells]
    if mark == "|":
        return [line]
    return _behind_header(line) if len(line) <= _LONG else []


def _behind_header(line: str) -> list[str]:
    """A line of many words and then many figures: the header of a table whose rows stand side by side, and their figures.

    What stands before the first figure and behind the last one may be blank cells, or what ends a row: the count will tell.
    """
    cells = line.split("\t")
    written = [at for at, cell in enumerate(cells) if cell.strip()]
    figures = [at for at in written if looks_like_figure(cells[at])]
    words = len(written) - len(figures)
    if min(words, len(figures)) < _LEAST_SIDE or written[words:] != figures:
        return [line]
    return ["\t".join(cells[: figures[0]]), "\t".join(cells[figures[0] : figures[-1] + 1])]


def _words(line: str) -> list[str]:
    """The words of a line; the mark of a page (`- 5 -`) is one where such marks count the pages, and so is what explains a label by a number."""
    line = _GLOSS_WITH_NUMBER.sub(lambda gloss: gloss[0].replace(" ", ""), line)
    marks = list(_PAGE_MARK.finditer(line))
    numbers = [int(mark[1]) for mark in marks]
    if len(numbers) < _LEAST_PAGES or any(b != a + 1 for a, b in pairwise(numbers)):
        return line.split()
    words: list[str] = []
    at = 0
    for mark in marks:
        words += [*line[at : mark.start()].split(), mark[0]]
        at = mark.end()
    return [*words, *line[at:].split()]


def _rows_in(cut: list[Piece]) -> list[int]:
    """Indexes of the row labels that have a figure right behind them."""
    return [
        index
        for index, (a, b) in enumerate(pairwise(cut))
        if a[1] == LABEL and b[1] == FIGURE and squash(a[0]).endswith(row_labels())
    ]


def _is_folded(cut: list[Piece], *, glued: bool = False) -> bool:
    """Whether figures of two rows, those of one and the label of another, or those of one and a header share the line.

    So do the one label and the one figure of a line that is `glued`, a single word.
    """
    rows = _rows_in(cut)
    kinds = [kind for _, kind in cut]
    header = kinds.index(FIGURE) if FIGURE in kinds else 0
    # one label again and again is that of a row whose cells are merged
    labels = len(list(groupby(text for text, _ in cut[:header])))
    corner = int(header > 0 and squash(cut[0][0]) in CORNERS)
    if len(rows) > 1 or (labels >= _LEAST_HEADER and set(kinds[corner:header]) == {LABEL}):
        return True
    if not rows:
        return False
    beyond = kinds[rows[0] + 2 :]
    return LABEL in beyond or (not beyond and glued)


def _joined_cells(line: str) -> list[str]:
    """The cells of a line that sets them apart by commas, stops or bars instead of spaces; none where it does not."""
    if len(_SIGN_OF_JOINT.findall(line)) < _LEAST_JOINTS:
        return []
    for joint in _JOINTS:
        if line.count(joint) < _LEAST_JOINTS:
            continue
        cells = [cell.strip() for cell in line.strip("[]()'\" ").split(joint)]
        if joint == "," and any(_GLUED_TO_LABEL.search(a) and b[:3].isdecimal() for a, b in pairwise(cells)):
            continue  # a comma of thousands: the figures run into each other as the first into its label
        if joint == "、":
            cells = _numbered(cells)
        if _is_folded(list(_cut(cells))):
            cells = list(_not_thousands(cells)) if joint == "," else cells
            return [piece for cell in cells for piece in cell.split()]
    return []


def _numbered(cells: list[str]) -> list[str]:
    """Numbers go with their labels where every label that the form numbers has its number before it."""
    numbers = dict(row_numbers())
    at = [i for i, cell in enumerate(cells) if i and cell in numbers]
    if len(at) < _LEAST_NUMBERED or not all(cells[i - 1] in numbers[cells[i]] for i in at):
        return cells
    drop = {i - 1 for i in at}
    return [cell for i, cell in enumerate(cells) if i not in drop]


def _not_thousands(cells: list[str]) -> Iterator[str]:
    """The cells; figures in a row stay one piece where a comma between them may be that of one figure (`1,234`)."""
    for is_figure, group in groupby(cells, key=looks_like_figure):
        texts = list(group)
        if is_figure and any(_THOUSANDS.fullmatch(f"{a},{b}") for a, b in pairwise(texts)):
            yield ",".join(texts)
        else:
            yield from texts


def _cut(tokens: list[str]) -> Iterator[Piece]:
    """The words of a line, those that labels and figures share cut between them."""
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if looks_like_figure(token):
            yield token, FIGURE
            continue
        next_is_figure = looks_like_figure(following)
        for piece in _headings(token) if len(token) > _LONGEST_LABEL else (token,):
            yield from cut_word(piece, next_is_figure)


def _headings(token: str) -> Iterator[str]:
    """A word cut before and behind the headings of sections in it."""
    at = 0
    for found in heading().finditer(ascii_width(token)) if len(token) == len(ascii_width(token)) else ():
        for text in (token[at : found.start()], token[found.start() : found.end()]):
            if text:
                yield text
        at = found.end()
    if token[at:]:
        yield token[at:]


def _with_numbering(texts: list[str]) -> list[str]:
    """A label's number that stands apart goes with its label, and a year with 年: `1.` and `2019` are no figures."""
    out: list[str] = []
    for text in texts:
        of_year = text.startswith("年") and out and _YEAR.fullmatch(out[-1])
        if of_year or (out and _ALONE.fullmatch(out[-1]) and not looks_like_figure(text)):
            out[-1] += text
        else:
            out.append(text)
    return out
