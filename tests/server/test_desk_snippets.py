"""The page of the snippets: what each says, for whom, until when; found by its words."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from server.schemas import BrandVoiceInput, SnippetInput
from server.store import Store

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def desk(stranger: FlaskClient, store: Store) -> FlaskClient:
    """Give a browser that is signed in to the desk."""
    stranger.get(f"/sign-in?link={store.new_link()}")
    return stranger


def add(store: Store, text: str, **more: Any) -> None:
    """Keep a snippet."""
    store.add_snippet(SnippetInput(text=text, **more))


def test_a_snippet_stands_with_its_source_its_brand_and_its_days(
    desk: FlaskClient, store: Store
) -> None:
    voice = store.add_brand_voice(BrandVoiceInput(name="Ember"))
    add(store, "We bake on Sundays.", source="Diary", brand_voice_id=voice.id)
    add(store, "Sale.", valid_from="2020-05-01", valid_until="2020-05-31")
    add(store, "Bread costs £4.", url="https://shop.example/bread")
    page = desk.get("/snippets").text
    assert "Diary · only Ember" in page
    assert "over since 31 May 2020" in page
    assert 'href="https://shop.example/bread"' in page


def test_snippets_are_found_by_their_words(desk: FlaskClient, store: Store) -> None:
    add(store, "We bake on Sundays.")
    add(store, "Bread costs £4.")
    page = desk.get("/snippets?query=sundays").text
    assert "We bake on Sundays." in page
    assert "Bread costs" not in page
    assert "No snippet has all of these words." in desk.get("/snippets?query=rye").text
    assert desk.get("/snippets?query=%00").status_code == 200


def test_what_a_snippet_says_is_no_html(desk: FlaskClient, store: Store) -> None:
    add(store, EVIL, source=EVIL)
    assert EVIL not in desk.get("/snippets").text
    assert EVIL not in desk.get(f"/snippets?query={EVIL}").text
