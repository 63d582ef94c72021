"""Tables drawn with characters: borders, rules, and columns set flush."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from assets.extract.places.positions import display_width
from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    Rows,
    box,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.extract.printed import grid as drawn
from tests.extract.structures import grid, layouts
from tests.turns import in_turn

GRID = """\
+--------+-----+-----+
| 行政   | 12  |     |
| 许可   |     |     |
+========+=====+=====+
| 收费   |     | 3   |
+--------+-----+-----+"""


BOX = """\
┌────────┬─────┬─────┐
│ 行政许 │ 12  │     │
│ 可     │     │     │
├────────┼─────┼─────┤
│ 收费   │     │ 3   │
└────────┴─────┴─────┘"""


SPANNED = """\
+------+-----------+
| 甲   | 1   | 2   |
|      +-----+-----+
|      | 3   | 4   |
+------+-----+-----+"""


@pytest.mark.parametrize(("text", "label"), [(GRID, "行政\n许可"), (BOX, "行政许\n可")])
def test_grids_and_boxes(text: str, label: str) -> None:
    assert grid(text) == [([label, "12", ""], 2, 3), (["收费", "", "3"], 5, 5)]
    assert layouts(text) == {"grid"}


def test_a_border_that_stops_at_a_span() -> None:
    cells = [c for row, _, _ in grid(SPANNED) for c in row]
    assert [c for c in cells if c.isdigit()] == ["1", "2", "3", "4"]
    assert [row[1:] for row, _, _ in grid(SPANNED)] == [["1", "2"], ["3", "4"]]


# As browsers of the terminal draw them: borders inside begin at a wall, and a Chinese letter is as wide as any other.
ONLY_INNER_CORNERS = """\
+-----------------------+
|      | 法人      |      |
|      |---------| 总计   |
|      | 企业 | 其他 |      |
|------+----+----+------|
| 行政许可 | 1  | 2  | 3    |
|------+----+----+------|
|      |    | 44 | 5    |
+-----------------------+"""


def test_borders_that_begin_at_a_wall() -> None:
    assert [row for row, _, _ in grid(ONLY_INNER_CORNERS)][-2:] == [
        ["行政许可", "1", "2", "3"],
        ["", "", "44", "5"],
    ]


UNRULED_BOX = """\
+----------------+------+------+
| 信息内容       | 甲   | 乙   |
+----------------+------+------+
| 规章           | 12   |      |
| 规范性文件     |      | 3    |
| 第二十条       |      |      |
| 行政事业性收费 | 7    | 9999 |
+----------------+------+------+"""


WRAPPED_BOX = """\
+----------+----+----+
| 信息内容 | 甲 | 乙 |
+----------+----+----+
| 行政事业 | 12 | 3  |
| 性收费   | 4  |    |
+----------+----+----+"""


def test_rows_of_a_box_without_borders_between() -> None:
    assert [cells for cells, _, _ in grid(UNRULED_BOX)][1:] == [
        ["规章", "12", ""],
        ["规范性文件", "", "3"],
        ["第二十条", "", ""],
        ["行政事业性收费", "7", "9999"],
    ]
    # the label and the first figure fill their cells: the second line may be the rest of both
    assert [cells for cells, _, _ in grid(WRAPPED_BOX)][1:] == [["行政事业\n性收费", "12\n4", "3"]]


@in_turn
@pytest.mark.parametrize(("with_header", "wider"), [(True, 4), (True, 0), (False, 4), (False, 0)])
@pytest.mark.parametrize("cut", [3, 9, 20])
def test_a_box_right_below_another_has_columns_of_its_own(cut: int, with_header: bool, wider: int) -> None:
    """Table 3 on two pages, each drawn as wide as its own cells; a blank cell stays blank in its column."""
    values = figures() | {CellKey("3", "granted", "research"): "", CellKey("3", "carried_over", "total"): ""}
    (table,) = (part for part in printed(values) if part.table_no == "3")
    pages: list[str] = []
    for rows in (table.rows[:cut], table.rows[cut:]):
        header = table.header if with_header or not pages else []
        pages += box([[" " * (wider if pages else 0) + cell for cell in row] for row in [*header, *rows]])
    lines = report([part for part in printed(values) if part.table_no != "3"], box).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("四、"))
    reading = read("\n".join([*lines[:at], HEADINGS["3"], *pages, *lines[at:]]))
    assert not wrong(reading, values)
    if with_header:
        assert len([key for key in reported(reading) if key.table_no == "3"]) == len(table.rows) * 7 - 2


DASHED_BOX = """\
┌────────────────┬──────┬──────┐
│ 信息内容       ┆ 甲   ┆ 乙   │
╞════════════════╪══════╪══════╡
│ 规章           ┆ 12   ┆      │
├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌┼╌╌╌╌╌╌┤
│ 规范性文件     ┆      ┆ 3    │
├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌┼╌╌╌╌╌╌┤
│ 行政事业性收费 ┆ 7    ┆ 9999 │
└────────────────┴──────┴──────┘"""


@pytest.mark.parametrize("rule", "╌╍┄┅┈┉")
def test_dashed_rules_are_borders(rule: str) -> None:
    found = [cells for cells, _, _ in grid(DASHED_BOX.replace("╌", rule))]
    assert found == [
        ["信息内容", "甲", "乙"],
        ["规章", "12", ""],
        ["规范性文件", "", "3"],
        ["行政事业性收费", "7", "9999"],
    ]


def drawn_over_two_rows(names: list[str], figures_of: list[str], *, centred: int) -> str:
    """The fourth table as a grid whose label 行政复议 is beside the border of the others, on line `centred` of its cell."""
    size = 10
    group, two = size * 5 + 4, size * 10 + 9
    cell = ["", "", ""]
    cell[centred] = "行政复议"

    def wall(*parts: tuple[str, int]) -> str:
        return "|" + "|".join(text + " " * (width - display_width(text)) for text, width in parts) + "|"

    rule = "+" + "+".join(["-" * size] * 15) + "+"
    beside = f"|{cell[1]}{' ' * (group - display_width(cell[1]))}+{'-' * group}+{'-' * group}+"
    return "\n".join(
        [
            f"+{'-' * group}+{'-' * two}+",
            wall((cell[0], group), ("行政诉讼", two)),
            beside,
            wall((cell[2], group), ("未经复议直接起诉", group), ("复议后起诉", group)),
            rule,
            wall(*[(name, size) for name in names]),
            rule,
            wall(*[(figure, size) for figure in figures_of]),
            rule,
        ]
    )


@pytest.mark.parametrize("centred", [0, 1, 2])
def test_a_label_of_the_header_stands_on_a_borders_line(centred: int) -> None:
    values = figures()
    keys = [key for key in values if key.table_no == "4"]
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    table = drawn_over_two_rows(names, [values[key] for key in keys], centred=centred)
    others = report([part for part in printed(values) if part.table_no != "4"], box)
    after = "五、存在的主要问题及改进情况"
    reading = read(others.replace(after, f"{HEADINGS['4']}\n\n{table}\n\n{after}"))
    assert not wrong(reading, values)
    assert reported(reading, "4") == set(keys)


def test_tables_drawn_one_below_the_other_are_apart() -> None:
    """`+---+---+` closes the one, `+-----+--+` right below it opens the next; no border parts the rows of either."""
    values = figures()

    def framed(rows: Rows) -> list[str]:
        lines = drawn(rows)
        edge = lines[0].replace("=", "-")
        return [edge, *(line for line in lines if not line.startswith("+")), edge]

    reading = read(report(printed(values), framed).replace(f"\n\n{HEADINGS['4']}\n\n", "\n"))
    assert not wrong(reading, values)
    assert len(reported(reading, "4")) == 15


def with_borders_beside_heads(rows: Rows) -> list[str]:
    """Table 3 with 自然人 and 总计 a letter a line, beside the border below 法人或其他组织."""
    lines = drawn(rows)
    if len(rows[0]) != 8:
        return lines
    ends = [at for at, c in enumerate(lines[0]) if c == "+"]
    sizes = [right - left - 1 for left, right in pairwise(ends)]

    def line(*cells: str) -> str:
        return (
            "|"
            + "|".join(
                " " + c + " " * (size - 1 - display_width(c)) for c, size in zip(cells, sizes, strict=True)
            )
            + "|"
        )

    inner = "+" + "+".join("-" * size for size in sizes[2:7]) + "+"
    covered = sum(sizes[2:7]) + 4
    group = "| " + " " * (sizes[0] - 1) + "| 自" + " " * (sizes[1] - 3) + "| 法人或其他组织"
    header = [
        group + " " * (covered - 15) + "| 总" + " " * (sizes[7] - 3) + "|",
        "| "
        + " " * (sizes[0] - 1)
        + "| 然"
        + " " * (sizes[1] - 3)
        + inner
        + " 计"
        + " " * (sizes[7] - 3)
        + "|",
        line("", "人", *rows[0][2:7], ""),
    ]
    return [lines[0], *header, *lines[2:]]


def test_a_border_beside_the_heads_of_other_columns_says_nothing_of_figures() -> None:
    values = figures()
    text = report(printed(values), with_borders_beside_heads)
    assert "-+ 计" in text
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("said", ["（测试数据）", "——测试数据"])
def test_words_behind_a_head_beside_a_border_say_something(said: str) -> None:
    text = report(printed(figures()), with_borders_beside_heads)
    line = next(line for line in text.split("\n") if "-+ 计" in line)
    reading = read(text.replace(line, line.replace(" 计", f" 计{said}")))
    assert not {key for key in reported(reading, "3") if key.col_key == "total"}


@pytest.mark.parametrize("draw", [drawn, box])
def test_a_row_begins_on_its_first_line(draw: Callable[[Rows], list[str]]) -> None:
    """The label goes on over lines, the cell before it is blank; what stands on them is no caption of the rows below.

    So it may seem where the headings of the tables are missing.
    """
    values = figures()
    label = row_of(printed(values), "other_overdue_correction")[0]
    lines = report(printed(values), lambda rows: draw([["", *row] for row in rows])).split("\n")
    at = next(n for n, line in enumerate(lines) if label in line)
    wall = lines[at][0]
    cells = lines[at].split(wall)
    second = label.index("行政机关")
    pieces = [label[:second], label[second : second + 15], label[second + 15 :]]
    rest = [
        wall.join(cell if n == 0 else " " * display_width(cell) for n, cell in enumerate(cells))
        for _ in pieces[1:]
    ]
    width = display_width(cells[2])

    def with_piece(line: str, piece: str) -> str:
        parts = line.split(wall)
        parts[2] = " " + piece + " " * (width - 1 - display_width(piece))
        return wall.join(parts)

    lines[at : at + 1] = [
        with_piece(line, piece) for line, piece in zip([lines[at], *rest], pieces, strict=True)
    ]
    reading = read("\n".join(line for line in lines if line not in HEADINGS.values()))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
