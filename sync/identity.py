"""This PC's own certificate: asked for once an officer is signed in, shown on every connection, renewed in time.

The key's file is sealed; its passphrase lies in the desk, so that nothing can show the certificate while the vault
is closed.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from typing import Protocol, runtime_checkable

from station_client.errors import AnswerError, RefusalError, StoreDamagedError
from station_client.security import machine_key
from station_client.store.stores import Stores
from sync.errand import Errand
from sync.protocol.codes import Code
from sync.protocol.messages import MachineAsk, MachineCertificate

_log = logging.getLogger(__name__)

FILE_NAME = "machine.pem"
PASSPHRASE = "machine-passphrase"  # noqa: S105 the name of a note
RENEWED_BEFORE = timedelta(days=30)


@runtime_checkable
class MachineLine(Protocol):
    """A line that can show a certificate, and ask for one."""

    def machine_certificate(self, access: str, ask: MachineAsk) -> MachineCertificate:
        """Have this PC's key signed. Raises ``LineError``, ``RefusalError``."""

    def present(self, file: Path | None, passphrase: str = "") -> None:
        """Show the certificate in a file from the next connection on, or none. Raises ``StoreDamagedError``."""


class Identity:
    """The certificate of one data folder over one line."""

    def __init__(self, folder: Path, line: MachineLine) -> None:
        """Show nothing yet."""
        self._path = folder / FILE_NAME
        self._line = line

    def show(self, stores: Stores) -> None:
        """Show the certificate that is kept, if one is; one that does not open counts as none."""
        passphrase = stores.desk.settings.get(PASSPHRASE) or ""
        if not passphrase or machine_key.good_until(self._path) is None:
            return
        try:
            self._line.present(self._path, passphrase)
        except StoreDamagedError:
            _log.exception("this PC's own certificate does not open; another is asked for")
            self._path.unlink(missing_ok=True)

    def hide(self) -> None:
        """Show none any more: nobody is signed in."""
        self._line.present(None)

    def ensure(self, errand: Errand) -> None:
        """Have a certificate that is good for a while yet; a centre that gives none is gone on with without.

        Raises ``LineError``, ``MachineCertificateError`` and other ``RefusalError``, ``StoreError``.
        """
        until = machine_key.good_until(self._path)
        if until is not None and until - errand.clock.now() > RENEWED_BEFORE:
            return
        passphrase = self._sealed_key(errand.stores)
        ask = MachineAsk(request=machine_key.request(self._path, passphrase, errand.machine_id))
        try:
            given = errand.ask(lambda access: self._line.machine_certificate(access, ask))
        except RefusalError as no:
            if no.reason != Code.NOT_FOUND:
                raise
            _log.info("this centre gives no certificates to machines")
            return
        try:
            machine_key.keep(self._path, passphrase, given.certificate)
        except StoreDamagedError as wrong:
            raise AnswerError(wrong.detail) from wrong
        self._line.present(self._path, passphrase)

    def _sealed_key(self, stores: Stores) -> str:
        """Give the passphrase of the key, making both where one of them is missing."""
        notes = stores.desk.settings
        passphrase = notes.get(PASSPHRASE) or ""
        if not passphrase:
            passphrase = machine_key.new_passphrase()
            notes.put(PASSPHRASE, passphrase)
            self._path.unlink(missing_ok=True)
        if not self._path.exists():
            machine_key.make(self._path, passphrase)
        return passphrase
