"""A sentence about a table puts what it speaks of in doubt, unless it is of those known to change nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.anothers.sentences import HARMLESS, HONEST, HONEST_ELSEWHERE, OTHERS
from tests.extract.printed import GRIDS, HEADINGS, codes, figures, printed, read, report, reported

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = ["tsv", "closed", "html"]
CODE = "figures-qualified"


def of(table: str, *, row: str | None = None, column: str | None = None) -> set[CellKey]:
    return {
        k for k in VALUES if k.table_no == table and row in (None, k.row_key) and column in (None, k.col_key)
    }


def with_note(layout: str, table: str, note: str, *, below: bool = True) -> str:
    """The report with a note right below a table, or between its heading and the table."""
    text = report(PARTS, GRIDS[layout])
    if not below:
        return text.replace(HEADINGS[table], f"{HEADINGS[table]}\n{note}\n")
    following = {"2": HEADINGS["3"], "3": HEADINGS["4"]}.get(table)
    return text.replace(following, f"{note}\n{following}") if following else f"{text}\n{note}\n"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "note",
    [
        "上表只统计了来信方面的申请，来访的另有登记。",
        "注：仅为涉及拆迁的申请",
        "（以上为占总数的比例）",
        "上述表格数据为内部练习时填写，发布时未删。",
        "表中所填系各类申请的平均办理天数。",
        "备注：上表数据反映的是2021年的情况。",
    ],
)
def test_a_note_below_a_table(layout: str, note: str) -> None:
    reading = read(with_note(layout, "3", note))
    assert reported(reading) == set(VALUES) - of("3")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "note",
    [
        "表内数字以百件计，不足百件的略去。",
        "以下统计从条例施行之日起算，逐年累加。",
        "说明：下表系下属各站填报数的加总。",
    ],
)
def test_a_sentence_above_a_table(layout: str, note: str) -> None:
    reading = read(with_note(layout, "3", note, below=False))
    assert reported(reading) == set(VALUES) - of("3")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("table", "note", "doubted"),
    [
        ("3", "上表中“自然人”一列为人数，不是件数。", of("3", column="natural_person")),
        ("3", "上表“予以公开”一行含部分公开的件数。", of("3", row="granted")),
        ("3", "上表“科研机构”一列主要为下属单位受理的申请。", of("3", column="research")),
        ("2", "规范性文件一行系党委文件数。", of("2", row="normative_docs")),
        ("4", "上表“尚未审结”一列为前一年底数。", of("4", column="pending")),
    ],
)
def test_a_row_or_column_that_is_named(layout: str, table: str, note: str, doubted: set[CellKey]) -> None:
    reading = read(with_note(layout, table, note))
    assert CODE in codes(reading)
    assert reported(reading) == set(VALUES) - doubted


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_named_from_afar(layout: str) -> None:
    text = report(PARTS, GRIDS[layout])
    said = "说明：本报告第三部分“收到和处理政府信息公开申请情况”表格数据为演习用数。"
    assert reported(read(f"{text}\n{said}\n")) == set(VALUES) - of("3")
    assert reported(read(f"{said}\n{text}")) == set(VALUES) - of("3")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_star_and_its_note(layout: str) -> None:
    text = with_note(layout, "3", "*邻县的数字").replace(HEADINGS["3"], f"{HEADINGS['3']}*")
    assert not reported(read(text), "3")
    figure = VALUES[CellKey("4", "review", "upheld")]
    starred = report(PARTS, GRIDS[layout]).replace(figure, f"{figure}※") + "\n※ 按月平均\n"
    assert reported(read(starred)) == set(VALUES) - {CellKey("4", "review", "upheld")}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_behind_a_figure(layout: str) -> None:
    key = CellKey("3", "granted", "total")
    text = report(PARTS, GRIDS[layout])
    reading = read(text.replace(VALUES[key], f"{VALUES[key]}（其中超期答复数）"))
    assert reported(reading) == set(VALUES) - {key}


def whole_in_its_places(note: str) -> None:
    third = next(part for part in PARTS if part.table_no == "3")
    in_row = replace(third, header=[[note, *[""] * (len(third.header[0]) - 1)], *third.header])
    row = [in_row if part is third else part for part in PARTS]
    for text in (
        with_note("tsv", "3", note, below=False),
        with_note("csv_rows", "3", note),
        report(row, GRIDS["tsv"]),
        report(PARTS, GRIDS["tsv"]).replace(HEADINGS["2"], f"{note}\n{HEADINGS['2']}"),
    ):
        reading = read(text)
        assert CODE not in codes(reading)
        assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(("table", "note"), HONEST_ELSEWHERE)
@pytest.mark.parametrize("below", [True, False])
def test_what_officers_write_of_other_tables(table: str, note: str, *, below: bool) -> None:
    reading = read(with_note("tsv", table, note, below=below))
    assert CODE not in codes(reading)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("note", OTHERS)
def test_what_makes_figures_others(note: str) -> None:
    if note.startswith("*"):
        text = with_note("tsv", "3", note).replace(HEADINGS["3"], f"{HEADINGS['3']}*")
    else:
        text = with_note("tsv", "3", note, below=not note.startswith(("下", "以下")))
    assert reported(read(text)) == set(VALUES) - of("3")


@pytest.mark.parametrize("note", HONEST)
def test_what_officers_write(note: str) -> None:
    whole_in_its_places(note)


@pytest.mark.parametrize("note", HARMLESS)
@pytest.mark.parametrize("below", [True, False])
def test_what_changes_nothing(note: str, *, below: bool) -> None:
    reading = read(with_note("tsv", "3", note, below=below))
    assert CODE not in codes(reading)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "said",
    [
        "各科室代表发表意见12次，表中央精神落实到位。",
        "全年开设“行政许可”一栏，发布信息31条，附有申请表格。",
        "以上数据资源均已向社会开放，下一步将完善统计数据发布机制。",
        "一是公开不够及时；二是数据解读较少。注：以上问题正在整改。",
    ],
)
def test_prose_that_speaks_of_no_table(said: str) -> None:
    text = report(PARTS, GRIDS["tsv"])
    assert reported(read(f"{text}\n五、存在的主要问题及改进情况\n{said}\n")) == set(VALUES)
    assert reported(read(text.replace(HEADINGS["2"], f"{said}\n{HEADINGS['2']}"))) == set(VALUES)


@pytest.mark.parametrize(
    "note",
    [
        "上表作废。",
        "注：上表数据无效。",
        "上表数据已撤销。",
        "注：上表行列错位，数字与项目不对应。",
        "以上只是部分数据，完整数据见附件。",
        "以上申请均由云溪县人民政府收到和处理。",
        "以上申请均非针对我局。",
        "上表由云溪县水务局填报，内容为该局情况。",
        "上表借用邻县的报表。",
        "备注：数据系他单位填报，与本单位无关",
        "统计期限：2021年1月1日至2021年12月31日，2022年数据未列入本表。",
    ],
)
def test_void_misplaced_or_of_another_body(note: str) -> None:
    reading = read(with_note("tsv", "3", note))
    assert reported(reading) == set(VALUES) - of("3")


@pytest.mark.parametrize(
    "note",
    [
        "注：行政处罚数为2021年数。",
        "注：行政处罚数为云溪县公安局数据。",
        "注：行政处罚数有误。",
        "注：行政处罚数系全县合计数。",
        "行政处罚仅为抽查的一个中队的数字，全局数字未汇总。",
    ],
)
def test_a_label_that_leads_a_note(note: str) -> None:
    reading = read(with_note("tsv", "2", note))
    assert reported(reading) == set(VALUES) - of("2", row="penalties")


@pytest.mark.parametrize(
    "note",
    [
        "注：行政处罚数为2022年数。",
        "注：行政处罚数为5件。",
        "注：行政处罚数为我局作出的处罚决定总数。",
        "以上申请均已按期答复。",
        "因网页转换，表格显示行列错位。",
    ],
)
def test_an_honest_label_that_leads_a_note(note: str) -> None:
    assert reported(read(with_note("tsv", "2", note))) == set(VALUES)


def test_a_row_up_to_a_month() -> None:
    reading = read(with_note("tsv", "3", "注：本年新收数量仅统计到9月底。"))
    assert reported(reading) == set(VALUES) - of("3", row="new_received")
