"""An SMS provider's HTTP gateway: takes forms under a key, and answers with the numbers that a test chooses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = "k3y"


@dataclass
class HttpGateway:
    """What was posted; ``answers`` are given to the next forms instead of 200."""

    url: str = ""
    forms: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@contextmanager
def http_gateway() -> Iterator[HttpGateway]:
    """Run a gateway on a free port of this machine."""
    made = HttpGateway()

    class Answering(BaseHTTPRequestHandler):
        """One request."""

        def do_POST(self) -> None:
            """Take a form."""
            made.forms.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            status = made.answers.pop(0) if made.answers else 200
            self.send_response(status if self.headers["Authorization"] == f"Bearer {KEY}" else 401)
            self.send_header("Location", made.url)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the library's name for it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    made.url = f"http://127.0.0.1:{server.server_port}/send?v=1"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
