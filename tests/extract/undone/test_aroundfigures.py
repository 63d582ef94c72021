"""Labels of rows broken around their figures on one line."""

from __future__ import annotations

import pytest

from assets.extract.undone.words.aroundfigures import with_labels_before_figures
from tests.extract.printed import figures, printed, read, report, reported, running, status_of, wrong

VALUES = figures()
KEY = "other_overdue_correction"
FRONT, BEHIND = "1.申请人无正当理由逾期不补正、行政", "机关不再处理其政府信息公开申请"


def _with(line: str, above: str = "", below: str = "") -> str:
    """The report with one row printed so, `{}` for its figures."""
    lines = report(printed(VALUES), running).split("\n")
    at = next(n for n, text in enumerate(lines) if "无正当理由逾期不补正" in text)
    own = lines[at].split()[-7:]
    new = [above, line.format("   ".join(own), *own), below]
    return "\n".join([*lines[:at], *[text for text in new if text], *lines[at + 1 :]])


@pytest.mark.parametrize(
    "line",
    [
        f"  {FRONT}        {{0}}          {BEHIND}",
        f"（六）其 {FRONT}        {{0}}        他处理   {BEHIND}",
        f"  {FRONT}{BEHIND}   {{0}}    （六）其他处理",
    ],
)
def test_a_label_around_its_figures(line: str) -> None:
    found = read(_with(line))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


@pytest.mark.parametrize(
    ("line", "above", "below"),
    [
        # the rest of a figure behind the label, or on a line about it; a label that is not whole; words of another group
        (f"  {FRONT}   {{0}}     {BEHIND}   4", "", ""),
        (f"  {FRONT}   {{1}}  {{2}}  {{3}}  {{4}}  {{5}}  {{6}}  9   {BEHIND}", "", "        4"),
        (f"  {FRONT}   {{1}}  {{2}}  {{3}}  {{4}}  {{5}}  {{6}}  9   {BEHIND}", "     4", ""),
        (f"  {FRONT}   {{0}}     其政府信息公开申请", "", ""),
        (f"  {FRONT}   {{1}}  {{2}}  {{4}}  {{5}}  {{6}}  {{7}}    {BEHIND}", "", ""),
        (f"无法提供  {FRONT}   {{0}}     {BEHIND}", "", ""),
    ],
)
def test_what_may_be_otherwise_stays(line: str, above: str, below: str) -> None:
    lines = _with(line, above, below).split("\n")
    assert with_labels_before_figures(lines) is lines
    found = read("\n".join(lines))
    assert set(status_of(found, "3", KEY, "natural_person", "total")).isdisjoint({"reported"})


def test_columns_of_a_header_are_no_label() -> None:
    lines = ["总 1 2 3 4 5 6 7 计", "其 1 2 3 4 5 6 7 他"]
    assert with_labels_before_figures(lines) is lines
