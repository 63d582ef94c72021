"""What an invented agency reports in a year: names, figures whose sums hold, and a story that mostly agrees with them.

Made for speed: some tenths of a millisecond a report. An agency's years fit each other: what one carries forward the
next carries over. Does not belong here: how a report is laid out (stencils.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from schemas.form import CellKey, forms
from tests.conformance import prose
from tests.conformance.figures import APPLICANTS

FIRST_YEAR, LAST_YEAR = 2019, 2024
YEARS = LAST_YEAR - FIRST_YEAR + 1

_FIRST = "临平清云望东泽岭北石柳青南湖白长安永德兴宁嘉新福瑞丰和顺昌金玉龙凤松竹梅兰榆杨桐枫荷"
_SECOND = "岚屏浒峪川澜溪安坪桥沱口塔岗源阳泉江河海原台山谷林田丘陵湾港洲岛滩塘池城堡关营庄"
_KINDS = ("市", "县", "区")
_OFFICES = (*prose.OFFICES, "财政局", "民政局", "林业局", "公安局", "司法局", "自然资源局")
_TOWNS = ("镇人民政府", "街道办事处", "乡人民政府")
# Agencies that share a place; the last of them are its towns.
_OF_A_PLACE = 32
_WRONG_STORY = 0.02
_PLAIN_ZERO, _BLANK_ZERO, _DASH_ZERO = 0.75, 0.88, 0.97


@dataclass(frozen=True)
class Filing:
    """A report before it is laid out: `raws` holds the printed figures in the order of the form's cells."""

    agency: str
    year: int
    form: str
    figures: dict[CellKey, int]
    raws: list[str]
    title: list[str]
    overview: list[str]
    problems: list[str]
    others: list[str]


def agency_name(number: int) -> str:
    """The name of an agency, for about 190,000 of them; beyond that the places have a second syllable more."""
    place, office = divmod(number, _OF_A_PLACE)
    place, kind = divmod(place, len(_KINDS))
    place, second = divmod(place, len(_SECOND))
    more, first = divmod(place, len(_FIRST))
    name = _FIRST[first] + _SECOND[second] + (_SECOND[more % len(_SECOND)] if more else "") + _KINDS[kind]
    if office < len(_OFFICES):
        return name + _OFFICES[office]
    town, style = divmod(office - len(_OFFICES), len(_TOWNS))
    return f"{name}{_FIRST[(first + town) % len(_FIRST)]}{_SECOND[(second + office) % len(_SECOND)]}{_TOWNS[style]}"


def form_of(rng: Random, year: int) -> str:
    """The form an agency uses in a year; a few keep the old one."""
    return "2019" if year <= 2020 or rng.random() < 0.03 else "2021"


def filing(rng: Random, seed: int, number: int, year: int, form: str) -> Filing:
    """What agency `number` reports."""
    agency = agency_name(number)
    size = Random(f"{seed}/size/{number}").choice((0, 0, 0, 1, 1, 1, 1, 5, 5, 60))  # noqa: S311 - a corpus by seed
    figures = _figures(rng, form, size, _left(seed, number, year - 1, size), _left(seed, number, year, size))
    return Filing(
        agency,
        year,
        form,
        figures,
        _printed(rng, list(figures.values())),
        _title(rng, agency, year),
        [*prose.overview(rng, agency, year, rng.choice(("bracket", "first", "arabic"))), story(rng, figures)],
        prose.problems(rng, agency, year),
        prose.other_matters(rng, agency, year),
    )


def story(rng: Random, figures: dict[CellKey, int]) -> str:
    """A paragraph that cites the tables, in one report of fifty wrongly."""

    def of(row: str) -> int:
        return figures[CellKey("3", row, "total")] + (rng.random() < _WRONG_STORY / 4) * rng.randint(1, 9)

    reviews = figures[CellKey("4", "review", "total")]
    return (
        f"本年度新收到政府信息公开申请{of('new_received')}件，上年结转{of('carried_over')}件，其中予以公开{of('granted')}件，"
        f"共办理{of('total_handled')}件，结转下年度继续办理{figures[CellKey('3', 'carried_forward', 'total')]}件。"
        + (f"因政府信息公开被申请行政复议{reviews}件。" if reviews else "未发生行政复议。")
    )


def _left(seed: int, number: int, year: int, size: int) -> int:
    """Requests of natural persons that an agency does not finish in a year."""
    return Random(f"{seed}/left/{number}/{year}").choice((0, 0, 0, size, 2 * size))  # noqa: S311 - a corpus by seed


def _figures(rng: Random, form: str, size: int, over: int, forward: int) -> dict[CellKey, int]:
    """A figure for every cell, in the order of the form; all sums hold."""
    spec = forms()[form]
    table = spec.table("3")
    outcomes = [r.key for r in table.rows if r.parent and not r.total_of]
    requests: dict[tuple[str, str], int] = {}
    for col in APPLICANTS:
        is_used = col == "natural_person" or (size > 1 and rng.random() < 0.4)
        for row in rng.sample(outcomes, min(3 + size, len(outcomes))) if is_used and size else ():
            requests[row, col] = rng.randint(0, 2 * size)
        handled = sum(requests.get((row, col), 0) for row in outcomes)
        left, came = (forward, over) if col == "natural_person" else (0, 0)
        if handled + left < came:
            requests["granted", col] = requests.get(("granted", col), 0) + came
            handled += came
        requests["total_handled", col] = handled
        requests["carried_forward", col], requests["carried_over", col] = left, came
        requests["new_received", col] = handled + left - came
    for row in table.rows:
        requests[row.key, "total"] = sum(requests.get((row.key, col), 0) for col in APPLICANTS)
    found: dict[CellKey, int] = {}
    legal = [c.key for c in spec.table("4").columns if not c.total]
    suits = {(r.key, c): rng.randint(0, size // 5) for r in spec.table("4").rows for c in legal}
    for key in spec.cells:
        if key.table_no == "3":
            found[key] = requests.get((key.row_key, key.col_key), 0)
        elif key.table_no == "4":
            wanted = legal if key.col_key == "total" else [key.col_key]
            found[key] = sum(suits[key.row_key, col] for col in wanted)
        else:
            found[key] = rng.randint(1, 30 * size) if size and rng.random() < 0.5 else 0
    return found


def _printed(rng: Random, values: list[int]) -> list[str]:
    """The figures as this filer prints them."""
    style = rng.random()
    if style > _DASH_ZERO:
        return [f"{value:,}" for value in values]
    if style > _PLAIN_ZERO:
        zero = "" if style < _BLANK_ZERO else rng.choice(("-", "/", "—"))
        return [str(value) if value or rng.random() < 0.2 else zero for value in values]
    return [str(value) for value in values]


def _title(rng: Random, agency: str, year: int) -> list[str]:
    kind = "政府信息公开工作年度报告"
    return rng.choice(
        (
            [f"{agency}{year}年{kind}"],
            [agency, f"{year}年{kind}"],
            [f"{agency}{prose.chinese_year(year)}年{kind}"],
            [f"{agency}关于{year}年度政府信息公开工作的年度报告"],
        )
    )
