"""A long table known by its rows, many of which a page set on several lines, below a header that it tore."""

from __future__ import annotations

from schemas.form import forms
from tests.extract.printed import figures, printed, read, report, reported, wrong

VALUES = figures()
ROWS = [row.key for row in forms()["2021"].table("3").rows]
LOST = ROWS[5:8]
NOTE = ("（本列数据的勾稽关系为：第一项加第二项之和，等于第", "三项加第四项之和）")
TORN = [
    "                          申请人情况",
    f"{NOTE[0]} 自然 法人或其他组织            总",
    f"{NOTE[1]}                     商业 科研  社会公 法律服",
    "                          人 企业 机构 益组织 务机构 他 计其",
]


def lines_of(header: list[str]) -> list[str]:
    """Three rows without their label, five with a figure a line, the others on a line each."""
    (part,) = (part for part in printed(VALUES) if part.table_no == "3")
    lines = list(header)
    for key, row in zip(part.keys, part.rows, strict=True):
        label, *cells = row
        if key in LOST:
            lines += ["……", " ".join(cells)]
        elif key in ROWS[10:15]:
            lines += [label, *cells]
        else:
            lines += [" ".join(row)]
    return lines


def text_of(header: list[str]) -> str:
    """A whole report with such a table."""
    parts = printed(VALUES)
    own = iter([lines_of(header)])
    other = [part for part in parts if part.table_no != "3"]
    text = report(other, lambda rows: [" ".join(filter(None, row)) for row in rows])
    heading = "四、政府信息公开行政复议、行政诉讼情况"
    assert text.count(heading) == 1
    return text.replace(heading, "\n".join(["三、收到和处理政府信息公开申请情况", *next(own), heading]))


def test_rows_on_several_lines_below_a_torn_header_are_the_table() -> None:
    reading = read(text_of(TORN))
    assert not wrong(reading, VALUES)
    assert len({key.row_key for key in reported(reading, "3")}) >= 15


def test_rows_below_columns_of_another_kind_are_not() -> None:
    assert not reported(read(text_of(["事项 一月 二月 三月 四月 五月 六月 七月"])), "3")


def test_a_torn_header_in_another_order_tells_no_columns() -> None:
    turned = [line.replace("商业 科研", "科研 商业").replace("企业 机构 益", "机构 企业 益") for line in TORN]
    assert turned != TORN
    assert not reported(read(text_of(turned)), "3")
