"""Whether the centre's own key signed a receipt: its public keys are learned over its TLS, and kept for ever."""

from __future__ import annotations

import base64
import binascii
import logging
import threading
from collections.abc import Iterable

from station_client.domain.receipt_proof import ProofError, proof_of
from station_client.errors import RefusalError
from station_client.security.receipt_keys import named, signed
from station_client.services.desk_notes import keep_receipt_keys, receipt_keys
from sync.errand import Errand
from sync.mapping.items import receipt_of
from sync.protocol.codes import Code
from sync.protocol.enquiries import KeyList, KeysAsk
from sync.protocol.messages import ReceiptRecord

_log = logging.getLogger(__name__)


class Signatures:
    """The centre's keys as this desk knows them."""

    def __init__(self, errand: Errand) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._notes = errand.stores.desk.settings
        self._kept: dict[str, bytes] = {}
        self._adding = threading.Lock()  # a round and what overtakes it learn beside each other

    def learn(self, records: Iterable[ReceiptRecord], keys: Iterable[str] = ()) -> None:
        """Keep the ``keys`` that came with receipts, or ask for those that these name; raises what a question does.

        A name is the key's own hash, so what is kept cannot be replaced; a new one is believed as the centre itself is.
        """
        known = receipt_keys(self._notes)
        with self._adding:
            self._kept = self._kept | known
        lacking = {one.key_id for one in records if one.signature}
        if lacking - set(self._kept):
            self._keep(keys)
        if lacking - set(self._kept):
            self._ask()

    def prepare(self) -> None:
        """Ask for the keys where none is kept yet, so that no first receipt waits for them; raises as ``learn``."""
        if not receipt_keys(self._notes):
            self._ask()

    def _ask(self) -> None:
        line = self._errand.transport
        try:
            told = self._errand.ask(lambda access: line.enquire(access, KeysAsk(), KeyList))
        except RefusalError as no:
            if no.reason != Code.NOT_FOUND:
                raise
            return
        self._keep(told.keys)

    def _keep(self, told: Iterable[str]) -> None:
        try:
            keys = named(base64.b64decode(one, validate=True) for one in told)
        except (binascii.Error, ValueError):
            _log.error("the centre's keys for receipts cannot be read")
            return
        if not keys:
            return
        with self._adding:
            keep_receipt_keys(self._notes, keys)
            self._kept = self._kept | keys
        _log.info("keys for receipts: %d known", len(self._kept))

    def fault(self, record: ReceiptRecord) -> str:
        """Say what is wrong with a receipt's signature; empty where it is right, or where the centre never signed.

        Judged by the keys that were known when receipts were last learned of: they are read once for all of a batch.
        """
        kept = self._kept
        if not record.signature:
            return "not signed, by a centre that signs" if kept else ""
        if record.key_id not in kept:
            return "signed by a key that the centre does not name"
        try:
            proof = proof_of(receipt_of(record))
        except ProofError:
            return "a signature that cannot be read"
        return "" if proof is not None and signed(proof, kept) else "a wrong signature"
