"""Figures for Prometheus, for whoever has the token that State IT set; nobody else learns that there are any.

Paths are counted by their pattern, never as they were asked: a client cannot make new series. No figure has a case,
an officer or a PC in it.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response, get
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from central.errors import Refused
from central.watch import Readiness, Watch
from central.web.bodies import centre_of, token
from central.web.parking import Parking
from central.web.threads import in_thread
from sync.protocol.codes import MEDIA_TYPE, Code

PATH_READY = "/ready"
PATH_METRICS = "/metrics"
MEDIA = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
METHODS = frozenset({"GET", "POST", "PUT", "HEAD", "DELETE", "PATCH", "OPTIONS"})
NO_PATH = "none"

AnyRequest = Request[Any, Any, Any]


class Metrics:
    """The figures of one process."""

    def __init__(self, watch: Watch, parking: Parking) -> None:
        """Count requests here; ask ``watch`` and ``parking`` for the rest when somebody looks."""
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "centre_requests", "Requests answered", ("method", "path", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "centre_request_seconds", "Time to an answer's end", ("path",), registry=self._registry, buckets=BUCKETS
        )
        self._registry.register(_Gauges(watch, parking))

    def count(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count one request by the pattern of its path."""
        known = method if method in METHODS else "other"
        self._requests.labels(known, path or NO_PATH, str(status)).inc()
        self._seconds.labels(path or NO_PATH).observe(seconds)

    def text(self) -> bytes:
        """Write all figures as Prometheus reads them."""
        return bytes(generate_latest(self._registry))


class _Gauges(Collector):
    """What is looked up when somebody looks."""

    def __init__(self, watch: Watch, parking: Parking) -> None:
        self._watch, self._parking = watch, parking

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Say nothing ahead, so that the registry does not ask the database when it is made."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Give each figure as it stands."""
        found = self._watch.figures()
        simple = (
            ("centre_parked_polls", "Questions for news that wait in this process", self._parking.parked),
            ("centre_feed_sequence", "The newest sequence of the feed", found.head),
            ("centre_oldest_outbox_seconds", "The oldest that waits on any PC, as it was told", found.oldest_outbox),
            ("centre_unfinished_items", "Received items whose files are not all here", found.unfinished_items),
            ("centre_oldest_unfinished_seconds", "The oldest of them", found.oldest_unfinished),
            ("centre_oldest_message_seconds", "The message that waits longest to go out", found.oldest_message),
            ("centre_free_bytes", "Room on the disk of the centre's folder", found.free_bytes),
        )
        for name, what, value in simple:
            yield GaugeMetricFamily(name, what, value=value)
        yield _by_kind("centre_pcs", "Enrolled PCs by what State IT looks for", found.pcs)
        yield _by_kind("centre_messages", "Messages that wait to go out, or did not arrive", found.messages)


def _by_kind(name: str, what: str, counts: Mapping[Any, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, what, labels=("which",))
    for which, count in counts.items():
        family.add_metric((str(which),), count)
    return family


@get(PATH_READY)
async def ready(request: AnyRequest) -> Response[bytes]:
    """Say whether this process can take work, for whoever balances between several."""
    found = await in_thread(centre_of(request).watch.readiness)
    return Response(_spoken(found), status_code=200 if found.ready else 503, media_type=MEDIA_TYPE)


@get(PATH_METRICS)
async def metrics(request: AnyRequest) -> Response[bytes]:
    """Give the figures to who has the token."""
    wanted: str = request.app.state.metrics_token
    if not wanted or not hmac.compare_digest(_offered(request).encode(), wanted.encode()):
        raise Refused(Code.NOT_FOUND, "no such path")
    counted: Metrics = request.app.state.metrics
    return Response(await in_thread(partial(counted.text)), media_type=MEDIA)


def _offered(request: AnyRequest) -> str:
    try:
        return token(request)
    except Refused:
        return ""


def _spoken(found: Readiness) -> bytes:
    said = {"ready": found.ready, "database": found.database, "disk": found.disk, "files": found.files}
    step = found.preparing
    return msgspec.json.encode(said if step is None else said | {"preparing": msgspec.to_builtins(step)})


WATCHED = (ready, metrics)
