"""Fetching a model from a hub on this machine: ranges, digests, a full disk, no network."""

import errno
import hashlib
import json
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models import fetch as fetching
from models.catalog import Offer
from models.fetch import CannotFetch, fetch, is_fetched

REVISION = "0123456789abcdef0123456789abcdef01234567"
OFFER = Offer("tiny", "some/tiny", REVISION, 0.1, 0.1, 0.1, "MIT", "chatml")
WEIGHTS = bytes(range(256)) * 1000
FILES = {
    "config.json": b'{"model_type": "llama"}',
    "tokenizer.json": b"{}",
    "model.safetensors": WEIGHTS,
    "README.md": b"# not wanted",
    "modeling.py": b"raise SystemExit",
    "pytorch_model.bin": b"not wanted",
    "onnx/config.json": b"{}",
}


class Hub(ThreadingHTTPServer):
    """A hub with one model; `cut_after` is how many bytes of weights it sends before it drops."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.files, self.sha = dict(FILES), REVISION
        self.sent: dict[str, bytes] = {}  # other content than what is listed
        self.cut_after: int | None = None
        self.gives_ranges, self.status = True, 200
        self.asked: list[tuple[str, str | None]] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about what a test broke."""


class Answer(BaseHTTPRequestHandler):
    """One answer of the hub."""

    server: Hub

    def do_GET(self) -> None:
        """Tell of the model, or give one of its files or a range of it."""
        hub = self.server
        if self.path.startswith("/api/models/some/tiny/revision/"):
            self.whole(hub.status, json.dumps({"id": "some/tiny", "sha": hub.sha} | listing(hub)))
            return
        name = self.path.removeprefix(f"/some/tiny/resolve/{REVISION}/")
        hub.asked.append((name, self.headers["Range"]))
        content = hub.sent.get(name, hub.files[name])
        start = int(re.findall(r"\d+", self.headers["Range"] or "0")[0]) * hub.gives_ranges
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        end = hub.cut_after if name.endswith(".safetensors") and hub.cut_after else len(content)
        self.wfile.write(content[start:end])

    def whole(self, status: int, text: str) -> None:
        """Send a whole text."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def listing(hub: Hub) -> dict[str, Any]:
    """List the files as the hub's API does: large ones with sha256, others with git's id."""
    siblings = []
    for name, content in hub.files.items():
        told: dict[str, Any] = {"rfilename": name, "size": len(content)}
        told["blobId"] = hashlib.sha1(b"blob %d\0%b" % (len(content), content)).hexdigest()
        if name.endswith((".safetensors", ".bin")):
            sha256 = hashlib.sha256(content).hexdigest()
            told["lfs"] = {"size": len(content), "sha256": sha256, "pointerSize": 130}
        siblings.append(told)
    return {"siblings": siblings}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """Run a hub and make it the one that is asked."""
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setattr(fetching.time, "sleep", lambda _: None)
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


class Told(NamedTuple):
    """What was told of a download: the bytes to come, and those that came."""

    to_come: int
    came: int


def get(folder: Path) -> Told:
    """Fetch the model and give what was told meanwhile."""
    sizes: list[int] = []
    steps: list[int] = []

    def begin(size: int) -> Any:
        sizes.append(size)
        return steps.append

    fetch(OFFER, folder, begin)
    return Told(sizes[0], sum(steps))


def test_a_model_comes_whole_with_a_lock_and_without_code(hub: Hub, tmp_path: Path) -> None:
    wanted = {"config.json", "tokenizer.json", "model.safetensors"}
    told = get(tmp_path / "tiny")
    assert told.to_come == told.came == sum(len(FILES[name]) for name in wanted)
    assert {path.name for path in (tmp_path / "tiny").iterdir()} == wanted | {fetching.LOCK}
    assert (tmp_path / "tiny" / "model.safetensors").read_bytes() == WEIGHTS
    lock = json.loads((tmp_path / "tiny" / fetching.LOCK).read_text())
    assert lock["revision"] == REVISION
    assert {file["name"] for file in lock["files"]} == wanted
    assert is_fetched(tmp_path / "tiny")


def test_a_second_time_nothing_comes(hub: Hub, tmp_path: Path) -> None:
    get(tmp_path)
    hub.asked.clear()
    assert get(tmp_path) == (0, 0)
    assert hub.asked == []


def test_a_download_that_broke_off_goes_on_where_it_stopped(hub: Hub, tmp_path: Path) -> None:
    hub.cut_after = 100_000
    with pytest.raises(CannotFetch, match="goes on where it stopped"):
        get(tmp_path)
    assert not is_fetched(tmp_path)
    assert (tmp_path / "model.safetensors.part").stat().st_size == 100_000
    hub.cut_after = None
    hub.asked.clear()
    assert get(tmp_path) == (len(WEIGHTS) - 100_000,) * 2
    assert hub.asked == [("model.safetensors", "bytes=100000-")]
    assert (tmp_path / "model.safetensors").read_bytes() == WEIGHTS


def test_a_hub_without_ranges_begins_anew(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors.part").write_bytes(WEIGHTS[:1000])
    hub.gives_ranges = False
    told = get(tmp_path)
    assert told.to_come == told.came
    assert (tmp_path / "model.safetensors").read_bytes() == WEIGHTS


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_what_came_damaged_is_thrown_away(hub: Hub, tmp_path: Path, name: str) -> None:
    hub.sent[name] = b"X" + FILES[name][1:]
    with pytest.raises(CannotFetch, match=rf"{re.escape(name)} of tiny came damaged"):
        get(tmp_path)
    assert not (tmp_path / name).exists()
    assert not (tmp_path / f"{name}.part").exists()
    assert not is_fetched(tmp_path)


def test_a_file_that_was_changed_here_is_fetched_again(hub: Hub, tmp_path: Path) -> None:
    get(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"X" + WEIGHTS[1:])
    assert get(tmp_path).came == len(WEIGHTS)
    assert (tmp_path / "model.safetensors").read_bytes() == WEIGHTS


def test_another_revision_than_the_pinned_one_is_refused(hub: Hub, tmp_path: Path) -> None:
    hub.sha = "f" * 40
    with pytest.raises(CannotFetch, match="no longer what the catalog says"):
        get(tmp_path)
    assert hub.asked == []


def test_a_repository_without_safe_weights_is_refused(hub: Hub, tmp_path: Path) -> None:
    del hub.files["model.safetensors"]
    with pytest.raises(CannotFetch, match="lacks files"):
        get(tmp_path)


def test_a_disk_without_room_is_named_before_anything_comes(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(CannotFetch, match="make room"):
        get(tmp_path / "tiny")
    assert hub.asked == []


def test_a_disk_that_fills_up_is_named(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fetching, "_stream_part", fill_up)
    with pytest.raises(CannotFetch, match="disk is full"):
        get(tmp_path)


def test_without_a_network_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(CannotFetch, match=r"^127\.0\.0\.1 cannot be reached; connect .*again\.$"):
        get(tmp_path)


@pytest.mark.parametrize("status", [401, 404, 503])
def test_a_hub_that_refuses_is_named(hub: Hub, tmp_path: Path, status: int) -> None:
    hub.status = status
    with pytest.raises(CannotFetch, match=f"does not give some/tiny \\(status {status}\\)"):
        get(tmp_path)
