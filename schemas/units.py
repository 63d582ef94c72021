"""What units of money are worth.

Belongs here: units that texts print and forms prescribe. Does not belong here: how a figure and its unit are read
(assets/extract), or how two amounts are compared (assets/check).
"""

from __future__ import annotations

# In 元.
UNIT_IN_YUAN = {"元": 1.0, "人民币元": 1.0, "万元": 1e4, "万": 1e4, "亿元": 1e8, "亿": 1e8}
