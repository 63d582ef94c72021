"""What commands share: refusing, the option --warehouse, words to choose from, names to complete, and a help that is a table of contents.

Does not belong here: anything of one command, or an import that costs time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

PROJECT = Path(__file__).resolve().parents[2]
DEFAULT_WAREHOUSE = PROJECT / "data" / "warehouse"


class Refusal(click.ClickException):
    """A request that cannot be met; the message says what to do."""

    exit_code = 2


class Contents(click.Group):
    """A group whose help lists its commands in sections, in the order in which they are given."""

    def __init__(
        self, name: str | None = None, *, sections: Mapping[str, Sequence[click.Command]], **more: Any
    ) -> None:
        """`sections`: heading -> commands. A section without commands is not shown."""
        self.sections = sections
        commands = [command for listed in sections.values() for command in listed]
        super().__init__(name, commands=commands, **more)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in their order, not in that of the alphabet."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands first: they are what is looked for."""
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A heading for each section, and all summaries in one column."""
        width = max(map(len, self.commands))
        for heading, listed in self.sections.items():
            if listed:
                with formatter.section(heading):
                    formatter.write_dl(
                        [
                            (str(one.name).ljust(width), one.get_short_help_str(formatter.width))
                            for one in listed
                        ]
                    )


class Choice(click.Choice[str]):
    """One of some words; of one that is none of them the nearest is named."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What click says, and what was probably meant."""
        near = get_close_matches(str(value), self.choices, 1)
        said = super().get_invalid_choice_message(value, ctx)
        return f"{said} Did you mean {near[0]!r}?" if near else said


def warehouse_option(command: click.decorators.FC) -> click.decorators.FC:
    """--warehouse, which every command that reads or builds one takes."""
    return click.option(
        "--warehouse",
        "warehouse",
        type=click.Path(path_type=Path),
        envvar="GOUJI_WAREHOUSE",
        default=DEFAULT_WAREHOUSE,
        help="Folder of warehouse.duckdb.  [env var: GOUJI_WAREHOUSE; default: data/warehouse]",
    )(command)


def complete_folder(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell complete folders."""
    return [CompletionItem(incomplete, type="dir")]


def complete_build(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The builds that the warehouse keeps, newest first, with the time when they were published."""
    from assets.warehouse.publish import builds

    kept = builds(Path(ctx.params.get("warehouse") or DEFAULT_WAREHOUSE))
    return [
        CompletionItem(build.name, help=build.published_at)
        for build in reversed(kept)
        if build.name.startswith(incomplete)
    ]


def home() -> Path:
    """Dagster's home, ready for use."""
    from pipelines.instance import prepare_home

    try:
        return prepare_home()
    except OSError as error:
        raise Refusal(f"DAGSTER_HOME cannot be written: {error}; set it to another folder") from error
