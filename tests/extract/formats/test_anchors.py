"""The names and properties that a program writes beside headings are no words of the report."""

from __future__ import annotations

import pytest

from assets.extract.formats.anchors import without_anchors
from tests.extract.odd import VALUES
from tests.extract.printed import TITLE, Rows, closed, printed, read, report, reported, wrong
from tests.extract.titled import SIGNATURE, TEXT, entitled

ANCHOR = "年青岚县林业局政府信息公开工作年度报告"
LATE_YEAR = "2022年青岚县林业局政府信息公开工作年度报告"
UNSIGNED = TEXT.replace(SIGNATURE, "")


def lines_of(text: str) -> list[str]:
    return without_anchors(text, text.split("\n"))


@pytest.mark.parametrize(
    "head",
    [
        f"* {LATE_YEAR}\n:PROPERTIES:\n:CUSTOM_ID: {ANCHOR}\n:END:",
        # in the cells of a page's frame, beside those of its lists
        f"| - 指南 | | * {LATE_YEAR} | |\n| - 制度 | |   :PROPERTIES:   | |\n|   | |   :CUSTOM_ID: {ANCHOR} | |\n|  | |  :END: | |",
        f"h1(#{ANCHOR}){{text-align:center}}. {LATE_YEAR}",
        f"h1{{text-align:center}}. {LATE_YEAR}",
        f'<td align="left">h1(#{ANCHOR})=. {LATE_YEAR}',
        f"   .. rubric:: {LATE_YEAR}\n      :name: {ANCHOR}\n      :class: title",
    ],
)
def test_the_title_says_who_reports_not_its_anchor(head: str) -> None:
    found = entitled(head, text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_a_title_over_several_rubrics() -> None:
    head = "\n\n".join(
        f".. rubric:: {words}\n   :name: {words}"
        for words in ("青岚县林业局", "2022年政府信息公开", "工作年度报告")
    )
    found = entitled(head, text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_the_bars_about_a_property_stay() -> None:
    text = "| - 制度 | :PROPERTIES: |\n| | :CUSTOM_ID: 某某 |\n| | :END: |"
    found = lines_of(text)
    assert [line.count("|") for line in found] == [3, 3, 3]
    assert found[0].startswith("| - 制度 |")
    assert not any(word in "".join(found) for word in ("PROPERTIES", "CUSTOM_ID", "某某", "END"))


@pytest.mark.parametrize(
    "text",
    [
        # no drawer is open, or words stand in it
        f":CUSTOM_ID: {ANCHOR}\n:END:",
        f":PROPERTIES:\n{TITLE}\n:END:",
        # an option of another directive
        ".. rubric:: 一\n\n   :name: 某局",
        "规章(#1) 见h1(#2)处. ",
    ],
)
def test_words_stay(text: str) -> None:
    assert "\n".join(lines_of(text)).replace(".. rubric:: ", "") == text.replace(".. rubric:: ", "")


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("| 规章<<>> | 43<<>> | <<>> |", "| 规章 | 43 |  |"),
        ("| <<_Toc12>>规章<<OLE_LINK1>> | 6<<p.2>> |", "| 规章 | 6 |"),
        # a name may wait for its figure, a law is named by words, two figures are not one, and others write such signs for other things
        *(
            (text, text)
            for text in ("| 规章 | <<made>> |", "根据<<政府信息公开条例>>", "| 4<<>>3 |", "<<<<<<< HEAD>>")
        ),
    ],
)
def test_places_that_links_lead_to_show_nothing(printed: str, shown: str) -> None:
    assert lines_of(printed) == [shown]


def test_a_table_with_a_place_at_the_end_of_every_cell() -> None:
    def with_places(rows: Rows) -> list[str]:
        return closed([[f"{cell}<<>>" if cell else cell for cell in row] for row in rows])

    values = {key: "" if key.row_key == "fees" else value for key, value in VALUES.items()}
    reading = read(report(printed(values), with_places))
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, value in values.items() if value}
