"""What a report prints in a cell where a figure belongs, and what is none though digits are in it: `未统计`, `若干`, `1至2`, `0/0`, `I7`.

It may have no reading, but it has a place: figures behind it do not move up, and its cell is not blank. Belongs here: the texts
that no label of a row or column has. Does not belong here: what a figure is (numbers.py), and which row it is of.
"""

from __future__ import annotations

import re

from assets.extract.labels import ascii_width

_OWN = "本(?:单位|机关|部门|局|级|镇|乡|街道|年度?)|我(?:局|单位)"
_COUNTED = "[件项条次个起宗]"
# What a report says in a cell instead of a figure.
_SAID = re.compile(
    rf"(?:{_OWN})?(?:没有|暂未|暂无|未|无|不)"
    "(?:制作|制定|制发|发布|涉及|开展|发生|收取|设立|设置|实施|承担|此|该|规章)[\u3400-\u9fff]{0,8}"
    rf"|(?:{_OWN})?(?:没有|暂未|尚未|暂无|未能|无法|未|无)(?:作|做|进行|予以)?"
    "(?:统计|填报|填写|上报|核实|核定|估计|计算|记录|数据)(?:数据|资料)?"
    "|(?:数据)?(?:详|参|可|请)?见(?:附件|附表|附录|附注|备注|说明|正文|另表)[0-9一二三四五]?|另附(?:表|页|件)?"
    "|缺|暂缺|缺失|缺报|漏[填报]|待(?:补充?|核实?|填报?|定|统计|确认|上报)|不详|同[上前]|同上[行列表]"
    "|略|从略|此处?略|省略|[(]略[)]|(?:数据|数字)?(?:另行?|单独|分开)(?:统计|填报|上报|报送?|列|计|附)"
    "|涉密|(?:数据)?保密|不(?:便|宜|予)公布"
    rf"|若干{_COUNTED}?|[数多几]{_COUNTED}|(?:近|约|逾|上|超过?)?(?:几|数|十|百)?[十百千余多]余?{_COUNTED}"
    rf"|(?:近|约|逾|超过?|大约)[0-9]+[余多]?{_COUNTED}?(?:左右|以上)?|[0-9]+(?:[余多]{_COUNTED}?|{_COUNTED}?(?:左右|以上))"
    # neither more nor fewer
    "|0[/／]0"
    # what a program writes where a formula, a reference of a text or the width of a column fails it
    r"|#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!)|#{3,40}"
    r"|错误[!:](?:未找到引用源|未定义书签|链接无效|未指定书签|不能通过编辑域代码创建对象|使用“开始”选项卡.{0,40})。?"
)
# Two figures or about one, and digits among the letters that are read for them. No number of a list is so.
_FIRST = re.compile(
    rf"(?:约|近|超过?)?[0-9]+(?:(?:[至到~～〜—–\-]|[/／、])[0-9]+|[余多])?(?:{_COUNTED}|左右)*"
    r"|(?=[0-9]*[IlOoSBZz|])(?=\D*[0-9])[0-9IlOoSBZz|]{2,6}"
)
# So many figures behind it on its line, for fewer may be a label's.
_LEAST_BEHIND = 2


def says_something(text: str) -> bool:
    """Whether a word stands in a cell instead of a figure, wherever it is met."""
    return bool(_SAID.fullmatch(ascii_width(text)))


def is_first_cell(text: str, behind: int) -> bool:
    """Whether a word before so many figures of a line is the cell before them and no end of a label."""
    return behind >= _LEAST_BEHIND and bool(_FIRST.fullmatch(ascii_width(text)))
