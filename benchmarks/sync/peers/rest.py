"""A plain REST client as anybody writes it: pages of 100 with gzip, a POST for each alert, a PUT for each file."""

from __future__ import annotations

import sys
import time

from benchmarks.sync.peers import peer
from benchmarks.sync.peers.peer import Facts, Peer
from benchmarks.sync.relay import UP
from benchmarks.sync.works import Kind


class Rest(Peer):
    """The tiny server at the centre, ``requests`` at the station."""

    def begin(self) -> None:
        """Start the server with the records."""
        self._records = self.folder / "records.jsonl"
        self._records.write_bytes(peer.lines_of(self.kept, self.work.rows).read_bytes())
        words = (self.link.address, str(self.listening), str(self._records))
        self.wait_for_server(
            self.start([sys.executable, "-m", "benchmarks.sync.peers.rest_server", *words], at_centre=True)
        )

    def client(self, act: str, *more: str) -> Facts:
        """Run the client; it measures itself, without its own start."""
        words = (act, f"http://{self.link.address}:{self.near}", str(self.work.patience), *more)
        process = self.start([sys.executable, "-m", "benchmarks.sync.peers.rest_client", *words], at_centre=False)
        began = time.monotonic()
        found = self.finish(process, self.work.patience + 30)
        return found if time.monotonic() - began < self.work.patience + 30 else {"seconds": None}


class Pages(Rest):
    """Pages of 100 records, each gzip."""

    def prepare(self, seed: int) -> None:
        """For a delta, let 50 more records be there."""
        content = peer.lines_of(self.kept, self.work.rows).read_bytes()
        self._since = content.count(b"\n") if self.work.kind is Kind.DELTA else 0
        if self._since:
            self._records.write_bytes(content + peer.news(seed, self._since))

    def once(self, seed: int) -> Facts:
        """Fetch page after page."""
        del seed
        return self.client("pages", str(self._since))


class Posts(Rest):
    """One POST for each draft, on one connection."""

    def direction(self) -> tuple[str, int]:
        """Say that the bytes go up."""
        return UP, 0

    def once(self, seed: int) -> Facts:
        """Hand all over."""
        return self.client("posts", str(peer.drafts_of(self.folder, seed)))


class Puts(Rest):
    """One PUT for each file, begun again from its start after a cut."""

    def direction(self) -> tuple[str, int]:
        """Say that the bytes go up."""
        return peer.files_direction()

    def prepare(self, seed: int) -> None:
        """Make the files."""
        self._files = peer.made_files(self.folder, seed)

    def once(self, seed: int) -> Facts:
        """Send one after the other."""
        del seed
        return self.client("puts", *map(str, self._files))
