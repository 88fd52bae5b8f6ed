"""The program is killed in the middle of writing: the draft and all its files are there afterwards."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.doomed_station import WORDS
from tests.support.houses import MemoryKeychain, Pc
from tests.support.sample_files import excel97, office, pdf, picture, word97


def test_a_draft_and_its_files_survive_sigkill(tmp_path: Path) -> None:
    """SIGKILL gives no chance to save: what was attached and typed before it is all there."""
    keychain = MemoryKeychain()
    files = {"a.jpg": picture("JPEG"), "b.pdf": pdf(), "c.docx": office(), "d.xls": excel97(), "e.doc": word97()}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with small_centre(tmp_path / "centre") as centre:
        pc = Pc(tmp_path / "pc", centre.centre, keychain)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
        order = {
            "folder": str(pc.folder),
            "keychain": {entry: secret.hex() for entry, secret in keychain.held.items()},
            "login": SI_A,
            "password": PASSWORD,
            "files": [str(tmp_path / name) for name in files],
        }
        with subprocess.Popen(
            [sys.executable, "-m", "tests.support.doomed_station"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as doomed:
            assert doomed.stdin is not None
            assert doomed.stdout is not None
            doomed.stdin.write(json.dumps(order) + "\n")
            doomed.stdin.flush()
            draft_id = doomed.stdout.readline().strip()
            doomed.send_signal(signal.SIGKILL)
        pc.cut = True
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            (draft,) = verbs.drafts.mine()
            assert (draft.draft_id, draft.fir_text, draft.description) == (draft_id, "12/26", WORDS)
            for one in draft.files:
                with verbs.files.open(one.sha256) as source:
                    assert source.read() == files[one.name]
            assert len(draft.files) == 5
            assert verbs.drafts.problems(draft) == ()
