"""Rows written out as sentences, with groups, clauses and more rows in one, whole or folded by lines."""

from __future__ import annotations

import pytest

from assets.extract.byname.rowsentences import row_sentences
from schemas.form import CellKey, forms
from tests.extract.printed import (
    HEADINGS,
    TITLE,
    Figures,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
ROW = CellKey("3", "rejected_repeat", "total")


def sentences(values: Figures, form: str = "2021") -> list[str]:
    """The rows of all tables as sentences under their headings: groups in front of labels and of columns, a clause a sentence."""
    lines: list[str] = []
    for table in forms()[form].tables:
        lines.append(HEADINGS[table.no])
        groups = {g.key: g.zh for g in table.groups}
        for block in table.blocks:
            rows = []
            for row in block.rows:
                said = []
                for n, column in enumerate(block.columns):
                    first = column.group and block.columns[n - 1].group != column.group
                    lead = f"{groups[column.group]}中的" if column.group and first else ""
                    said.append(f"{lead}{column.zh}{values[CellKey(table.no, row.key, column.key)]}")
                group = groups[row.parent] if row.parent and "本年度" not in groups[row.parent] else ""
                rows.append(f"{group}{row.zh}：{'，'.join(said)}")
            if block.clause:
                lines.append(f"{block.clause.zh}：{'；'.join(rows)}。")
            else:
                lines += [f"{row}。" for row in rows]
    return lines


def text_of(lines: list[str], above: tuple[str, ...] = ("全年工作平稳。",)) -> str:
    end = ["五、存在的主要问题及改进情况", "仍有不足。", "六、其他需要报告的事项", "无。"]
    return "\n".join([TITLE, "一、总体情况", *above, *lines, *end]) + "\n"


def folded(lines: list[str], width: int, blank: bool = False) -> list[str]:
    pieces = [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    return [piece for p in pieces for piece in ([p, ""] if blank else [p])]


def put(lines: list[str], start: str, old: str, new: str) -> list[str]:
    at = next(n for n, line in enumerate(lines) if line.startswith(start) and old in line)
    return [*lines[:at], lines[at].replace(old, new, 1), *lines[at + 1 :]]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_row_is_read(form: str) -> None:
    values = figures(form)
    reading = read(text_of(sentences(values, form)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@in_turn
@pytest.mark.parametrize("width", [24, 30, 41])
@pytest.mark.parametrize("blank", [False, True])
def test_lines_fold_sentences_and_their_figures(width: int, blank: bool) -> None:
    values = figures("2021", 1001)
    reading = read(text_of(folded(sentences(values), width, blank)))
    assert not wrong(reading, values)
    assert len(reported(reading)) >= 0.95 * len(values)


def test_a_folded_figure_stands_on_the_lines_it_is_printed_on() -> None:
    lines = text_of(folded(sentences(VALUES), 30)).split("\n")
    cell = next(
        c for c in read("\n".join(lines)).cells if (c["row_key"], c["col_key"]) == ("review", "pending")
    )
    assert "行政复议" not in lines[cell["line_end"] - 1] or cell["raw"] in lines[cell["line_end"] - 1]


@pytest.mark.parametrize("comma", [",", "，"])
def test_commas_of_thousands_part_no_names(comma: str) -> None:
    values = {**figures("2021"), ROW: "12,345"}
    lines = put(sentences(values), "（五）", "12,345", f"12{comma}345")
    reading = read(text_of(lines))
    assert not wrong(reading, {**values, ROW: "12345"})
    assert ROW in reported(reading)


def test_what_is_said_not_to_be_filled_in_is_blank() -> None:
    key = ROW._replace(col_key="research")
    values = {**VALUES, key: "（未填）"}
    reading = read(text_of(sentences(values)))
    assert reported(reading) == set(values) - {key}
    assert status_of(reading, "3", key.row_key, key.col_key) == ["blank"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("法人或其他组织中的", "法入或其他组织中的"),
        ("科研机构", "科研机枃"),
        ("社会公益组织", "社会\ufffd益组织"),
        ("重复申请", "重夏申请"),
        ("不予处理", "不于处理"),
    ],
)
def test_one_wrong_letter_of_a_name(old: str, new: str) -> None:
    reading = read(text_of(put(sentences(VALUES), "（五）不予处理2", old, new)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("，总计", "，较上年增加3件，总计"),  # what else is said may be of another year
        ("科研机构", "结果纠持"),  # like two names
        ("科研机构", ""),  # a figure whose name is lost
        ("（五）不予处理", "（四）无法提供"),  # the group has no such row
        ("2.重复申请", "2.本机关不掌握相关政府信息"),
        ("自然人", "自然人1 "),  # one figure or two
        ("其他", "其他机关"),
    ],
)
def test_other_words_between_names_leave_the_row_unread(old: str, new: str) -> None:
    lines = put(sentences(VALUES), "（五）不予处理2", old, new)
    reading = read(text_of(lines))
    assert not wrong(reading, VALUES)
    assert not any(key.row_key == ROW.row_key for key in reported(reading))


@pytest.mark.parametrize("mark", ["5", "— 5 —"])
def test_the_number_of_a_page_within_a_sentence_is_no_digit(mark: str) -> None:
    lines = folded(sentences(VALUES), 30)
    out = [piece for n, line in enumerate(lines) for piece in ([line, mark] if n % 9 == 8 else [line])]
    assert not wrong(read(text_of(out)), VALUES)


def test_sentences_of_last_year_are_not_this_years() -> None:
    values = figures("2021", 501)
    last = [line for line in sentences(values) if not line.startswith(("二", "三、收", "四、政"))]
    for caption in ("2021年情况如下：", "上年情况：", "（一）上年情况"):
        body = report(printed(VALUES), tsv)
        head, rest = body.split("二、主动公开政府信息情况", 1)
        text = head + "\n".join([caption, *last]) + "\n二、主动公开政府信息情况" + rest
        assert not wrong(read(text), VALUES)


@pytest.mark.parametrize(
    "text",
    [
        "存在问题：一是公开不够；二是解读单一。",
        "截至年底：自然人。",
        "行政许可：",
        "受理申请：自然人、商业企业、总计分别为1、2、3。",
        "行政复议：结果维持1，同比增长5%。",
        "自然人1，总计2。",
    ],
)
def test_other_sentences_are_none(text: str) -> None:
    assert not row_sentences(text)


def test_rows_are_told_apart() -> None:
    rows = row_sentences("第二十条第（六）项：行政处罚：处理决定数量１６件；行政强制：处理决定数量：+5。")
    assert [(row.labels, [(s.name, s.cell) for s in row.said]) for row in rows] == [
        (("第二十条第（六）项", "行政处罚"), [("处理决定数量", "１６件")]),
        (("第二十条第（六）项", "行政强制"), [("处理决定数量", "+5")]),
    ]


def test_paragraphs_whose_tags_were_escaped() -> None:
    lines = [f"&lt;p style=&quot;text-indent:2em&quot;&gt;{line}&lt;/p&gt;" for line in sentences(VALUES)]
    reading = read(text_of(lines))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_texts_in_records_of_a_program() -> None:
    lines = [
        piece
        for line in sentences(VALUES)
        for piece in ("{", f'"text": "{line}",', *['"page": 1,'] * 9, '"type": "Title"', "},")
    ]
    reading = read(text_of(lines))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\\hspace{0pt}"])
def test_marks_of_no_width_in_figures_and_names(mark: str) -> None:
    lines = [mark.join(line[at : at + 5] for at in range(0, len(line), 5)) for line in sentences(VALUES)]
    reading = read(text_of(lines))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_the_style_of_a_table_above_them_names_nothing() -> None:
    """A table of a page about something else, whose tags hold colons and quotes."""
    cell = '<td align="center" style="border:1px solid #000">{}</td>'
    rows = [
        ("公开渠道", "发布数量（条）", "上年数量"),
        ("政府网站", "148", "615"),
        ("政务新媒体", "276", "742"),
    ]
    table = "\n".join("<tr>" + "\n".join(map(cell.format, row)) + "</tr>" for row in rows)
    reading = read(
        text_of(sentences(VALUES), ("全年工作平稳。", f'<table class="ke-zeroborder">{table}</table>'))
    )
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
