"""The peers: programs that others use for the same works, on the same line, in the same run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.sync.link import Link
from benchmarks.sync.peers import node, rest, rsync
from benchmarks.sync.peers.peer import Peer, Setting
from benchmarks.sync.works import Work

_BY_NAME: Final[dict[str, type[Peer]]] = {
    "rsync-zst": rsync.PackedFile,
    "rsync-jsonl": rsync.PlainFile,
    "rsync-files": rsync.Upload,
    "pouchdb": node.Pouch,
    "pouchdb-push": node.PouchPush,
    "tus": node.Tus,
    "rest": rest.Pages,
    "rest-push": rest.Posts,
    "rest-files": rest.Puts,
}


@contextmanager
def opened(name: str, link: Link, work: Work, payload: int, folder: Path) -> Iterator[Peer]:
    """Give a peer whose server runs at the centre's end of the line; both ends are ended with the block."""
    peer = _BY_NAME[name](Setting(link, work, payload, folder))
    try:
        yield peer
    finally:
        peer.close()
