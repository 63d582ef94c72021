"""Invents reports of both forms by seed: agency, prose, tables, figures, slips, and the gold that is true of them."""

from __future__ import annotations

from random import Random

from schemas.form import forms
from tests.conformance import figures, prose
from tests.conformance.layout import Sheet, official, table_2, table_3, table_4
from tests.conformance.model import Block, Box, Case, Grid, Para
from tests.conformance.slips import SLIPS, Plan

STYLES = (
    "plain",
    "plain",
    "plain",
    "padded",
    "blank_zero",
    "dash_zero",
    "thousands",
    "wide",
    "mixed",
    "mixed",
)
FOOTERS = ("", "", "— {n} —", "-{n}-", "{n}", "第{n}页 共{t}页")
HEADINGS = {
    1: "一、总体情况",
    2: "二、主动公开政府信息情况",
    3: "三、收到和处理政府信息公开申请情况",
    4: "四、政府信息公开行政复议、行政诉讼情况",
    5: "五、存在的主要问题及改进情况",
    6: "六、其他需要报告的事项",
}
LAST_ORDER = ("row-missing", "blank-label", "rows-swapped", "columns-swapped", "stray-cell")


def _other_table(rng: Random, name: str) -> Grid:
    """A table that resembles ours and is not of the form."""

    def n() -> str:
        return str(rng.randint(10, 999))

    tables = {
        "channels": [["公开渠道", "信息数量", "占比"], ["门户网站", n(), "61%"], ["政务新媒体", n(), "30%"], ["其他", n(), "9%"], ["总计", n(), "100%"]],
        "proposals": [["类别", "承办件数", "办结件数", "公开答复数"], ["人大代表建议", n(), n(), n()], ["政协提案", n(), n(), n()], ["合计", n(), n(), n()]],
        "enforcement": [["执法类别", "检查次数", "立案数", "结案数"], ["行政许可", n(), n(), n()], ["行政处罚", n(), n(), n()], ["行政强制", n(), n(), n()]],
        "monthly": [["月份", "申请数", "予以公开", "不予公开"], *[[f"{m}月", n(), n(), n()] for m in range(1, 7)], ["总计", n(), n(), n()]],
        "requests-by-way": [["申请方式", "自然人", "法人或其他组织", "总计"], ["当面申请", n(), n(), n()], ["网络申请", n(), n(), n()], ["信函申请", n(), n(), n()]],
    }  # fmt: skip
    return Grid("other", [[Box(t) for t in row] for row in tables[name]], head=1)


def _title(rng: Random, agency: str, year: int) -> list[Para]:
    kind = "政府信息公开工作年度报告"
    style = rng.randrange(6)
    if style == 0:
        lines = [f"{agency}{year}年{kind}"]
    elif style == 1:
        lines = [agency, f"{year}年{kind}"]
    elif style == 2:
        lines = [agency, f"{year} 年度", kind]
    elif style == 3:
        lines = [f"{agency}{prose.chinese_year(year)}年{kind}"]
    elif style == 4:
        lines = [f"{agency}关于{year}年度政府信息公开工作的年度报告"]
    else:
        lines = [f"{agency}", f"{prose.chinese_year(year)}年度政府信息公开工作报告"]
    return [Para(line, "title") for line in lines]


def _preamble(rng: Random, agency: str, year: int) -> list[Para]:
    if rng.random() < 0.4:
        return []
    return [
        Para(
            f"根据《中华人民共和国政府信息公开条例》第五十条编制本报告。数据统计期限自{year}年1月1日起至{year}年12月31日止。"
            f"如有疑问，请与{agency}联系（电话：0{rng.randint(300, 999)}-{rng.randint(2000000, 8999999)}）。"
        )
    ]


def _body(rng: Random, plan: Plan, agency: str, year: int) -> list[Block]:
    tables: dict[str, list[Grid]] = {
        "2": table_2(plan.sheet),
        "3": [table_3(plan.sheet)],
        "4": [table_4(plan.sheet)],
    }
    blocks: list[Block] = []
    for no, heading in plan.headings.items():
        times = 2 if no in plan.repeat_heading else 1
        blocks += [Para(heading, "heading")] * times if heading else []
        if no == 1:
            blocks += [Para(p) for p in prose.overview(rng, agency, year, plan.overview)]
            blocks += [_other_table(rng, d) for d in plan.distractors[:1]]
        elif no in (2, 3, 4):
            key = str(no)
            blocks += [Para(prose.between(rng, agency, year))] if key in plan.prose_before else []
            if key in plan.drop_table:
                blocks.append(Para("本年度无相关情况。"))
            else:
                for grid in tables[key]:
                    blocks += [grid, Para("")]
        elif no == 5:
            blocks += [Para(p) for p in prose.problems(rng, agency, year)]
        else:
            blocks += [Para(p) for p in prose.other_matters(rng, agency, year)]
            blocks += [_other_table(rng, d) for d in plan.distractors[1:]]
    return blocks


def make_case(seed: int) -> Case:
    """The case of a seed: always the same. Every fourth has no slips at all."""
    rng = Random(seed)  # noqa: S311 - the same corpus everywhere
    form_id = rng.choice(("2019", "2021"))
    form = forms()[form_id]
    year = rng.randint(2019, 2020) if form_id == "2019" else rng.randint(2021, 2025)
    slips: list[str] = []
    if form_id == "2019" and rng.random() < 0.2:
        year = rng.randint(2021, 2023)
        slips.append(f"old-tables={year}")
    agency, also = prose.names(rng)
    truth = figures.true_figures(rng, form, rng.choice(figures.PROFILES))
    style = rng.choice(STYLES)
    units = {(t.no, c.key): c.unit or "" for t in form.tables for c in t.columns}
    cells = {
        tuple(k): figures.write_cell(rng, k, v, units[k.table_no, k.col_key], style) for k, v in truth.items()
    }
    labels, heads = official(form)
    sheet = Sheet(
        form=form,
        labels=labels,
        heads=heads,
        cells=cells,  # type: ignore[arg-type]
        order=[r.key for r in form.table("3").rows],
        columns=[c.key for c in form.table("3").columns],
        split_blocks=False,
        pad_short=rng.random() < 0.3,
    )
    plan = Plan(sheet=sheet, headings=dict(HEADINGS), overview=rng.choice(("bracket", "first", "arabic")))
    if seed % 4:
        chosen = rng.sample(sorted(SLIPS), rng.randint(1, 4))
        # what removes or moves rows goes last, and at most one of it: together they would leave nothing certain
        late = [s for s in chosen if s in LAST_ORDER][:1]
        for name in [s for s in chosen if s not in LAST_ORDER] + late:
            slips.append(f"{name}={SLIPS[name](rng, plan)}".replace(" ", "_"))
    signed = rng.choice((agency, agency, *also))
    blocks: list[Block] = [
        *_title(rng, agency, year),
        *_preamble(rng, agency, year),
        *_body(rng, plan, agency, year),
    ]
    if rng.random() < 0.7:
        blocks += [Para(signed, "right"), Para(f"{year + 1}年1月{rng.randint(5, 28)}日", "right")]
    return Case(
        name=f"f{form_id}-{seed:04d}",
        seed=seed,
        form=form_id,
        year=year,
        agency=agency,
        agency_also=also,
        blocks=blocks,
        gold=list(sheet.cells.values()),
        slips=[f"style={style}", *slips],
        footer=rng.choice(FOOTERS),
        head=rng.choice(("", "", f"{agency}政府信息公开年度报告")),
    )
