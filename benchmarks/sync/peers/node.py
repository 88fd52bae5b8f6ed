"""The peers that run in Node, set up by ``npm ci`` once: PouchDB ← express-pouchdb, tus-js-client → @tus/server."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Final

from benchmarks.sync.peers import peer
from benchmarks.sync.peers.peer import Facts, Peer, PeerFailedError
from benchmarks.sync.relay import UP
from benchmarks.sync.works import Kind

HERE: Final = Path(__file__).resolve().parent
LISTS: Final = ("package.json", "package-lock.json")
NPM: Final = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def modules(kept: Path) -> Path:
    """Give the folder of the packages; installed by the locked list where they are not there yet."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise PeerFailedError("node and npm are not installed")
    mark = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in LISTS)).hexdigest()
    folder = kept / "node"
    ready = folder / "ready"
    if not ready.exists() or ready.read_text("ascii") != mark:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in LISTS:
            shutil.copyfile(HERE / name, folder / name)
        done = subprocess.run(NPM, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise PeerFailedError(f"npm ci: {done.stderr[-600:]}")
        ready.write_text(mark, "ascii")
    return folder / "node_modules"


class Node(Peer):
    """A script at each end."""

    server = ""

    def begin(self) -> None:
        """Start the server's script."""
        self._modules = {"NODE_PATH": str(modules(self.kept))}
        self.far = self.script(self.server, self.link.address, str(self.listening), str(self.folder), at_centre=True)
        self.wait_for_server(self.far)

    def script(self, name: str, *words: str, at_centre: bool = False) -> subprocess.Popen[str]:
        """Start one of the scripts beside this file."""
        process: subprocess.Popen[str] = self.start(
            ["node", str(HERE / name), *words], at_centre=at_centre, more=self._modules
        )
        return process

    def order(self, process: subprocess.Popen[str], *words: str, seconds: float = peer.READY_SECONDS) -> Facts:
        """Give a script an order in a line and wait for its word."""
        assert process.stdin is not None
        process.stdin.write(" ".join(words) + "\n")
        process.stdin.flush()
        return self.finish(process, seconds)

    @property
    def url(self) -> str:
        """Say where the server is found."""
        return f"http://{self.link.address}:{self.near}"


class Pouch(Node):
    """PouchDB in memory replicates from PouchDB in memory: no disk slows it down."""

    server = "pouch_server.js"

    def begin(self) -> None:
        """Load the records into the server."""
        super().begin()
        self.order(self.far, "load", str(peer.lines_of(self.kept, self.work.rows)), seconds=120)
        self._count = peer.lines_of(self.kept, self.work.rows).read_bytes().count(b"\n")

    def prepare(self, seed: int) -> None:
        """Start the client; for a delta it has everything but the new records."""
        self._client = self.script("pouch_client.js", self.url)
        self.wait_for_server(self._client)
        if self.work.kind is Kind.DELTA:
            self.order(self._client, "pull", seconds=120)
            more = self.folder / "more.jsonl"
            more.write_bytes(peer.news(seed, self._count))
            self.order(self.far, "load", str(more))

    def once(self, seed: int) -> Facts:
        """Replicate once."""
        del seed
        found = self.order(self._client, "pull", seconds=self.work.patience)
        self._client.kill()
        return found


class PouchPush(Pouch):
    """PouchDB pushes drafts."""

    def direction(self) -> tuple[str, int]:
        """Say that the bytes go up."""
        return UP, 0

    def prepare(self, seed: int) -> None:
        """Write the drafts at the station."""
        super().prepare(seed)
        self.order(self._client, "write", str(peer.drafts_of(self.folder, seed)))

    def once(self, seed: int) -> Facts:
        """Push once."""
        del seed
        found = self.order(self._client, "push", seconds=self.work.patience)
        self._client.kill()
        return found


class Tus(Node):
    """Five uploads at once, each resumable."""

    server = "tus_server.js"

    def direction(self) -> tuple[str, int]:
        """Say that the bytes go up."""
        return peer.files_direction()

    def prepare(self, seed: int) -> None:
        """Make the files and start the client."""
        files = peer.made_files(self.folder, seed)
        self._client = self.script("tus_client.js", self.url, *map(str, files))
        self.wait_for_server(self._client)

    def once(self, seed: int) -> Facts:
        """Send all."""
        del seed
        found = self.order(self._client, "send", seconds=self.work.patience)
        self._client.kill()
        return found
