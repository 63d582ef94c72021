import csv
import io
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines import cli
from tests.reports import folder

PROJECT = Path(cli.__file__).resolve().parents[1]
SPACED = "it's a warehouse"


def gouji(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


@dataclass(frozen=True)
class Called:
    """A way to call the command: what stands in the line, in which folder, and what PATH is."""

    name: str
    folder: Path
    path: str

    def shell(self, line: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PATH": self.path,
            "DAGSTER_HOME": str(self.folder / "home"),
            "COLUMNS": "80",
        }
        return subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


def called(how: str, where: Path) -> Called:
    bin = Path(sys.executable).parent
    if how == "on PATH":
        return Called("gouji", where, f"{bin}{os.pathsep}{os.environ['PATH']}")
    path = [p for p in os.environ["PATH"].split(os.pathsep) if not (Path(p) / "gouji").exists()]
    if not (where / "here").exists():
        (where / "here").symlink_to(bin)
    return Called("here/gouji", where, os.pathsep.join(path))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real run of the real command, called by its path, on a folder with a broken sum and files that are no reports."""
    by_path = called("by its path", tmp_path_factory.mktemp("run"))
    where = by_path.folder
    (where / "w").mkdir()
    (where / SPACED).symlink_to("w")
    done = by_path.shell(f'{by_path.name} run {folder(where / "source")} --warehouse "{SPACED}"')
    assert (done.returncode, done.stderr) == (0, "")
    (where / "printed").write_text(done.stdout)
    return where / "w"


def test_a_run_prints_what_it_read_and_found(warehouse: Path) -> None:
    printed = (warehouse.parent / "printed").read_text()
    for line in (
        "Reports   2",
        "Files     6        2 with a report, 1 binary, 1 empty, 1 not a report,",
        "                   1 second place of the same bytes",
        "Cells     400      reported 400",
        "                   400 of 400 could be read (100 %)",
        "Findings  5        warn  culprit 1, file-binary 1, file-empty 1, not-a-report 1",
        "                   info  file-duplicate 1",
    ):
        assert line in printed.splitlines(), printed
    assert "fail 2" in printed
    assert printed == "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    assert str(warehouse.parent / SPACED / "warehouse.duckdb") in printed


def test_what_could_not_be_read_is_never_rounded_away(
    warehouse: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines import show

    monkeypatch.setattr(show, "_CELLS", "values ('reported', 19_999), ('absent', 1)")
    monkeypatch.setattr(
        show,
        "_FINDINGS",
        show._FINDINGS.replace(
            "from findings",
            "from (select 'error' as severity, code from findings union all select severity, code from findings) as x",
        ),
    )
    show.summary(warehouse / "warehouse.duckdb", is_default=False)
    printed = capsys.readouterr().out
    assert "19,999 of 20,000 could be read (99.9 %)" in printed
    assert printed.index("error ") < printed.index("warn ") < printed.index("info ")


@pytest.mark.parametrize("how", ["on PATH", "by its path"])
def test_the_next_command_runs_as_printed(how: str, warehouse: Path, tmp_path: Path) -> None:
    if how == "by its path":  # in the folder where it was called
        way, printed = called(how, warehouse.parent), (warehouse.parent / "printed").read_text()
    else:
        way = called(how, tmp_path)
        source = folder(tmp_path / "source")
        printed = way.shell(f'gouji run {source} --warehouse "{SPACED}"').stdout
    next_command = printed.split("Next: ")[1]
    assert next_command.startswith(f"{way.name} sql ")
    assert "本年新收" in way.shell(next_command).stdout
    refused = way.shell(
        f"{way.name} sql 'select 1' --warehouse {shlex.quote(str(tmp_path / 'no such'))}"
    ).stderr
    assert refused.rstrip().endswith(f"{way.name} run SOURCE --warehouse '{tmp_path}/no such'")


def test_make_run_publishes_where_gouji_sql_looks() -> None:
    for environment, folder_ in (({}, "data/warehouse"), ({"GOUJI_WAREHOUSE": "/some/where"}, "/some/where")):
        done = subprocess.run(
            ["make", "-n", "-o", ".venv/.complete", "run"],
            cwd=PROJECT,
            env={**{k: v for k, v in os.environ.items() if k != "WAREHOUSE"}, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        assert f"--warehouse {folder_}\n" in done.stdout


def test_the_ui_gets_absolute_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, str] = {}
    # Put back what the command changes for the server that it becomes.
    for name, value in (("GOUJI_SOURCE", "in/put"), ("GOUJI_WAREHOUSE", "~/w"), ("HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "execv", lambda *_: seen.update(os.environ))
    started = gouji("ui")
    assert started.exit_code == 0, started.output
    assert (seen["GOUJI_SOURCE"], seen["GOUJI_WAREHOUSE"]) == (f"{tmp_path}/in/put", f"{tmp_path}/w")
    assert seen["GOUJI_AUTOMATION"] == "on"


def test_help_is_whole() -> None:
    printed = gouji("--help").output
    for heading, listed in cli.SECTIONS.items():
        assert (f"{heading}:\n" in printed) == bool(listed)
        for command in listed:
            assert f"  {command.name}  " in printed
    assert "..." not in printed.split("Run:")[1]
    assert "default: data/warehouse]" in " ".join(gouji("run", "--help").output.split())


def test_a_table_shows_every_column_whole(warehouse: Path) -> None:
    printed = gouji("sql", "from wide_requests", "--warehouse", warehouse)
    assert printed.exit_code == 0
    assert "carried_forward__total" in printed.output
    assert "…" not in printed.output


def test_json_and_csv_hold_the_same(warehouse: Path) -> None:
    query = "select source_file, modified_at, detail from report_files order by 1"
    as_json = json.loads(gouji("sql", query, "--warehouse", warehouse, "--format", "json").output)
    as_csv = list(
        csv.DictReader(io.StringIO(gouji("sql", query, "--warehouse", warehouse, "--format", "csv").output))
    )
    assert [row["source_file"] for row in as_json] == [row["source_file"] for row in as_csv]
    assert as_json[0]["detail"] is None


def test_csv_prints_whole_figures_as_the_table_does(warehouse: Path) -> None:
    query = "select 77.0::double as a, 1.5::double as b, null as c, 'x' as d"
    printed = gouji("sql", query, "--warehouse", warehouse, "--format", "csv").output
    assert printed == "a,b,c,d\n77,1.5,,x\n"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("selec", "syntax error"),
        ("delete from reports", "read-only"),
        ("select * from read_csv('/etc/hostname')", "Permission"),
        ("attach '/tmp/other.duckdb'", "Permission"),
    ],
)
def test_a_query_that_cannot_be_met_is_refused(query: str, says: str, warehouse: Path) -> None:
    refused = gouji("sql", query, "--warehouse", warehouse)
    assert (refused.exit_code, says in refused.output) == (2, True), refused.output


def test_no_warehouse_says_how_to_make_one(tmp_path: Path) -> None:
    refused = gouji("sql", "select 1", "--warehouse", tmp_path)
    assert refused.exit_code == 2
    assert "gouji run" in refused.output


def test_a_source_that_is_not_there_or_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file.txt").touch()
    for source, says in ((tmp_path / "no", "does not exist"), (tmp_path / "file.txt", "is a file")):
        refused = gouji("run", source, "--warehouse", tmp_path / "w")
        assert (refused.exit_code, says in refused.output) == (2, True), refused.output


def test_a_warehouse_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "warehouse.duckdb").write_bytes(b"somebody's")
    (tmp_path / "file").touch()
    for warehouse, says in (
        (tmp_path / "w", "not a link that gouji made"),
        (tmp_path / "file", "cannot be written"),
        (tmp_path / "source" / "w", "lies in the source folder"),
    ):
        refused = gouji("run", tmp_path / "source", "--warehouse", warehouse)
        assert (refused.exit_code, says in refused.output) == (2, True), refused.output


def test_ctrl_c_is_no_fault_and_leaves_the_warehouse_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "home"))
    source = folder(tmp_path / "source")

    def pressed(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)  # the signal comes before it ends

    with monkeypatch.context() as patched:
        patched.setattr("assets.extract.assets._plan", pressed)
        stopped = gouji("run", source, "--warehouse", tmp_path / "w")
    assert stopped.exit_code == 130, stopped.output
    assert "was interrupted; the warehouse is as it was, run it again" in stopped.output
    assert not (tmp_path / "w" / "warehouse.duckdb").exists()
    assert gouji("run", source, "--warehouse", tmp_path / "w").exit_code == 0


def test_a_fault_of_our_own_exits_1_and_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import assets.check.batch

    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(assets.check.batch, "evaluate", fail)
    failed = gouji("run", folder(tmp_path / "source"), "--warehouse", tmp_path / "w")
    assert failed.exit_code == 1
    assert "planted" in failed.output
    assert not os.path.lexists(tmp_path / "w" / "warehouse.duckdb")


def test_an_empty_folder_is_a_run_too(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    done = gouji("run", tmp_path / "source", "--warehouse", tmp_path / "w")
    assert done.exit_code == 0, done.output


def test_help_is_quick_because_nothing_heavy_is_imported() -> None:
    heavy = "{'dagster', 'duckdb', 'polars', 'pandera', 'pydantic', 'numpy', 'rich', 'altair'}"
    code = f"import sys, pipelines.cli; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("name", sorted(cli.main.commands))
def test_each_command_has_examples_that_it_takes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The options of every example are there; what the commands do is tested elsewhere."""
    command = cli.main.commands[name]
    printed = gouji(name, "--help").output
    examples = printed.split("Examples:\n")[1].split("\n\n")[0].splitlines()
    for example in examples:
        called = example.strip().partition("gouji ")[2].split(" > ")[0]
        words = [word for word in shlex.split(called) if word]
        assert words[0] == name, example
        with command.make_context(name, words[1:], resilient_parsing=False):
            pass


@pytest.mark.parametrize(
    ("called", "meant"),
    [
        (["rnu"], "'run'"),
        (["sql", "--fromat", "csv", "x"], "'--format'"),
        (["sql", "--format", "jsno", "x"], "'json'"),
        (["check", "--lang", "e", "x"], "'en'"),
    ],
)
def test_what_is_unknown_suggests_the_nearest(called: list[str], meant: str) -> None:
    refused = gouji(*called)
    assert refused.exit_code == 2
    assert f"Did you mean {meant}?" in refused.output


@pytest.mark.parametrize(
    ("query", "meant"), [("from reprots", '"reports"'), ("select agncy from reports", '"agency"')]
)
def test_an_unknown_table_or_column_suggests_the_nearest(query: str, meant: str, warehouse: Path) -> None:
    assert meant in gouji("sql", query, "--warehouse", warehouse).output


def in_shell(line: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A line in bash, where `gouji` is the command of this environment."""
    bin = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}", **more}
    return subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("style", ["table", "csv", "json"])
def test_a_reader_who_has_enough_is_no_error(style: str, warehouse: Path) -> None:
    done = in_shell(
        f"gouji sql 'from cells, range(4)' --format {style} --warehouse '{warehouse}' | head -1 >&2; echo ${{PIPESTATUS[0]}}"
    )
    assert done.stdout == "141\n"
    assert len(done.stderr.splitlines()) == 1, done.stderr


@pytest.mark.skipif(
    shutil.which("script") is None, reason="no script; install it with: apt-get install bsdutils"
)
def test_colours_are_for_terminals_and_those_who_want_them(tmp_path: Path) -> None:
    line = f"gouji check {shlex.quote(str(folder(tmp_path) / 'b.txt'))}"
    on_terminal = f"script -qec {shlex.quote(line)} /dev/null"
    for how, no_color, coloured in ((line, "", False), (on_terminal, "", True), (on_terminal, "1", False)):
        shown = in_shell(how, NO_COLOR=no_color, TERM="xterm").stdout
        assert "不成立" in shown
        assert ("\x1b[3" in shown) is coloured
        assert how == on_terminal or "\x1b[" not in shown


def completed(shell: str, words: str, last: str) -> list[str]:
    """What a shell is answered when TAB is pressed after `last`, the last of `words`."""
    number = last if shell == "fish" else str(len(words.split()) - bool(last))
    asked = {"_GOUJI_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": number}
    done = in_shell("gouji", **asked)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_commands_and_builds_are_completed(shell: str, warehouse: Path) -> None:
    def offers(words: str, last: str) -> str:
        return "\n".join(completed(shell, words, last))

    assert "rollback" in offers("gouji ro", "ro")
    offered = offers(f"gouji diff --warehouse {warehouse} bui", "bui")
    kept = [path.name for path in warehouse.glob("build-*.duckdb")]
    assert kept and all(build in offered for build in kept)
    assert "build-" not in offers(f"gouji diff --warehouse {warehouse.parent} bui", "bui")
    assert "json" in offers("gouji sql --format j", "j")
    assert in_shell("gouji", _GOUJI_COMPLETE=f"{shell}_source").stdout.count("gouji") > 2


def test_bash_takes_the_completion_that_the_help_names() -> None:
    printed = gouji("--help").output
    [line] = [line.split(maxsplit=1)[1] for line in printed.splitlines() if line.startswith("    bash ")]
    done = in_shell(f"{line}; complete -p gouji")
    assert (done.returncode, done.stdout.split()[-1]) == (0, "gouji"), done.stderr
