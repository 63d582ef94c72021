"""Names of agencies: which are joined, on what evidence, and which must stay apart."""

from __future__ import annotations

import polars as pl
import pytest

from assets.check.agencies import agencies
from assets.check.agency_names import may_abbreviate, parse
from assets.check.claims import claims
from assets.check.divisions import divisions
from schemas.agency import wording
from schemas.tables import AgencyNames, DimAgency
from tests.reports import frames

Printed = tuple[str, int] | tuple[str, int, str]


def reports_of(*printed: Printed) -> pl.DataFrame:
    """Reports by (name, year) or (name, year, signature), numbered r1, r2 ... in that order."""
    made = []
    for number, (name, year, *signature) in enumerate(printed, start=1):
        _, report = frames("2021", {}, number)
        made.append(
            report.with_columns(
                agency=pl.lit(name),
                report_year=pl.lit(year, pl.Int64),
                signature=pl.lit(signature[0] if signature else None, pl.String),
            )
        )
    return pl.concat(made)


def joined(*printed: Printed) -> list[set[int]]:
    """The reports of each agency, by number."""
    names, dim = agencies(reports_of(*printed))
    AgencyNames.validate(names, lazy=True)
    DimAgency.validate(dim, lazy=True)
    groups: dict[str, set[int]] = {}
    for report_id, agency_id in names.select("report_id", "agency_id").iter_rows():
        groups.setdefault(agency_id, set()).add(int(report_id[1:]))
    return sorted(groups.values(), key=min)


@pytest.mark.parametrize(
    "printed",
    [
        (("沈阳市辽中区工信局", 2019), ("沈阳市辽中区工业和信息化局", 2020)),
        (("辽中区工信局", 2019), ("辽宁省沈阳市辽中区工业和信息化局", 2020)),
        (("辽中区卫健局", 2019), ("沈阳市辽中区卫生健康局", 2020), ("沈阳市辽中区卫健局", 2021)),
        (("北京海淀区政府", 2019), ("北京市海淀区人民政府", 2020)),
        (("昆山市玉山镇政府", 2019), ("苏州市昆山市玉山镇人民政府", 2020)),
        # a county that became a district keeps its id
        (("新津县水务局", 2019), ("成都市新津区水务局", 2021)),
        # what people say for autonomous divisions
        (("凉山州水利局", 2019), ("凉山彝族自治州水利局", 2020)),
        (("威宁县教育局", 2019), ("贵州省威宁彝族回族苗族自治县教育局", 2020)),
        (("辽中区供销联社", 2019), ("辽中区供销合作社", 2020)),
        (("合肥市高新区管委会", 2019), ("合肥市高新区管理委员会", 2020)),
        # in no table of codes, and one longer name only
        (("云溪市水务局", 2019), ("楚南省云溪市水务局", 2020)),
        # an ambiguous county, but the signature says which
        (("鼓楼区财政局", 2019, "徐州市鼓楼区财政局"), ("徐州市鼓楼区财政局", 2020)),
        (("财政局", 2019, "徐州市鼓楼区财政局"), ("徐州市鼓楼区财政局", 2020)),
        # a signature that words the body otherwise
        (
            ("道外区机关服务中心", 2019, "道外区区委区政府机关服务中心"),
            ("道外区区委区政府机关服务中心", 2020),
        ),
        (("辽中区文广局", 2019, "辽中区文化旅游和广播电视局"), ("辽中区文化旅游和广播电视局", 2020)),
        # renamed by the reform
        (("辽中区扶贫办", 2020), ("辽中区乡村振兴局", 2021)),
        (("辽中区国土资源局", 2019), ("辽中区自然资源局", 2020)),
    ],
    ids=lambda printed: " = ".join(p[0] for p in printed),
)
def test_one_agency_under_several_names(printed: tuple[Printed, ...]) -> None:
    assert joined(*printed) == [set(range(1, len(printed) + 1))]
    assert joined(*reversed(printed)) == [set(range(1, len(printed) + 1))]


@pytest.mark.parametrize(
    "printed",
    [
        # the same words, other regions
        (("徐州市鼓楼区财政局", 2019), ("南京市鼓楼区财政局", 2020)),
        (("鼓楼区财政局", 2019), ("南京市鼓楼区财政局", 2020)),
        (("云溪市水务局", 2019), ("楚南省云溪市水务局", 2020), ("楚北省云溪市水务局", 2020)),
        # a government and its office, a town and its county
        (("辽中区人民政府", 2019), ("辽中区人民政府办公室", 2020)),
        (("昆山市玉山镇人民政府", 2019), ("昆山市人民政府", 2020)),
        # signed by another body that published it
        (("辽中区水务局", 2019, "辽中区人民政府办公室"), ("辽中区人民政府办公室", 2020)),
        # alike, but both report for one year
        (("辽中区机关服务中心", 2019, "辽中区区委机关服务中心"), ("辽中区区委机关服务中心", 2019)),
        # renamed, but the earlier name goes on, or several may follow
        (("辽中区扶贫办", 2021), ("辽中区乡村振兴局", 2021)),
        (("辽中区国土资源局", 2019), ("辽中区自然资源局", 2020), ("辽中区自然资源和规划局", 2020)),
        (("辽中区水务局", 2019), ("辽中区水利局", 2020)),
        (("吉林省财政厅", 2019), ("吉林市财政局", 2020)),
        # a prefecture and its city, a zone and its city, zones of two cities
        (("恩施州财政局", 2019), ("恩施市财政局", 2020)),
        (("合肥市财政局", 2019), ("合肥市高新区财政局", 2020), ("芜湖市高新区财政局", 2020)),
    ],
    ids=lambda printed: " ≠ ".join(p[0] for p in printed),
)
def test_names_that_stay_apart(printed: tuple[Printed, ...]) -> None:
    assert joined(*printed) == [{number} for number in range(1, len(printed) + 1)]


def test_a_name_without_region_claims_nothing() -> None:
    """水务局 may be anybody's: two years of it are not held against each other."""
    reports = reports_of(("水务局", 2021), ("水务局", 2022), ("辽中区水务局", 2021), ("辽中区水务局", 2022))
    claimed = claims(reports, agencies(reports)[0])
    assert claimed.select("report_id", "previous_id").rows() == [("r3", None), ("r4", "r3")]


def test_region_level_and_code() -> None:
    names, dim = agencies(
        reports_of(("辽中区工信局", 2019), ("云溪市水务局", 2020), ("昆山市玉山镇政府", 2021))
    )
    columns = ["agency", "body", "province", "city", "county", "township", "division_code", "level", "kind"]
    assert set(dim.select(columns).rows()) == {
        (
            "辽中区工信局",
            "工业和信息化局",
            "辽宁省",
            "沈阳市",
            "辽中区",
            None,
            "210115",
            "county",
            "department",
        ),
        ("云溪市水务局", "水务局", None, None, None, None, None, None, "department"),
        (
            "昆山市玉山镇政府",
            "人民政府",
            "江苏省",
            "苏州市",
            "昆山市",
            "玉山镇",
            "320583",
            "township",
            "government",
        ),
    }
    assert dict(names.select("agency", "evidence").iter_rows())["辽中区工信局"] == "abbreviation"


@pytest.mark.parametrize(
    ("name", "region", "town", "body", "level"),
    [
        ("黔东南州教育局", "黔东南州", None, "教育局", "city"),
        ("张家川县教育局", "张家川县", None, "教育局", "county"),
        ("阿坝州若尔盖县教育局", "阿坝州若尔盖县", None, "教育局", "county"),
        ("合肥高新区教育局", "合肥", "高新区", "教育局", None),
        ("云溪工业园区教育局", "", "云溪工业园区", "教育局", None),
        ("滨海新区教育局", "滨海新区", None, "教育局", "county"),
        ("云溪市江南区教育局", "云溪市江南区", None, "教育局", "county"),
        # of which city it is nobody can tell
        ("高新区教育局", "", None, "高新区教育局", None),
    ],
)
def test_zones_and_autonomous_divisions(
    name: str, region: str, town: str | None, body: str, level: str | None
) -> None:
    found = parse(name)
    assert ("".join(found.region), found.town, found.body, found.level) == (region, town, body, level)


def test_no_body_is_taken_for_a_region() -> None:
    for body in (
        "城市管理局",
        "市场监督管理局",
        "地区行署办公室",
        "区域发展中心",
        "县域经济办公室",
        "市政管理处",
    ):
        assert (parse(body).region, parse(body).body) == ((), body)


def test_divisions_of_the_package_are_read() -> None:
    assert len(divisions()) > 3000
    assert {d.code for d in divisions()["鼓楼区"]} == {"320106", "320302", "410204", "350102"}
    [chengdu] = divisions()["新津县"]
    assert chengdu in divisions()["新津区"]


def test_abbreviations() -> None:
    assert may_abbreviate("工信局", "工业和信息化局")
    assert not may_abbreviate("水务局", "水利局")
    assert not may_abbreviate("市监局", "市场监督管理委员会")
    for short, long in wording().abbreviations.items():
        assert short != long and long not in wording().abbreviations, short
