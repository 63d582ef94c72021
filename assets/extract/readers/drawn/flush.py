"""Tables that a program printed with spaces alone, every column flush right: what print of a data frame gives.

Only where all texts of each column end at one place, and labels of different length with them, is this no chance: then
each line is one row, and a gap is a blank cell. Texts taken from pages (labels flush left, wrapped, centred) are
never so and are left to the reader of running text, as is a block in which two measures of width cut differently. Lines
that the program numbered are a block without blank lines about them.
"""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow
from assets.extract.numbers import EMPTY_WORDS
from assets.extract.places.positions import display_width

LAYOUT = "flush"
_LEAST_LINES, _MOST_LINES, _LEAST_COLUMNS = 3, 400, 3
# Lines of words that may stand right above a table, without a blank line between.
_MOST_ABOVE = 2
# Columns that must hold texts of different length before their common end proves anything.
_LEAST_PROVED = 2
_PIECE = re.compile(r"\S+")
_FILLER = "\0"
# Letters with a space between them, as a label is printed to fill its cell: one of them, and one with what follows.
_LETTER = re.compile("[\u3400-\u9fff]\0?")
_LETTERS = re.compile("[\u3400-\u9fff]\0?(?: |$)")


def starts(lines: list[str], index: int) -> bool:
    """A line with which such a block starts: at or near the top of a run of written lines, or the first of numbered rows."""
    if len(lines[index].split()) < _LEAST_COLUMNS - 1:
        return False
    if (stop := _end_of_numbered(lines, index)) and _cut(lines[index:stop]) is not None:
        return True
    above = lines[max(0, index - 1 - _MOST_ABOVE) : index]
    if len(above) > _MOST_ABOVE and all(line.strip() for line in above):
        return False
    stop = _first_blank(lines, index)
    return stop - index >= _LEAST_LINES and _cut(lines[index:stop]) is not None


def end(lines: list[str], index: int) -> int:
    """The block ends where the numbers of its rows do, or at the first blank line."""
    numbered = _end_of_numbered(lines, index)
    return numbered if numbered and _cut(lines[index:numbered]) is not None else _first_blank(lines, index)


def _first_blank(lines: list[str], index: int) -> int:
    for at in range(index, min(index + _MOST_LINES, len(lines))):
        if not lines[at].strip():
            return at
    return min(index + _MOST_LINES, len(lines))


def _end_of_numbered(lines: list[str], index: int) -> int:
    """The line behind rows that a program numbered from 0 on, below the numbers of their columns or not; 0 without such rows."""
    if not lines[index].lstrip().startswith("0"):
        return 0
    words = lines[index].split()
    first = index + (words == [str(n) for n in range(len(words))])
    stop = first
    while stop < len(lines) and stop - first < _MOST_LINES:
        number = lines[stop].split(None, 1)[:1]
        if number != [str(stop - first)]:
            break
        stop += 1
    return stop if stop - first >= _LEAST_LINES else 0


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    cut = _cut(lines) or []
    counted = [texts[0] for texts in cut]
    # the program's own numbers of the rows, below the lines of the header, or the numbers of the columns
    above = next((at for at, text in enumerate(counted) if text), 0)
    index = counted[above:] == [str(n) for n in range(len(cut) - above)]
    return [
        GridRow([Cell(text, number, number) for text in texts[index:]], LAYOUT, block, spans=True)
        for number, texts in enumerate(cut, first_line)
        if not (index and texts == ["", *map(str, range(len(texts) - 1))])
    ]


def _cut(lines: list[str]) -> list[list[str]] | None:
    """Each line's texts by column; None where no measure of width, or more than one, sets all columns flush."""
    answers: list[list[list[str]]] = []
    for wide, measure in ((False, len), (True, display_width)):
        lengths = [measure(line) for line in lines]
        if lengths.count(max(lengths)) * 2 < len(lengths):
            continue  # the last column has no common end
        answer = _columns([_spread(line) if wide else line for line in lines])
        if answer is not None and answer not in answers:
            answers.append(answer)
    return answers[0] if len(answers) == 1 else None


def _spread(line: str) -> str:
    """The line with a filler behind each wide character, so that indexes are display columns."""
    return "".join(
        char if display_width(char) == 1 else "  " if char.isspace() else char + _FILLER for char in line
    )


def _columns(lines: list[str]) -> list[list[str]] | None:
    """The texts between the gaps that run through all lines; None where they do not end at one place by column."""
    inked = [False] * (max(map(len, lines)) + 1)
    for line in lines:
        for piece in _PIECE.finditer(line):
            inked[piece.start() : piece.end()] = [True] * (piece.end() - piece.start())
    edges = [at for at, ink in enumerate(inked) if ink != (at > 0 and inked[at - 1])]
    spans = _with_whole_words(lines, list(zip(edges[::2], edges[1::2], strict=True)))
    if len(spans) < _LEAST_COLUMNS:
        return None
    proved = 0
    for column, (first, past) in enumerate(spans):
        texts = [text for line in lines if (text := line[first:past]).strip()]
        if all(len(text) == past - first and not text[-1].isspace() for text in texts):
            proved += any(text[0].isspace() for text in texts)
        elif column or any(text[0].isspace() for text in texts):
            return None  # only the first column, that of an index, may be flush left
    if proved < _LEAST_PROVED:
        return None
    return [
        ["" if text in EMPTY_WORDS else text for text in texts]
        for texts in ([line[a:z].replace(_FILLER, "").strip() for a, z in spans] for line in lines)
    ]


def _with_whole_words(lines: list[str], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The columns, in one those between which nothing but words set letter by letter (`结 果 维 持`) are cut."""
    whole: list[tuple[int, int]] = []
    for first, past in reversed(spans):
        if whole and whole[-1][0] == past + 1:
            begin, end = whole[-1]
            cut = [line for line in lines if line[first:past].strip()]
            if all(_LETTER.fullmatch(line[first:past]) and _LETTERS.match(line[begin:end]) for line in cut):
                whole[-1] = (first, end)
                continue
        whole.append((first, past))
    return whole[::-1]
