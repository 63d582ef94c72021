"""`gouji check` as a disclosure officer uses it: what it prints, its page, its exit codes."""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import main
from pipelines.verdict import inspect
from schemas.form import CellKey
from tests.pipelines import ui
from tests.reports import text

NEW = CellKey("3", "new_received", "natural_person")
BROKEN = text("云溪市水务局", 2023, {NEW: "7"})
STORY = text().replace("工作平稳。", "工作平稳，全年收到政府信息公开申请7件。")
LOST = text().replace(
    "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0",
    "一、本年新收政府信息公开申请数量\t若干\t0\t0\t0\t0\t0\t0",
)


def check(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=given)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "云溪.txt"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_a_sound_report_is_clean(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text(), encoding="utf-8")
    done = check(tmp_path / "a.txt")
    assert (done.exit_code, "结论：未发现问题。" in done.output) == (0, True), done.output
    assert "200/200" in done.output


def test_a_report_of_which_no_figure_is_read_is_not_said_to_hold(tmp_path: Path) -> None:
    """Its sums are neither right nor wrong: nothing was there to add up."""
    bare = "\n".join(line for line in text().split("\n") if not line.endswith("\t0"))
    labels = [
        "第二十条第（一）项",
        "规章",
        "现行有效件数",
        "一、本年新收政府信息公开申请数量",
        "自然人",
        "（七）总计",
    ]
    (tmp_path / "a.txt").write_text("\n".join([bare, *labels]), encoding="utf-8")
    for language, says, never in (
        ("zh", "无从核对", "均成立"),
        ("en", "nothing could be checked", "holds, but"),
    ):
        done = check("--lang", language, tmp_path / "a.txt")
        assert (done.exit_code, says in done.output, never in done.output) == (1, True, False), done.output


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("zh", ["左边 0 = 总计 0", "右边 7 = 自然人 7", "相差 -7", "应为 0", "结论：有 1 处需要核对。"]),
        (
            "en",
            [
                "left 0 = Total 0",
                "right 7 = Natural persons 7",
                "off by -7",
                "should be 0",
                "1 places to look at",
            ],
        ),
    ],
)
def test_a_broken_sum_is_told_with_both_sides_its_line_and_the_culprit(
    language: str, says: list[str], broken: Path
) -> None:
    done = check(broken, "--lang", language)
    assert done.exit_code == 1
    line = BROKEN.splitlines().index("一、本年新收政府信息公开申请数量\t7\t0\t0\t0\t0\t0\t0") + 1
    for said in (*says, f"第 {line} 行" if language == "zh" else f"line {line}"):
        assert said in done.output, (said, done.output)


def test_the_story_and_cells_that_are_not_understood_are_told(tmp_path: Path) -> None:
    story = check("-", given=STORY.encode())
    assert story.exit_code == 1
    assert "正文与表格" in story.output and "“7件”" in story.output
    lost = check("-", given=LOST.encode())
    assert lost.exit_code == 1
    assert "未能识读的单元格（1）" in lost.output and "若干" in lost.output
    assert "但有 1 个单元格未能识读" in lost.output


def test_json_has_the_same_for_machines(broken: Path) -> None:
    done = check(broken, "--json")
    told = json.loads(done.output)
    [report] = told["reports"]
    assert (told["clean"], report["agency"], report["report_year"]) == (False, "云溪市水务局", 2023)
    assert {(rule["rule_id"], rule["place"]) for rule in report["broken_rules"]} == {
        ("row_total", "new_received"),
        ("balance", "natural_person"),
    }
    [proposed] = [row for row in report["corrections"] if row["status"] == "proposed"]
    assert (proposed["row_key"], proposed["col_key"], proposed["proposed_value"]) == (*NEW[1:], 0.0)


def test_several_files_and_the_worst_exit_code(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text(text(), encoding="gb18030")
    assert check(tmp_path / "good.txt", broken).exit_code == 1
    done = check(tmp_path / "good.txt", broken, tmp_path / "empty.txt", tmp_path / "none.txt")
    assert done.exit_code == 2
    assert "empty.txt: 无法读取：文件为空" in done.output
    assert check("-", given=b"%PDF-1.7").exit_code == 2
    assert check("-", given="今天开会。".encode()).exit_code == 2


def test_the_page_marks_the_cell_and_escapes_what_the_report_says(tmp_path: Path) -> None:
    hostile = BROKEN.replace("云溪市水务局", "云溪市<script>alert(1)</script>水务局").replace(
        "\t7\t", '\t7"><b>\t'
    )
    out = tmp_path / "page.html"
    check("-", "--html", out, given=hostile.encode())
    page = out.read_text(encoding="utf-8")
    tags: list[tuple[str, dict[str, str | None]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append((tag, dict(attrs)))

    Tags().feed(page)
    assert not {tag for tag, _ in tags} & {"script", "b", "img", "link"}
    check("-", "--html", out, given=BROKEN.encode())
    page = out.read_text(encoding="utf-8")
    assert page.count('<td class="culprit"') == 1
    assert page.count("<td") == 200
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.browser
@pytest.mark.skipif(ui.CHROMIUM is None, reason=f"no chromium; install it with: {ui.INSTALL}")
@pytest.mark.parametrize("width", [390, 1400])
def test_the_page_in_a_browser(width: int, broken: Path, tmp_path: Path) -> None:
    check(broken, "--html", tmp_path / "page.html")
    with ui.page(width, 1600) as opened:
        opened.goto((tmp_path / "page.html").as_uri())
        assert "7" in opened.locator("td.culprit").inner_text()
        opened.get_by_text("结论：有 1 处需要核对。").wait_for()
        # wide tables scroll by themselves; the page does not
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_it_agrees_with_a_run(broken: Path) -> None:
    [one], findings = inspect(broken.read_bytes(), broken.name)
    assert findings == []
    assert [row["code"] for row in one.faults] == ["culprit"]
    assert one.trust["verdict"] == "broken"


def test_colours_only_on_a_terminal_and_no_heavy_imports(broken: Path) -> None:
    assert "\x1b[" not in check(broken).output
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom pipelines.cli import main\n"
        "CliRunner().invoke(main, ['check', sys.argv[1]])\n"
        "print(sorted({'dagster', 'duckdb', 'sqlalchemy'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(broken)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout == "[]\n"


def test_a_fault_of_ours_is_told_as_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr("pipelines.verdict.read_text", fails)
    (tmp_path / "a.txt").write_text(text(), encoding="utf-8")
    done = check(tmp_path / "a.txt")
    assert not isinstance(done.exception, ValueError), done.exception
    assert done.exit_code != 0
    assert "ValueError: planted" in done.output
