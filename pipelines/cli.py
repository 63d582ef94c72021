"""The command `gouji`: which commands there are, and in which section of its help each stands.

A command is a module of pipelines/commands/, listed here under its heading; its work stands in a module of its own.

Exit codes: 0 the work was done, also where reports have findings; 1 the run failed by a fault of gouji's own; 2 the
request cannot be met, and the message says what to do. `gouji check` has its own: 1 is something to look at.
"""

from __future__ import annotations

import click

from pipelines.commands.builds import builds, diff, rollback
from pipelines.commands.check import check
from pipelines.commands.common import Contents
from pipelines.commands.export import export
from pipelines.commands.report import report
from pipelines.commands.run import run
from pipelines.commands.sql import sql
from pipelines.commands.ui import ui

SECTIONS: dict[str, list[click.Command]] = {
    "Run": [run],
    "Look": [sql, ui],
    "Take away": [export, report],
    "Check": [check],
    "Operate": [builds, diff, rollback],
}


_EPILOG = """
\b
Exit codes:
  0  the work was done, also where reports have findings
  1  the run failed by a fault of gouji's own (gouji check: something to look at)
  2  the request cannot be met; the message says what to do

\b
Completion, in the file that your shell reads when it starts:
  bash  eval "$(_GOUJI_COMPLETE=bash_source gouji)"
  zsh   eval "$(_GOUJI_COMPLETE=zsh_source gouji)"
  fish  _GOUJI_COMPLETE=fish_source gouji | source
"""


@click.group(
    cls=Contents,
    sections=SECTIONS,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="gouji")
def main() -> None:
    """勾稽: from texts of government information disclosure reports to a DuckDB warehouse.

    \b
    Examples (each command has its own, see gouji COMMAND --help):
      gouji run data/samples
      gouji sql "from rule_failures"
      gouji check 年报.txt
    """


if __name__ == "__main__":
    main()
