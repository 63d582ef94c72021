"""A spreadsheet whose first column is blank, printed with a tab before each line: rows of tables and the text between them."""

from __future__ import annotations

import pytest

from tests.extract.printed import HEADINGS, Rows, figures, printed, read, report, reported, wrong
from tests.extract.structures import grid

OWN, THEIRS = figures("2021", 101), figures("2021", 501)
CAPTION = "附件：所属住房公积金管理中心2022年政府信息公开工作情况统计表"


def tabs(rows: Rows) -> list[str]:
    """Rows with a tab between cells."""
    return ["\t".join(row) for row in rows]


def tabbed(text: str) -> str:
    return "\n".join("\t" + line for line in text.split("\n") if line.strip()) + "\n"


def appended(caption: str) -> str:
    """A report with another body's tables behind its last section, under a caption of their own."""
    parts = report(printed(THEIRS), tabs).split("\n")
    first, last = parts.index(HEADINGS["2"]), parts.index("五、存在的主要问题及改进情况")
    theirs = [line.replace("二、", "一、").replace("三、", "二、") for line in parts[first:last]]
    return tabbed(report(printed(OWN), tabs) + "\n".join([caption, *theirs]))


@pytest.mark.parametrize("caption", [CAPTION, CAPTION.replace("2022年", "")])
def test_what_is_appended_of_another_body(caption: str) -> None:
    reading = read(appended(caption))
    assert not wrong(reading, OWN)
    assert reported(reading) == set(OWN)


def test_the_same_tables_again_without_a_caption_are_doubted() -> None:
    reading = read(appended("无。"))
    assert not wrong(reading, OWN)
    assert len(reported(reading)) < len(OWN)


def test_cells_a_line_are_rows_where_no_heading_stands_among_them() -> None:
    row = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    lines = ["", *("\t" + cell for cell in row), "", "\t规章", "\t1", "\t2", "\t3", ""]
    assert [cells for cells, _, _ in grid("\n".join(lines))] == [row, ["规章", "1", "2", "3"]]
