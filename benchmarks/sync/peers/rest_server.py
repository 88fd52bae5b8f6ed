"""The plain REST peer's server: pages of JSON with gzip out of a file of JSON Lines; takes what it is handed."""

from __future__ import annotations

import gzip
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

PAGE = 100


class Handler(BaseHTTPRequestHandler):
    """One request; connections are kept."""

    protocol_version = "HTTP/1.1"
    records: Path

    def do_GET(self) -> None:
        """Give the page after a sequence."""
        since = int(parse_qs(urlsplit(self.path).query)["since"][0])
        lines = self.records.read_bytes().splitlines()[since : since + PAGE]
        self._answer(gzip.compress(b'{"records":[' + b",".join(lines) + b"]}"), packed=True)

    def do_POST(self) -> None:
        """Take a draft."""
        self._take()

    def do_PUT(self) -> None:
        """Take a file."""
        self._take()

    def log_message(self, *words: object) -> None:
        """Say nothing."""

    def _take(self) -> None:
        left = int(self.headers["Content-Length"])
        while left and (piece := self.rfile.read(min(left, 65536))):
            left -= len(piece)
        if not left:
            self._answer(b'{"taken":true}', packed=False)

    def _answer(self, body: bytes, *, packed: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Serve until ended."""
    host, port, records = sys.argv[1:]
    Handler.records = Path(records)
    server = ThreadingHTTPServer((host, int(port)), Handler)
    print(json.dumps({"ready": True}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
