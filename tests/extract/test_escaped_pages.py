"""Pages within strings: characters by their numbers, tags that were escaped themselves, whole tables on one line."""

from __future__ import annotations

import html
import json
from dataclasses import replace

import pytest

from assets.extract.formats.escapes import with_characters
from tests.extract.printed import (
    GRIDS,
    TITLE,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES = figures("2019")


def joined(rows: Rows) -> list[str]:
    return ["".join(GRIDS["html"](rows))]


def another_order(part: Part) -> Part:
    """The parts of table 2 with their last column first."""
    if part.table_no != "2":
        return part
    header = [*part.header[:-1], [part.header[-1][0], part.header[-1][-1], *part.header[-1][1:-1]]]
    return replace(part, header=header, rows=[[row[0], row[-1], *row[1:-1]] for row in part.rows])


def page() -> str:
    text = report(map(another_order, printed(VALUES, "2019")), joined)
    return "\n".join(line if line.startswith("<table") else f"<p>{line}</p>" for line in text.split("\n"))


def as_json(content: str, *, ascii_only: bool, indent: int | None = None) -> str:
    said = {"code": 200, "title": TITLE, "content": content, "files": []}
    return json.dumps(said, ensure_ascii=ascii_only, indent=indent)


@in_turn
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("escaped", [0, 1, 2])
def test_a_page_in_a_string(escaped: int, ascii_only: bool, indent: int | None) -> None:
    content = page()
    for _ in range(escaped):
        content = html.escape(content)
    reading = read(as_json(content, ascii_only=ascii_only, indent=indent))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert [(r["agency"], r["report_year"]) for r in reading.reports] == [("青岚县林业局", 2022)]


def test_tags_by_their_numbers() -> None:
    text = as_json(page(), ascii_only=True).replace("<", "\\u003c").replace(">", "\\u003e")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_characters_by_their_numbers() -> None:
    assert with_characters(r"\u884c\u653f\\u590d\u8bae") == "行政复议"
    assert with_characters(r"\ud842\udfb7") == "\U00020bb7"
    # marks of a page and ends of lines stay for those who read them; RTF counts in tens
    for text in (r"\u003ctd\u003e", r"\u2028", r"\usepackage", r"{\rtf1 \u2017?}"):
        assert with_characters(text) == text
