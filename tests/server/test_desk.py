"""The desk: how a browser is signed in to its pages."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from server.app import create_app
from server.parts import Parts
from server.store import Store

OWN = {"Sec-Fetch-Site": "same-origin"}


def test_the_link_opens_the_desk_once(stranger: FlaskClient, store: Store) -> None:
    link = f"/sign-in?link={store.new_link()}"
    assert stranger.get("/").status_code == 401
    answer = stranger.get(link)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert (answer.status_code, answer.location) == (303, "/")
    assert stranger.get("/").status_code == 200
    assert stranger.get(link).status_code == 401


def test_looking_a_link_up_does_not_use_it_up(stranger: FlaskClient, store: Store) -> None:
    link = f"/sign-in?link={store.new_link()}"
    assert stranger.head(link).status_code == 401
    assert stranger.get(link).status_code == 303


def test_a_made_up_link_opens_nothing(stranger: FlaskClient) -> None:
    answer = stranger.get("/sign-in?link=made-up")
    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers


def test_the_cookie_reaches_the_api_from_the_desk_alone(
    stranger: FlaskClient, store: Store
) -> None:
    stranger.get(f"/sign-in?link={store.new_link()}")
    for headers, status in (
        (OWN, 200),
        ({"Origin": "http://localhost"}, 200),
        ({}, 401),
        ({"Sec-Fetch-Site": "same-site"}, 401),
        ({"Sec-Fetch-Site": "cross-site"}, 401),
        ({"Sec-Fetch-Site": "none"}, 401),
        (OWN | {"Origin": "http://localhost:3000"}, 403),
        (OWN | {"Authorization": "Bearer wrong"}, 401),
    ):
        assert stranger.get("/v1/tones", headers=headers).status_code == status, headers


def test_the_cookie_is_no_token_of_a_signed_out_desk(stranger: FlaskClient, store: Store) -> None:
    stranger.get(f"/sign-in?link={store.new_link()}")
    [desk] = store.devices().data
    assert desk.kind == "desk"
    store.delete_device(desk.id)
    assert stranger.get("/v1/tones", headers=OWN).status_code == 401
    assert stranger.get("/").status_code == 401


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:8080/v1", "Nothing leaves this computer"),
        ("https://gpu.example:8080/v1", "The model on gpu.example reads what you paste"),
    ],
)
def test_the_desk_and_health_say_where_comments_go(parts: Parts, url: str, said: str) -> None:
    settings = parts.settings.model_copy(update={"engine": "remote", "remote_url": url})
    client = create_app(replace(parts, settings=settings)).test_client()
    client.get(f"/sign-in?link={parts.store.new_link()}")
    assert said in client.get("/").text
    host = client.get("/health").json["model_host"]
    assert host == settings.model_host == ("gpu.example" if "gpu" in url else "")
