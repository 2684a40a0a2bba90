"""Checks: what is found in a text, and what its sentences rest on."""

from flask import Blueprint, g

from server import looking
from server.operations import operation
from server.parts import store
from server.schemas import ChecksAnswer, ChecksRequest

routes = Blueprint("checks", __name__)


@operation(routes, "POST /v1/checks", body=ChecksRequest, answer=ChecksAnswer)
def check(body: ChecksRequest) -> ChecksAnswer:
    """Look at a text while a person writes it."""
    return looking.look(body, store=store(), device_id=g.device.id)
