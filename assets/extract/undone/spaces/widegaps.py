"""Dozens of blank lines between the paragraphs of a page: cut to as many as any layout tells apart.

A program that prints every piece of a page's text on a line of its own prints the white space between the pieces, too: six blank lines
between two cells, ten between two rows. What names the columns of a table then stands so far above its figures as else only another
table does. Belongs here: such gaps, where the whole text has them and cells are not set by tabs. Does not belong here: a blank line behind every
line (spacing.py), blank lines that part the cells of a browser's copy (separated/copied.py).
"""

from __future__ import annotations

# Tabs before a few words are the indent of a page's source, those in more lines may be of cells.
_MOST_TABBED = 0.1
# No layout tells more blank lines apart, and where gaps are wider so often most lines are blank.
_MOST, _LEAST_GAPS, _LEAST_SHARE = 5, 40, 0.75


def without_wide_gaps(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines without blank ones beyond so many, and the number of each before, from 1; None where nothing was done."""
    blank = [not line or line == "\r" for line in lines]
    if sum(blank) < _LEAST_SHARE * len(lines):
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    gaps = since = 0
    for number, (line, is_blank) in enumerate(zip(lines, blank, strict=True), 1):
        since = since + 1 if is_blank else 0
        gaps += since == _MOST + 1
        if since <= _MOST:
            out.append(line)
            numbers.append(number)
    tabbed = sum("\t" in line for line in lines)
    return (out, numbers) if gaps >= _LEAST_GAPS and tabbed <= _MOST_TABBED * gaps else (lines, None)
