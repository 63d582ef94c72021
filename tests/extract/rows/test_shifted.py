"""Rows whose labels may not be theirs, tables that are another's, and counts with a fraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.reading import read_text
from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    PLAIN,
    Part,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn

PARTS = printed(figures())
TSV = report(PARTS, GRIDS["tsv"])


def cells(text: str) -> dict[tuple[str, str, str], tuple[str, float | None, str | None]]:
    return {
        (c["table_no"], c["row_key"], c["col_key"]): (c["status"], c["value"], c["reason"])
        for c in read_text(text, "1.txt", "0" * 32).cells
    }


def uncertain(text: str, table_no: str) -> set[str]:
    """Rows of a table none of whose cells is given."""
    found = cells(text)
    rows = {key[1] for key in found if key[0] == table_no}
    return {
        row
        for row in rows
        if all(cell[0] != "reported" for key, cell in found.items() if key[:2] == (table_no, row))
    }


def shift_up(label_at: str) -> list[Part]:
    """The parts, with the labels of table 3 one row further down than their figures, from key `label_at` on."""
    out = []
    for part in PARTS:
        if part.table_no == "3":
            at = part.keys.index(label_at)
            labels = [row[0] for row in part.rows]
            figures = [row[1:] for row in part.rows]
            blank = [""] * len(figures[0])
            if at:  # figures of `at` and all below stand one row lower; the last has no label
                figures = [*figures[:at], blank, *figures[at:]]
                labels = [*labels, ""]
            else:  # the first figures have no label, the last label no figures
                figures = [*figures, blank]
                labels = ["", *labels]
            shifted = [[label, *row] for label, row in zip(labels, figures, strict=True)]
            keys = tuple(str(i) for i in range(len(shifted)))
            out.append(replace(part, rows=shifted, keys=keys))
        else:
            out.append(part)
    return out


THIRD = next(part for part in PARTS if part.table_no == "3")


@pytest.mark.parametrize("render", ["tsv", "closed"])
def test_labels_set_off_by_a_row(render: str) -> None:
    assert uncertain(report(shift_up(THIRD.keys[0]), GRIDS[render]), "3") == set(THIRD.keys)
    below = set(THIRD.keys[9:])
    assert uncertain(report(shift_up(THIRD.keys[9]), GRIDS[render]), "3") == below


@pytest.mark.parametrize("render", ["running"])
def test_labels_set_off_in_plain_text(render: str) -> None:
    assert uncertain(report(shift_up(THIRD.keys[0]), PLAIN[render]), "3") == set(THIRD.keys)
    assert uncertain(report(shift_up(THIRD.keys[9]), PLAIN[render]), "3") >= set(THIRD.keys[9:])


def test_a_row_that_numbers_the_columns_shifts_nothing() -> None:
    numbered = [
        replace(p, header=[*p.header, ["", *map(str, range(1, 8))]]) if p is THIRD else p for p in PARTS
    ]
    (blank,) = [r for k, r in zip(THIRD.keys, THIRD.rows, strict=True) if k == "granted"]
    text = report(change(numbered, "granted", [blank[0], *[""] * 7]), GRIDS["tsv"])
    assert uncertain(text, "3") == {"granted"}


def test_suits_of_both_kinds_in_one_row() -> None:
    lines = [
        "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
        "行政复议\t1\t0\t2\t1\t4",
        "行政诉讼\t3\t0\t1\t1\t5",
    ]
    text = report([p for p in PARTS if p.table_no != "4"], GRIDS["tsv"])
    text = text.replace(
        "五、存在", "四、政府信息公开行政复议、行政诉讼情况\n" + "\n".join(lines) + "\n\n五、存在"
    )
    assert uncertain(text, "4") == {"suit_direct", "suit_after_review"}


def lines_of(no: str) -> str:
    """A table as it stands in the text, without its heading."""
    after = TSV.split(f"{HEADINGS[no]}\n\n")[1]
    return after.split("\n\n")[0] + "\n"


@pytest.mark.parametrize(
    "caption",
    [
        "局属林业工作总站收到和处理政府信息公开申请情况如下表：",
        "下属县种苗站申请情况：",
        "县不动产登记中心收到和处理政府信息公开申请情况：",
    ],
)
def test_the_table_of_an_office_under_the_agency(caption: str) -> None:
    other = lines_of("3").replace("\t1", "\t2")
    told = TSV.replace("没有其他事项。\n", f"{caption}\n{other}\n")
    assert cells(told) == cells(TSV)
    lost = told.replace(f"{HEADINGS['3']}\n\n{lines_of('3')}", f"{HEADINGS['3']}\n\n（表格略，详见附件）\n")
    assert uncertain(lost, "3") == set(THIRD.keys)
    assert {v[2] for k, v in cells(lost).items() if k[0] == "3"} == {"table-of-another"}


@pytest.mark.parametrize("caption", ["（填报示例）", "样表，数据为虚构"])
def test_an_example_before_the_table(caption: str) -> None:
    other = lines_of("3").replace("\t1", "\t2")
    own = f"{HEADINGS['3']}\n\n"
    told = TSV.replace(own, f"{own}{caption}\n{other}\n（本机关实际情况）\n")
    assert cells(told) == cells(TSV)


@pytest.mark.parametrize(
    "caption",
    [
        "本局及所属单位收到和处理政府信息公开申请情况如下表：",
        "局机关本级申请情况：",
        "青岚县林业局收到和处理政府信息公开申请情况：",
        "全局（含下属事业单位）申请情况如下：",
    ],
)
def test_the_agency_with_its_offices_is_the_agency(caption: str) -> None:
    own = f"{HEADINGS['3']}\n\n"
    assert cells(TSV.replace(own, f"{own}{caption}\n")) == cells(TSV)
    moved = TSV.replace(f"{own}{lines_of('3')}", own + "见第六部分。\n")
    moved = moved.replace("没有其他事项。\n", f"{caption}\n{lines_of('3')}\n")
    assert cells(moved) == cells(TSV)


def test_a_count_has_no_fraction() -> None:
    for text_of, status in (
        ("1.507", "unparsed"),
        ("2.000", "unparsed"),
        ("12.0", "reported"),
        ("0.0", "reported"),
    ):
        row = row_of(PARTS, "granted")
        text = report(change(PARTS, "granted", [row[0], text_of, *row[2:]]), GRIDS["tsv"])
        assert cells(text)["3", "granted", "natural_person"][0] == status
    assert cells(TSV.replace(row_of(PARTS, "fees", "2")[1], "1.507"))["2", "fees", "fee_amount"][1] == 1.507


def test_the_year_alone_on_a_line_is_no_figure() -> None:
    text = report(PARTS, PLAIN["running"])
    fee = row_of(PARTS, "fees", "2")
    assert cells(text.replace(" ".join(fee), f"{fee[0]}\n2022"))["2", "fees", "fee_amount"][0] == "uncertain"
    assert cells(text.replace(" ".join(fee), f"{fee[0]}\n2035"))["2", "fees", "fee_amount"][1] == 2035
    assert cells(text.replace(" ".join(fee), f"{fee[0]} 2022"))["2", "fees", "fee_amount"][1] == 2022


@in_turn
@pytest.mark.parametrize("joint", ["\n", " "])
@pytest.mark.parametrize("start", [0, 1, 6, 20])
def test_labels_a_row_too_low_in_plain_text(start: int, joint: str) -> None:
    """Two rows of figures behind one label, and none behind the last."""
    table = forms()["2021"].table("3")
    rows = [
        (row.key, row.zh, joint.join(str(20 * n + i) for i in range(7)))
        for n, row in enumerate(table.rows, 1)
    ]
    lines = ["三、收到和处理政府信息公开申请情况", "申请人情况", "自然人", "法人或其他组织", "总计"]
    lines += ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    for at, (_, label, own) in enumerate(rows):
        below = rows[at + 1][2] if at + 1 < len(rows) else ""
        lines += [own, label, below] if at == start else [label, own if at < start else below]
    title = "海棠县民政局2022年政府信息公开工作年度报告\n\n"
    text = title + "\n".join(filter(None, lines)) + "\n\n四、政府信息公开行政复议、行政诉讼情况\n略。\n"
    in_doubt = uncertain(text, "3")
    assert {key for key, _, _ in rows[max(0, start - 1) :]} <= in_doubt
    assert not {key for key, _, _ in rows[: max(0, start - 1)]} & in_doubt


@pytest.mark.parametrize("is_low", [True, False])
def test_labels_below_their_rows_amid_others_beside_theirs(is_low: bool) -> None:
    """The last label without a row takes the digits of a figure that a narrow column cut."""
    table = forms()["2021"].table("3")
    lines = ["三、收到和处理政府信息公开申请情况", "申请人情况", "自然人", "法人或其他组织", "总计"]
    lines += ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    low = range(10, 13)
    for n, row in enumerate(table.rows):
        own = " ".join(str(20 * (n + 1) + i) for i in range(7))
        words = [row.zh[:5], row.zh[5:]]
        lines += [own, *words] if is_low and n in low else [f"{words[0]} {own}", words[1]]
        if is_low and n == low[-1]:
            lines.insert(-1, "8")
    title = "海棠县民政局2022年政府信息公开工作年度报告\n\n"
    text = title + "\n".join(filter(None, lines)) + "\n\n四、政府信息公开行政复议、行政诉讼情况\n略。\n"
    read = cells(text)
    for n, row in enumerate(table.rows):
        found = [read["3", row.key, column.key][:2] for column in table.columns]
        assert found == [("reported", 20 * (n + 1) + i) for i in range(7)] or {s for s, _ in found} <= {
            "uncertain",
            "absent",
        }
        assert n not in low or is_low is (found[0][0] != "reported")


@pytest.mark.parametrize("render", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("blanks", [0, 7])
def test_last_label_of_a_full_plain_table_stands_alone(
    render: Callable[[Rows], list[str]], blanks: int
) -> None:
    """The figures behind each other label are its own; the last row is left blank, with or without lines for its cells."""
    rows = [*THIRD.rows[:-1], [THIRD.rows[-1][0], *[""] * 7]]
    text = report([replace(THIRD, rows=rows) if p is THIRD else p for p in PARTS], render)
    text = text.replace(HEADINGS["4"], "\n" * blanks + HEADINGS["4"])
    assert uncertain(text, "3") <= {forms()["2021"].table("3").rows[-1].key}


@pytest.mark.parametrize("render", PLAIN.values(), ids=PLAIN)
def test_first_figures_above_the_first_label(render: Callable[[Rows], list[str]]) -> None:
    """Each row of figures stands above its label, so that the last label has none behind it."""

    def above(rows: Rows) -> list[str]:
        out = render(rows[:-25])
        return [*out, *(x for row in rows[-25:] for x in (*render([row[1:]]), row[0]))]

    text = report([p for p in PARTS if p.table_no != "3"], render)
    third = "\n".join([HEADINGS["3"], "", *above([*THIRD.header, *THIRD.rows]), ""])
    text = text.replace(HEADINGS["4"], third + HEADINGS["4"])
    values = figures()
    for c in read_text(text, "a.txt", "0" * 32).cells:
        if c["table_no"] == "3" and c["status"] == "reported":
            assert str(int(c["value"])) == values[CellKey("3", c["row_key"], c["col_key"])]


@pytest.mark.parametrize("last", [True, False])
def test_one_short_blank_row_at_an_end_of_a_full_table(last: bool) -> None:
    """A row of figures that fell out moves up all below it, and nothing but the label without its cells at the end tells."""
    part = THIRD
    rows = [row[1:] for row in part.rows]
    short = ["", ""]
    moved = [*rows[:7], *rows[8:], short] if last else [short, *rows[:7], *rows[8:]]
    shifted = replace(part, rows=[[row[0], *new] for row, new in zip(part.rows, moved, strict=True)])
    text = report([shifted if p is part else p for p in PARTS], GRIDS["closed"])
    assert uncertain(text, "3") == {row.key for row in forms()["2021"].table("3").rows}
    # where others leave cells blank, too, a blank row is one
    sparse = replace(shifted, rows=[[*r[:3], "", *r[4:]] if r[1] else r for r in shifted.rows])
    assert not uncertain(report([sparse if p is part else p for p in PARTS], GRIDS["closed"]), "3") - {
        shifted.keys[-1 if last else 0]
    }


@in_turn
@pytest.mark.parametrize("name", ["tsv", "tab_cells", "csv_rows", "closed", "box", "html"])
@pytest.mark.parametrize("key", ["new_received", "denied_other_law", "carried_forward"])
def test_one_row_of_blank_cells_in_a_full_table(key: str, name: str) -> None:
    """All of its cells are there: they are printed blank, and the figures beside the other labels are theirs."""
    values = figures() | {k: "" for k in figures() if k.row_key == key}
    reading = read(report(printed(values), GRIDS[name]))
    assert not wrong(reading, values)
    assert reported(reading) == {k for k, value in values.items() if value}
    assert set(status_of(reading, "3", key)) == {"blank"}
