"""A station's program that writes a draft and then waits to be killed: run as a process by a test.

Standard input brings one JSON line: the data folder, the keychain's content, the officer, the files.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from station_client import app
from station_client.config import Settings
from station_client.domain.alert import Category
from tests.support.houses import MemoryKeychain

WORDS = "A stolen lorry was seen near Rampur, and then the power"


def main() -> None:
    """Sign in with no line, write, attach, say so, wait."""
    given = json.loads(sys.stdin.readline())
    keychain = MemoryKeychain({entry: bytes.fromhex(secret) for entry, secret in given["keychain"].items()})
    settings = Settings(profile=Path(given["folder"]), centre_url="https://127.0.0.1:9")
    verbs = app.build(settings, keychain=keychain).verbs
    verbs.session.sign_in(given["login"], given["password"])
    typed = replace(verbs.drafts.begin(), fir_text="12/26", category=Category.SEIZURE, description=WORDS)
    draft = verbs.drafts.save(typed)
    for path in given["files"]:
        draft = verbs.drafts.attach(draft.draft_id, Path(path))
    sys.stdout.write(draft.draft_id + "\n")
    sys.stdout.flush()
    time.sleep(120)


if __name__ == "__main__":
    main()
