"""What commands share: refusing, the option --warehouse, words to choose from, names to complete, and a help that is a table of contents.

Does not belong here: anything of one command, or an import that costs time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from assets.garbage import fewer_collections

PROJECT = Path(__file__).resolve().parents[2]
DEFAULT_WAREHOUSE = PROJECT / "data" / "warehouse"

# 128 + SIGPIPE, as the shell says it of programs that the signal ends.
BROKEN_PIPE = 141


class Refusal(click.ClickException):
    """A request that cannot be met; the message says what to do."""

    exit_code = 2


def no_warehouse(folder: Path) -> Refusal:
    """What to say where nothing was published, or nothing to compare with."""
    from pipelines.show import command

    return Refusal(
        f"there is no warehouse in {folder}; make it with: {command('run', 'SOURCE', '--warehouse', folder)}"
    )


class Contents(click.Group):
    """A group whose help lists its commands in sections, in the order in which they are given."""

    def __init__(
        self, name: str | None = None, *, sections: Mapping[str, Sequence[click.Command]], **more: Any
    ) -> None:
        """`sections`: heading -> commands. A section without commands is not shown."""
        self.sections = sections
        commands = [command for listed in sections.values() for command in listed]
        super().__init__(name, commands=commands, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Where nobody reads on (`gouji sql ... | head`) stop without a word, with the exit code of any such program."""
        try:
            try:
                with fewer_collections():  # importing libraries makes nothing but objects that stay
                    return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            # What is still unwritten is written when Python ends, and would complain again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(BROKEN_PIPE)

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
    """The builds in the warehouse folder, newest first, with their time.

    By their names: what knows builds (assets.warehouse.publish) takes a second to import, and a shell waits for this.
    """
    folder = Path(ctx.params.get("warehouse") or DEFAULT_WAREHOUSE)
    found = sorted(folder.glob("build-*.duckdb"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [
        CompletionItem(
            path.name, help=f"{datetime.fromtimestamp(path.stat().st_mtime, UTC):%Y-%m-%d %H:%M} UTC"
        )
        for path in found
        if path.name.startswith(incomplete)
    ]


def home() -> Path:
    """Dagster's home, ready for use."""
    from pipelines.instance import prepare_home

    try:
        return prepare_home()
    except OSError as error:
        raise Refusal(f"DAGSTER_HOME cannot be written: {error}; set it to another folder") from error
