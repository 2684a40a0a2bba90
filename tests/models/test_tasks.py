"""The evaluations: each tells a good line of drafts from a bad one."""

import json
from typing import Any

import pytest

from models import evaluate
from models.data.written import exchanges
from models.tasks import Line, facts, listens, sound, speed, variety

ROWS = [row for row in exchanges("dev") if row["replies"]][:60]


def lines(text_of: Any, checks: tuple[str, ...] = ()) -> list[Line]:
    """Give a line of drafts, each made from its exchange."""
    return [Line("drafts", row, "plain", text_of(row), checks, {}, 1.0) for row in ROWS]


def reply_of(row: dict[str, Any]) -> str:
    """Give the first written reply."""
    return str(next(iter(row["replies"].values())))


def test_written_replies_listen_more_than_a_canned_one_and_less_than_an_echo() -> None:
    echo = listens.measure(lines(lambda row: row["comment"]))["listens"]
    written = listens.measure(lines(reply_of))["listens"]
    canned = listens.measure(lines(lambda row: "Thank you for your comment!"))["listens"]
    assert echo > 0.95
    assert echo >= written > canned + 0.2


def test_facts_count_only_with_their_values() -> None:
    assert facts.measure(lines(reply_of))["facts"] == 1.0
    assert facts.measure(lines(lambda row: "We will see."))["facts"] == 0.0
    assert facts.measure(lines(reply_of))["facts_of"] > 3


def test_faults_are_counted_by_kind() -> None:
    measured = sound.measure(lines(reply_of, ("boilerplate", "unsupported_fact")))
    assert measured["owning_faults"] == measured["grounded_faults"] == 1.0
    assert measured["promises_faults"] == 0.0


def test_variety_is_of_openings() -> None:
    assert variety.measure(lines(lambda row: "The same words again"))["variety"] < 0.05
    assert variety.measure(lines(reply_of))["variety"] > 0.8


def test_speed_is_of_what_took_time() -> None:
    assert speed.measure(lines(reply_of)) == {"seconds_p50": 1.0, "seconds_p95": 1.0}


def test_the_table_s_last_line_is_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Known:
        """A service that answers everything with the same draft."""

        def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
            answers: dict[str, dict[str, Any]] = {
                "/v1/brand-voices": {"id": "bv_1"},
                "/v1/suggestions": {"text": "We sent the wrong one.", "triage": {}},
                "/v1/checks": {"findings": [{"check": "blame", "severity": "warning"}]},
            }
            return answers[path]

        def __enter__(self) -> "Known":
            return self

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(evaluate, "running_service", Known)
    monkeypatch.setattr(
        "sys.argv", ["evaluate", "--drafts", "3", "--split", "dev", "--samples", "1"]
    )
    evaluate.main()
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("- **")
    result = json.loads(printed[-1])
    assert result["comments"] == 3
    assert result["drafts"]["owning_faults"] == 1.0
    assert set(result) >= {"written", "drafts", "canned", "triage"}
