"""A few kills with readers beside them; `make torture` does hundreds."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_killed_runs_leave_nothing_torn_or_lost_and_readers_are_never_refused() -> None:
    command = [sys.executable, "-m", "tests.torture", "--only", "kills", "--seed", "short", "--jobs", "1"]
    # A process of its own: what forks runs may have no threads, and pytest has.
    done = subprocess.run(
        [*command, "--kills", "8", "--every", "9", "--opens", "12"],  # compared once, at the end
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "8 runs killed" in done.stdout
    assert done.stdout.endswith("\n0 faults\n")
