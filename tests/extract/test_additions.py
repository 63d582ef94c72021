"""What programs add to a whole text: numbers and scores of lines, indents, pinyin, blank lines, marks of no width; page shows.

Every one is taken off, and the same signs in a text that only has a few of them are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.undone.spaces.spacing import without_pinyin, without_tabs_of_source
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Rows,
    aligned,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = {
    **{name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "box", "html")},
    **PLAIN,
    "aligned": aligned,
}


def each(change: Callable[[int, str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(n, line) for n, line in enumerate(text.split("\n"), 1))


ADDITIONS = {
    "cat -n": each(lambda n, line: f"{n:6d}\t{line}"),
    "grep -n": each(lambda n, line: f"{n}:{line}"),
    "bars": each(lambda n, line: f"{n:4d}  | {line}"),
    "dots": each(lambda n, line: f"{n}. {line}"),
    "less -N": each(lambda n, line: f"{n:7d} {line}"),
    "indent": each(lambda n, line: "    " + line),
    "tabs": each(lambda n, line: "\t" + line),
    "no width": each(lambda n, line: "\u200b".join(line)),
    "right to left": each(lambda n, line: f"\u200f{line}\u200e"),
    "pinyin": lambda text: re.sub("([\u4e00-\u9fff]{2})", r"\1(zhèng fǔ)", text),
}


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("addition", ADDITIONS)
def test_what_every_line_has_is_taken_off(layout: str, addition: str) -> None:
    text = ADDITIONS[addition](report(PARTS, LAYOUTS[layout]))
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
    lines = re.sub("[\u200b\u200e\u200f]", "", text).split("\n")
    assert all(VALUES[k] in lines[c["line_start"] - 1] for k, c in cells_of(reading).items())


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "tab_cells", "closed", "box", "semicolons"])
@pytest.mark.parametrize("blanks", [1, 2])
def test_blank_lines_between_all_rows(layout: str, blanks: int) -> None:
    text = report(PARTS, lambda rows: [x for line in GRIDS[layout](rows) for x in [line, *[""] * blanks]])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
    lines = text.split("\n")
    assert all(VALUES[k] in lines[c["line_start"] - 1] for k, c in cells_of(reading).items())


@pytest.mark.parametrize("score", ["{}\t0.9{}", "{}|0.8{}", "{} (9{}%)", "{}\n0.9{}"])
def test_scores_of_letters_seen(score: str) -> None:
    lines = [line for line in report(PARTS, PLAIN["one_a_line"]).split("\n") if line]
    reading = read("\n".join(score.format(line, n % 10) for n, line in enumerate(lines)))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3") | reported(reading, "4")) == len(VALUES) - 10


# --- what a page shows of a cell

PAGE = {
    "<del>8</del>{}": True,
    "{}<sup>1</sup>": True,
    "{}<sup>[注]</sup>": True,
    '{}<span style="display:none">9</span>': True,
    "<span hidden>7</span>{}": True,
    '{}<font style="font-size:0">9</font>': True,
    '<span style="color:#fff">6</span>{}': False,
    '{}<em class="tooltip">3</em>': True,
    "<ruby>{}<rt>3</rt></ruby>": True,
    '<input value="{}">': True,
    "<textarea>{}</textarea>": True,
    "<select><option>8</option><option selected>{}</option></select>": True,
    '<input type="hidden" value="5">{}': True,
    "<s>{}</s>": False,
    "{}<ins>4</ins>": None,
}


@pytest.mark.parametrize("cell", PAGE)
def test_a_cell_of_a_page_says_what_it_shows(cell: str) -> None:
    def render(rows: Rows) -> list[str]:
        shown = [[cell.format(c) if c.isdigit() else c for c in row] for row in rows]
        return GRIDS["html"](shown)

    reading = read(report(PARTS, render))
    if PAGE[cell] is None:  # 1114 is what the page shows, and who knows better
        return
    assert not wrong(reading, VALUES)
    assert (len(reported(reading)) == len(VALUES)) is PAGE[cell]


@in_turn
@pytest.mark.parametrize("layout", ["closed", "tsv", "running"])
@pytest.mark.parametrize("cell", ["~~8~~{}", "<del>8</del>{}", "{}<sup>2</sup>", "<s>8</s> {}"])
def test_struck_figures_and_notes_outside_pages(layout: str, cell: str) -> None:
    def render(rows: Rows) -> list[str]:
        return LAYOUTS[layout]([[cell.format(c) if c.isdigit() else c for c in row] for row in rows])

    assert not wrong(read(report(PARTS, render)), VALUES)


# --- figures of plain text that are none of the table


def _without() -> tuple[list[str], int]:
    """A report of one cell a line whose table 4 lost its first figure; the line behind its last one."""
    (fourth,) = [p for p in PARTS if p.table_no == "4"]
    lines = report(PARTS, PLAIN["one_a_line"]).split("\n")
    del lines[lines.index(fourth.rows[0][0])]
    at = lines.index(fourth.rows[0][-1]) + 1
    return lines, at


@pytest.mark.parametrize(
    "behind", [["5", "．存在的主要问题及改进情况"], ["5", "、存在的问题"], ["2022"], ["2023"], ["", "9"]]
)
def test_a_number_behind_a_table_does_not_fill_it(behind: list[str]) -> None:
    lines, at = _without()
    reading = read("\n".join([*lines[:at], *behind, *lines[at:]]))
    assert not reported(reading, "4")
    assert len(reported(reading)) == len(VALUES) - 15


def test_the_number_of_a_clause_is_no_figure() -> None:
    lines = report(PARTS, PLAIN["one_a_line"]).split("\n")
    at = lines.index("行政许可") + 1
    assert lines[at].isdigit()
    cut = [*lines[:at], "第", "20", "条第（六）项", *lines[at + 2 :]]
    assert "reported" not in status_of(read("\n".join(cut)), "2", "permits")


@pytest.mark.parametrize("header_last", [False, True])
def test_figures_a_line_above_their_labels(header_last: bool) -> None:
    def turned(rows: Rows) -> Rows:
        return [[*row[1:], row[0]] if len(row) > 1 else row for row in rows]

    for form in ("2019", "2021"):
        values = figures(form)
        parts = [
            replace(p, rows=turned(p.rows), header=turned(p.header) if header_last else p.header)
            if p.table_no == "2"
            else p
            for p in printed(values, form)
        ]
        reading = read(report(parts, PLAIN["one_a_line"]))
        assert not wrong(reading, values)


def test_a_row_of_csv_with_bare_thousands_is_not_cut() -> None:
    text = report(PARTS, GRIDS["csv_rows"])
    first = next(line for line in text.split("\n") if line.startswith("一、本年"))
    label = first.split(",")[0]
    reading = read(text.replace(first, f"{label},1,034,0,0,0,2,035"))
    assert "reported" not in status_of(reading, "3", "new_received")


def test_words_of_the_page_inside_a_row() -> None:
    lines = report(PARTS, PLAIN["one_a_line"]).split("\n")
    at = lines.index(next(line for line in lines if line.startswith("2.重复"))) + 5
    reading = read("\n".join([*lines[:at], "1", "2", "3", "下一页", *lines[at:]]))
    assert not wrong(reading, VALUES)


def test_lines_of_marks_alone_take_time_in_proportion() -> None:
    """A line of quotation marks once took the square of its length."""
    text = '"' * 400_000
    assert read(text).findings


# --- single characters glossed, as pages that turned a report into traditional ones do

_GLOSSES = {
    "规": "(guī)",
    "数": "(shù)",
    "务": "(wù)",
    "县": "（xiàn）",
    "业": "(yè)",
    "结": "(jié)",
    "们": "(men)",
    "机": "(jī)",
    "关": "(guān)",
    "报": "(ba\u0300o)",
}


def _glossed(text: str) -> str:
    return re.sub(f"[{''.join(_GLOSSES)}]", lambda found: found[0] + _GLOSSES[found[0]], text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_characters_glossed_with_their_reading(layout: str) -> None:
    """Glossed before it was printed or after: the columns of a text set by spaces stand where they stood."""
    reading = read(report(PARTS, lambda rows: LAYOUTS[layout]([[_glossed(c) for c in row] for row in rows])))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
    reading = read(_glossed(report(PARTS, LAYOUTS[layout])))
    assert not wrong(reading, VALUES)
    (found,) = reading.reports
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_what_else_stands_in_brackets_stays() -> None:
    for kept in ("标准(km)", "规(12)", "规(a1)", "规 (guī)", "规(GUI)", "(guī)", "规(guī 1)"):
        assert without_pinyin([kept]) == [kept]
    assert without_pinyin(["规(gui)章", "标准(km)"]) == ["规(gui)章", "标准(km)"]
    assert without_pinyin(["规(guī)章 | 3 |"]) == ["规章 | 3 |"]
    assert without_pinyin(["规(guī)章     3"]) == ["规章          3"]


def _of_a_source(rows: Rows) -> list[str]:
    """A bar behind each cell, and the tabs that the source of the page was indented with."""
    return [
        line
        for row in rows
        for cells in [[cell for cell in row if cell]]
        for line in [f"{cells[0]}  | ", *(f"\t\t\t{cell}  | " for cell in cells[1:]), "\t\t"]
    ]


def test_the_smallest_table_alone_is_read_without_the_tabs_of_its_source() -> None:
    reading = read(report([part for part in PARTS if part.table_no == "2"], _of_a_source))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no == "2"}


def test_tabs_that_tell_columns_stay() -> None:
    """Each figure has a line, and its place on it."""
    lines = [text for at in range(1, 17) for text in ("行政许可", "\t" * at + "5")]
    text = "\n".join(["\t自然人\t总计", *lines])
    assert without_tabs_of_source(text.split("\n")) == text.split("\n")
