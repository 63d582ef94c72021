"""A text's lines end as any system ends them: what is read, and where, is the same."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, tsv

VALUES = figures("2021")
TEXT = report(printed(VALUES), tsv)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_what_is_read_does_not_depend_on_them(end: str) -> None:
    reading, usual = read(TEXT.replace("\n", end)), read(TEXT)
    assert reported(usual) == set(VALUES)
    assert (reading.cells, reading.sections, reading.findings) == (
        usual.cells,
        usual.sections,
        usual.findings,
    )
