"""A sentence about a table puts what it speaks of in doubt, unless it is of those known to change nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
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


HARMLESS = [
    "单位：件",
    "计量单位：件、条",
    "注：上表“总计”一列为六类申请人之和。",
    "上表由局办公室负责填报，各科室提供基础数据。",
    "上表数据为2022年1月1日至2022年12月31日的数据。",
    "说明：表中数据均为青岚县林业局2022年度数据。",
    "注：上表只统计政府信息公开申请，信访、投诉举报、业务咨询未计入。",
    "表中无数据的栏目填“0”。",
    "从上表可以看出，申请主要集中在山林权属方面，与2021年相比有所增加。",
    "注：合计数因四舍五入略有差异。",
    "上表“予以公开”一行不含部分公开的件数。",
    "本表样式由国务院办公厅统一制定。",
    "上述数据如有更正，将及时公告。",
    "（表内各项数据的勾稽关系已核对）",
    "注：本年新收申请数较2021年减少5件。",
    "具体情况如下表：",
    "注：我局本年未收到行政复议、行政诉讼案件。",
    "上表数据系依申请公开系统导出。",
    "表中“本年”指2022年1月1日至12月31日。",
]


# As disclosure officers write them, over, in, below a table and in the prose above.
HONEST = [
    "上表中“其他处理”主要为申请人主动撤回申请。",
    "注：1. 本表中“法人或其他组织”按照申请人的登记性质划分。",
    "注：本表数据由本局政务公开办公室汇总填报。",
    "上表数据经局党组会审议通过后公布。",
    "表中数据均来自省政府信息公开申请管理系统。",
    "本表数据取自县政府信息公开申请办理台账。",
    "上表所填为我局机关及所属事业单位的合计数。",
    "上表反映了我局2022年度收到和处理政府信息公开申请的总体情况。",
    "下表反映的是2022年度我局依申请公开办理情况。",
    "本表仅统计依申请公开事项。",
    "注：“-”表示无此项数据。",
    "注：表中“/”表示不涉及。",
    "表格空白处表示无相关情况。",
    "注：空白栏视为0。",
    "表中未填写的栏目均为0。",
    "上表“总计”一栏为各类申请人数量合计。",
    "上表中“其他”包括社区居委会、村民委员会等。",
    "注：上表中“结转下年度继续办理”的申请已于2023年1月答复完毕。",
    "表内“本年新收”包括网上申请、信函申请和当面申请。",
    "上表中部分公开的申请均为涉及个人隐私的内容作区分处理。",
    "上表中予以公开的12件主要是征地批复类信息。",
    "上表“不予公开”的2件均属于行政执法案卷信息。",
    "从上表可以看出，我局2022年收到的申请以自然人为主。",
    "根据上表数据，2022年申请办结率为100%。",
    "由上表可知，商业企业申请较去年增加3件。",
    "上表数据显示，申请量同比增长20%。",
    "注：上年结转3件为2021年12月收到的申请。",
    "上表中上年结转数2件为2021年底收到尚未答复的申请。",
    "注：本年度我局无行政复议、行政诉讼案件，故上表为0。",
    "上表行政诉讼一审案件1件，正在审理中。",
    "上表行政复议案件均由县人民政府受理。",
    "表中行政复议案件指以我局为被申请人的政府信息公开类行政复议案件。",
    "上表中行政诉讼案件为以我局为被告的案件。",
    "下表数据与我局上报县政府办公室的数据一致。",
    "本表按照国务院办公厅政府信息与政务公开办公室规定的格式填列。",
    "表格格式由省政府办公厅统一制定，我局未作改动。",
    "表中数据统计周期为2022年1月1日至2022年12月31日。",
    "本表统计时限：2022年1月1日—12月31日。",
    "表中所列数据的统计截止日期为2022年12月31日。",
    "表中数据截止到2022年12月31日24时。",
    "上表中收费金额单位为万元，保留两位小数。",
    "上表收费金额为非税收入系统入库数。",
    "注：行政事业性收费指不动产登记费。",
    "注：上表行政许可数据含即办件。",
    "上表行政处罚数据为我局本年作出的处罚决定总数。",
    "上表行政处罚数据来源于行政执法综合管理平台。",
    "上表行政许可数据由局行政审批科提供。",
    "注：规范性文件现行有效件数为历年制发且仍有效的文件总数。",
    "上表现行有效件数含往年制发继续有效的文件。",
    "上表中“现行有效件数”为截至2022年12月31日仍有效的规范性文件数量。",
    "注：本年制发行政规范性文件1件，为县政府办公室印发。",
    "本表中本机关指青岚县林业局。",
    "各科室对上表数据进行了核对。",
    "以上数据真实、准确，如有疑问请与局办公室联系。",
    "以上表格如需下载，请登录青岚县人民政府网站。",
    "上述数据均已录入省政府信息公开年报系统。",
    "上述数据不含涉密内容。",
    "受机构改革影响，上表数据与往年不具可比性。",
    "注：重复申请按一件计算。",
    "注：同一申请人多次提出的申请按实际件数统计。",
    "注：一件申请涉及多个办理结果的，按主要结果计算。",
    "注：本表计量单位为件。",
    "上表数字均以件为单位。",
    "（本表数据由青岚县林业局办公室负责解释）",
    "（注：表中各项数据如与其他公开渠道不一致的，以本报告为准。）",
    "附注：表中勾稽关系已通过系统校验。",
    "说明：表三中第一项加第二项之和等于第三项加第四项之和。",
    "说明：因系统原因，表格显示略有错位，敬请谅解。",
    "具体数据见下表，单位：件。",
    "现将我局2022年度政府信息公开有关数据统计如下表：",
    "下表所示为我局2022年主动公开政府信息情况。",
    "依据《中华人民共和国政府信息公开条例》第二十条，我局主动公开情况见下表。",
    "上表中行政强制为查封、扣押等强制措施。",
    "上表所涉行政许可事项均已在政务服务网公示。",
    "本表填报人：张三，审核人：李四，联系电话：0571-88888888",
    "制表单位：青岚县林业局",
    "上表中数据按收到申请之日统计。",
    "上表办理结果按答复日期统计。",
    "注：本年度没有产生收费，故本栏填0。",
    "我局为县政府工作部门，无规章制定权，表中规章一栏填“0”。",
    "注：本表所填数据以件为单位，同一申请包含多个事项的按一件计。",
    "上表系根据我局政府信息公开申请登记台账统计得出。",
    "上表中的数据为实际办理数，不含咨询。",
    "注：表中申请数量含2022年12月收到、2023年1月答复的申请。",
    "上表新收申请12件，均为自然人申请。",
    "上表中的2件其他处理均为申请人主动撤回申请。",
    "注：其他处理中的3件为申请人撤销申请。",
    "上表总计数与各分项之和一致。",
    "本表总计栏由系统自动计算。",
    "上表为空，表示我局未收到相关申请。",
    "因我局无此项职能，上表有关栏目填“0”。",
    "上表内容已在县政府门户网站公开。",
    "注：县林业局行政许可事项已划转至县行政审批局，本年处理决定数量为0。",
    "上表行政许可为0，系行政许可事项划转至县行政审批局所致。",
    "上表行政处罚数量较少，主要是综合执法改革后处罚权划转。",
    "注：2022年我局行政处罚案件共计5件，其中林业类3件。",
    "注：行政强制数据包括行政强制措施和行政强制执行。",
    "下表是我局2022年度主动公开情况统计。",
    "下表是2022年我局收到政府信息公开申请的办理情况：",
    "我局严格按照规定填报下表。",
    "下表为国务院办公厅规定的统一格式。",
    "以下是我局2022年政府信息公开申请办理情况统计表",
    "以上表格为国办统一制式表格，不得增删。",
    "以上数据统计时间截至2022年12月31日。",
    "以上数据均为2022年度实际发生数。",
    "表格中数据由全局各科室报送，办公室汇总。",
    "下表数据涵盖局机关和局属各单位。",
    "下表统计范围为局机关及下属事业单位。",
    "本表统计口径与2021年保持一致。",
    "本年度新收申请数与上年相比下降较多，主要原因是征地项目减少。",
    "（本表一式两份）",
    "注：行政复议和行政诉讼数据仅指政府信息公开类案件。",
    "上表行政诉讼含一审、二审案件。",
    "注：案件均在2022年度审结。",
    "上表尚未审结的1件为2022年11月受理的案件。",
    "注：依据省政府办公厅通知，收费金额按实际入库金额填报。",
    "注：规章由有立法权的机关制定，我局无。",
    "注：本表数据与省平台年报数据一致，最终以省平台数据为准。",
    "经统计，各项数据如下表所示。",
    "依申请公开情况（单位：件）",
    "（填表说明：数据为空的填0）",
    "注：表中标“—”的为不适用项。",
    "上表未包含撤回的申请。",
    "说明：本表由市政府信息公开办公室统一印制。",
    "上表数据是2022年全年累计数。",
    "上表数据为本年度累计数。",
    "上表数据已剔除重复申请。",
    "表中“规章”一项我局无制定权限，故为空。",
]


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


# Of table 4, or of rows of table 2.
HONEST_ELSEWHERE = [
    ("4", "下表仅统计因政府信息公开引起的行政复议、行政诉讼案件。"),
    ("4", "上表中行政复议案件均由县人民政府受理。"),
    ("2", "下表行政许可为本年作出的处理决定数量。"),
    ("2", "上表现行有效件数含往年制发且仍有效的文件。"),
    ("2", "表中“规章”一项我局无制定权限，故为空。"),
    ("2", "上表行政许可为0，系许可事项划转至县行政审批局所致。"),
]


@pytest.mark.parametrize(("table", "note"), HONEST_ELSEWHERE)
@pytest.mark.parametrize("below", [True, False])
def test_what_officers_write_of_other_tables(table: str, note: str, *, below: bool) -> None:
    reading = read(with_note("tsv", table, note, below=below))
    assert CODE not in codes(reading)
    assert reported(reading) == set(VALUES)


# Said of the third table, a sentence each of what makes figures others.
OTHERS = [
    "上表填报的是2021年12月31日前的存量。",
    "上表只含2022年6月以后的申请。",
    "上表主要为网上提出的申请。",
    "表内数据为县政府办公室统一收到的全部申请。",
    "注：上表数字为系统压力测试时产生。",
    "上表数据单位为百件。",
    "*该数为约数",
    "注：取自2021年年报",
    "上表为抽查的50件申请的情况。",
    "下表数字尚未最终核定，可能有较大变动。",
    "注：上表系网信办舆情件统计。",
    "注：上表与实际情况不符。",
    "下表援引自县统计局年鉴。",
    "注：不包括下半年的申请",
    "上表数字含信访件。",
    "上表是我局与水务局的合并数据。",
    "以下数据为年初数。",
    "上述数据为省厅系统全口径。",
    "注：全县各乡镇合计数",
    "（以上为考核得分）",
]


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
