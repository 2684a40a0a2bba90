"""The doctor: it names what a page lacks, and says no word of the page."""

import json
import re
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from server import cli, doctor
from server.errors import CannotStart

PAGES = Path(__file__).parents[1] / "pages"
EXPECTED = [(path, json.loads(path.read_text("utf-8"))) for path in sorted(PAGES.glob("*/*.json"))]


def run(*words: str) -> Result:
    """Run the doctor with these words."""
    return CliRunner().invoke(cli.candor, ["doctor", *words])


@pytest.mark.parametrize(("path", "page"), EXPECTED, ids=lambda one: getattr(one, "stem", ""))
def test_a_saved_page_is_well(path: Path, page: dict[str, str]) -> None:
    html = (path.parent / page["page"]).read_text("utf-8")
    found = doctor.examine(html, page["url"])
    assert found.missing == []
    assert found.page == f"{path.parent.name}/{page['page']}"


def test_a_renamed_class_is_named_and_no_word_of_the_page_is_said(tmp_path: Path) -> None:
    html = (PAGES / "x/status.html").read_text("utf-8").replace("tweetText", "postText")
    place = tmp_path / "status.html"
    place.write_text(
        f"<!-- saved from url=(0031)https://x.com/HollowFarm/status/1 -->{html}", "utf-8"
    )
    result = run(str(place))
    assert result.exit_code == 1
    assert "nothing now: text." in str(result.exception)
    assert re.search(r"^!    0  text  ", result.stdout, re.MULTILINE)
    words = set(re.findall(r">\s*([^<>{}]{8,}?)\s*<", html))
    assert words
    assert [said for said in words if said in result.output] == []


def test_the_platform_is_told_from_the_page_or_by_name() -> None:
    html = (PAGES / "discourse/topic.html").read_text("utf-8")
    assert doctor.examine(html).platform.name == "discourse"
    assert doctor.examine(html, "https://table.example/t/1").platform.name == "discourse"
    assert doctor.examine(html, name="x").platform.name == "x"
    with pytest.raises(CannotStart, match="knows no platform 'xing'"):
        doctor.examine(html, name="xing")


def test_a_page_that_shows_nothing_of_its_site_asks_for_a_saved_one(tmp_path: Path) -> None:
    place = tmp_path / "empty.html"
    place.write_text('<link rel="canonical" href="https://x.com/a/status/1"><p>Log in</p>', "utf-8")
    result = run(str(place))
    assert result.exit_code == 1
    assert "save it in the browser" in str(result.exception)


class Site(BaseHTTPRequestHandler):
    """Serves one saved page, and keeps what it was asked with."""

    asked: list[dict[str, str]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        """Answer with the page."""
        self.asked.append({name.lower(): value for name, value in self.headers.items()})
        self.send_response(200)
        self.end_headers()
        self.wfile.write((PAGES / "discourse/topic.html").read_bytes())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_address_is_fetched_once_without_cookies() -> None:
    with HTTPServer(("127.0.0.1", 0), Site) as site:
        Thread(target=site.handle_request).start()
        result = run(f"http://127.0.0.1:{site.server_port}/t/nine/1")
    assert result.exit_code == 0
    assert result.stdout.startswith("discourse, compared with discourse/topic.html")
    assert [sorted(asked) for asked in Site.asked] == [
        ["accept-encoding", "connection", "host", "user-agent"]
    ]


def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(CannotStart, match="Give a saved page"):
        doctor.read_page("no-such-file.html")
    with pytest.raises(CannotStart, match="did not answer well"):
        doctor.read_page("http://127.0.0.1:1/")
