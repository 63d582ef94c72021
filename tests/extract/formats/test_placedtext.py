"""Pages whose lines have their kind and their place in tags around them."""

from __future__ import annotations

from assets.extract.formats.placedtext import without_places
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES, LAST_YEAR = figures(), figures(first=5001)
PLACES = "<loc_12><loc_34><loc_56><loc_78>"


def otsl(rows: Rows) -> list[str]:
    cells = [
        "".join(f"<ched>{cell}" if n == 0 else f"<fcel>{cell}" for cell in row) for n, row in enumerate(rows)
    ]
    return ["<otsl>" + PLACES + "<nl>\n".join(cells).replace("\n", "") + "<nl></otsl>"]


def placed(text: str) -> str:
    """Each line in tags, headings and paragraphs as they are."""
    out = []
    for line in text.split("\n"):
        kind = "section_header_level_1" if "、" in line[:3] or "报告" in line else "text"
        out.append(line if not line or line.startswith("<") else f"<{kind}>{PLACES}{line}</{kind}>")
    return "\n".join(["<doctag>", *out, "</doctag>"])


def test_tags_of_a_page() -> None:
    reading = read(placed(report(printed(VALUES), otsl)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"
    assert {s["section_no"] for s in reading.sections} >= {1, 2, 3, 4, 5, 6}


def test_last_years_table_in_the_first_section() -> None:
    last = [row for part in printed(LAST_YEAR) if part.table_no == "3" for row in (*part.header, *part.rows)]
    caption = "上年（2021年）政府信息公开申请情况回顾："
    text = report(printed(VALUES), otsl).replace(
        "全年工作平稳，各项制度得到落实。", "\n".join([caption, *otsl(last), "2022年工作平稳。"])
    )
    reading = read(placed(text))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_tables_and_other_lines_keep_their_tags() -> None:
    table = ["<otsl><loc_1><loc_2><ched>自然人<nl><fcel>3<nl></otsl>", "<p>文字</p>", "<text>文字</text>"]
    assert without_places(table) == table
    assert without_places(["<text><loc_1><loc_2>文字</text>", *table])[0] == "文字"
