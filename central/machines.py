"""The machines' own certificates: who gets one, and whether a token comes from the machine it was given to."""

from __future__ import annotations

from pathlib import Path

from central.accounts import Accounts
from central.errors import Refused
from central.machine_authority import MachineAuthority
from central.request import shown
from central.settings import MachineCertificates, Settings
from station_client.clock import Clock
from sync.protocol.codes import Code
from sync.protocol.messages import MachineAsk, MachineCertificate


class Machines:
    """The centre's desk for machines."""

    def __init__(self, settings: Settings, accounts: Accounts, clock: Clock) -> None:
        """Sign by the authority in the centre's folder."""
        self._settings = settings
        self._accounts = accounts
        self._clock = clock
        self._authority = MachineAuthority(settings.tls)

    def authority(self) -> Path | None:
        """Give the certificate by which machines prove themselves; None where the centre asks for none."""
        if self._settings.machine_certificates is MachineCertificates.OFF:
            return None
        return self._authority.file(self._clock.now())

    def certificate(self, access: str, ask: MachineAsk) -> MachineCertificate:
        """Sign the key of the machine whose token asks; its first request comes without a certificate."""
        if self._settings.machine_certificates is MachineCertificates.OFF:
            raise Refused(Code.NOT_FOUND, "this centre asks for no certificates of machines")
        actor = self._accounts.actor(access, certified=False)
        made, until = self._authority.sign(ask.request, actor.machine_id, self._clock.now(), shown=shown.get())
        return MachineCertificate(certificate=made, until=until)
