"""Takes docs/lineage.png from the real UI after a run on data/samples: `python docs/make_pictures.py`."""

import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tests.pipelines import ui  # noqa: E402 - tests are found from the project's root


def main() -> None:
    """Run, serve, open the lineage, take the picture without the navigation."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ui.run(PROJECT / "data" / "samples", Path(folder) / "warehouse", home)
        with ui.server(home) as address, ui.page() as page:
            ui.open_lineage(page, address)
            page.get_by_text("Hide navigation").click()
            page.wait_for_timeout(2000)
            page.screenshot(path=PROJECT / "docs" / "lineage.png")


if __name__ == "__main__":
    main()
