"""Who reports, by a sentence that says who drew up the report of which year (assets/extract/whose/openingnames.py)."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, tsv

# neither a title nor a signature
BODY = report(printed(figures()), tsv).split("\n", 1)[1].replace("青岚县林业局\n2023年1月20日\n", "")
GOVERNMENT = "青岚县人民政府"


def agency_of(opening: str) -> str | None:
    agency: str | None = read(f"{opening}\n{BODY}").reports[0]["agency"]
    return agency


@pytest.mark.parametrize("before", ["", "现将", "现由"])
@pytest.mark.parametrize("office", ["", "办公室"])
def test_who_drew_up_the_report_and_is_to_be_asked(before: str, office: str) -> None:
    opening = f"根据《条例》第五十条和上级工作要求，{before}{GOVERNMENT}编制2022年政府信息公开工作年度报告。如有疑问，请与{GOVERNMENT}{office}联系。"
    assert agency_of(opening) == GOVERNMENT


@pytest.mark.parametrize(
    "opening",
    [
        # somebody else is to be asked, or nobody
        f"根据《条例》要求，{GOVERNMENT}编制2022年政府信息公开工作年度报告。如有疑问，请与青岚县林业局联系。",
        f"根据《条例》要求，{GOVERNMENT}编制2022年政府信息公开工作年度报告。",
        # what others drew up, and what is no report
        f"根据《条例》要求，报送{GOVERNMENT}编制2022年政府信息公开工作年度报告。如有疑问，请与我局联系。",
        f"根据{GOVERNMENT}编制2022年政府信息公开工作年度报告的要求，我局形成本报告。请与{GOVERNMENT}联系。",
        "根据《条例》要求，我局编制2022年政府信息公开工作年度报告。如有疑问，请与我局办公室联系。",
    ],
)
def test_others_are_not_taken_for_who_reports(opening: str) -> None:
    assert agency_of(opening) != GOVERNMENT


def test_a_title_says_more() -> None:
    opening = (
        f"根据《条例》要求，{GOVERNMENT}编制2022年政府信息公开工作年度报告。如有疑问，请与{GOVERNMENT}联系。"
    )
    assert agency_of(f"青岚县林业局2022年政府信息公开工作年度报告\n{opening}") == "青岚县林业局"
