"""What the network and the reader say of a comment together: their likelihoods, each to a power."""

from models.prompt import Brief
from models.reader.reading import shipped
from models.triage.network import Network, Probabilities

READER = 0.25  # how much the reader counts, of 1; chosen on dev


def together(brief: Brief, network: Network) -> Probabilities:
    """Give, for each kind of label, the probability of every value."""
    one, other = network.probabilities(brief), shipped().probabilities(brief)
    return {kind: _weighed(values, other[kind]) for kind, values in one.items()}


def _weighed(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    both = {name: one[name] ** (1 - READER) * other[name] ** READER for name in one}
    whole = sum(both.values())
    return {name: value / whole for name, value in both.items()}
