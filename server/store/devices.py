"""Devices, and the keys that let them in: pairing codes and one-time links, all kept as hashes."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, select, update

from server.schemas import Device, DeviceKind, NewDevice, Page, PairingCode
from server.store.database import Database
from server.store.ids import new_id
from server.store.tables import devices, keys

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that look alike
CODE_LENGTH = 8
CODE_LASTS = timedelta(minutes=2)
CODE_TRIES = 5
LINK_LASTS = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=5)
SHOWN = [column for column in devices.c if column.name in Device.model_fields]


class Devices(Database):
    """Who may use the server, and how they get in."""

    def add_device(self, name: str, kind: DeviceKind) -> NewDevice:
        """Let a device in; its token is given here and never again."""
        token = secrets.token_urlsafe(32)
        device = Device(id=new_id("dev"), name=name, kind=kind, created_at=datetime.now(UTC))
        with self.engine.begin() as connection:
            connection.execute(
                insert(devices).values(device.model_dump() | {"token_hash": _hash(token)})
            )
        return NewDevice(**device.model_dump(), token=token)

    def device_of(self, token: str) -> Device | None:
        """Give the device that has this token, and note that it was seen."""
        query = select(*SHOWN).where(devices.c.token_hash == _hash(token))
        with self.engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        device = Device.model_validate(dict(row))
        self._seen(device)
        return device

    def devices(self, limit: int = 50, cursor: str | None = None) -> Page[Device]:
        """Give one page of the devices."""
        return self.page(Device, select(*SHOWN), devices.c.id, limit, cursor)

    def delete_device(self, device_id: str) -> bool:
        """Shut a device out; False where there is none."""
        with self.engine.begin() as connection:
            done = connection.execute(delete(devices).where(devices.c.id == device_id))
        return done.rowcount == 1

    def new_code(self) -> PairingCode:
        """Make a pairing code; the one before is worth nothing from now on."""
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        expires_at = datetime.now(UTC) + CODE_LASTS
        with self.engine.begin() as connection:
            connection.execute(delete(keys).where(keys.c.kind == "code"))
            connection.execute(
                insert(keys).values(
                    hash=_hash(code), kind="code", expires_at=expires_at, tries_left=CODE_TRIES
                )
            )
        return PairingCode(code=f"{code[:4]}-{code[4:]}", expires_at=expires_at)

    def take_code(self, code: str) -> bool:
        """Use up a pairing code; each call costs one of its tries, right or wrong."""
        written = "".join(ch for ch in code.upper() if ch.isalnum())
        now = datetime.now(UTC)
        current = (keys.c.kind == "code") & (keys.c.expires_at > now) & (keys.c.tries_left > 0)
        with self.engine.begin() as connection:
            tried = connection.execute(
                update(keys).where(current).values(tries_left=keys.c.tries_left - 1)
            )
            if not tried.rowcount:
                return False
            fits = (keys.c.kind == "code") & (keys.c.hash == _hash(written))
            return connection.execute(delete(keys).where(fits)).rowcount == 1

    def new_link(self) -> str:
        """Make the secret of a link that opens the desk once."""
        secret = secrets.token_urlsafe(32)
        now = datetime.now(UTC)
        with self.engine.begin() as connection:
            connection.execute(delete(keys).where(keys.c.expires_at <= now))
            connection.execute(
                insert(keys).values(
                    hash=_hash(secret), kind="link", expires_at=now + LINK_LASTS, tries_left=1
                )
            )
        return secret

    def take_link(self, secret: str) -> bool:
        """Use up the secret of a link."""
        fits = (
            (keys.c.kind == "link")
            & (keys.c.hash == _hash(secret))
            & (keys.c.expires_at > datetime.now(UTC))
        )
        with self.engine.begin() as connection:
            return connection.execute(delete(keys).where(fits)).rowcount == 1

    def _seen(self, device: Device) -> None:
        now = datetime.now(UTC)
        if device.last_seen_at and now - device.last_seen_at < SEEN_EVERY:
            return
        with self.engine.begin() as connection:
            connection.execute(
                update(devices).where(devices.c.id == device.id).values(last_seen_at=now)
            )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
