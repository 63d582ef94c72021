"""One small thing done to a text: what a converter, a page, a terminal or a hand does, and what never makes another value true.

Each edit changes a list of lines in place, or does nothing where there is nothing of its kind. None changes a figure (but
for a cut): whatever was done, a cell that is `reported` must have the value it had. Whether such a
text is still read is another question. Does not belong here: what the reader makes of it (edits.py).
"""

from __future__ import annotations

import random
import re

from tests.torture import reflow
from tests.torture.page import (
    LEVELS,
    SEPARATOR,
    Edit,
    Page,
    Place,
    at_a,
    of_a_line,
    of_all_lines,
    of_rows,
    put_lines,
)

_HAN_LETTERS = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"


@at_a(Page.figures)
def _figure(rng: random.Random, page: Page, place: Place) -> None:
    """Leave its place empty: in aligned text no other figure moves."""
    at, start, end = place
    page.put(*place, " " * (end - start) if page.is_aligned(at) else "")


@at_a(Page.figures)
def _figure_and_separator(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    line = page.lines[at]
    if page.is_aligned(
        at
    ):  # whose figures stand below one another: a line without one is as long as the others
        return
    after = re.match(SEPARATOR, line[end:])
    before = re.search(SEPARATOR + r"\Z", line[:start])
    if after and (not before or rng.random() < 0.5):
        page.put(at, start, end + after.end(), "")
    elif before:
        page.put(at, before.start(), end, "")
    else:
        del page.lines[at]


@at_a(Page.figures)
def _separator(rng: random.Random, page: Page, place: Place) -> None:
    """Two figures become one: a row that ends in a blank cell does not show it, and is left as it is."""
    at, _, end = place
    if page.is_aligned(at) or re.search(r"[\t,;，；] *\Z", page.lines[at]):
        return
    if after := re.match(SEPARATOR, page.lines[at][end:]):
        page.put(at, end, end + after.end(), "")


@at_a(Page.figures)
def _separator_twice(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    after = re.match(SEPARATOR, page.lines[at][end:])
    before = re.search(SEPARATOR + r"\Z", page.lines[at][:start])
    if after:
        page.put(at, end, end, after[0])
    elif before:
        page.put(at, start, start, before[0])


def _blank_cell(rng: random.Random, page: Page) -> None:
    places = [
        (at, found.start(1), found.end(1))
        for at in sorted({at for at, _, _ in page.figures()})
        for found in re.finditer(
            r"[\t|│,;][ \u3000]*([\t|│,;][ \u3000]*)|\s(-{1,2}|/|无|—+)(?=\s)", page.lines[at]
        )
        if found[1]
    ]
    if places:
        page.put(*rng.choice(places), "")


@at_a(Page.labels)
def _label_short(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    cut = rng.randint(1, max(1, end - start - 1))
    if rng.random() < 0.5:
        page.put(at, start, start + cut, "")
    else:
        page.put(at, end - cut, end, "")


@at_a(Page.labels)
def _label_holed(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    hole = rng.randrange(start, end)
    page.put(at, hole, min(end, hole + rng.randint(1, 4)), "")


@at_a(Page.labels)
def _label_broken(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    middle = rng.randint(start + 1, end - 1)
    page.put(at, middle, middle, "\n" + rng.choice(("", "", "  ")))


@at_a(Page.labels)
def _label_of_another(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = rng.choice(page.labels())
    page.put(*place, page.lines[at][start:end])


@at_a(Page.labels)
def _label_mistyped(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    for _ in range(rng.randint(1, 3)):
        hit = rng.randrange(start, end)
        page.put(at, hit, hit + 1, rng.choice(_HAN_LETTERS))


@at_a(Page.headers)
def _header_word(rng: random.Random, page: Page, place: Place) -> None:
    page.put(*place, "")


@at_a(Page.headers)
def _header_word_and_separator(rng: random.Random, page: Page, place: Place) -> None:
    at, start, end = place
    after = re.match(SEPARATOR, page.lines[at][end:])
    if after or page.lines[at].strip() != page.lines[at][start:end]:
        page.put(at, start, end + (after.end() if after else 0), "")
    else:
        del page.lines[at]


@at_a(Page.headers)
def _header_swapped(rng: random.Random, page: Page, place: Place) -> None:
    other = rng.choice(page.headers())
    first, second = sorted((place, other))
    if first == second:
        return
    one, two = (page.lines[at][start:end] for at, start, end in (first, second))
    if any(one in level and two in level for level in LEVELS):
        return
    page.put(*second, one)
    page.put(*first, two)


@at_a(Page.headers)
def _header_line(rng: random.Random, page: Page, place: Place) -> None:
    del page.lines[place[0]]


# Of two edits these are done first: tabs that become spaces turn the order of cells into places.
SETS_APART = {"tabs to spaces", "tabs expanded"}
EDITS: dict[str, Edit] = {
    "line removed": of_a_line(lambda _, lines, at: put_lines(lines, at, at + 1, [])),
    "line doubled": of_a_line(lambda _, lines, at: put_lines(lines, at, at, [lines[at]])),
    "lines joined": of_a_line(
        lambda rng, lines, at: put_lines(
            lines, at, at + 2, [rng.choice(("", " ", "\t")).join(lines[at : at + 2])]
        )
    ),
    "lines swapped": of_a_line(reflow.lines_swapped),
    "blank line put in": of_a_line(lambda _, lines, at: put_lines(lines, at, at, [""])),
    "figure removed": _figure,
    "figure and separator removed": _figure_and_separator,
    "separator removed": _separator,
    "separator doubled": _separator_twice,
    "blank cell removed": _blank_cell,
    "label removed": at_a(Page.labels)(lambda _, page, place: page.put(*place, "")),
    "label shortened": _label_short,
    "label holed": _label_holed,
    "label broken": _label_broken,
    "label of another row": _label_of_another,
    "label mistyped": _label_mistyped,
    "header word removed": _header_word,
    "header word and separator removed": _header_word_and_separator,
    "header words swapped": _header_swapped,
    "header line removed": _header_line,
    "page mark between lines": reflow.page_between,
    "page mark inside a row": reflow.page_inside,
    "row removed": of_rows(lambda _, page, rows, at: put_lines(page.lines, *rows[at], [])),
    "row doubled": of_rows(
        lambda _, page, rows, at: put_lines(
            page.lines, rows[at][0], rows[at][0], page.lines[slice(*rows[at])]
        )
    ),
    "rows swapped": of_rows(reflow.swap),
    "row moved": of_rows(reflow.move),
    "rows reversed": reflow.reverse,
    "row again with other figures": of_rows(reflow.row_again),
    "row of a part put in": of_rows(reflow.row_of_part),
    "note put in": of_rows(reflow.note_inside),
    "unit put behind a figure": reflow.with_unit,
    "figure on the next line": reflow.on_next_line,
    "block repeated": reflow.repeat,
    "first column cut": reflow.first_column,
    "cut at a width": reflow.terminal,
    "wrapped at a width": reflow.wrapped,
    "tabs to spaces": of_all_lines(lambda line: line.replace("\t", "    ")),
    "tabs expanded": of_all_lines(str.expandtabs),
    "blanks collapsed": of_all_lines(lambda line: re.sub(r"[ \t\u3000]+", " ", line)),
    "spaces collapsed": of_all_lines(lambda line: re.sub(r" +", " ", line)),
    "lines stripped": of_all_lines(str.strip),
    "line ends stripped": of_all_lines(str.rstrip),
    "blank lines removed": lambda _, page: put_lines(
        page.lines, 0, len(page.lines), [line for line in page.lines if line.strip()]
    ),
    "blank lines doubled": of_all_lines(lambda line: line if line.strip() else "\n"),
    "lines numbered": reflow.numbered,
    "lines bulleted": reflow.bulleted,
    "digits wide": of_all_lines(lambda line: line.translate(reflow.WIDE)),
    "last year's table": reflow.last_year,
}
