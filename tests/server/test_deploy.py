"""Deploying: the files that run Candor for a team speak of what is there."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from flask.testing import FlaskClient

from server.launch import FINISH_S
from server.settings import Settings

DEPLOY = Path(__file__).parents[2] / "server" / "deploy"
UNIT = (DEPLOY / "candor@.service").read_text("utf-8")


def test_the_dashboard_shows_figures_that_there_are(client: FlaskClient) -> None:
    client.get("/v1/tones")
    body = {"thread": {"comments": [{"text": "The lid broke"}]}}
    client.post("/v1/suggestions", json=body, headers={"Accept": "application/json"})
    text = client.get("/metrics").text
    there = set(re.findall(r"^(candor_\w+)", text, re.MULTILINE))
    labels = set(re.findall(r'(\w+)="', text))
    panels = json.loads((DEPLOY / "dashboard.json").read_text("utf-8"))["panels"]
    asked = " ".join(target["expr"] for panel in panels for target in panel["targets"])
    assert set(re.findall(r"candor_\w+", asked)) <= there
    grouped = re.findall(r"by \(([\w, ]+)\)", asked)
    assert {name for names in grouped for name in names.split(", ")} <= labels


def test_the_unit_gives_drafts_the_time_to_be_finished() -> None:
    stops_after = re.search(r"^TimeoutStopSec=(\d+)$", UNIT, re.MULTILINE)
    assert stops_after is not None
    assert int(stops_after[1]) > FINISH_S


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        return  # another system; there the unit is of no use either
    unit = tmp_path / "candor@.service"
    unit.write_text(UNIT.replace("/opt/candor/.venv/bin/candor serve", "/bin/true"))
    command = [analyze, "verify", "--man=no", tmp_path / "candor@8765.service"]
    (tmp_path / "candor@8765.service").symlink_to(unit)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_files_set_settings_that_there_are() -> None:
    known = {f"CANDOR_{name.upper()}" for name in Settings.model_fields}
    for path in DEPLOY.iterdir():
        assert set(re.findall(r"CANDOR_[A-Z_]+", path.read_text("utf-8"))) <= known, path
