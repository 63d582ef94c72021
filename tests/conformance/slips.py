"""Slips of filers and converters that real reports show, each planted by seed and recorded with its case.

A slip changes what the sheet prints, and the gold where it changes what can be known. Does not belong here: figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from tests.conformance.layout import Sheet
from tests.conformance.model import OPEN


@dataclass
class Plan:
    """A report in the making: its tables, and the whims of its headings and prose."""

    sheet: Sheet
    headings: dict[int, str | None]
    overview: str = "bracket"
    drop_table: set[str] = field(default_factory=set)
    repeat_heading: set[int] = field(default_factory=set)
    prose_before: set[str] = field(default_factory=set)
    distractors: list[str] = field(default_factory=list)


Slip = Callable[[Random, Plan], str]
SLIPS: dict[str, Slip] = {}

TYPOS = (
    ("denied_three_securities", "3.危机“三安全一稳定”"),
    ("denied_enforcement_file", "7.属于行政法案卷"),
    ("denied_internal_affairs", "5.属于三类内容事务信息"),
    ("carried_over", "二、上年结转政府信息公开数量"),
    ("new_received", "一、本年新收到政府信息公开申请数量"),
    ("partially_granted", "（二）部分公开（区分处理的，只计这一情况，不计其他情况）"),
    ("partially_granted", "（二）部分公开(区分处理的,只计这一情形,不计其他情形)"),
    ("unable_needs_creation", "2.没有现成信息需另行制作"),
    ("rejected_reconfirm", "5.要求行政机关确认或重新出具已获取的信息"),
    ("carried_forward", "四、结转下年继续办理"),
    ("total_handled", "（七）合计"),
    ("unable_not_held", "1.本机关不掌握政府信息"),
    ("denied_other_law", "2.其他法律法规禁止公开"),
)
HEAD_TYPOS = {
    "issued": "本年发件数", "repealed": "本年废止数", "in_force": "现行有效件数（历史累计）", "made": "本年新 制作数量",
    "public_total": "对外公开总数", "prev_items": "上年项目数量", "change": "本年增/减（指与上年相比的增减，减用负值表示，如-8）",
    "decisions": "处理决定数量", "fee_amount": "本年收费金额（万元）", "purchase_amount": "采购总金额（万元）",
}  # fmt: skip
GLOSSES = {
    "regulations": "规章（设区的市、自治州以上人民政府填写）", "normative_docs": "规范性文件（以本机关名义印发的，含第1至3类）",
    "permits": "行政许可（指许可、备案等2类事项）", "penalties": "行政处罚（按决定书份数计）", "fees": "行政事业性收费（不含罚没收入）",
}  # fmt: skip
EXTRA = {
    "normative_docs": ("其他主动公开文件",), "permits": ("行政确认", "行政检查"), "coercion": ("行政检查", "行政征收"),
    "penalties": ("行政检查",),
}  # fmt: skip


def slip(name: str) -> Callable[[Slip], Slip]:
    """Register a slip under its recorded name."""

    def keep(function: Slip) -> Slip:
        SLIPS[name] = function
        return function

    return keep


def _open_row(sheet: Sheet, table: str, row: str) -> None:
    for key, gold in sheet.cells.items():
        if key[:2] == (table, row) and gold.status == "reported":
            sheet.cells[key] = replace(gold, status=OPEN)


def _items(sheet: Sheet) -> list[str]:
    return [r.key for r in sheet.form.table("3").rows if r.parent not in (None, "results")]


@slip("label-typo")
def label_typo(rng: Random, plan: Plan) -> str:
    """Several rows of table 3 in the wrong words seen in reports."""
    chosen = rng.sample(TYPOS, 4)
    for row, text in chosen:
        plan.sheet.labels["3", row] = text
    return ",".join(row for row, _ in chosen)


@slip("label-letter")
def label_letter(rng: Random, plan: Plan) -> str:
    """A letter lost or doubled in long labels."""
    long = [k for k, v in plan.sheet.labels.items() if len(v) > 9 and not k[1].startswith("group")]
    chosen = rng.sample(long, 3)
    for key in chosen:
        text = plan.sheet.labels[key]
        i = rng.randrange(4, len(text) - 1)
        plan.sheet.labels[key] = (
            text[:i] + text[i + 1 :] if rng.random() < 0.6 else text[:i] + text[i] + text[i:]
        )
    return ",".join(row for _, row in chosen)


@slip("head-typo")
def head_typo(rng: Random, plan: Plan) -> str:
    """Column headers of table 2 worded differently or glossed."""
    sheet = plan.sheet
    mine = [k for t, k in sheet.heads if t == "2" and k in HEAD_TYPOS]
    chosen = rng.sample(mine, min(3, len(mine)))
    for key in chosen:
        sheet.heads["2", key] = HEAD_TYPOS[key]
        if key == "purchase_amount":
            place = ("2", "procurement", key)
            if sheet.cells[place].unit == "":
                sheet.cells[place] = replace(sheet.cells[place], unit="万元")
    return ",".join(chosen)


@slip("gloss")
def gloss(rng: Random, plan: Plan) -> str:
    """Provincial glosses inside the labels of table 2."""
    mine = [k for k in GLOSSES if ("2", k) in plan.sheet.labels]
    chosen = rng.sample(mine, 2)
    for key in chosen:
        plan.sheet.labels["2", key] = GLOSSES[key]
    return ",".join(chosen)


@slip("renumber")
def renumber(rng: Random, plan: Plan) -> str:
    """Items numbered in another style, or from 1 to 16 right through."""
    style = rng.choice(("、", "．", "（", "through", "none"))
    for n, row in enumerate(_items(plan.sheet), start=1):
        number, _, text = plan.sheet.labels["3", row].partition(".")
        forms = {
            "、": f"{number}、{text}",
            "．": f"{number}．{text}",
            "（": f"（{number}）{text}",
            "through": f"{n}.{text}",
            "none": text,
        }
        plan.sheet.labels["3", row] = forms[style] if text else number
    return style


@slip("groups-lost")
def groups_lost(rng: Random, plan: Plan) -> str:
    """Group labels of table 3 left empty."""
    gone = rng.choice((("results",), ("denied", "unable"), ("rejected", "denied", "unable", "results")))
    for group in gone:
        plan.sheet.labels["3", f"group:{group}"] = ""
    return ",".join(gone)


@slip("spaced-labels")
def spaced_labels(rng: Random, plan: Plan) -> str:
    """Labels broken letter by letter."""
    sheet = plan.sheet
    for key in ("natural_person", "other_org", "total"):
        sheet.heads["3", key] = "\n".join(sheet.heads["3", key])
    sheet.labels["3", "group:results"] = "\n".join(sheet.labels["3", "group:results"])
    sheet.labels["3", "group:denied"] = "（三）\n不予\n公开"
    if rng.random() < 0.5:
        sheet.heads["3", "social_org"] = "社会公\n益组织"
        sheet.heads["3", "legal_service"] = "法律服\n务机构"
        sheet.labels["2", "permits"] = "行 政 许 可"
    return "letters"


@slip("extra-row")
def extra_row(rng: Random, plan: Plan) -> str:
    """A row that the form does not have, with figures."""
    after = rng.choice([k for k in EXTRA if ("2", k) in plan.sheet.labels])
    label = rng.choice(EXTRA[after])
    plan.sheet.extra[after] = [label]
    return f"{label} after {after}"


@slip("blank-label")
def blank_label(rng: Random, plan: Plan) -> str:
    """One item of table 3 without a label: its place between its neighbours may or may not be trusted."""
    row = rng.choice(_items(plan.sheet))
    plan.sheet.labels["3", row] = ""
    _open_row(plan.sheet, "3", row)
    return row


@slip("row-missing")
def row_missing(rng: Random, plan: Plan) -> str:
    """One row of table 3 is not printed at all."""
    row = rng.choice(_items(plan.sheet))
    del plan.sheet.labels["3", row]
    for key, gold in plan.sheet.cells.items():
        if key[:2] == ("3", row):
            plan.sheet.cells[key] = replace(gold, value=None, raw="", status="absent")
    return row


@slip("rows-swapped")
def rows_swapped(rng: Random, plan: Plan) -> str:
    """Two neighbouring rows in the other order; the labels still say which is which."""
    items = _items(plan.sheet)
    i = rng.randrange(len(items) - 1)
    if plan.sheet.form.table("3").ancestors(items[i]) != plan.sheet.form.table("3").ancestors(items[i + 1]):
        i -= 1
    a, b = plan.sheet.order.index(items[i]), plan.sheet.order.index(items[i + 1])
    plan.sheet.order[a], plan.sheet.order[b] = plan.sheet.order[b], plan.sheet.order[a]
    for row in (items[i], items[i + 1]):
        _open_row(plan.sheet, "3", row)
    return f"{items[i]},{items[i + 1]}"


@slip("columns-swapped")
def columns_swapped(rng: Random, plan: Plan) -> str:
    """Two applicant columns in the other order, headers and figures alike."""
    i = rng.randint(1, 4)
    cols = plan.sheet.columns
    cols[i], cols[i + 1] = cols[i + 1], cols[i]
    for key, gold in plan.sheet.cells.items():
        if key[0] == "3" and gold.status == "reported":
            plan.sheet.cells[key] = replace(gold, status=OPEN)
    return f"{cols[i + 1]},{cols[i]}"


@slip("stray-cell")
def stray_cell(rng: Random, plan: Plan) -> str:
    """An empty cell too many at the end of one row."""
    row = rng.choice(_items(plan.sheet))
    plan.sheet.stray.add(row)
    _open_row(plan.sheet, "3", row)
    return row


@slip("column-blank")
def column_blank(rng: Random, plan: Plan) -> str:
    """The total column, or all columns of organisations, left empty."""
    gone = rng.choice((("total",), ("commercial", "research", "social_org", "legal_service", "other_org")))
    for key, gold in plan.sheet.cells.items():
        if key[0] == "3" and key[2] in gone and gold.status != "absent":
            plan.sheet.cells[key] = replace(gold, value=None, raw="", status="blank")
    return ",".join(gone)


@slip("misadded")
def misadded(rng: Random, plan: Plan) -> str:
    """Figures of table 3 that do not add up: the filer's own mistake, to be read as printed."""
    places = [k for k, g in plan.sheet.cells.items() if k[0] == "3" and g.status == "reported"]
    for key in rng.sample(places, min(5, len(places))):
        value = float(rng.randint(1, 500))
        plan.sheet.cells[key] = replace(plan.sheet.cells[key], value=value, raw=f"{value:.10g}")
    return "5 cells"


@slip("heading-missing")
def heading_missing(rng: Random, plan: Plan) -> str:
    """A section heading is not printed."""
    no = rng.choice((2, 3, 4))
    plan.headings[no] = None
    return str(no)


@slip("heading-numbers")
def heading_numbers(rng: Random, plan: Plan) -> str:
    """Section numbers wrong or missing."""
    style = rng.choice(("none", "shifted", "same"))
    for no, text in plan.headings.items():
        body = (text or "").partition("、")[2]
        number = {"none": "", "shifted": "二三四五六七"[no - 1] + "、", "same": "二、"}[style]
        plan.headings[no] = number + body if text else None
    return style


@slip("heading-words")
def heading_words(rng: Random, plan: Plan) -> str:
    """Headings in other words."""
    plan.headings[1] = "一、工作开展情况"
    plan.headings[2] = rng.choice(("二、主动公开信息情况", "二、主动公开政府信息的情况"))
    plan.headings[4] = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"
    plan.headings[5] = "五、存在问题及改进情况"
    return "1,2,4,5"


@slip("heading-repeated")
def heading_repeated(rng: Random, plan: Plan) -> str:
    """A heading printed twice."""
    no = rng.choice((2, 3, 4))
    plan.repeat_heading.add(no)
    return str(no)


@slip("outer-numbering")
def outer_numbering(rng: Random, plan: Plan) -> str:
    """The narrative numbers its own paragraphs 一、 to 六、."""
    plan.overview = "outer"
    return rng.choice(("narrative",))


@slip("table-missing")
def table_missing(rng: Random, plan: Plan) -> str:
    """A table is not in the document."""
    no = rng.choice(("2", "3", "4", "4"))
    plan.drop_table.add(no)
    for key, gold in plan.sheet.cells.items():
        if key[0] == no:
            plan.sheet.cells[key] = replace(gold, value=None, raw="", status="absent")
    return no


@slip("prose-between")
def prose_between(rng: Random, plan: Plan) -> str:
    """A sentence with figures between a heading and its table."""
    no = rng.choice(("2", "3"))
    plan.prose_before.add(no)
    return no


@slip("distractor")
def distractor(rng: Random, plan: Plan) -> str:
    """A table that is not of the form, in section 一 or 六."""
    chosen = rng.sample(
        ("channels", "proposals", "enforcement", "monthly", "requests-by-way"), rng.randint(1, 2)
    )
    plan.distractors.extend(chosen)
    return ",".join(chosen)


@slip("split-blocks")
def split_blocks(rng: Random, plan: Plan) -> str:
    """Table 2 as a table for each clause."""
    plan.sheet.split_blocks = True
    plan.sheet.pad_short = rng.random() < 0.5
    return "2"
