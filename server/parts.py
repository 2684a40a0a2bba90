"""The parts of a running server, for the routes to reach."""

from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from server.engines import Engine
from server.errors import ModelLoading
from server.metrics import Metrics
from server.settings import Settings
from server.store import Store
from server.turns import Turns


@dataclass(frozen=True)
class Parts:
    """What a server is made of."""

    settings: Settings
    store: Store
    engine: Engine
    turns: Turns
    metrics: Metrics = field(default_factory=Metrics)

    def ready_engine(self) -> Engine:
        """Give the engine. Raises ModelLoading while its model is not there yet."""
        if not self.engine.ready():
            raise ModelLoading("The model is still loading; ask again soon.", retry_after_s=1)
        return self.engine


def parts() -> Parts:
    """Give the parts of the server that answers this request."""
    return cast(Parts, current_app.extensions["candor"])


def store() -> Store:
    """Give the store of the server that answers this request."""
    return parts().store
