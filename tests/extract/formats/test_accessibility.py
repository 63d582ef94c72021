"""Trees of what a page says to those who hear it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.accessibility import with_tables_of_trees
from schemas.form import CellKey
from tests.extract.printed import (
    TITLE,
    Rows,
    cells_of,
    figures,
    printed,
    report,
)
from tests.extract.whole import is_of_the_office, read_whole, read_with_a_blank
from tests.turns import in_turn


def _yaml(rows: Rows) -> list[str]:
    lines = ["    - table:", "      - rowgroup:"]
    for row in rows:
        lines.append(f'        - row "{" ".join(row)}":')
        lines += [f'          - cell "{cell}"' if cell else "          - cell" for cell in row]
    return lines


def _quoted(rows: Rows) -> list[str]:
    """Nodes with a colon in their name are in quotes as a whole."""
    lines = ["    - table:"]
    for row in rows:
        lines.append(f"        - 'row \"{' '.join(row)}: a\"':")
        lines += [
            f'          - columnheader "{cell}": {cell}' if cell else "          - cell" for cell in row
        ]
    return lines


def _words_within(rows: Rows) -> list[str]:
    lines = ["    - table:"]
    for row in rows:
        lines.append("        - row:")
        for cell in row:
            lines.append("          - cell:" if cell else "          - cell")
            lines += [f"            - paragraph: {cell}"] if cell else []
    return lines


def _numbered(rows: Rows) -> list[str]:
    lines, n = ["\t[37] table ''"], 38
    for row in rows:
        lines.append(f"\t\t[{n}] row '{' '.join(row)}'")
        for cell in row:
            n += 2
            lines += [f"\t\t\t[{n}] gridcell '{cell}'", f"\t\t\t\t[{n + 1}] StaticText '{cell}'"]
    return lines


def _marked(rows: Rows) -> list[str]:
    lines = ["  uid=1_3 table"]
    for n, row in enumerate(rows):
        lines.append(f'    uid=1_{n + 4} row "{" ".join(row)}"')
        lines += [f'      uid=2_{n} cell "{cell}"' for cell in row]
    return lines


def _referred(rows: Rows) -> list[str]:
    """Every node has a mark by which programs refer to it; words stand in nodes of no role."""
    lines = ["      - table [ref=e3]:"]
    for n, row in enumerate(rows):
        lines.append(f"        - row [ref=e{n}]:")
        for m, cell in enumerate(row):
            lines.append(f"          - cell [ref=e{n}x{m}]:")
            lines += (
                [f"            - generic [ref=e{n}y{m}]: {cell}"] if m else [f'            - link "{cell}"']
            )
    return lines


def _without_spans(render: Callable[[Rows], list[str]]) -> Callable[[Rows], list[str]]:
    """A merged cell is one node: the blanks beside it in a header are none."""

    def rendered(rows: Rows) -> list[str]:
        return render(
            [[cell for cell in row if cell] if row[-1] == "" or row[0] == "" else row for row in rows]
        )

    return rendered


_WAYS = [_yaml, _quoted, _words_within, _numbered, _marked, _referred]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("way", _WAYS)
def test_rows_and_cells_of_a_tree(way: Callable[[Rows], list[str]], form: str) -> None:
    values = figures(form)
    read_whole(report(printed(values, form), _without_spans(way)), values)


def test_headings_and_paragraphs_say_whose_report_it_is() -> None:
    values = figures()
    text = report(printed(values), _without_spans(_yaml))
    lines = [
        line
        if line.lstrip().startswith("- ")
        else f'    - heading "{line}" [level=2]'
        if "、" in line[:2] or line == TITLE
        else f"    - paragraph: {line}"
        for line in text.split("\n")
        if line
    ]
    reading = read_whole("\n".join(["- document:", '  - banner: "首页"', "  - main:", *lines]), values)
    assert is_of_the_office(reading)


def test_a_cell_without_a_name_is_blank_and_moves_no_other() -> None:
    reading = read_with_a_blank(lambda parts: report(parts, _without_spans(_numbered)))
    assert cells_of(reading)[CellKey("3", "granted", "research")]["status"] == "reported"


@pytest.mark.parametrize(
    "text",
    [
        "- row\n- cell\n- 规章",
        "cell 1\nrow 2\ntable 3",
        '- row "规章 0":\n  - link "规章"\n- row "文件 0":\n  - link "文件"\n- row "许可":\n  - cell',
    ],
)
def test_words_that_are_no_tree_stay(text: str) -> None:
    lines = text.split("\n")
    assert with_tables_of_trees(lines) == lines
