"""Documents of JSON whose records hold records, and texts that only begin like one."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, tsv, wrong

VALUES = figures()


@pytest.mark.parametrize(
    "first",
    [
        '{"a": 1}',
        '[{"a": "b"}]',
        '{"text": "',
        '{"code": 200, "data": {"title": "报告',
        '{"@context": "https://schema.org", "name": "x"',
    ],
)
def test_a_text_that_begins_like_a_document_is_read_as_it_is(first: str) -> None:
    reading = read(first + "\n\n" + report(printed(VALUES), tsv))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
