"""Devices: how a browser is let in, and shut out again."""

from flask import Blueprint

from server.errors import CodeRefused
from server.operations import operation
from server.parts import store
from server.routes.finding import found
from server.schemas import Device, DeviceInput, NewDevice, Page, PageQuery, PairingCode

routes = Blueprint("devices", __name__)


@operation(routes, "POST /v1/devices", body=DeviceInput, answer=NewDevice, status=201, open=True)
def pair_device(body: DeviceInput) -> NewDevice:
    """Let a browser in that knows the pairing code; the token is shown this once."""
    if not store().take_code(body.code):
        raise CodeRefused(
            "The code is wrong, older than two minutes or was tried five times. Get a new one: "
            "“Show a code” on the desk, or “candor pair” where Candor runs."
        )
    return store().add_device(body.name, "extension")


@operation(routes, "GET /v1/devices", query=PageQuery, answer=Page[Device])
def list_devices(query: PageQuery) -> Page[Device]:
    """List the devices."""
    return store().devices(query.limit, query.cursor)


@operation(routes, "DELETE /v1/devices/<id:device_id>", status=204)
def delete_device(device_id: str) -> None:
    """Shut a device out."""
    found(store().delete_device(device_id), "device", device_id)


@operation(routes, "POST /v1/pairing-codes", answer=PairingCode, status=201)
def new_pairing_code() -> PairingCode:
    """Make a pairing code; the one before is worth nothing from now on."""
    return store().new_code()
