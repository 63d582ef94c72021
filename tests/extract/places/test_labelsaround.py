"""Rows of plain text whose label stands behind a figure or around all of them, and rows with numbers of their own."""

from __future__ import annotations

from tests.extract.printed import aligned, figures, printed, read, report, reported, status_of, wrong

VALUES = figures(first=1101)
LINES = report(printed(VALUES), aligned).split("\n")
KEYS = {key for key in VALUES if key.table_no == "3"}


def _at(label: str) -> int:
    return next(n for n, line in enumerate(LINES) if line.startswith(label) and line.rstrip()[-1].isdigit())


def test_a_figure_before_the_label_and_its_end_in_the_last_place() -> None:
    lines = list(LINES)
    at = _at("一、本年新收")
    total = lines[at].split()[-1]
    lines[at] = f"    {total[:-1]}    {lines[at].replace(total, total[-1])}"
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "new_received", "total") == ["uncertain"]
    assert reported(reading, "3") == KEYS - {key for key in KEYS if key[1:] == ("new_received", "total")}


def test_a_label_around_its_figures_is_no_blank_row() -> None:
    lines = list(LINES)
    at = _at("（二）部分公开")
    label, *own = lines[at].split()
    lines[at] = f"{label[:-8]}{' ' * 60}{'    '.join(own)}    {label[-8:]}"
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert "blank" not in status_of(reading, "3", "partially_granted")


def test_rows_as_they_are() -> None:
    reading = read("\n".join(LINES))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
