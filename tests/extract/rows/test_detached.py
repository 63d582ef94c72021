"""Figures above the title of their table, and labels without figures below it."""

from __future__ import annotations

from assets.extract.disordered.incolumns import _column_names
from assets.extract.labels import squash
from assets.extract.reading import read_text
from tests.extract.printed import figures, printed, read, report, reported, tab_cells, wrong

VALUES = figures()
_TITLE = "海棠县民政局2022年政府信息公开工作年度报告\n\n一、总体情况\n全年执法检查情况如下。\n"
_OTHERS = "执法类别\n检查次数\n行政许可\n501\n行政处罚\n480\n行政强制\n198\n"
_HEADING = "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n"
_LABELS = "行政许可\n第二十条第（六）项\n信息内容\n行政处罚\n行政强制\n"


def _read(text: str) -> list[float | str | None]:
    cells = read_text(_TITLE + text, "r.txt", "0" * 32).cells
    keys = ("permits", "penalties", "coercion")
    return [c["value"] if c["status"] == "reported" else c["status"] for c in cells if c["row_key"] in keys]


def test_rows_above_the_title_are_anothers_if_the_tables_own_labels_stand_below_it() -> None:
    assert (
        set(_read(_OTHERS + _HEADING + _LABELS + "本年处理决定数量\n80\n998157\n52\n")) & {501, 480, 198}
        == set()
    )


def test_a_late_title_alone_makes_the_rows_above_it_no_others() -> None:
    rows = [
        *_HEADING.splitlines()[1:],
        "本年处理决定数量",
        "行政许可",
        "501",
        "行政处罚",
        "480",
        "行政强制",
        "198",
    ]
    clauses = [
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "1",
        "2",
        "3",
    ]
    text = "\n".join([*clauses, *rows, "第二十条第（八）项", "信息内容", "行政事业性收费", "5"])
    assert _read(text + "\n二、主动公开政府信息情况\n略。\n") == [501, 480, 198]


def test_lines_are_refused_only_by_what_no_other_character_is_read_as() -> None:
    """Lines without 、 are not looked at for numbered headings, nor ASCII ones for names of columns."""
    others = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]
    assert [char for char in others if "、" in squash(char)] == ["、"]
    assert not any(map(str.isascii, _column_names()))


def test_a_header_printed_again_has_no_rows_label() -> None:
    """其他 and 总计 stand alone in the header of the table that an annex prints again: they are columns there."""
    text = report(printed(VALUES), tab_cells)
    found = read(text + "\n附件：\n" + text[text.index("二、主动公开") :])
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)
