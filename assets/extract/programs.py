"""Sources of programs that hold a form's labels: tests, templates and readers of reports, whose figures are nobody's.

Belongs here: whether lines declare something in a programming language. It is asked only of texts that name neither an agency nor a year and
have no title: data of a report in JSON declares nothing, and a page with scripts has its title. Does not belong here: reading JSON
(formats), texts about reports (aboutreports.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = "[A-Za-z_$][A-Za-z0-9_$]{0,60}"
_LONGEST = 300
_CODE = re.compile(
    rf"(?:export (?:default )?)?(?:const|let|var) {_NAME}(?: ?: ?[^=]{{1,60}})? ?= ?\S.*"
    rf"|(?:export (?:default )?)?(?:async )?function ?(?:{_NAME} ?)?\(.*\) ?\{{.*"
    r"|(?:describe|it|test|expect|beforeEach|module\.exports)(?:\(| ?=).*"
    rf"|(?:async )?def {_NAME}\(.*\)(?: ?-> ?[^:]{{1,60}})?:"
    rf"|class {_NAME}(?:\([^()]{{0,80}}\))?(?: extends {_NAME})? ?[:{{]"
    rf"|(?:public|private|protected) (?:static )?(?:final )?(?:class )?{_NAME}.*\{{"
    rf"|import \{{?[^一-鿿]{{1,120}}\}}? from .+|from [a-z_.]{{1,60}} import .+"
    r"|.*\) ?=> ?\{"
)


def is_program(lines: Sequence[str]) -> bool:
    """Whether a line declares a variable, a function, a class or a test."""
    return any(_CODE.fullmatch(text) for line in lines if len(line) <= _LONGEST and (text := line.strip()))
