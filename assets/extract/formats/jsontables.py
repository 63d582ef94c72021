"""Documents of JSON that hold whole tables beside their text: as programs write down what they found in a report.

A document becomes lines: its texts in their order, each table (jsoncells.py) in the place where it stands. Where a program lists the
same twice, the text of the pages and the tables cut out of it, what a table holds is left out of the text (pageparts.py). Does not
belong here: records that name their figures (nestedrecords.py), and records of paragraphs whose tables are those of a page (elements.py).
"""

from __future__ import annotations

import re

from assets.extract.formats.jsoncells import Lines, table_of
from assets.extract.formats.nestedrecords import Value, parsed, tokens_of
from assets.extract.formats.pageparts import lines_of_parts
from assets.extract.numbers import looks_like_figure

_OPENS = re.compile(r"[\s\ufeff]*[{\[]")
_PAGE_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_DATE = re.compile(r"\s*20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}\D?.{0,16}")
# A table's rows, or its cells with their places, stand under one of many names; a bracket right behind another begins a row.
_ROWS = re.compile(
    r"\[\s*\[\s*[\"{]|\"(?:row|start_?row|r)[\w]{0,20}\"\s*:\s*[0-9]|\"cells\"\s*:|\"0\"\s*:\s*\{\s*\"0\"\s*:",
    re.IGNORECASE,
)


# So many figures beside tables that names of their own tell are a record of the form.
_LEAST_NAMED = 5


def with_tables_of_document(text: str) -> tuple[str, list[int] | None]:
    """The lines of such a document, and the number of each in the text; the text itself and None where it is none."""
    if not _OPENS.match(text) or not _ROWS.search(text) or _PAGE_TABLE.search(text):
        return text, None
    lines = text.removeprefix("\ufeff").split("\n")
    start = next(n for n, line in enumerate(lines) if line.strip())
    document = parsed(tokens_of(lines, start))
    if document is None:
        return text, None
    out = lines_of_parts(document)
    if out is None:
        out = []
        if _figures_named(document) >= _LEAST_NAMED or not _write(document, out):
            return text, None
    return "\n".join(line for _, line in out), [number for number, _ in out]


def _write(value: Value, out: Lines) -> int:
    """Write the texts and tables of a value; how many tables there were."""
    if value.text is not None:
        if _HAN.search(value.text) or _DATE.fullmatch(value.text):
            out += [(value.line, line) for line in value.text.split("\n")]
            out.append((value.line, ""))
        return 0
    if (table := table_of(value)) is not None:
        out += [*table, (value.line, "")]
        return 1
    return sum(_write(inner, out) for _, inner in value.inner)


def _figures_named(value: Value) -> int:
    """How many figures outside tables stand under names of their own, which records read."""
    if value.text is not None or table_of(value) is not None:
        return 0
    own = sum(
        bool(_HAN.search(name)) and inner.text is not None and looks_like_figure(inner.text)
        for name, inner in value.inner
        if isinstance(name, str)
    )
    return own + sum(_figures_named(inner) for _, inner in value.inner)
