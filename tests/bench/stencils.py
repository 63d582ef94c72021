"""Layouts with holes: a report of each layout drawn once, then filled with the figures and the story of a filing.

A stencil of our own writers has a hole for every cell. One of a real converter's text (tests/conformance/texts) keeps its
figures up to a factor, by which all are multiplied, so that its sums stay; where a figure cannot be told from other
numbers the factor is 1. Does not belong here: which report gets which layout (corpus.py).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from schemas.form import forms
from tests.bench.filings import Filing
from tests.conformance import prose
from tests.conformance.corpus import HEADINGS, make_case
from tests.conformance.layout import Sheet, official, table_2, table_3, table_4
from tests.conformance.model import Gold, Grid, gold_from_csv
from tests.conformance.render import squares, to_html
from tests.conformance.slips import SLIPS, Plan

TEXTS = Path(__file__).parent.parent / "conformance" / "texts"

# Slips that change words and places, not figures. A third of the variants has one.
_SLIPS = (
    "label-typo", "label-letter", "head-typo", "gloss", "renumber", "groups-lost", "extra-row", "column-blank",
    "heading-words", "heading-numbers", "split-blocks", "row-missing",
)  # fmt: skip
VARIANTS = 36

_HOLE = re.compile("\x01(\\d+)\x02")
# Columns of spaced layouts are as wide as this many letters of the Latin alphabet.
_WIDTH = 10


class Layout(NamedTuple):
    """A way to write paragraphs and tables down; `pad` widens figures, `drop` leaves no trace of blank ones."""

    paragraph: Callable[[str], str]
    table: Callable[[Grid], str]
    between: str = "\n"
    pad: int = 0
    drop: bool = False
    quoted: bool = False


@dataclass(frozen=True)
class Stencil:
    """The tables of one variant in one layout, by section: pieces of text, and between them numbers of cells."""

    sections: dict[int, tuple[list[str], list[int]]]
    headings: dict[int, str | None]
    gold: tuple[Gold, ...]


def _rows(grid: Grid, *, across: bool, down: bool) -> Iterable[list[str]]:
    """The rows of a table as cells; merged ones repeated, or left empty, `across` columns and `down` rows.

    Across: None stands for a square that a wider cell covers, and is left out.
    """
    width = max(c + b.cols for _, c, b in squares(grid))
    lines: list[list[str | None]] = [[None] * width for _ in grid.rows]
    for r, c, box in squares(grid):
        for i in range(box.rows):
            for j in range(box.cols):
                shown = box.text if (i == 0 or down) else ""
                lines[r + i][c + j] = shown if j == 0 or across else None
    return [[cell for cell in line if cell is not None] for line in lines]


def _wide(text: str) -> int:
    return sum(1 + (ord(char) > 0x2E7F) for char in text)


def _aligned(grid: Grid) -> str:
    """Columns by spaces, as programs print tables; a merged cell stands over its first column."""
    placed = squares(grid)
    width = max(c + b.cols for _, c, b in placed)
    columns = [_WIDTH] * width
    for _, c, box in placed:
        if box.cols == 1 and not _HOLE.fullmatch(box.text):
            columns[c] = max(columns[c], _wide(box.text) + 2)
    lines = [[""] * width for _ in grid.rows]
    for r, c, box in placed:
        lines[r][c] = box.text
    out = []
    for r, line in enumerate(lines):
        text, covered = "", {c: b.cols for row, c, b in placed if row == r}
        for c, cell in enumerate(line):
            if _HOLE.fullmatch(cell):
                text += cell + " " * (sum(columns[c : c + covered.get(c, 1)]) - _WIDTH)
            elif cell or c in covered:
                text += cell + " " * (sum(columns[c : c + covered.get(c, 1)]) - _wide(cell))
            elif not any(row == r and c0 < c < c0 + b.cols for row, c0, b in placed):
                text += " " * columns[c]
        out.append(text)
    return "\n".join(out)


def _csv(grid: Grid) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(_rows(grid, across=True, down=True))
    return out.getvalue().rstrip("\n")


def _joined(
    mark: str, *, across: bool, down: bool, ends: tuple[str, str] = ("", "")
) -> Callable[[Grid], str]:
    return lambda grid: "\n".join(
        ends[0] + mark.join(row) + ends[1] for row in _rows(grid, across=across, down=down)
    )


def _markdown(grid: Grid) -> str:
    first, *rest = (f"| {' | '.join(row)} |" for row in _rows(grid, across=True, down=True))
    return "\n".join([first, "|" + " --- |" * (first.count("|") - 1), *rest])


def _tab_cells(grid: Grid) -> str:
    rows = _rows(grid, across=False, down=False)
    return "\n\n".join("\n".join("\t" + cell for cell in row) for row in rows) + "\n"


def _html(grid: Grid) -> str:
    case = replace(make_case(0), blocks=[grid])
    return to_html(case).partition("<article>\n")[2].partition("\n</article>")[0]


def _cells(mark: str) -> Callable[[Grid], str]:
    return lambda grid: mark.join(box.text for row in grid.rows for box in row)


def _same(text: str) -> str:
    return text


WRITERS: dict[str, Layout] = {
    "tab-cells": Layout(_same, _tab_cells),
    "tab-rows": Layout(_same, _joined("\t", across=False, down=True)),
    "tab-rows-repeated": Layout(_same, _joined("\t", across=True, down=True)),
    "bars": Layout(_same, _joined(" | ", across=False, down=True)),
    "closed-bars": Layout(_same, _joined(" | ", across=True, down=True, ends=("| ", " |"))),
    "markdown": Layout(_same, _markdown, "\n\n"),
    "csv": Layout(_same, _csv, quoted=True),
    "html": Layout(lambda text: f"<p>{text}</p>", _html),
    "aligned": Layout(_same, _aligned, pad=_WIDTH),
    "spaces": Layout(_same, _cells(" "), " ", drop=True),
    "lines": Layout(_same, _cells("\n")),
}


@cache
def stencil(form_id: str, writer: str, variant: int) -> Stencil:
    """The tables of a form as a filer of this variant words them, in a layout."""
    form, rng, layout = forms()[form_id], Random(f"{form_id}/{variant}"), WRITERS[writer]  # noqa: S311 - by seed
    labels, heads = official(form)
    table = form.table("3")
    sheet = Sheet(
        form=form,
        labels=labels,
        heads=heads,
        cells={tuple(key): Gold(*key, 0.0, f"\x01{i}\x02", "reported") for i, key in enumerate(form.cells)},  # type: ignore[misc]
        order=[r.key for r in table.rows],
        columns=[c.key for c in table.columns],
        pad_short=variant % 3 == 0,
    )
    plan = Plan(sheet=sheet, headings=dict(HEADINGS))
    if variant % 3 == 1:
        SLIPS[rng.choice(_SLIPS)](rng, plan)
    drawn = {2: table_2(sheet), 3: [table_3(sheet)], 4: [table_4(sheet)]}
    sections = {}
    for no, grids in drawn.items():
        pieces = _HOLE.split(layout.between.join(layout.table(grid) for grid in grids))
        sections[no] = (pieces[::2], [int(i) for i in pieces[1::2]])
    return Stencil(sections, plan.headings, tuple(sheet.cells.values()))


def written(made: Filing, writer: str, variant: int) -> str:
    """A filing in one of our own layouts."""
    drawn, layout = stencil(made.form, writer, variant), WRITERS[writer]
    raws = made.raws
    if layout.pad:
        raws = [raw.ljust(layout.pad) for raw in raws]
    elif layout.quoted:
        raws = [f'"{raw}"' if "," in raw else raw for raw in raws]
    parts = [*made.title]
    for no, heading in drawn.headings.items():
        parts += [heading] if heading else []
        if no in drawn.sections:
            pieces, holes = drawn.sections[no]
            filled = [*chain.from_iterable(zip(pieces, (raws[i] for i in holes), strict=False)), pieces[-1]]
            parts.append("\x00" + "".join(filled))
        else:
            parts += made.overview if no == 1 else made.problems if no == 5 else made.others
    parts += [made.agency, f"{made.year + 1}年1月20日"]
    text = layout.between.join(
        part[1:] if part.startswith("\x00") else layout.paragraph(part) for part in parts
    )
    return re.sub(" {2,}", " ", text) if layout.drop else text


@dataclass(frozen=True)
class Converted:
    """A text of a real converter: its pieces, the figures between them, and whether those can be multiplied."""

    channel: str
    form: str
    year: int
    names: tuple[str, ...]
    before: str
    pieces: tuple[str, ...]
    figures: tuple[int, ...]
    after: str
    gold: tuple[Gold, ...]

    @property
    def is_scalable(self) -> bool:
        """Whether all its figures are known."""
        return bool(self.figures)


# A figure that stands by itself, perhaps with its unit: no number of a label, of a clause or inside a word.
_FIGURE = re.compile(r"(?<![\w.,，．、/'\"=（(-])(\d+)(?=件?(?![\w.．、'\"）)]|,\d{3}(?!\d)))(?! ?[-—])")
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_CHINESE_YEAR = re.compile("二〇[一二][〇一二三四五六七八九]")


@cache
def converted(channel: str) -> tuple[Converted, ...]:
    """The committed texts of a channel."""
    found = []
    for path in sorted((TEXTS / channel).glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        meta, gold = gold_from_csv((TEXTS / "gold" / f"{path.stem}.csv").read_text(encoding="utf-8"))
        start = min(
            (i for i in (text.find("第二十条第"), text.find("勾稽关系")) if i >= 0), default=len(text)
        )
        end = text.find("对照要求", start)
        end = len(text) if end < 0 else end
        case = make_case(int(path.stem[-4:]))
        pieces = _FIGURE.split(text[start:end])
        figures = [int(figure) for figure in pieces[1::2]]
        printed = [g.raw.strip("　 \u00a0") for g in gold if g.value]
        is_plain = all(raw.removesuffix("件").isdigit() for raw in printed)
        are_found = all(figures.count(v) >= n for v, n in _counts(printed if is_plain else ()).items())
        if not (is_plain and are_found and case.footer != "{n}"):
            pieces, figures = [text[start:end]], []
        names = meta["agency"].split("|")
        found.append(
            Converted(
                channel,
                meta["form"],
                int(meta["year"]),
                tuple(sorted(names, key=len, reverse=True)),
                text[:start],
                tuple(pieces[::2]),
                tuple(figures),
                text[end:],
                tuple(gold),
            )
        )
    return tuple(found)


def _counts(raws: Iterable[str]) -> dict[int, int]:
    counted: dict[int, int] = {}
    for raw in raws:
        value = int(raw.removesuffix("件"))
        counted[value] = counted.get(value, 0) + 1
    return counted


def refilled(of: Converted, agency: str, year: int, factor: int, sentence: str) -> str:
    """The text of a real converter as another agency's of another year, its figures multiplied, with a sentence more.

    What is aligned by spaces stays aligned: a longer figure takes spaces that follow it.
    """
    parts = [of.pieces[0]]
    for figure, piece in zip(of.figures, of.pieces[1:], strict=True):
        old, new = str(figure), str(figure * factor)
        longer = len(new) - len(old)
        is_aligned = longer and piece.startswith(" " * (longer + 1))
        parts += [new, piece[longer:] if is_aligned else piece]
    before, after = (_renamed(part, of, agency, year) for part in (of.before, of.after))
    head, mark, rest = before.rpartition("总体情况")
    if mark:  # after the heading, whatever stands around it
        stop = re.search(r"。", rest)
        cut = stop.end() if stop else 0
        before = head + mark + rest[:cut] + (sentence if cut else "") + rest[cut:]
    return before + "".join(parts) + after


def _renamed(text: str, of: Converted, agency: str, year: int) -> str:
    for name in of.names:
        text = text.replace(name, agency)
    later = year - of.year
    if not later:
        return text
    text = _YEAR.sub(lambda m: str(int(m[0]) + later) if 0 <= int(m[0]) - of.year <= 1 else m[0], text)
    return _CHINESE_YEAR.sub(
        lambda m: prose.chinese_year(year) if m[0] == prose.chinese_year(of.year) else m[0], text
    )
