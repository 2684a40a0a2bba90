"""The comments written for triage: labels that exist and agree, and no comment twice."""

from collections import Counter

from models.data.check_exchanges import ALLOWED, TEAMS
from models.triage.examples import labelled, triage_rows
from models.triage.features import plain

ROWS = list(triage_rows())
WHOLE_PAGES = ("everyday", "daily", "street", "village", "corner", "undertone")
WITHOUT_WHY = ("guarded", "plainest", "sour", "light", "wronged", "watchful", "few", "mixed")


def test_every_label_is_one_that_exists() -> None:
    for row in ROWS:
        assert {kind for kind, allowed in ALLOWED.items() if row[kind] not in allowed} == set(), row
        assert row["hand_over_to"] in TEAMS, row
        without = row["id"].startswith(WITHOUT_WHY)
        assert row["brand"] and (row.get("why") or without), row


def test_a_team_is_named_where_a_comment_is_handed_over_and_nowhere_else() -> None:
    for row in ROWS:
        assert (row["action"] == "hand_over") == bool(row["hand_over_to"]), row


def test_a_high_risk_is_handed_over_or_warned_of() -> None:
    left = {row["intent"] for row in ROWS if row["risk"] == "high" and not row["hand_over_to"]}
    assert left == {"spam"}


def test_no_id_and_no_everyday_comment_of_a_brand_stands_twice() -> None:
    assert [one for one, times in Counter(row["id"] for row in ROWS).items() if times > 1] == []
    said = Counter(
        (row["brand"], plain(row["comment"])) for row in ROWS if row["id"].startswith(WHOLE_PAGES)
    )
    assert [one for one, times in said.items() if times > 1] == []


def test_a_brief_carries_the_post_and_the_name_where_a_comment_has_them() -> None:
    row = next(row for row in ROWS if row.get("post") and row.get("facts"))
    brief = next(one.brief for one in labelled() if one.brief.comment == row["comment"])
    assert (brief.post, brief.brand.name) == (row["post"], row["name"])
    assert brief.brand.what == row["brand"]
    assert brief.facts == tuple(row["facts"])
