"""A government's name above that of a body which it governs, and names that have it in front of their own."""

from __future__ import annotations

import pytest

from tests.extract.titled import SIGNATURE, TEXT, entitled

REPORT = "2022年政府信息公开工作年度报告"
UNSIGNED = TEXT.replace(SIGNATURE, "")


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (["云溪市人民政府", "青岚县人民政府"], "青岚县人民政府"),
        (["云溪市人民政府", "青岚县林业局"], "青岚县林业局"),
        (["青岚县人民政府", "石泷镇人民政府"], "石泷镇人民政府"),
        (["云溪市人民政府青岚县人民政府"], "青岚县人民政府"),
        # one name over two lines
        (["青岚区人民政府", "石泷街道办事处"], "青岚区人民政府石泷街道办事处"),
        (["云溪市人民政府", "外事办公室"], "云溪市人民政府外事办公室"),
    ],
)
def test_a_government_above(lines: list[str], agency: str) -> None:
    found = entitled("\n".join([*lines, REPORT]), text=UNSIGNED)
    assert (found["agency"], found["report_year"]) == (agency, 2022)
