"""Rows in aligned text of which none is full: their columns are told by labels in pieces and by all figures under them."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import Figures, figures, printed, read, report, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
TABLE = forms()["2021"].table("3")
COLUMNS = [column.key for column in TABLE.columns]
ROWS = [row.key for row in TABLE.rows]
ORGANISATIONS = COLUMNS[1:-1]
LABEL, STEP = 84, 9
PIECES = (
    ("自然", "人"),
    ("商业", "企业"),
    ("科研", "机构"),
    ("社会公", "益组织"),
    ("法律服", "务机构"),
    ("其", "他"),
    ("总", "计"),
)


def wide(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def line_of(label: str, cells: list[str], shift: int = 0) -> str:
    """A line whose cells are centred in their columns by display width."""
    line = label
    for at, cell in enumerate(cells):
        if cell:
            start = LABEL + shift + STEP * at + (STEP - wide(cell)) // 2
            line += " " * (start - wide(line)) + cell
    return line


def lines_of(values: Figures, rows: list[str] = ROWS, shift: int = 0) -> list[str]:
    by_key = {row.key: row.zh for row in TABLE.rows}
    return [line_of(by_key[row], [values[CellKey("3", row, c)] for c in COLUMNS], shift) for row in rows]


HEADER = [
    " " * (LABEL + 20) + "法人或其他组织",
    *(line_of("", [piece[n] for piece in PIECES]) for n in (0, 1)),
]


def text_of(lines: list[str]) -> str:
    return report(
        [p for p in printed(VALUES) if p.table_no == "2"], lambda rows: ["\t".join(r) for r in rows]
    ).replace("五、存在", "\n".join(["三、收到和处理政府信息公开申请情况", *lines, "", "五、存在"]), 1)


def blank_in(columns: list[str], rows: list[str] = ROWS) -> Figures:
    return {
        key: "" if key.table_no == "3" and key.col_key in columns and key.row_key in rows else value
        for key, value in VALUES.items()
    }


def of_table(values: Figures) -> set[CellKey]:
    return {key for key, value in values.items() if value and key.table_no == "3"}


def test_columns_that_are_blank_in_all_rows() -> None:
    for columns in (["total"], ["natural_person"], ["research", "total"], ORGANISATIONS):
        values = blank_in(columns)
        reading = read(text_of([*HEADER, *lines_of(values)]))
        assert not wrong(reading, values), columns
        assert reported(reading, "3") == of_table(values), columns
        assert set(status_of(reading, "3", "granted", *columns)) == {"blank"}


def test_each_row_has_blanks_of_its_own() -> None:
    """Like noughts that are left blank: no row is full, and each two neighbours stand in some row."""
    values = dict(VALUES)
    for at, row in enumerate(ROWS):
        for column in (COLUMNS[at % 7], COLUMNS[(at * 3 + 2) % 7]):
            values[CellKey("3", row, column)] = ""
    reading = read(text_of([*HEADER, *lines_of(values)]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_table(values)


def test_figures_that_do_not_stand_in_line() -> None:
    """Figures of the first column that reach under the second: no row fills both, so that they may be one."""
    values = blank_in(ORGANISATIONS)
    moved = [
        line_of(
            row.zh,
            [
                "",
                VALUES[CellKey("3", row.key, "natural_person")],
                "",
                "",
                "",
                "",
                VALUES[CellKey("3", row.key, "total")],
            ],
        )
        if at % 2
        else line
        for at, (row, line) in enumerate(zip(TABLE.rows, lines_of(values), strict=True))
    ]
    reading = read(text_of([*HEADER, *moved]))
    assert not wrong(reading, values)
    assert not reported(reading, "3")


def test_another_page_has_columns_of_its_own() -> None:
    """Behind the end of a page figures stand one column further right: no label is above them there."""
    values = blank_in(["total"])
    first, second = lines_of(values, ROWS[:12]), lines_of(values, ROWS[12:], STEP)
    reading = read(text_of([*HEADER, *first, "", "— 3 —", "\f", *second]))
    assert not wrong(reading, values)
    assert {k for k in of_table(values) if k.row_key in ROWS[:12]} <= reported(reading, "3")


def test_a_figure_under_two_labels_or_none_tells_against_all() -> None:
    values = blank_in(["total"])
    for shift in (STEP // 2, STEP // 2 + 1):
        lines = [*lines_of(values, ROWS[:20]), *lines_of(values, ROWS[20:], shift)]
        reading = read(text_of([*HEADER, *lines]))
        assert not wrong(reading, values)


def test_a_label_that_reaches_into_the_blank_column() -> None:
    """What it covers may hide the first figure."""
    values = blank_in(["natural_person"])
    lines = lines_of(values)
    row = ROWS.index("denied_process_info")
    cells = [values[CellKey("3", ROWS[row], c)] for c in COLUMNS]
    lines[row] = line_of(TABLE.rows[row].zh.rjust(LABEL - 6), cells)
    reading = read(text_of([*HEADER, *lines]))
    assert not wrong(reading, values)
    assert set(status_of(reading, "3", ROWS[row])) == {"uncertain"}


def with_steps(joined: str, keys: tuple[str, str], own: int = 1) -> list[str]:
    """The first figures of two rows run together, `own` others of the upper row stand on its line, the rest go down the page."""
    labels = {row.key: row.zh for row in TABLE.rows}
    upper = line_of(labels[keys[0]], [joined, *("11" for _ in range(1, own)), *[""] * (7 - own)])
    lower = line_of(labels[keys[1]], ["", "21"])
    steps = [line_of("", [*[""] * at, str(cell)]) for at in range(2, 7) for cell in (at, at + 30)]
    by_row = dict(zip(ROWS, lines_of(VALUES), strict=True))
    by_row |= {keys[0]: upper, keys[1]: "\n".join([lower, *steps])}
    return list(by_row.values())


@in_turn
@pytest.mark.parametrize("joined", ["00", "10", "1250"])
@pytest.mark.parametrize("own", [1, 3])
@pytest.mark.parametrize(
    "keys", [("unable_not_held", "unable_needs_creation"), ("rejected_petition", "rejected_repeat")]
)
def test_figures_of_two_rows_down_the_page(joined: str, own: int, keys: tuple[str, str]) -> None:
    reading = read(text_of([*HEADER, *with_steps(joined, keys, own)]))
    assert not wrong(reading, VALUES)
    for key in keys:
        assert set(status_of(reading, "3", key)) == {"uncertain"}
    assert len(reported(reading, "3")) == 7 * (len(ROWS) - 2)


@pytest.mark.parametrize("nought", ["00", "0"])
def test_a_nought_alone_in_its_row_is_a_figure(nought: str) -> None:
    lines = lines_of(VALUES)
    at = ROWS.index("unable_not_held")
    lines[at] = line_of(TABLE.rows[at].zh, [nought])
    reading = read(text_of([*HEADER, *lines]))
    assert sorted(status_of(reading, "3", "unable_not_held")) == [*["blank"] * 6, "reported"]


def test_a_label_may_have_the_same_letter_twice() -> None:
    """Cells as narrow as one letter: 商, 业, 企, 业 below each other."""
    cells = [["自", "商", "科", "社会", "法律", "其", "总"], ["然", "业", "研", "公益", "服务", "", ""]]
    cells += [["人", "企", "机", "组织", "机构", "他", "计"], ["", "业", "构", "", "", "", ""]]
    values = blank_in(ORGANISATIONS)
    reading = read(text_of([HEADER[0], *(line_of("", row) for row in cells), *lines_of(values)]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_table(values)
    cells[3][1] = "务"  # another word than the form's: what stands there is not known
    assert not reported(read(text_of([HEADER[0], *(line_of("", r) for r in cells), *lines_of(values)])), "3")


@pytest.mark.parametrize("shift", [0, 5])
def test_each_page_has_the_columns_of_its_own_header(shift: int) -> None:
    values = blank_in(["total"])
    below = [line if not line else " " * shift + line for line in HEADER]
    upper, lower = lines_of(values, ROWS[:10]), lines_of(values, ROWS[10:], shift)
    reading = read(text_of([*HEADER, *upper, "第1页 共2页", *below, *lower, "第2页 共2页"]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_table(values)


def test_a_page_without_a_header_or_with_another_is_left() -> None:
    values = blank_in(["total"])
    upper, lower = lines_of(values, ROWS[:10]), lines_of(values, ROWS[10:], 4)
    turned = [[*PIECES[-1:], *PIECES[:-1]], [*PIECES[1:2], *PIECES[:1], *PIECES[2:]], PIECES[:-1]]
    headers = [[HEADER[0], *(line_of("", [p[n] for p in of]) for n in (0, 1))] for of in turned]
    for header in ([], *headers):
        reading = read(text_of([*HEADER, *upper, "第1页 共2页", *header, *lower, "第2页 共2页"]))
        assert not wrong(reading, values)
        assert {key.row_key for key in reported(reading, "3")} <= set(ROWS[:10])


def test_the_first_pages_of_a_table_with_no_whole_label() -> None:
    """Pages that are lost take rows with them; what is left is known by the pieces of its labels, where it is most of it."""
    most = ROWS[:16]
    reading = read(text_of([*HEADER, *lines_of(VALUES, most)]))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "3")} == set(most)
    for header, rows in ((HEADER, ROWS[:10]), (["月份", "一月 二月 三月 四月 五月 六月 合计"], most)):
        assert not reported(read(text_of([*header, *lines_of(VALUES, rows)])), "3")


def test_labels_one_space_apart_do_not_show_which_column_is_blank() -> None:
    """Letters of labels set upright, pushed along by the note beside them: the first figures stand under 科."""
    header = [
        " " * 26 + "法人或其他组织",
        "（本列数据的勾稽关系为：第一项加              社   法",
        "第二项之和，等于第三项加第四项之 自 商 科        会   律   总",
        "       和）        然 业 研        公   服 其 计",
        " " * 17 + "人 企 机        益   务 他",
        " " * 19 + "业 构        组   机",
        " " * 30 + "织   构",
    ]
    rows = [
        row.zh + " " * max(1, 22 - len(row.zh)) + "7" + " " * 15 + "9"
        for row in TABLE.rows
        if len(row.zh) < 21
    ]
    assert len(rows) > 15
    assert not [key for key in reported(read(text_of([*header, *rows]))) if key.table_no == "3"]


def test_a_figure_glued_to_its_label_is_no_row_of_the_page() -> None:
    """A quote of the label slipped to the figure: the other rows stand under their labels all the same."""
    values = blank_in(ORGANISATIONS)
    lines = lines_of(values)
    at = ROWS.index("denied_three_securities")
    first, last = (values[CellKey("3", "denied_three_securities", c)] for c in ("natural_person", "total"))
    lines[at] = "3.危及三安全一稳定“" + " " * 44 + f"”{first}" + " " * 60 + last
    reading = read(text_of([*HEADER, *lines]))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {k for k in of_table(values) if k.row_key != "denied_three_securities"}
