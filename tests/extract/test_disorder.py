"""Tables whose figures a program printed in disorder, and the texts that only look as if they came out even."""

from __future__ import annotations

from assets.extract.disordered.paragraphorder import order_of_columns
from assets.extract.reading import read_text
from schemas.form import forms

FORM = forms()["2019"]
ROWS = FORM.table("3").rows
COLUMNS = [c.key for c in FORM.table("3").columns]
TITLE = "三、收到和处理政府信息公开申请情况"
NEXT = "四、政府信息公开行政复议、行政诉讼情况"
HEADER = ["申请人情况", "自然人 法人或其他组织", "", "商业企 科研机 社会公益 法律服务", "业", "构", "组织", "机构", "", "其他", "", "总计"]  # fmt: skip
TOP = ["东河县水利局2020年政府信息公开工作年度报告", "", "一、总体情况", "本年度工作平稳。", ""]

Place = tuple[str, str]
Known = dict[Place, float]


def figures(row: int) -> list[str]:
    """Figures that tell their cell: row 3, column 5 is 1305."""
    return [str(1000 + 100 * row + column) for column in range(1, 8)]


def paragraphs(texts: list[str]) -> list[str]:
    return [line for text in texts for line in ("", text)] + [""]


def rows() -> list[list[str]]:
    """Each row of table 3 as lines: its label, and its figures a paragraph each."""
    return [[row.zh, *paragraphs(figures(i))] for i, row in enumerate(ROWS)]


def disordered() -> list[list[str]]:
    """The rows, where five figures of the last stand above its label: they follow those of the total."""
    table = rows()
    table[-1] = [*paragraphs(figures(22)[:5]), ROWS[22].zh, *paragraphs(figures(22)[5:])]
    return table


def read(table: list[list[str]], header: list[str] | None = None, end: str = "\f") -> Known:
    """The known cells of table 3; `end` is a mark that shows how this text parts its pages."""
    body = [line for row in table for line in row]
    lines = [
        *TOP,
        TITLE,
        *(HEADER if header is None else header),
        "",
        *body,
        NEXT,
        "",
        end + "五、存在的主要问题",
    ]
    cells = read_text("\n".join(lines), "x.txt", "0" * 32).cells
    return {
        (c["row_key"], c["col_key"]): c["value"]
        for c in cells
        if c["table_no"] == "3" and c["status"] == "reported"
    }


def truth(*without: int) -> Known:
    return {
        (row.key, key): float(figure)
        for i, row in enumerate(ROWS)
        if i not in without
        for key, figure in zip(COLUMNS, figures(i), strict=True)
    }


def is_true(known: Known) -> bool:
    return all(truth()[place] == value for place, value in known.items())


def test_rows_as_printed_are_known_though_others_are_parted() -> None:
    table = disordered()
    # the labels of two rows, a group's piece between them, then the figures of both
    table[7:9] = [
        ["（三）不予 " + ROWS[7].zh, "公开", ROWS[8].zh, *paragraphs(figures(7) + figures(8))],
    ]
    # those may stand by rows or by columns
    assert read(table) == truth(7, 8, 21, 22)
    table[7] = ["（三）不予 " + ROWS[7].zh, "公开", ROWS[8].zh, *paragraphs(["0"] * 14)]
    known = read(table)
    assert {known[ROWS[i].key, key] for i in (7, 8) for key in COLUMNS} == {0.0}


def test_a_figure_between_the_lines_of_its_label_is_the_first() -> None:
    table = disordered()
    first, *others = figures(5)
    table[5] = ["2.其他法律行政法规禁止公", first, "开", *paragraphs(others)]
    assert read(table) == truth(21, 22)


def test_three_rows_behind_one_label_are_not_told_apart() -> None:
    table = disordered()
    table[11] += [line for row in (12, 13) for line in paragraphs(figures(row))]
    table[12:14] = [[]]
    table.append([ROWS[12].zh, ROWS[13].zh])
    assert read(table) == truth(11, 12, 13, 21, 22)


def test_figures_of_two_rows_column_by_column_are_not_read_row_by_row() -> None:
    table = disordered()
    by_column = [f"{a}\n{b}" for a, b in zip(figures(7), figures(8), strict=True)]
    table[7:9] = [[ROWS[7].zh, ROWS[8].zh, *paragraphs(by_column)]]
    known = read(table)
    assert is_true(known)
    assert not {key for row, key in known if row in (ROWS[7].key, ROWS[8].key)}


def test_a_blank_that_vanished_and_a_page_number_bring_the_count_back() -> None:
    for end in ("\f", ""):
        table = disordered()
        short = [f for i, f in enumerate(figures(7) + figures(8)) if i != 3]
        feed = "\f" if end else ""
        table[7:9] = [[ROWS[7].zh, ROWS[8].zh, *paragraphs([*short, "2"])[:-1], feed]]
        assert is_true(read(table, end=end)), end


def test_a_row_short_of_a_blank_takes_no_page_number() -> None:
    table = disordered()
    table[6] = [ROWS[6].zh, *paragraphs([*figures(6)[1:], "2"]), "\f"]
    assert is_true(read(table))
    # without a sign of pages any last figure may be one
    table[6] = [ROWS[6].zh, *paragraphs([*figures(6)[1:], "2"])]
    assert is_true(read(table, end=""))


def test_a_row_that_the_page_cuts_may_have_lost_its_order() -> None:
    table = disordered()
    cells = figures(9)
    mixed = [cells[0], *cells[2:5], cells[1]]
    table[9] = [ROWS[9].zh, *paragraphs(mixed), "第1页 共3页", *paragraphs(cells[5:])]
    known = read(table)
    assert is_true(known)
    assert (ROWS[10].key, "total") in known


def test_a_figure_too_many_puts_all_rows_in_doubt() -> None:
    table = disordered()
    table[13] += ["", "77", ""]
    assert is_true(read(table))
    # one row a figure short and another one long: the sum is right, the table is not
    table[4] = [ROWS[4].zh, *paragraphs(figures(4)[1:])]
    assert is_true(read(table))


def test_a_row_whose_neighbours_are_missing_is_no_row_as_printed() -> None:
    table = disordered()
    # row 10 lost blanks, its label went elsewhere, and what is left of it fills up the row above
    table[9] = [ROWS[9].zh, *paragraphs([*figures(9)[:4], *figures(10)[4:]])]
    table[10] = []
    table.append([ROWS[10].zh])
    assert is_true(read(table))


def test_columns_exchanged_are_followed_or_refused() -> None:
    other = [
        HEADER[0],
        HEADER[1],
        "",
        "商业企 科研机 社会公益",
        "法律服务 总计",
        "其他",
        "业",
        "构",
        "组织",
        "机构",
    ]
    known = read(disordered(), header=other)
    assert not {key for row, key in known if row != "total_handled"}


def test_a_header_that_lacks_a_column_tells_no_order() -> None:
    assert read(disordered(), header=["申请人情况", "自然人 法人或其他组织"]) == {}
    assert read(disordered(), header=HEADER[:-1]) == {}


def test_rows_of_another_table_between_leave_nothing_certain() -> None:
    table = disordered()
    table[12:12] = [["门户网站发布信息", *paragraphs(figures(12))]]
    table[13:14] = []
    assert is_true(read(table))
    assert ("unable_needs_creation", "total") not in read(table) or is_true(read(table))


def noughts(count: int, *, words: list[str] | None = None, extra: tuple[str, ...] = ()) -> Known:
    labels = [row.zh for row in ROWS] if words is None else words
    return read([["", *labels, *paragraphs(["0"] * count), *paragraphs(list(extra))]])


def test_noughts_need_no_order() -> None:
    assert noughts(161) == dict.fromkeys(truth(), 0.0)


def test_noughts_that_are_not_the_tables_own_are_not_read() -> None:
    assert noughts(160) == {}
    assert noughts(160, extra=("2",)) == {}
    assert noughts(162) == {}
    # a ten that was parted into its digits
    assert noughts(161, extra=("1",)) == {}
    assert noughts(161, extra=("5", "3")) == {}
    without = [row.zh for row in ROWS if row.key != "rejected_publication"]
    assert noughts(161, words=without) == {}
    assert noughts(161, words=[*without, "行政检查结果公示"]) == {}
    assert noughts(161, words=[*[row.zh for row in ROWS], "政务服务大厅", "投诉举报电话"]) == {}


def test_a_row_above_the_title_whose_label_stands_below_it_is_another_tables() -> None:
    lines = [*TOP, "执法类别", "检查次数", "行政许可", "501", "行政处罚", "480", "行政强制", "198"]
    lines += [
        "二、主动公开政府信息情况",
        "第二十条第（五）项",
        "信息内容",
        "行政许可",
        "第二十条第（六）项",
        "信息内容",
    ]
    lines += [
        "行政处罚",
        "行政强制",
        "",
        "本年处理决定数量",
        "80",
        "",
        "本年处理决定数量",
        "99",
        "52",
        "",
        TITLE,
    ]
    cells = read_text("\n".join(lines), "x.txt", "0" * 32).cells
    known = {c["row_key"]: c["value"] for c in cells if c["status"] == "reported"}
    assert not {501.0, 480.0, 198.0} & set(known.values())


# A header whose names stand among the labels of the first two rows, as where a program goes by blocks.
LATE = ["申请人情况", "", "自然", "人", "", ROWS[0].zh, ROWS[1].zh, "", "法人或其他组织", "", "总", "计", "", "商业企", "业", "", "科研机", "构", "", "社会公益组", "织", "", "法律服务机", "构", "", "其", "他"]  # fmt: skip


def late(header: list[str], both: list[str]) -> tuple[list[list[str]], list[str]]:
    """The rows without the labels of the first two, which the header has; `both` are the figures of these."""
    return [paragraphs(both), *rows()[2:]], header


def test_a_header_may_stand_behind_the_first_labels() -> None:
    assert order_of_columns([*LATE, "", "1"], 0, FORM, FORM.table("3")) == COLUMNS
    known = read(*late(LATE, figures(0) + figures(1)))
    assert is_true(known)
    assert known.keys() == truth(0, 1).keys()


def test_columns_exchanged_or_lost_behind_the_first_labels_tell_no_order() -> None:
    swapped = [*LATE]
    for one, other in ((13, 16), (14, 17)):
        swapped[one], swapped[other] = swapped[other], swapped[one]
    last_first = [*LATE[:2], "总", "计", *LATE[4:10], "自然", "人", *LATE[12:]]
    for header in (swapped, last_first):
        assert order_of_columns([*header, "", "1"], 0, FORM, FORM.table("3")) != COLUMNS
        assert not read(*late(header, figures(0) + figures(1)))
    lacking = [word for word in LATE if word not in ("科研机", "其", "他")]
    behind = [*lacking, "", "1", "", "科研机", "其", "他"]
    for header in (lacking, behind, [*LATE[:5], "1", *LATE[5:]]):
        assert order_of_columns([*header, "", "1"], 0, FORM, FORM.table("3")) is None


def test_figures_of_the_first_labels_too_few_or_too_many_leave_them_uncertain() -> None:
    for both in (figures(0)[:6] + figures(1), [*figures(0), "3", *figures(1)], figures(0)):
        assert is_true(read(*late(LATE, both)))
