"""Labels alone below the bars of their rows, figures that slipped into a header, and bars that do not part all cells."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract import printed as p

_RULE = "| --- | --- | --- | --- |"


def _cells(text: str) -> dict[tuple[str, str, str], dict[str, object]]:
    found = p.read(text).cells
    return {(str(c["table_no"]), str(c["row_key"]), str(c["col_key"])): dict(c) for c in found}


def _report(second: list[str]) -> str:
    text = p.report(p.printed(p.figures()), p.markdown)
    top, rest = text.split(p.HEADINGS["2"])
    return "\n".join([top + p.HEADINGS["2"], *second, p.HEADINGS["3"] + rest.split(p.HEADINGS["3"])[1]])


def _clause(rows: list[str]) -> list[str]:
    header = ["第二十条第（一）项", "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |", _RULE]
    return [
        *header,
        *rows,
        "第二十条第（五）项",
        "| 信息内容 | 本年处理决定数量 |",
        "| --- | --- |",
        "| 行政许可 | 71 |",
    ]


def _regulations(text: str) -> list[object]:
    cells = _cells(text)
    return [
        cells[("2", row, column)]["value"]
        for row in ("regulations", "normative_docs")
        for column in ("issued", "repealed", "in_force")
    ]


def test_labels_below_their_rows() -> None:
    rows = ["|      | 11 | 12 | 13 |", "规章", "|     | 14 | 15 | 16 |", _RULE, "行政规范性文件"]
    assert _regulations(_report(_clause(rows))) == [11, 12, 13, 14, 15, 16]


def test_a_label_beside_its_row_above_one_below() -> None:
    rows = ["| 规章 | 11 | 12 | 13 |", "|     | 14 | 15 | 16 |", "行政规范性文件"]
    assert _regulations(_report(_clause(rows))) == [11, 12, 13, 14, 15, 16]


def test_labels_above_their_rows_stay_theirs() -> None:
    rows = ["规章", "|     | 11 | 12 | 13 |", _RULE, "行政规范性文件", "|     | 14 | 15 | 16 |", _RULE]
    assert _regulations(_report(_clause(rows))) in ([11, 12, 13, 14, 15, 16], [None] * 6)


def test_a_row_too_many_tells_no_label() -> None:
    """A label may have been lost above the first row; then each is that of the row below it."""
    rows = ["|      | 11 | 12 | 13 |", "规章", "|     | 14 | 15 | 16 |", _RULE]
    values = _regulations(_report(_clause(rows)))
    assert values[:3] in ([None] * 3, [14, 15, 16])
    assert values[3:] == [None] * 3


def _third(below: bool) -> tuple[str, p.Figures]:
    """A report whose labels of table 3 stand in pieces below their rows, or whole in them."""
    values = p.figures()

    def render(rows: p.Rows) -> list[str]:
        lines: list[str] = []
        for label, *cells in rows:
            if not any(cell.isdigit() for cell in cells) or not below:
                lines += [*p.closed([[label, *cells]]), "|---" * len(rows[0]) + "|"]
                continue
            lines += p.closed([["", *cells]])
            lines += ["|---" * len(rows[0]) + "|", label[:7], *([label[7:]] if label[7:] else [])]
        return lines

    parts = p.printed(values)
    text = p.report([part for part in parts if part.table_no == "3"], render)
    return text, values


@pytest.mark.parametrize("below", [True, False])
def test_labels_in_pieces_below_their_rows(below: bool) -> None:
    text, values = _third(below)
    assert not p.wrong(p.read(text), values)
    assert p.reported(p.read(text), "3") == {key for key in values if key.table_no == "3"}


# --- figures in the header


_SLIPPED = [
    "第二十条第（一）项,,,",
    "信息内容,本年制发件数11,本年废止件数12,现行有效件数13",
    "规章,14,15,16",
    "行政规范性文件,,,",
]


def test_figures_that_slipped_into_the_header() -> None:
    assert _regulations(_report(_SLIPPED)) == [11, 12, 13, 14, 15, 16]


def test_numbers_of_notes_in_a_header_slip_nothing() -> None:
    rows = [*_SLIPPED[:1], "信息内容,本年制发件数1,本年废止件数2,现行有效件数3", *_SLIPPED[2:3]]
    assert _regulations(_report([*rows, "行政规范性文件,17,18,19"])) == [14, 15, 16, 17, 18, 19]


def test_figures_that_may_be_numbers_of_columns_are_no_rows() -> None:
    rows = [*_SLIPPED[:1], "信息内容,本年制发件数1,本年废止件数2,现行有效件数3", *_SLIPPED[2:]]
    assert _regulations(_report(rows)) == [None] * 6


def test_figures_in_the_header_above_whole_rows() -> None:
    """The last label may have been cut off."""
    assert _regulations(_report(_SLIPPED[:3])) == [None] * 6


# --- labels that slid, blanks beside shared cells


def _of_third(render: p.Callable[[p.Rows], list[str]], change: p.Callable[[p.Part], p.Rows]) -> str:
    parts = [part for part in p.printed(p.figures()) if part.table_no == "3"]
    return p.report([p.replace(part, rows=change(part)) for part in parts], render)


def test_rows_below_the_end_of_a_label() -> None:
    """The figures of the last rows stand one row too high, and the last label has none."""

    def slid(part: p.Part) -> p.Rows:
        rows = [list(row) for row in part.rows]
        at = part.keys.index("rejected_reconfirm") + 1
        labels = ["信息", *(row[0] for row in rows[at:])]
        cells = [*(row[1:] for row in rows[at:]), [""] * 7]
        return [*rows[:at], *([label, *own] for label, own in zip(labels, cells, strict=True))]

    assert not p.wrong(p.read(_of_third(p.csv_rows, slid)), p.figures())


def test_blanks_beside_cells_with_two_figures() -> None:
    def merged(part: p.Part) -> p.Rows:
        return [[label, "", a, f"{b}<br>{c}", *rest] for label, a, b, c, *rest in part.rows]

    cells = p.cells_of(p.read(_of_third(p.closed, merged)))
    of_third = [cell for key, cell in cells.items() if key.table_no == "3"]
    assert {cell["status"] for cell in of_third}.isdisjoint({"reported", "blank"})


def test_thousands_with_a_space_put_no_blank_in_doubt() -> None:
    def spaced(part: p.Part) -> p.Rows:
        return [[label, "1 113", "", *rest] for label, _, _, *rest in part.rows]

    cells = p.cells_of(p.read(_of_third(p.closed, spaced)))
    assert "blank" in {cell["status"] for key, cell in cells.items() if key.table_no == "3"}


# --- headers by heights or by blocks, names with all names above them

_NOTE = ["（本列数据的勾稽关系为：第一项加第", "二项之和，等于第三项加第四项之和）"]
_HEADER = ["申请人情况", "法人或其他组织", *_NOTE, "自然人"]


@pytest.mark.parametrize(
    ("labels", "status"),
    [
        (["总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"], "reported"),
        # labels of two lines come last
        (["总计", "商业企业", "科研机构", "其他", "社会公益组", "织", "法律服务机", "构"], "reported"),
        # blocks of the page by turns
        (["法律服务机", "构", "其他", "总计", "商业企业", "科研机构", "社会公益组", "织"], "uncertain"),
    ],
)
def test_labels_by_their_heights_or_by_blocks(labels: list[str], status: str) -> None:
    def render(rows: p.Rows) -> list[str]:
        figures = [row for row in rows if row[-1].isdigit()]
        return [*_HEADER, *labels, *(cell for row in figures for cell in row)]

    reading = p.read(_of_third(render, lambda part: part.rows))
    assert not p.wrong(reading, p.figures())
    assert p.cells_of(reading)[CellKey("3", "new_received", "commercial")]["status"] == status


@pytest.mark.parametrize("with_names_above", [True, False])
def test_names_of_columns_with_those_above_them(with_names_above: bool) -> None:
    values = p.figures()
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    groups = ["自然人", *["法人或其他组织"] * 5, "总计"]

    def render(rows: p.Rows) -> list[str]:
        lines = ["{"]
        for n, (label, *cells) in enumerate(row for row in rows if row[-1].isdigit()):
            lines += [f' "{n}":{{', f"  \"('项目', '项目', '项目')\":\"{label}\","]
            for group, name, cell in zip(groups, names, cells, strict=True):
                key = f"('申请人情况', '{group}', '{name}')" if with_names_above else name
                lines.append(f'  "{key}":{cell},')
            lines[-1] = lines[-1].rstrip(",")
            lines.append(" },")
        return [*lines[:-1], " }", "}"]

    reading = p.read(_of_third(render, lambda part: part.rows))
    assert not p.wrong(reading, values)
    assert CellKey("3", "new_received", "natural_person") in p.reported(reading, "3")


@pytest.mark.parametrize("above", [True, False])
def test_labels_below_in_one_block_may_be_so_in_another(above: bool) -> None:
    """In the first clause figures stand above their labels; whose the only one of another clause is, is not told then."""
    first = ["11", "规章", "14", "行政规范性文件"] if above else ["规章", "11", "12", "13", "行政规范性文件"]
    lines = [
        *("第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数", *first),
        *("第二十条第（六）项", "信息内容 本年处理决定数量", "行政处罚", "12", "行政强制"),
        *("第二十条第（八）项", "信息内容 本年收费金额（单位：万元）", "行政事业性收费", "15"),
    ]
    status = _cells(_report(lines))[("2", "penalties", "decisions")]["status"]
    assert status == ("uncertain" if above else "reported")
