"""The real central server as a process at the far end of the line, on a folder that was filled by its own commands."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from benchmarks.sync import records
from benchmarks.sync.link import Link
from central.tls import make_development_certificates
from sync.protocol.records import AlertRecord

PROJECT: Final = Path(__file__).resolve().parents[2]
READY_SECONDS: Final = 60.0
NAMES: Final = ("localhost", "127.0.0.1", "10.77.0.2")
BORN_OF: Final = (
    "central/intake",
    "central/store",
    "sync/protocol",
    "benchmarks/sync/records.py",
    "benchmarks/store/made_up.py",
)


class CentreFailedError(Exception):
    """The centre did not do what was asked; the text is its own."""


def run(*words: str, given: str = "") -> str:
    """Run one of the centre's commands; ``given`` reaches it over a pipe (descriptor ``{fd}`` in the words)."""
    reading, writing = os.pipe()
    os.write(writing, given.encode())
    os.close(writing)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "central", *(word.replace("{fd}", str(reading)) for word in words)],
            cwd=PROJECT,
            pass_fds=(reading,),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        os.close(reading)
    if done.returncode != 0:
        raise CentreFailedError(f"{' '.join(words[:2])}: {done.stderr.strip()[-600:]}")
    return done.stdout


def filled(work: Path, rows: int) -> tuple[Path, int]:
    """Give a folder with a centre of so many alerts, and the sequence of the last; made once."""
    folder = work / f"centre-{rows}-{_fingerprint()}"
    note = folder / "head.json"
    if note.exists():
        return folder, int(json.loads(note.read_text("ascii")))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    make_development_certificates(folder / "tls", NAMES)
    run("init", "--folder", str(folder))
    sheet = folder / "directory.csv"
    sheet.write_text(records.directory_csv(), "utf-8")
    head = _changed(run("directory", "import", "--folder", str(folder), str(sheet)))
    head += take_in(folder, records.alerts(rows))
    run("tidy", "--folder", str(folder))  # what a centre does first after an import is done: it serves at once
    note.write_text(json.dumps(head), "ascii")
    return folder, head


def take_in(folder: Path, alerts: Iterable[AlertRecord]) -> int:
    """Have a centre take alerts in; gives how many were new."""
    lines = folder / "alerts.jsonl"
    with lines.open("wb") as sink:
        for one in alerts:
            sink.write(msgspec.json.encode(one) + b"\n")
    try:
        return _changed(run("alerts", "import", "--folder", str(folder), str(lines)))
    finally:
        lines.unlink()


class RunningCentre:
    """A centre that serves on the line, until it is closed; the officer's password is made anew and kept in memory."""

    def __init__(self, link: Link, template: Path, folder: Path) -> None:
        """Copy the filled folder, add the officer, serve."""
        self.folder = folder
        shutil.copytree(template, folder)
        self.authority = folder / "tls" / "ca.pem"
        self.password = secrets.token_urlsafe(18)
        office = records.offices()[0].code
        who = ("--name", "Bench", "--rank", "DSP", "--office", office, "--acts", "all", "--categories", "all")
        words = ("officers", "add", records.LOGIN, "--folder", str(folder), *who)
        run(*words, "--password-fd", "{fd}", given=self.password + "\n")
        self._process = self._serve(link)
        self.listening = int((folder / "port").read_text("ascii"))
        self.url = f"https://{link.address}:{link.port(self.listening)}"

    def cpu_seconds(self) -> float:
        """Give the processor time that the centre has used."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Stop serving and forget the folder."""
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(timeout=10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _serve(self, link: Link) -> subprocess.Popen[bytes]:
        port, log = self.folder / "port", self.folder / "serve.log"
        words: Sequence[str] = ("serve", "--folder", str(self.folder), "--host", link.address, "--port", "0")
        with log.open("wb") as written:
            process = subprocess.Popen(
                link.centre([sys.executable, "-m", "central", *words, "--port-file", str(port)]),
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
            )
        until = time.monotonic() + READY_SECONDS
        while not port.exists():
            if process.poll() is not None or time.monotonic() > until:
                process.kill()
                raise CentreFailedError(log.read_text("utf-8", "replace")[-600:])
            time.sleep(0.05)
        return process


def _changed(said: str) -> int:
    found = re.search(r"(\d+) new or changed", said)
    if found is None:
        raise CentreFailedError(f"no count in: {said}")
    return int(found[1])


def _fingerprint() -> str:
    """Name the state of the code that fills a centre: another state may keep its data otherwise."""
    digest = hashlib.sha256()
    for name in BORN_OF:
        place = PROJECT / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
