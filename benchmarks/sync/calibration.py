"""Whether the line is what it says: a greeting's time, a plain stream's rate, the packets lost."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any, Final

from benchmarks.sync.link import Link
from benchmarks.sync.packets import Line
from benchmarks.sync.relay import DOWN, UP

Facts = dict[str, Any]
CHECKED: Final = Line(256, 400, 1)
STREAM_BYTES: Final = 400_000
SERVER: Final = (
    "import socket,sys;s=socket.create_server((sys.argv[1],0));print(s.getsockname()[1],flush=True)\n"
    "while True:\n c,_=s.accept();c.recv(1);c.sendall(b'x'*int(sys.argv[2]));c.close()"
)
CLIENT: Final = (
    "import socket,sys,time;a=time.monotonic();c=socket.create_connection((sys.argv[1],int(sys.argv[2])))\n"
    "b=time.monotonic();c.sendall(b'.');n=0\n"
    "while p:=c.recv(65536): n+=len(p)\n"
    "print(b-a,time.monotonic()-b,n)"
)


def check(link: Link) -> Facts:
    """Measure a clean line and one with losses; the time to connect is one greeting there and back."""
    link.shape(None)
    server = subprocess.Popen(
        link.centre([sys.executable, "-c", SERVER, link.address, str(STREAM_BYTES)]), stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        port = str(link.port(int(server.stdout.readline())))
        clean = _stream(link, Line(CHECKED.kbit, CHECKED.round_trip_ms, 0), port)
        lossy = _stream(link, CHECKED, port)
    finally:
        server.kill()
        server.wait()
        if server.stdout is not None:
            server.stdout.close()
    found = {"says": str(CHECKED), "kind": link.kind, "clean": clean, "lossy": lossy}
    print(f"line: {found}", flush=True)
    return found


def _stream(link: Link, line: Line, port: str) -> Facts:
    """Fetch a plain stream of TCP and compare its rate with the line's."""
    link.shape(line, seed=1)
    began = time.monotonic()
    said = subprocess.run(
        link.station([sys.executable, "-c", CLIENT, link.address, port]), capture_output=True, text=True, check=True
    ).stdout
    connect, seconds, size = map(float, said.split())
    counted = link.counted()
    return {
        "connect_ms": round(connect * 1000),
        "kbit_of_payload": round(size / seconds / 125, 1),
        "share_of_rate": round(size / seconds / line.bytes_per_second, 3),
        "packets_down": counted[DOWN]["packets"],
        "lost_down_percent": round(100 * counted[DOWN]["lost"] / max(1, counted[DOWN]["packets"]), 2),
        "lost_up_percent": round(100 * counted[UP]["lost"] / max(1, counted[UP]["packets"]), 2),
        "seconds": round(time.monotonic() - began, 1),
    }
