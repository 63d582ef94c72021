"""Stories of InDesign (assets/extract/formats/indesign.py)."""

from __future__ import annotations

from assets.extract.formats.indesign import with_cells_as_page
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()


def content(text: str) -> list[str]:
    return [
        '<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/Paragraph">',
        '  <CharacterStyleRange AppliedCharacterStyle="$ID/NormalCharacterStyle">',
        f"    <Content>{text}</Content>",
        "  </CharacterStyleRange>",
        "</ParagraphStyleRange>",
    ]


def icml(rows: Rows) -> list[str]:
    cells = [
        line
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        for line in [
            f'  <Cell Name="{c}:{r}" AppliedCellStyle="CellStyle/Cell">',
            *(content(text) if text else []),
            "  </Cell>",
        ]
    ]
    return [f'<Table HeaderRowCount="1" BodyRowCount="{len(rows)}">', *cells, "</Table>"]


def story(values: dict[CellKey, str]) -> str:
    lines = report(printed(values), icml).split("\n")
    marked = (
        line if line.lstrip().startswith("<") else "\n".join(content(line)) + "\n<Br />"
        for line in lines
        if line
    )
    return "\n".join(marked)


def test_a_story_is_read_with_its_blank_cells() -> None:
    key = CellKey("3", "granted", "research")
    for values in (VALUES, {**VALUES, key: ""}):
        reading = read(story(values))
        assert not wrong(reading, values)
        assert reported(reading) == {k for k in values if values[k]}
        assert reading.reports[0]["agency"] == "青岚县林业局"
    assert status_of(reading, "3", "granted", "research") == ["blank"]


def test_every_line_keeps_its_number() -> None:
    text = story(VALUES)
    made = with_cells_as_page(text)
    assert made.count("\n") == text.count("\n")
    at = next(n for n, line in enumerate(text.split("\n")) if ">107<" in line)
    assert any("107" in line for line in made.split("\n")[at - 3 : at + 3])


def test_the_digits_of_one_figure_in_two_ranges_are_one_and_a_struck_one_is_none() -> None:
    ranges = "\n".join(
        f'<CharacterStyleRange AppliedCharacterStyle="{style}">\n<Content>{text}</Content>\n</CharacterStyleRange>'
        for style, text in (("a", "2"), ("b", "1"), ("CharacterStyle/Strikeout", "7"))
    )
    made = with_cells_as_page(f'<Table>\n<Cell Name="0:0" ColumnSpan="2">\n{ranges}\n</Cell>\n</Table>')
    assert '<td colspan="2">21<del>7</del></td>' in made.replace("\n", "")


def test_other_pages_stay() -> None:
    page = "<Table><Cell><Content>1</Content></Cell></Table>"
    assert with_cells_as_page(page) == page
