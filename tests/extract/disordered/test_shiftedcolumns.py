"""Table 2 printed column by column, where names stand without figures and figures without a name."""

from __future__ import annotations

import pytest

from tests.extract.printed import TITLE, cells_of, read

LABELS = """第二十条第（一）项
信息内容
规章
行政规范性文件
第二十条第（五）项
信息内容
行政许可
第二十条第（六）项
信息内容
行政处罚
行政强制
第二十条第（八）项
信息内容
行政事业性收费
"""
SINGLE = "\n本年处理决定数量\n21\n"
PENALTIES = "\n本年处理决定数量\n31\n32\n"
FEE = "\n本年收费金额（单位：万元）\n3.5\n"
IN_STEP = "\n本年制发件数\n11\n12\n\n本年废止件数\n13\n14\n\n现行有效件数\n15\n16\n"
ONE_LATE = "\n本年制发件数\n\n本年废止件数\n11\n12\n\n现行有效件数\n13\n14\n\n15\n16\n"
TRUE = {
    ("regulations", "issued"): 11,
    ("normative_docs", "issued"): 12,
    ("regulations", "repealed"): 13,
    ("normative_docs", "repealed"): 14,
    ("regulations", "in_force"): 15,
    ("normative_docs", "in_force"): 16,
    ("permits", "decisions"): 21,
    ("penalties", "decisions"): 31,
    ("coercion", "decisions"): 32,
    ("fees", "fee_amount"): 3.5,
}


def got(*columns: str) -> dict[tuple[str, str], float]:
    text = "\n".join(
        [
            f"{TITLE}\n二、主动公开政府信息情况\n",
            LABELS + "".join(columns),
            "三、收到和处理政府信息公开申请情况\n（略）\n四、政府信息公开行政复议、行政诉讼情况",
            "（略）\n五、存在的主要问题及改进情况\n无。",
        ]
    )
    found = cells_of(read(text)).items()
    return {(k.row_key, k.col_key): c["value"] for k, c in found if c["status"] == "reported"}


def test_names_and_figures_in_step() -> None:
    assert got(IN_STEP, SINGLE, PENALTIES, FEE) == TRUE


def test_a_clause_whose_names_and_columns_are_as_many_goes_by_their_order() -> None:
    assert got(ONE_LATE, SINGLE, PENALTIES, FEE) == TRUE


@pytest.mark.parametrize(
    "clause",
    [
        "\n本年制发件数\n\n本年废止件数\n11\n12\n\n现行有效件数\n13\n14\n",
        "\n本年制发件数\n\n本年废止件数\n11\n12\n\n现行有效件数\n13\n14\n\n15\n",
        "\n本年制发件数\n11\n12\n\n本年废止件数\n\n现行有效件数\n\n13\n14\n",
        "\n本年制发件数\n\n本年废止件数\n11\n\n现行有效件数\n13\n14\n",
    ],
)
def test_a_name_without_figures_leaves_the_columns_of_as_many_rows_unknown(clause: str) -> None:
    read_ = got(clause, SINGLE, PENALTIES, FEE)
    assert not {row for row, _ in read_} & {"regulations", "normative_docs"}
    assert read_.items() <= TRUE.items()


def test_columns_left_over_elsewhere_leave_the_order_of_a_clause_unknown() -> None:
    """Figures behind all names may be of any clause with as many rows."""
    late = ONE_LATE.replace("\n15\n16\n", "")
    found = got(late, SINGLE, "\n本年处理决定数量\n", FEE, "\n15\n16\n\n31\n32\n")
    assert not {row for row, _ in found} & {"regulations", "normative_docs", "penalties", "coercion"}


def test_columns_of_one_row_that_slid() -> None:
    found = got(IN_STEP, "\n本年处理决定数量\n", PENALTIES, "\n本年收费金额（单位：万元）\n21\n", "\n3.5\n")
    assert found.items() <= TRUE.items()
    assert ("fees", "fee_amount") not in found
    assert found["normative_docs", "in_force"] == 16


def test_a_page_number_is_no_column() -> None:
    assert got(IN_STEP, SINGLE, "\n- 5 -\n", PENALTIES, FEE) == TRUE
