"""Takes the pictures of the documents after a run on data/samples: `python docs/make_pictures.py [NAME.png...]`.

- lineage.png, lineage-all.png: the real UI; the former has forms, history and warehouse folded, so that it reads from left to
  right. Both are cut to the drawing, whatever its size.
- quality.png, check.png: the pages of a run and of `gouji check --html`
- notebook.png: the notebook, served

Needs chromium, as tests/pipelines/test_ui.py does.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tests.pipelines import explored, ui  # noqa: E402 - tests are found from the project's root

DOCS = PROJECT / "docs"
SAMPLES = PROJECT / "data" / "samples"
# The sample with a wrong total.
WRONG = SAMPLES / "2019-2020" / "澜州市教育局2020.txt"
# Picture -> the stages that are unfolded in it.
LINEAGE = {
    "lineage.png": ("crawl", "extract", "check"),
    "lineage-all.png": ("crawl", "extract", "check", "forms", "history", "warehouse"),
}
# What the UI is told to show of each asset: its checks, not the time of its last run.
FACETS = ["checks"]
MARGIN = 24
# Everything that is drawn: groups and assets stand in foreignObjects, which have a size where they are in view.
BOXES = """() => [...document.querySelectorAll('foreignObject')]
    .map(e => e.getBoundingClientRect()).filter(r => r.width && r.height)
    .map(r => [r.left, r.top, r.right, r.bottom])"""


def take_lineage(page: Any, address: str, stages: tuple[str, ...], path: Path) -> None:
    """Open the lineage with some stages unfolded and save the part of the page that is drawn on."""
    unfolded = ",".join(f"global@global:{stage}" for stage in stages)
    page.add_init_script(f"localStorage.setItem('asset-node-facets', {json.dumps(json.dumps(FACETS))})")
    page.goto(f"{address}/asset-groups?expanded={quote(unfolded)}")
    page.get_by_text("report_files", exact=True).first.wait_for()
    page.get_by_text("Passed").first.wait_for()
    # `warehouse` has no checks of its own; all others show theirs
    while len(re.findall(r"Asset checks\s+–", page.inner_text("body"))) > 1:
        page.wait_for_timeout(200)
    # the dots behind the drawing would be most of the file
    page.add_style_tag(content="* { background-image: none !important }")
    page.wait_for_timeout(3000)
    boxes = page.evaluate(BOXES)
    left, top = (min(box[i] for box in boxes) - MARGIN for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) + MARGIN for i in (2, 3))
    page.screenshot(path=path, clip={"x": left, "y": top, "width": right - left, "height": bottom - top})


def lineage(folder: Path, name: str) -> None:
    """The lineage in a fresh page that is larger than the drawing."""
    with ui.server(folder / "home") as address, ui.page(4000, 5400) as page:
        take_lineage(page, address, LINEAGE[name], DOCS / name)


def quality(folder: Path, name: str) -> None:
    """The first screen of the page that the run wrote."""
    with ui.page(1200, 1150) as page:
        page.goto((folder / "warehouse" / "quality.html").as_uri())
        page.wait_for_timeout(1500)
        page.screenshot(path=DOCS / name)


def check(folder: Path, name: str) -> None:
    """The table with the wrong total."""
    out = folder / "check.html"
    command = [Path(sys.executable).with_name("gouji"), "check", WRONG, "--html", out]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - 1: something to look at
    with ui.page(1100, 3000) as page:
        page.goto(out.as_uri())
        page.locator("table").filter(has_text="一、本年新收").screenshot(path=DOCS / name)


def notebook(folder: Path, name: str) -> None:
    """The notebook as it opens: the report with the most broken sums."""
    served = explored.served(folder / "warehouse", folder / "notebook.log")
    with served as (address, _), ui.page(1200, 1300) as page:
        page.goto(address)
        page.get_by_text("教育局").first.wait_for()
        page.wait_for_timeout(4000)
        page.screenshot(path=DOCS / name)


PICTURES = {
    **dict.fromkeys(LINEAGE, lineage),
    "quality.png": quality,
    "check.png": check,
    "notebook.png": notebook,
}


def main(names: list[str]) -> None:
    """Run once, and take each picture."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        ui.run(SAMPLES, folder / "warehouse", folder / "home")
        for name in names or PICTURES:
            PICTURES[name](folder, name)


if __name__ == "__main__":
    main(sys.argv[1:])
