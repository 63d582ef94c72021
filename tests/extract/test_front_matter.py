"""Blocks of YAML above each page, which say how a program saw it, in the midst of a table."""

from __future__ import annotations

import pytest

from assets.extract.formats.frontmatter import without_front_matter
from tests.extract.printed import (
    Rows,
    figures,
    html,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

MATTER = ["---", "primary_language: zh", "rotation_correction: 0", "is_table: True", "---"]
KEY = "rejected_repeat"


def on_two_pages(rows: Rows, notation: str) -> list[str]:
    """The third table cut behind a row, the next page's part opening with its own."""
    render = html if notation == "html" else markdown
    at = next((n for n, row in enumerate(rows) if row[0].startswith("2.重复")), None)
    if at is None:
        return render(rows)
    return [*render(rows[: at + 1]), *MATTER, *render(rows[at + 1 :])]


@pytest.mark.parametrize("notation", ["html", "markdown"])
def test_a_page_may_begin_amid_a_table(notation: str) -> None:
    values = figures()
    lines = report(printed(values), lambda rows: on_two_pages(rows, notation))
    reading = read("\n".join(MATTER) + "\n" + lines)
    assert not wrong(reading, values)
    if notation == "html":  # what Markdown sets as its header is the first row of the next page
        assert reported(reading) == set(values)


def test_a_row_that_the_page_cut_is_in_doubt() -> None:
    """The second half stands below the block, without a label."""
    values = figures()
    parts = printed(values)
    row = row_of(parts, KEY)
    cut = f"<td>{row[4]}</td>"
    text = report(parts, lambda rows: on_two_pages(rows, "html"))
    half = "<table><tr><td></td><td></td><td></td><td></td>"
    text = text.replace(cut, "</tr></table>\n" + "\n".join(MATTER) + "\n" + half + cut, 1)
    reading = read("\n".join(MATTER) + "\n" + text)
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", KEY, "social_org", "legal_service", "other_org", "total")


@pytest.mark.parametrize(
    "block",
    [
        ["---", "title: 青岚县林业局2022年政府信息公开工作年度报告", "---"],
        ["---", "规章 3", "---"],
        ["---", "", "---"],
    ],
    ids=["words of the report", "rules about a row", "rules alone"],
)
def test_other_blocks_between_rules_are_left(block: list[str]) -> None:
    lines = [*block, "一、总体情况", *block, "二"]
    assert without_front_matter(lines) == lines


def test_a_block_that_stands_once_is_left() -> None:
    lines = [*MATTER, "一、总体情况"]
    assert without_front_matter(lines) == lines
