"""Documents of JSON that list what programs found on pages, a record for each paragraph and table, in the order of the page.

A record has its text under one name and, if it is a table, the same once more as a table of a page: `{"type": "Table", "text": "规章 0",
"metadata": {"text_as_html": "<table>…"}}`. Each gives its table, or else its text; what else is said of it (ids, places, languages)
is left out. Does not belong here: records that hold figures (nestedrecords.py), pages within one text (escapes.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assets.extract.formats.nestedrecords import Value, parsed, tokens_of

_OPENS = re.compile(r"\s*(?:\[\s*(?:\{|$)|\{)")
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_KEY = re.compile(r'"\s*:')
# So many records, and so large a share of them with their text under one name, make such a document.
_LEAST, _LEAST_SHARE = 5, 0.8


def as_paragraphs(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The texts of such a document's records and the number of each line in the text; None where there is none."""
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    if start is None or not _OPENS.match(lines[start]) or sum(map(bool, map(_KEY.search, lines))) == 0:
        return lines, None
    document = parsed(tokens_of(lines, start))
    for records in _lists(document) if document is not None else ():
        name = _name_of_text(records)
        if name is None:
            continue
        out: list[tuple[int, str]] = []
        for record in records:
            told = next(_tables(record), None) or next((v for k, v in record.inner if k == name), None)
            if told is not None and told.text:
                out += [(told.line, line) for line in told.text.split("\n")]
                out.append((told.line, ""))
        return [text for _, text in out], [line for line, _ in out]
    return lines, None


def _lists(value: Value) -> Iterator[list[Value]]:
    """The lists of records of a document, the outermost first."""
    records = [inner for _, inner in value.inner if inner.is_record]
    if not value.is_record and len(records) >= _LEAST and len(records) == len(value.inner):
        yield records
    for _, inner in value.inner:
        if inner.text is None:
            yield from _lists(inner)


def _name_of_text(records: list[Value]) -> str | None:
    """The name under which most records have text with words; none where they have figures under names instead, or no sentence."""
    names = Counter(
        name
        for record in records
        for name, value in record.inner
        if value.text and _CHINESE.search(value.text)
    )
    texts = [next(_tables(record), None) for record in records]
    if not names:
        return None
    name, count = names.most_common(1)[0]
    with_table = sum(table is not None for table in texts)
    held = sum(
        any(n == name and v.text for n, v in r.inner) or t is not None
        for r, t in zip(records, texts, strict=True)
    )
    says = any("。" in (v.text or "") for r in records for n, v in r.inner if n == name)
    is_told = bool(with_table) or count >= _LEAST_SHARE * len(records)
    return name if held >= _LEAST_SHARE * len(records) and says and is_told else None


def _tables(value: Value) -> Iterator[Value]:
    """The texts of a record, however deep, that are tables of a page."""
    for _, inner in value.inner:
        if inner.text is not None and _TABLE.search(inner.text):
            yield inner
        elif inner.text is None:
            yield from _tables(inner)
