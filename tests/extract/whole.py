"""What is asked of a notation that is read in full: every figure, blank cells in their places, whose report it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assets.extract.reading import Reading
from schemas.form import CellKey
from tests.extract.printed import Part, figures, printed, read, reported, row_of, status_of, wrong


def read_whole(text: str, values: Mapping[CellKey, str]) -> Reading:
    """A reading in which every figure stands in its cell, and no other cell has one."""
    reading = read(text)
    faults = wrong(reading, values)
    assert not faults, faults
    lacking = set(values) ^ reported(reading)
    assert not lacking, lacking
    return reading


def read_with_a_blank(write: Callable[[list[Part]], str], form: str = "2021") -> Reading:
    """The reading of a report whose cell `3.granted.commercial` is blank: it is known to be, and moves no other."""
    values = figures(form)
    parts = printed(values, form)
    row_of(parts, "granted")[2] = values[CellKey("3", "granted", "commercial")] = ""
    reading = read(write(parts))
    faults = wrong(reading, values)
    assert not faults, faults
    assert status_of(reading, "3", "granted", "commercial") == ["blank"]
    return reading


def is_of_the_office(reading: Reading) -> bool:
    """Whether the agency and year of TITLE, and no other report, were found."""
    return [(r["agency"], r["report_year"]) for r in reading.reports] == [("青岚县林业局", 2022)]
