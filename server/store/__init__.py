"""The store: all that is kept, in SQLite or PostgreSQL."""

from server.store.database import open_database
from server.store.devices import Devices
from server.store.examples import Examples
from server.store.hand_offs import HandOffs
from server.store.history import History
from server.store.limits import Limits
from server.store.listening import Listening
from server.store.overrules import Overrules
from server.store.people import People
from server.store.promises import Promises
from server.store.snippets import Snippets
from server.store.suggestions import Suggestions
from server.store.teammates import Teammates
from server.store.tones import Tones
from server.store.voices import Voices


class Store(
    Devices, Limits, Voices, Snippets, Tones, Suggestions, Examples, Teammates, Overrules,
    Promises, HandOffs, People, Listening, History,
):  # fmt: skip
    """Everything that is kept; each part has a file of its own here."""


def open_store(address: str) -> Store:
    """Open the store at a SQLAlchemy address, with its tables brought up to date."""
    return Store(open_database(address))
