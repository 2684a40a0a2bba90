"""Finding promises: what commits us, and until when, as it was said where it was said."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from server.promises.evaluate import scores
from server.promises.find import find

WEDNESDAY = datetime(2026, 3, 4, 10, 15, tzinfo=ZoneInfo("Europe/London"))


def test_promises_and_their_dates_are_found_in_the_labelled_replies() -> None:
    for part in ("dev", "test"):
        measured = scores(part)
        assert measured["f1"] >= 0.95, part
        assert measured["f1_with_due"] >= 0.9, part


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("by Friday", "2026-03-06T23:59"),
        ("next Tuesday at 5pm EST", "2026-03-10T21:00"),
        ("by the end of the day", "2026-03-04T23:59"),
        ("within 24 hours", "2026-03-05T10:15"),
        ("in two working days", "2026-03-06T23:59"),
        ("before the weekend", "2026-03-06T23:59"),
        ("by the 3rd", "2026-04-03T23:59"),
        ("on 03/04", "2026-04-03T23:59"),
        ("by Easter", "2026-04-05T23:59"),
        ("by 31 February", None),
        ("in 99999999999 hours", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_as_people_mean_it(said: str, due: str | None) -> None:
    [promise] = find(f"We'll send a new lid {said}.", WEDNESDAY, "Europe/London")
    local = promise.due and promise.due.astimezone(ZoneInfo("Europe/London")).isoformat()[:16]
    assert local == due
    assert promise.what.startswith("send a new lid")


@pytest.mark.parametrize(
    ("locale", "time_zone", "month"),
    [("", "Europe/London", 4), ("", "America/Chicago", 3), ("en-US", "Europe/London", 3),
     ("en-GB", "America/Chicago", 4)],
)  # fmt: skip
def test_03_04_is_read_as_the_brand_writes_dates(locale: str, time_zone: str, month: int) -> None:
    at = datetime(2026, 2, 1, 12, tzinfo=UTC)
    [promise] = find("You'll have it on 03/04.", at, time_zone, locale)
    assert promise.due is not None
    assert promise.due.astimezone(ZoneInfo(time_zone)).month == month


def test_an_hour_is_right_over_the_change_of_clocks() -> None:
    at = datetime(2026, 10, 24, 12, tzinfo=ZoneInfo("Europe/Dublin"))
    [promise] = find("I'll call you tomorrow at 9am.", at, "Europe/Dublin")
    assert promise.due == datetime(2026, 10, 25, 9, tzinfo=UTC)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="I'll we send by in the 0123456789/:.,-pm day week ²٣Friday", max_size=80))
def test_no_text_is_too_strange_to_be_looked_at(text: str) -> None:
    for promise in find(text, WEDNESDAY, "Europe/London"):
        assert 0 <= promise.start < promise.end <= len(text)


def test_promises_are_offered_to_be_confirmed(client: FlaskClient) -> None:
    text = "🙂 Sorry. Our kitchen will call you by Friday, and I'll pass it on."
    body = {"text": text, "posted_at": "2026-03-04T10:15:00Z", "time_zone": "Europe/Paris"}
    answer = client.post("/v1/promises/find", json=body)
    assert answer.json is not None
    first, second = answer.json["promises"]
    units = text.encode("utf-16-le")
    assert units[2 * first["start"] : 2 * first["end"]].decode("utf-16-le") == first["quote"]
    assert (first["who"], first["what"], first["due_said"]) == (
        "Our kitchen", "call you", "by Friday",
    )  # fmt: skip
    assert first["due"] == "2026-03-06T22:59:59Z"
    assert (second["who"], second["what"], second["due"]) == ("I", "pass it on", None)
    assert client.get("/v1/promises").json == {"data": [], "next": None}


def test_the_brand_s_locale_is_asked_for(client: FlaskClient) -> None:
    voice = client.post("/v1/brand-voices", json={"name": "Hollin", "locale": "en-US"}).json
    assert voice is not None
    body = {"text": "We'll ship it by 03/04.", "posted_at": "2026-02-01T00:00:00Z"}
    found = client.post("/v1/promises/find", json=body | {"brand_voice_id": voice["id"]}).json
    assert found is not None
    assert found["promises"][0]["due"].startswith("2026-03-04")
    body["brand_voice_id"] = "bv_none"
    assert client.post("/v1/promises/find", json=body).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {"text": "Hi", "time_zone": "CandorTime"},
        {"text": "Hi", "posted_at": "9999-12-31T00:00:00Z"},
    ],
)
def test_a_time_that_cannot_be_is_refused(client: FlaskClient, body: dict[str, str]) -> None:
    assert client.post("/v1/promises/find", json=body).status_code == 422
