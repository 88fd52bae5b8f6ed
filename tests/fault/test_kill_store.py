"""SIGKILL in a loop of writes: what was acknowledged is there, and both files and every attachment are whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from station_client.domain.ids import DraftId, MachineId, Sha256
from station_client.security.keyslots import VaultKeys
from station_client.store.profile import Profile
from station_client.store.stores import open_stores

KILLS = 6
ROOT = Path(__file__).resolve().parents[2]
KEYS = VaultKeys(data=bytes(range(32)), vault_id="0" * 32, machine_id=MachineId("pc"), password_only=False)

WRITER = """
import io, sys
from pathlib import Path
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.stores import open_stores
from tests.fault.test_kill_store import KEYS
from tests.support.casework import alert, draft
stores = open_stores(Profile(Path(sys.argv[1])), KEYS)
start = stores.replica.feed.cursor()
print("open", flush=True)
for number in range(start + 1, start + 100_000):
    kept = stores.desk.drafts.save(draft(number))
    print("draft", kept.draft_id, flush=True)
    file = stores.blobs.put(io.BytesIO(b"photo %d " % number * 9000), limit=10**6)
    print("file", file.sha256, flush=True)
    stores.desk.audit.append("a.verma", "saved", str(number), kept.saved_at, 0.0)
    stores.replica.feed.apply(Changes(cursor=number, alerts=(alert(number),)))
    print("page", number, flush=True)
"""


def killed_after(profile: Path, lines: int) -> list[list[str]]:
    """Run the writer, kill it right after so many acknowledgements, and give all that it acknowledged."""
    command = [sys.executable, "-c", WRITER, str(profile)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().split() for _ in range(lines)]
        writer.kill()
        told += [line.split() for line in writer.stdout.read().splitlines()]
    assert writer.returncode == -signal.SIGKILL, told
    return [line for line in told if len(line) == 2]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is told by its return code")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    """Killed again and again at other moments: no draft, file, audit entry or page that was told is lost."""
    folder = tmp_path / "profile"
    told: list[list[str]] = []
    for kill in range(KILLS):
        told += killed_after(folder, 5 + 7 * kill)
        stores = open_stores(Profile(folder), KEYS)
        pages = [int(value) for kind, value in told if kind == "page"]
        assert stores.replica.feed.cursor() >= max(pages)
        assert stores.replica.search.find(words="robbery", limit=1).count == len(
            stores.replica.alerts.page(limit=10**6)
        )
        assert stores.desk.audit.verify() >= len(pages)
        for kind, value in told:
            if kind == "draft":
                assert stores.desk.drafts.one(DraftId(value)) is not None
            elif kind == "file":
                with stores.blobs.open(Sha256(value)) as reader:
                    assert reader.read(6) == b"photo "
        for database in (stores.replica._database, stores.desk._database):
            with database.read() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        stores.close()
    assert len(told) > 100
