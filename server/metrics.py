"""Metrics: how much is asked, how long drafts take, how many wait."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

DRAFT_SECONDS = (0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 60)


class Metrics:
    """The figures of one server; they name routes and numbers, never anything a person wrote."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "candor_requests",
            "Requests answered.",
            ["method", "route", "status"],
            registry=self.registry,
        )
        self.drafts = Histogram(
            "candor_draft_seconds",
            "From the request to the finished draft.",
            ["outcome"],
            buckets=DRAFT_SECONDS,
            registry=self.registry,
        )
        self.in_line = Gauge(
            "candor_drafts_in_line",
            "Drafts being written or waiting for their turn.",
            registry=self.registry,
        )

    def text(self) -> bytes:
        """Give all figures as Prometheus reads them."""
        return generate_latest(self.registry)
