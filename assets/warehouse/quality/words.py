"""What our codes are called on the page, in both languages: statuses, states, verdicts, severities, who is to act.

Does not belong here: codes of findings and rules, whose wording the warehouse holds (dim_finding, dim_rule).
"""

from __future__ import annotations

from assets.warehouse.quality.model import Words

CODES: dict[str, Words] = {
    # what became of a file
    "with a report": ("有报告", "holds a report"),
    "second place of the same bytes": ("与另一文件内容相同", "same bytes as another file"),
    "not a report": ("不是年度报告", "not an annual report"),
    "without a report": ("未认出报告", "no report recognised"),
    "changed while it was read": ("读取时正在变化", "changed while it was read"),
    "failed": ("识读失败", "could not be processed"),
    "empty": ("空文件", "empty"),
    "binary": ("不是文本", "not text"),
    "undecodable": ("字符编码不明", "encoding unknown"),
    "too large": ("过大", "too large"),
    "unreadable": ("无法读取", "cannot be read"),
    "special": ("不是普通文件", "not a regular file"),
    # statuses of cells
    "reported": ("有数字", "figure printed"),
    "blank": ("空白", "printed blank"),
    "not_applicable": ("不适用（- / 无）", "printed -, / or 无"),
    "unparsed": ("无法解析", "no one reading"),
    "absent": ("文中缺失", "not in the text"),
    "uncertain": ("不确定", "cannot be known"),
    # states of rules
    "pass": ("成立", "holds"),
    "pass_if_blank_zero": ("空白作 0 时成立", "holds if blanks are 0"),
    "fail": ("不成立", "fails"),
    "not_assessable": ("无法评判", "cannot be assessed"),
    # verdicts on reports
    "sound": ("完好", "sound"),
    "incomplete": ("不完整", "incomplete"),
    "broken": ("有矛盾", "broken"),
    "unknown": ("无从验证", "unknown"),
    # severities, and who is to act
    "error": ("错误", "error"),
    "warn": ("警告", "warning"),
    "info": ("提示", "note"),
    "filer": ("填报单位", "the agency that filed it"),
    "reader": ("提供文本者", "who supplies the text"),
    "gouji": ("gouji", "gouji"),
    # what a run did
    "full": ("全部重做", "all anew"),
    "changes": ("只做变化", "what changed"),
}
