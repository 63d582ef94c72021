"""Lines of a template that tell the clerk how to fill it in, and were left standing in the report.

    （此处填写表格，没有的填0，示例：规章 0 0 0）      （按照示例格式填写）      注：此表为模板，请勿改动格式。

Such a line names a pattern or gives an example, and says nothing of the figures that were filled in. Each of its clauses is one of the
clerk's orders: what to fill in and after which pattern, what to put where there is nothing, what must not be altered. With any other clause
(示例数据, 不作为统计依据) the line speaks of figures. Does not belong here: a bare 示例 or 样表 above a table, which says whose the figures
are (others.py, saidoffigures.py).
"""

from __future__ import annotations

import re

from assets.extract.memory import remembering
from schemas.whose import WORDS, any_of

_LONGEST = 80
_FILL = r"(?:填写|填报|填列|填入|填)"
_PATTERN = rf"(?:{any_of(WORDS.examples)}|模板|范本|样式|表样|格式|要求)"
_TABLE = r"(?:[此本该下上][页栏]?表格?|表格|此处|下方|表[中内])"
_HINT = re.compile("[填勿不禁]")
_LEAD = re.compile(r"(?:(?:备?注|说明|填[表写报]说明|提示|注意):)?")
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}[.、)])?")
# Orders to fill in, of which there must be one, or not to alter what is printed.
_ORDERS = re.compile(
    rf"(?:请(?:各单位)?)?在?{_TABLE}{{0,2}}请?{_FILL}(?:表格|数据|数字|内容|本表|此表)?"
    rf"|(?:请(?:各单位)?)?(?:按照?|参照|依照|参考|比照)(?:上级|统一|规定|附件[0-9]?|以下|下列|所附|给定)?的?{_PATTERN}{{1,2}}的?{_PATTERN}?(?:如实|逐项|规范|认真)?{_FILL}(?:表格|数据|本表|此表)?"
    rf"|请?(?:勿|不要|不得|不可|严禁|切勿)(?:擅自|随意|自行|任意)?(?:改动|更改|修改|变动|变更|调整|删改|删除|增减)(?:{_TABLE}的?)?(?:{_PATTERN}|行列|表头|结构|项目)"
)
# What stands beside orders: what to put where there is nothing, that the form is a pattern, an example of a row.
_BESIDE = re.compile(
    rf"(?:没有|无)(?:数据|内容|数字|该项)?的?(?:请|一律|均|则|统一)?{_FILL}(?:写|入)?[\"“”'0零〇无/-]{{1,4}}"
    r"|(?:不得|不要|不可|请?勿|不)(?:空项|漏项|留空|空白|漏填|空缺)"
    rf"|{_TABLE}(?:为|是|系)(?:全[省市县区国])?(?:统一|固定|规定)?的?(?:模板|表样|格式)"
    rf"|(?:{any_of(WORDS.examples)}|例如|如|例)[:为]?[\u4e00-\u9fff]{{2,12}}[0-9]{{1,9}}"
)


@remembering
def is_instruction(text: str) -> bool:
    """Whether a squashed line is nothing but orders to who fills in a table."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return False
    bare = text.strip("*#>\"' ")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    bare = bare[_LEAD.match(bare).end() :]  # type: ignore[union-attr]
    clauses = [clause[_NUMBER.match(clause).end() :] for clause in re.split("[,;。!]", bare)]  # type: ignore[union-attr]
    clauses = [clause for clause in clauses if clause]
    orders = [bool(_ORDERS.fullmatch(clause)) for clause in clauses]
    return any(orders) and all(
        is_order or _BESIDE.fullmatch(clause) for clause, is_order in zip(clauses, orders, strict=True)
    )
