"""What units of money are worth.

Belongs here: units that texts print and forms prescribe. Does not belong here: how a figure and its unit are read
(assets/extract), or how two amounts are compared (assets/check).
"""

from __future__ import annotations

# In 元.
UNIT_IN_YUAN = {"元": 1.0, "人民币元": 1.0, "万元": 1e4, "万": 1e4, "亿元": 1e8, "亿": 1e8}
# Units that texts print and no amount is read in: it is in doubt under such a head. Other multiples of the yuan, its parts, other money.
OTHER_UNITS = (
    "十元",
    "百元",
    "千元",
    "十万元",
    "百万元",
    "千万元",
    "十亿元",
    "百亿元",
    "角",
    "人民币分",
    "美元",
    "港元",
    "港币",
    "欧元",
    "日元",
    "英镑",
    "澳元",
    "台币",
)
