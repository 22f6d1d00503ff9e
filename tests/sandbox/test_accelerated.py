"""An evaluator that holds a device has the device, and a wall without another hole; tried with device files alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox import tiers

ROOT = Path(__file__).parents[2]


@pytest.mark.root
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs root, to make device files")
def test_the_wall_around_a_device_has_a_door_to_it_and_no_other(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "tests.sandbox.accelerated", str(tmp_path)], cwd=ROOT, capture_output=True, text=True
    )
    if "Operation not permitted" in done.stderr:
        pytest.skip("no device files can be made here")
    assert done.returncode == 0, done.stderr
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert said, done.stderr
    for report in tiers.probe():
        if report.available:
            assert said[report.tier.value] == "[]"
