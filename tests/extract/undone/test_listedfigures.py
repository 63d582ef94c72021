"""Figures retyped as a list, below a line that says their order; lists that may be anything else stay unread."""

from __future__ import annotations

import pytest

from tests.extract.printed import cells_of, figures, printed, read, report, reported, running
from tests.turns import in_turn

ORDER = "（以下各项数字依次为：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计）"
# The row whose figures are listed.
ROW = "granted"
LABEL = "（一）予以公开"


def retyped(listed: str, order: str = ORDER) -> str:
    values = figures()
    text = report(printed(values), running)
    rows = text.splitlines()
    at = next(n for n, line in enumerate(rows) if "予以公开" in line and "不予" not in line)
    rows[at] = f"{LABEL} {listed}"
    head = next(n for n, line in enumerate(rows) if line.startswith("三、收到"))
    end = next(n for n, line in enumerate(rows) if "本年新收" in line)
    rows[head + 1 : end] = [order]
    return "\n".join(rows)


def listed(mark: str, start: int = 11) -> str:
    return mark.join(str(start + n) for n in range(7))


@in_turn
@pytest.mark.parametrize("mark", ["、", "，", "、 "])
@pytest.mark.parametrize("end", ["", "。"])
def test_a_list_of_as_many_figures_as_columns_is_a_row(mark: str, end: str) -> None:
    cells = cells_of(read(retyped(listed(mark) + end)))
    row = [cell["value"] for key, cell in cells.items() if key.row_key == ROW]
    assert row == list(range(11, 18))


@pytest.mark.parametrize(
    ("figures_listed", "order"),
    [
        ("11、12、13、14、15、16", ORDER),
        ("11、12、13、14、15、16、17、18", ORDER),
        ("1，234，0，0，0，1，235", ORDER),
        ("11、12，13、14、15、16、17", ORDER),
        (listed("、"), ORDER.replace("自然人、商业企业", "商业企业、自然人")),
        (listed("、"), ORDER.replace("依次为", "包括")),
    ],
)
def test_another_list_is_none(figures_listed: str, order: str) -> None:
    reading = read(retyped(figures_listed, order))
    assert not {key for key in reported(reading) if key.row_key == ROW}
