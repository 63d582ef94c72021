"""A folder of reports of any size, always the same by seed: both forms, six years, every layout that conformance knows.

No two files are alike but for their digits: names, stories, blanks and slips differ, and texts of real converters get
a sentence of their own. Some files are copies, no reports, empty or no texts. Does not belong here: measuring.
"""

from __future__ import annotations

import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from schemas.form import CellKey
from tests.bench.filings import FIRST_YEAR, YEARS, Filing, agency_name, filing, form_of
from tests.bench.stencils import VARIANTS, Converted, converted, refilled, stencil, written

# Family -> (share of all reports, share of these by our own writers, the writers, the channels of tests/conformance/texts).
FAMILIES: dict[str, tuple[float, float, tuple[str, ...], tuple[str, ...]]] = {
    "tab cells": (
        0.34, 0.7, ("tab-cells", "tab-cells", "tab-rows", "tab-rows-repeated"),
        ("tika-docx", "tika-doc", "pasted-tika-html", "pydocx-tab", "pydocx-tab-repeat", "pydocx-tables-last", "pandas-tsv", "damage-crlf-bom"),
    ),
    "running and aligned text": (
        0.26, 0.6, ("spaces", "lines", "aligned"),
        (
            "libreoffice-txt", "soup-spaces", "soup-lines", "soup-lines-stripped", "docx2txt", "docx2python", "lxml-text",
            "pandoc-docx-plain", "pandoc-docx-plain-wide", "pandoc-html-plain", "pandoc-html-plain-wide", "inscriptis",
            "w3m", "lynx", "resiliparse", "antiword-doc", "pandas-string", "pydocx-cell-a-line", "tika-html",
            "damage-running", "damage-spaced-cells", "damage-blanks-dropped", "pasted-soup-lines", "pasted-soup-spaces",
            "pasted-inscriptis", "pasted-resiliparse", "pasted-w3m",
        ),
    ),
    "pipes and Markdown": (
        0.17, 0.6, ("bars", "closed-bars", "markdown"),
        (
            "markitdown-docx", "markitdown-html", "mammoth-markdown", "mammoth-markdownify", "markdownify", "html2text",
            "html2text-padded", "pandoc-docx-gfm", "pandoc-html-gfm", "pandoc-docx-grid", "pandoc-html-grid",
            "pandoc-docx-pipe", "pandoc-html-pipe", "pandoc-docx-markdown", "pandoc-html-markdown", "pandas-markdown",
            "trafilatura-txt", "trafilatura-markdown", "pydocx-bar", "pydocx-bar-repeat", "pydocx-closed",
            "damage-bar-lines", "damage-trailing-bars", "damage-shifted-half", "damage-header-again", "pasted-html2text",
            "pasted-markdownify", "pasted-pandoc-html-gfm", "pasted-trafilatura-txt", "pasted-trafilatura-markdown",
            "bars-line", "bars-line-lost", "bars-cells", "bars-cells-lost", "bars-opened", "bars-opened-lost",
            "bars-below", "bars-below-lost",
        ),
    ),
    "PDF texts": (
        0.13, 0.0, (),
        (
            "pdftotext", "pdftotext-layout", "pdftotext-raw", "pdftotext-web", "pdftotext-web-layout", "pdftotext-web-raw",
            "pdfplumber-text", "pdfplumber-layout", "pdfplumber-tables", "pdfplumber-web-tables", "pypdf-plain",
            "pypdf-layout", "pymupdf-text", "pymupdf-tables", "pdfminer", "tika-pdf", "tika-webpdf", "markitdown-pdf",
            "damage-page-heads", "damage-page-numbers",
        ),
    ),
    "HTML left in text": (0.06, 0.8, ("html",), ("raw-html", "pasted-raw-html", "pasted-trafilatura-xml")),
    "CSV": (0.04, 0.8, ("csv",), ("pandas-csv",)),
}  # fmt: skip

# Where no converter's text shows the form.
WRITERS_OF_ALL = ("tab-cells",)

Figures = dict[CellKey, float | None]

# Of all files: copies of another, texts that are no reports, empty ones, documents that nobody converted.
_COPY, _NOTICE, _EMPTY, _BINARY = 0.012, 0.02, 0.025, 0.03
_GB18030 = 0.015
_PDF = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8


@dataclass(frozen=True)
class Made:
    """A file of the corpus. `kind` is report, copy, notice, empty or binary; `figures` are those a report prints by cell.

    A cell that is printed blank or as a dash, or not at all, has None.
    """

    path: str
    data: bytes
    kind: str
    layout: str = ""
    agency: str = ""
    year: int = 0
    form: str = ""
    figures: Figures | None = None


def make(seed: int, index: int, revision: int = 0, *, gold: bool = True) -> Made:
    """File number `index`; another `revision` is what it was changed into later. `gold` False leaves the figures out."""
    number, position = divmod(index, YEARS)
    year = FIRST_YEAR + position
    path = f"{year}/{number // 500:04d}/{number:06d}.txt"
    rng = Random(f"{seed}/{index}/{revision}")  # noqa: S311 - the same corpus everywhere
    kind = rng.random()
    if kind < _COPY and index >= YEARS and not revision:
        return Made(path, make(seed, index - YEARS, gold=False).data, "copy")
    if kind < _NOTICE:
        hours = f"{rng.randint(7, 9)}:30至{rng.randint(16, 18)}:00"
        text = f"{agency_name(number)}办公时间通告\n\n工作日{hours}，电话{rng.randint(2000000, 8999999)}。\n"
        return Made(path, text.encode(), "notice")
    if kind < _EMPTY:
        return Made(path, b"", "empty")
    if kind < _BINARY:
        return Made(path, _PDF + index.to_bytes(8, "big"), "binary")
    return _report(rng, seed, number, year, path, gold=gold)


def _report(rng: Random, seed: int, number: int, year: int, path: str, *, gold: bool) -> Made:
    form = form_of(rng, year)
    _, own, writers, channels = FAMILIES[
        rng.choices([*FAMILIES], [share for share, *_ in FAMILIES.values()])[0]
    ]
    fitting = [] if rng.random() < own else of_form(channels, form)
    made = filing(rng, seed, number, year, form)
    if fitting:
        of = rng.choice(fitting)
        layout, (text, figures) = of.channel, again(rng, of, made, gold=gold)
    else:
        layout = rng.choice(writers or WRITERS_OF_ALL)
        text, figures = anew(made, layout, rng.randrange(VARIANTS), gold=gold)
    data = text.encode("gb18030" if rng.random() < _GB18030 else "utf-8")
    return Made(path, data, "report", layout, made.agency, year, form, figures)


def anew(made: Filing, layout: str, variant: int, *, gold: bool = True) -> tuple[str, Figures | None]:
    """A filing in one of our own layouts, and what it prints."""
    text = written(made, layout, variant)
    if not gold:
        return text, None
    printed = zip(stencil(made.form, layout, variant).gold, made.raws, made.figures.items(), strict=True)
    return text, {
        key: value if g.raw and raw.replace(",", "").isdigit() else None for g, raw, (key, value) in printed
    }


def again(rng: Random, of: Converted, made: Filing, *, gold: bool = True) -> tuple[str, Figures | None]:
    """A real converter's text as another report of another agency, and what it prints."""
    factor = rng.randint(1, 6) if of.is_scalable else 1
    sentence = re.sub(r"^（?[一二三四五六七八九十\d]+[）.是]", "", made.overview[-2])
    text = refilled(of, made.agency, made.year, factor, sentence)
    if not gold:
        return text, None
    return text, {CellKey(*g.key): None if g.value is None else g.value * factor for g in of.gold}


def of_form(channels: tuple[str, ...], form: str) -> list[Converted]:
    """The texts of some converters that show a form."""
    return [text for channel in channels for text in converted(channel) if text.form == form]


def write(folder: Path, files: int, seed: int = 1, processes: int = 2) -> list[str]:
    """Make the files 0 to `files` - 1 below a folder; their paths, in order."""
    size = 500
    parts = [range(start, min(start + size, files)) for start in range(0, files, size)]
    with ProcessPoolExecutor(processes) as pool:
        return [path for part in pool.map(partial(write_some, folder, seed), parts) for path in part]


def write_some(folder: Path, seed: int, indices: range, revision: int = 0) -> list[str]:
    """Make some files, as they are in a revision; their paths."""
    paths = []
    for index in indices:
        made = make(seed, index, revision, gold=False)
        place = folder / made.path
        try:
            place.write_bytes(made.data)
        except FileNotFoundError:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(made.data)
        paths.append(made.path)
    return paths
