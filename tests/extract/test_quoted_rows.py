"""Sentences that set words about the label of their row, as programs that are asked for a table's figures write them."""

from __future__ import annotations

import pytest

from assets.extract.byname.quotedrows import with_labels_alone
from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, figures, read, reported, status_of, wrong

FORMS = ["2019", "2021"]


def sentences(
    values: dict[CellKey, str], form: str, row: str = "“{}”一行：", clause: str = "{}中，{}的"
) -> list[str]:
    lines = [TITLE]
    for table in forms()[form].tables:
        lines += ["", HEADINGS[table.no]]
        for block in table.blocks:
            for own in block.rows:
                cells = [
                    (column.zh, values[CellKey(table.no, own.key, column.key)]) for column in block.columns
                ]
                group = next((g.zh for g in table.ancestors(own.key)), "")
                if block.clause:
                    said = "，".join(f"{name}为{cell}" for name, cell in cells)
                    lines.append(f"{clause.format(block.clause.zh, own.zh)}{said}。")
                    continue
                said = "，".join(f"{name}{cell}" for name, cell in cells)
                if table.one_row:
                    label = own.zh if own.key == "review" else f"{own.zh}的行政诉讼"
                    lines.append(f"{label}：{said}。")
                else:
                    lines.append(
                        f"{group if '不' in group or '无' in group else ''}{row.format(own.zh)}{said}。"
                    )
    return [*lines, "", "五、存在的主要问题及改进情况", "培训还不够经常。"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("row", "clause"),
    [
        ("“{}”一行：", "{}中，{}的"),
        ("「{}」这一行：", "{}，{}"),
        ("“{}”一栏中，", "{}：{}的"),
    ],
)
def test_words_about_labels_are_no_part_of_them(form: str, row: str, clause: str) -> None:
    values = figures(form)
    reading = read("\n".join(sentences(values, form, row, clause)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_sentences_may_have_points_before_them() -> None:
    values = figures()
    lines = [f"- {line}" if "一行" in line else line for line in sentences(values, "2021")]
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} <= reported(reading)


def test_a_row_said_twice_with_other_figures_is_in_doubt() -> None:
    values = figures()
    lines = sentences(values, "2021")
    at = next(n for n, line in enumerate(lines) if "重复申请" in line)
    cell = values[CellKey("3", "rejected_repeat", "research")]
    lines.insert(at + 1, lines[at].replace(f"科研机构{cell}", "科研机构7"))
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "rejected_repeat", "research")


def test_sentences_of_another_year_are_none_of_the_report() -> None:
    values = figures()
    lines = sentences(values, "2021")
    at = next(n for n, line in enumerate(lines) if "重复申请" in line)
    lines.insert(
        at + 1,
        "2021年“2.重复申请”一行：自然人9，商业企业9，科研机构9，社会公益组织9，法律服务机构9，其他9，总计54。",
    )
    assert not wrong(read("\n".join(lines)), values)


def test_a_row_without_one_of_its_names_is_in_doubt() -> None:
    values = figures()
    lines = sentences(values, "2021")
    at = next(n for n, line in enumerate(lines) if "重复申请" in line)
    lines[at] = lines[at].replace("社会公益组织", "")
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "rejected_repeat", "research", "social_org")


def test_other_sentences_are_left() -> None:
    lines = [
        "第二十条第（一）项中，规章的本年制发件数为3，较上年有所增长，因为修订了多件规章。",
        "请见“2.重复申请”一行：其中有两件来自同一申请人。",
        "“其他事项”一行：自然人3，商业企业4。",
        "第二十条第（一）项中，规章的本年制发件数为3。",
        "第二十条第（一）项中，行政规范性文件的本年制发件数为3。",
    ]
    assert with_labels_alone(lines) == lines
