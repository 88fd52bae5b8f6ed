"""A real nginx of a test's own, on the loopback, with one of the examples of ``packaging/nginx`` as it stands there."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "packaging" / "nginx"
STREAM_MODULE = Path("/usr/lib/nginx/modules/ngx_stream_module.so")
START_SECONDS = 15.0
STOP_SECONDS = 10.0
_HTTP = """
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {example};
}}
"""
_WHOLE = """
{module}
daemon off; master_process {master}; pid {folder}/pid; error_log {folder}/error.log notice;
events {{ worker_connections 512; }}
{rest}
"""


def found() -> Path | None:
    """Find nginx with its stream module; None where it is not installed whole."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    return Path(program) if program and STREAM_MODULE.is_file() else None


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def localised(example: str, changes: Mapping[str, str]) -> str:
    """Read an example and put this machine's places into it; each that is named must be there."""
    text = (EXAMPLES / example).read_text("utf-8")
    for usual, here in changes.items():
        if usual not in text:
            raise AssertionError(f"{example} says nothing of: {usual}")
        text = text.replace(usual, here)
    return text


@contextmanager
def running(program: Path, folder: Path, text: str, port: int, *, stream: bool = False) -> Iterator[None]:
    """Run nginx with a configuration that listens on ``port``; it must accept it, and it ends with the block."""
    folder.mkdir()
    example = folder / "example.conf"
    example.write_text(text, "utf-8")
    module = f"load_module {STREAM_MODULE};" if stream else ""
    rest = f"include {example};" if stream else _HTTP.format(folder=folder, example=example)
    whole = folder / "nginx.conf"
    master = "off" if os.geteuid() == 0 else "on"  # as root the workers would be nobody, whose this folder is not
    whole.write_text(_WHOLE.format(module=module, folder=folder, rest=rest, master=master), "utf-8")
    words = (str(program), "-p", str(folder), "-c", str(whole), "-e", str(folder / "error.log"))
    tried = subprocess.run((*words, "-t"), capture_output=True, text=True, check=False)
    if tried.returncode:
        raise AssertionError(tried.stderr)
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL)
    try:
        _listening(process, port)
        yield
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def _listening(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        if process.poll() is not None or time.monotonic() > until:
            raise AssertionError("nginx did not start")
        time.sleep(0.02)
