"""A sign for nothing in each cell that a merged one covers: in the header, and between a label and its figures."""

from __future__ import annotations

from functools import partial

import pytest

from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    aligned,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures("2021")
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
NAMES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
KEYS = ["natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total"]


def page_cells_on_lines(rows: Rows) -> list[str]:
    """Rows of a page with a line for each cell, each a paragraph."""
    cells = ("\n".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
    return ["<table>", *"\n".join(f"<tr>\n{row}\n</tr>" for row in cells).split("\n"), "</table>"]


def bracketed(rows: Rows) -> list[str]:
    return ["".join(f"〔{cell}〕" for cell in row) for row in rows]


LAYOUTS = {
    **{name: GRIDS[name] for name in ("tsv", "closed", "csv_rows", "python_lists", "html")},
    "aligned": partial(aligned, step=20),
    "page, cells on lines": page_cells_on_lines,
    "brackets": bracketed,
    "thin bars": lambda rows: ["│".join(row) for row in rows],
    "waves": lambda rows: ["~".join(row) for row in rows],
}


def covered(sign: str, order: list[int], *, blank: str | None = None) -> list[Part]:
    """Table 3 with labels two cells wide and its columns in an order, a sign in each covered cell."""
    parts = []
    for part in printed(VALUES):
        if part.table_no != "3":
            parts.append(part)
            continue
        orgs = [order.index(at) for at in range(1, 6)]
        upper = [
            "法人或其他组织" if n == min(orgs) else sign if n in orgs else NAMES[at]
            for n, at in enumerate(order)
        ]
        lower = [NAMES[at] if n in orgs else sign for n, at in enumerate(order)]
        header = [[NOTE, sign, "申请人情况", *[sign] * 6], [sign, sign, *upper], [sign, sign, *lower]]
        rows = [
            [row[0], sign, *("" if KEYS[at] == blank else row[1:][at] for at in order)] for row in part.rows
        ]
        parts.append(Part("3", header, rows, part.keys))
    return parts


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("sign", ["-", "—"])
def test_the_header_tells_the_columns(layout: str, sign: str) -> None:
    reading = read(report(covered(sign, list(range(7))), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {k for k in VALUES if k.table_no == "3"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_in_another_order_and_a_blank_one_are_not_moved(layout: str) -> None:
    """The sum stands first, and in the form's place without a figure."""
    reading = read(report(covered("-", [6, *range(6)]), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    reading = read(report(covered("-", list(range(7)), blank="total"), LAYOUTS[layout]))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.table_no != "3" or k.col_key != "total"})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "lost", [("natural_person",), ("natural_person", "commercial"), ("other_org", "total")]
)
def test_signs_in_place_of_figures_move_none(layout: str, lost: tuple[str, ...]) -> None:
    """Rows whose first figures are the same sign, right behind that of their label, and rows whose last are."""
    parts = covered("-", list(range(7)))
    (third,) = [part for part in parts if part.table_no == "3"]
    rows = ("carried_over", "denied_state_secret", "rejected_repeat")
    for key in rows:
        row = third.rows[third.keys.index(key)]
        for column in lost:
            row[2 + KEYS.index(column)] = "-"
    left = {
        k: v for k, v in VALUES.items() if not (k.table_no == "3" and k.row_key in rows and k.col_key in lost)
    }
    assert not wrong(read(report(parts, LAYOUTS[layout])), left)


def single(sign: str, cells: list[str] | None = None) -> list[Part]:
    """The blocks of table 2 four cells wide, a sign in each cell that a merged one covers; `cells` of one row of a figure."""
    parts = []
    for part in printed(VALUES):
        if part.table_no != "2":
            parts.append(part)
            continue
        header = [[*(cell for cell in row if cell), *[sign] * 3][:4] for row in part.header]
        rows = [[*row, *[sign] * 3][:4] for row in part.rows]
        if cells and part.keys[0] == "permits":
            rows[0] = [rows[0][0], *cells]
        parts.append(Part("2", header, rows, part.keys))
    return parts


@pytest.mark.parametrize("layout", ["tsv", "closed", "csv_rows", "html"])
@pytest.mark.parametrize("sign", ["-", "—"])
def test_a_merged_figure_is_read(layout: str, sign: str) -> None:
    reading = read(report(single(sign), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("layout", ["tsv", "closed", "csv_rows", "html"])
@pytest.mark.parametrize("cells", [["-", "7", "-"], ["7", "-", "8"], ["7", "8", "-"]])
def test_a_figure_among_signs_is_in_doubt(layout: str, cells: list[str]) -> None:
    reading = read(report(single("-", cells), LAYOUTS[layout]))
    assert not any(key.row_key == "permits" for key in reported(reading))


def test_signs_below_columns_say_that_a_cell_has_none() -> None:
    key = next(key for key in VALUES if key.row_key == "regulations" and key.col_key == "in_force")
    values = {**VALUES, key: "-"}
    parts = [part for part in printed(values) if part.table_no == "2"]
    parts += [part for part in single("-") if part.table_no != "2"]
    assert status_of(read(report(parts, GRIDS["closed"])), "2", "regulations", "in_force") == [
        "not_applicable"
    ]
