"""Which form table 3 is of where it stands alone, and rows of one form in a table of the other."""

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    aligned,
    cells_of,
    figures,
    printed,
    read,
    report,
    row_of,
    running,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn


def table_3(form):
    return [part for part in printed(figures(form), form) if part.table_no == "3"]


def with_labels(parts, change):
    for part in parts:
        for row in part.rows:
            row[0] = change(row[0])
    return parts


def wrap(label, width=4):
    """A label in narrow cells, over several lines."""
    return [label[at : at + width] for at in range(0, len(label), width)]


def around(rows):
    """Labels wrapped above and below the line of their figures."""
    lines = []
    for label, *cells in rows:
        pieces = wrap(label, 14)
        middle = len(pieces) // 2
        lines += [*pieces[:middle], f"{pieces[middle]}    {'    '.join(cells)}", *pieces[middle + 1 :]]
    return lines


@in_turn
@pytest.mark.parametrize(
    "change", [("补正", "不正"), ("申请人逾期", "申请入逾期"), ("行政机关", "行攻机关"), ("费用", "费")]
)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_rows_of_one_form_with_wrong_letters_tell_the_form(form, change):
    parts = with_labels(table_3(form), lambda label: label.replace(*change).replace("不再处理", "不在处理"))
    reading = read(report(parts, tsv))
    assert reading.reports[0]["form"] == form
    assert reading.reports[0]["form_source"] == "printed"
    assert not wrong(reading, figures(form))
    assert status_of(reading, "3", "other" if form == "2019" else "other_misc", "total") == ["reported"]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_rows_of_one_form_with_wrapped_labels_tell_the_form(form):
    reading = read(report(table_3(form), around))
    assert reading.reports[0]["form"] == form
    assert not wrong(reading, figures(form))


def test_rows_of_one_form_cut_short_tell_the_form():
    parts = with_labels(table_3("2021"), lambda label: label[:14])
    assert read(report(parts, running)).reports[0]["form"] == "2021"


def test_table_3_tells_the_form_where_no_figure_can_be_placed():
    """Its figures are a picture; the year alone would say 2021."""
    lines = [label for part in table_3("2019") for label, *_ in part.rows]
    text = report([], tsv).replace(
        "五、存在", "\n".join(["三、收到和处理政府信息公开申请情况", *lines, "五、存在"])
    )
    reading = read(text)
    assert (reading.reports[0]["form"], reading.reports[0]["form_source"]) == ("2019", "printed")


SUB_ROWS = [
    row_of(printed(figures("2021")), key)[0] for key in ("other_overdue_correction", "other_overdue_fee")
]


@in_turn
@pytest.mark.parametrize("sub", [[*SUB_ROWS, "3.其他"], SUB_ROWS[:1], ["3.其他"]])
@pytest.mark.parametrize("render", [*GRIDS.values(), *PLAIN.values(), aligned])
def test_rows_under_the_head_of_a_group_are_not_that_row(render, sub):
    """A report of 2019 that has the three rows of 2021: none of them is 其他处理, though all are alike."""
    equal = ["5", "0", "0", "0", "0", "0", "5"]
    parts = printed(figures("2019"), "2019")
    for part in parts:
        if part.table_no == "3":
            at = part.keys.index("other")
            part.header[:] = [["", *row] for row in part.header]
            rows = [["", *row] for row in part.rows]
            rows[at : at + 1] = [
                ["（六）其他处理" if n == 0 else "", label, *equal] for n, label in enumerate(sub)
            ]
            part.rows[:] = rows
    reading = read(report(parts, render))
    other = [c for key, c in cells_of(reading).items() if key.row_key == "other" and key.table_no == "3"]
    assert reading.reports[0]["form"] == "2019"
    assert not [c for c in other if c["status"] in ("reported", "blank")]


def test_the_row_itself_is_read():
    parts = printed(figures("2019"), "2019")
    assert status_of(read(report(parts, tsv)), "3", "other", "natural_person", "total") == ["reported"] * 2


@pytest.mark.parametrize(
    ("form", "slip"),
    [
        ("2019", {"本年新制作数量": "本年新", "本年新公开数量": "本年新"}),
        ("2021", {"本年制发件数": "本年发件", "现行有效件数": "现行有效件"}),
    ],
)
def test_a_form_without_a_figure_is_told_by_the_labels_that_no_slip_damaged(form, slip):
    parts = printed(dict.fromkeys(figures(form), ""), form)
    text = report(parts, lambda rows: [cell for row in rows for cell in row if cell])
    for label, printed_so in slip.items():
        text = text.replace(label, printed_so)
    reading = read(text)
    assert (reading.reports[0]["form"], reading.reports[0]["form_source"]) == (form, "printed")
    assert not [cell for cell in reading.cells if cell["status"] == "reported"]
    half = read("\n".join(line for n, line in enumerate(text.split("\n")) if n % 2))
    assert all(found["form_source"] != "printed" for found in half.reports)
