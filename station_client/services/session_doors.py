"""What the session stands on, and what it hands on when an officer has signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId
from station_client.events import Bus
from station_client.ports import Keychain, SignInDoor, TokenBook
from station_client.security.keyslots import Vault
from station_client.security.lockout import Lockout
from station_client.security.recovery import RecoveryKey
from station_client.store.profile import Profile
from station_client.store.stores import Stores


@dataclass(frozen=True, slots=True)
class Begun:
    """What whoever works in the background (the engine) is given when an officer has signed in."""

    stores: Stores
    login: Login
    machine_id: MachineId
    tokens: TokenBook


@dataclass(frozen=True, slots=True)
class SessionDoors:
    """What the session needs from outside. ``began``, ``renewed`` and ``ends`` tell the engine."""

    profile: Profile
    vault: Vault
    lockout: Lockout
    keychain: Keychain | None
    centre: SignInDoor
    clock: Clock
    bus: Bus
    began: Callable[[Begun], None]
    renewed: Callable[[], None]
    ends: Callable[[], None]
    recovery_key: RecoveryKey | None = None
