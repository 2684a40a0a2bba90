"""The pages of the brand voices: what each says, and which checks are on."""

import re

import pytest
from flask.testing import FlaskClient

from server.schemas import BrandVoiceInput
from server.store import Store

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def desk(stranger: FlaskClient, store: Store) -> FlaskClient:
    """Give a browser that is signed in to the desk."""
    stranger.get(f"/sign-in?link={store.new_link()}")
    return stranger


def test_the_checks_that_are_off_are_not_ticked_and_each_says_what_it_looks_for(
    desk: FlaskClient, store: Store
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember", checks_off=["blame", "language"]))
    page = desk.get(f"/voices/{voice.id}").text
    boxes = dict(re.findall(r'type="checkbox" name="(\w+)"[^>]*?( checked)?>', page))
    assert {name for name, is_on in boxes.items() if not is_on} == {"blame", "language"}
    assert "The fault put on the person who wrote." in page
    assert "2 checks off" in desk.get("/voices").text


def test_what_a_voice_says_is_no_html(desk: FlaskClient, store: Store) -> None:
    voice = store.add_brand_voice(
        BrandVoiceInput(
            name=EVIL,
            what=EVIL,
            guidelines=[{"text": EVIL}],
            banned_terms=[EVIL],
            preferred_terms=[{"term": EVIL, "instead_of": [EVIL]}],
        )
    )
    for page in ("/voices", f"/voices/{voice.id}"):
        assert EVIL not in desk.get(page).text


def test_a_voice_that_is_gone_leads_back_to_the_others(desk: FlaskClient) -> None:
    answer = desk.get("/voices/bv_none")
    assert answer.status_code == 404
    assert "it may have been deleted" in answer.text
    assert "No brand voice yet" in answer.text
