"""Limits in the database: how often each device may ask for a draft, wherever it asks."""

import math
import time

from sqlalchemy import case, select, update

from server.store.database import Database
from server.store.tables import devices

MINUTE_S = 60.0
CLOCKS_DIFFER_S = 0.5  # from one host to the other, and from one thread to the next


class Limits(Database):
    """What each device has left of its drafts: a bucket that fills by the minute.

    All that is kept of a bucket is the moment when it will be full again.
    """

    def take_draft(self, device_id: str, a_minute: int) -> int:
        """Take one of a device's drafts, of which there are never more than for a minute.

        Gives 0 where there was one, else the seconds until there is.
        """
        now, one_s = time.time(), MINUTE_S / a_minute
        full_at = devices.c.drafts_full_at
        ours = devices.c.id == device_id
        latest = now + MINUTE_S - one_s
        taken = (
            update(devices)
            .where(ours, full_at <= latest + CLOCKS_DIFFER_S)
            .values(drafts_full_at=case((full_at > now, full_at), else_=now) + one_s)
        )
        with self.engine.begin() as connection:
            if connection.execute(taken).rowcount:
                return 0
            there = connection.execute(select(full_at).where(ours)).scalar()
        return max(1, math.ceil((there or now) - latest))
