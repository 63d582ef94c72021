"""Headers some labels of which stand above the first row's label and others below it, and figures between header and label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import Part, Rows, aligned, figures, printed, read, report, reported, wrong

VALUES = figures()
ORGANISATIONS = ["commercial", "research", "social_org", "legal_service", "other_org"]
STANDARD = ["natural_person", *ORGANISATIONS, "total"]
BROKEN = [
    "自然",
    "人",
    "商业",
    "企业",
    "科研",
    "机构",
    "社会",
    "公益",
    "组织",
    "法律",
    "服务",
    "机构",
    "其他",
]


def _cells(rows: Rows) -> list[str]:
    return [line for row in rows for cell in row if cell for line in (cell, "")]


def _torn(order: list[str], above: list[str], below: list[str]) -> str:
    """A report whose third table prints its columns so: words of the header, the first row's label and figure, and the rest."""
    parts: list[Part] = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [[row[0], *(row[1 + STANDARD.index(key)] for key in order)] for row in part.rows]
            parts.append(replace(part, header=[["申请人情况"], *([line] for line in above)], rows=rows))
        else:
            parts.append(part)
    text = report(parts, _cells)
    label = next(part.rows[0][0] for part in parts if part.table_no == "3")
    at = text.index("\n", text.index("\n\n", text.index(label)) + 2) + 1
    return text[:at] + "\n" + "\n".join(below) + "\n" + text[at:]


def test_a_label_above_the_first_row_stands_left_of_those_below_it() -> None:
    reading = read(_torn(["total", *STANDARD[:-1]], ["法人或其他组织", "总计"], BROKEN))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_the_first_label_above_the_first_row_says_nothing_against_the_form() -> None:
    reading = read(_torn(STANDARD, ["自然人"], [*BROKEN[2:], "总计"]))
    assert not wrong(reading, VALUES)
    assert CellKey("3", "granted", "research") in reported(reading)


def _on_page(order: list[str], names: list[str]) -> str:
    """A report on a page set out by spaces, each label of the third table on a line of its own."""
    parts: list[Part] = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [[row[0], *(row[1 + STANDARD.index(key)] for key in order)] for row in part.rows]
            header = [["", *[""] * at, name] for at, name in enumerate(names)]
            parts.append(replace(part, header=header, rows=rows))
        else:
            parts.append(part)
    return report(parts, lambda rows: aligned(rows, step=14))


WHOLE = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


@pytest.mark.parametrize("person", ["自然人", "政自然人", "政自然人    府"])
def test_labels_on_lines_of_their_own_stand_as_their_places_tell(person: str) -> None:
    """Also where letters of a watermark stand beside one."""
    reading = read(_on_page(["total", *STANDARD[:-1]], ["总计", person, *WHOLE[1:-1]]))
    assert not wrong(reading, VALUES)
    standard = read(_on_page(STANDARD, [person, *WHOLE[1:]]))
    assert not wrong(standard, VALUES)
    assert len(reported(standard, "3")) == 25 * 7


def _clause(names: list[str], figure: list[str]) -> str:
    """A report whose first clause of the second table names its columns so."""
    parts = printed(VALUES, "2021")
    first = parts[0]
    rows = [[row[0], *figure] for row in first.rows]
    changed = replace(first, header=[first.header[0], [first.header[-1][0], *names]], rows=rows)
    return report([changed, *parts[1:]], lambda of: aligned(of, step=30))


def test_a_watermark_in_front_of_a_long_label_leaves_its_place() -> None:
    names = ["现行有效件数", "本年制发件数", "本年废止件数"]
    for glued in (["内部资料" + names[0], *names[1:]], ["内部" + names[0], *names[1:]]):
        reading = read(_clause(glued, ["7", "8", "9"]))
        expected = {"issued": "8", "repealed": "9", "in_force": "7"}
        values = VALUES | {key: expected[key.col_key] for key in VALUES if key.row_key in ROWS}
        assert not wrong(reading, values)


ROWS = ("regulations", "normative_docs")


def test_figures_between_header_and_label_may_be_those_of_that_row() -> None:
    """Where the rows' figures come before their labels and some cells are blank, those below a label are the next row's."""
    clause = ["第二十条第（一）项", "信息内容  本年制发件数  本年废止件数  现行有效件数"]
    before = ["91  21", "规章", "108  19  72", "行政规范性文件"]
    text = report(printed(VALUES), _cells)
    start, end = text.index(clause[0]), text.index("第二十条第（五）项")
    reading = read(text[:start] + "\n".join([*clause, *before]) + "\n" + text[end:])
    assert not [key for key in reported(reading, "2") if key.row_key in ROWS]
    below = ["规章", "108  19  72", "行政规范性文件", "91  21  8"]
    reading = read(text[:start] + "\n".join([*clause, *below]) + "\n" + text[end:])
    assert len([key for key in reported(reading, "2") if key.row_key in ROWS]) == 6
