"""What the local store and its settings can do wrong."""

from __future__ import annotations

from station_client.errors.officer import StationError


class StoreError(StationError):
    """The local store could not do it."""

    code = "store"


class DiskFullError(StoreError):
    """No room is left on the disk of the data folder."""

    code = "disk-full"


class StoreDamagedError(StoreError):
    """A file of the store cannot be read as it was written."""

    code = "store-damaged"


class TrailBrokenError(StoreDamagedError):
    """The audit trail is not as it was written; ``number`` is its first entry that was changed, moved or removed."""

    code = "trail-broken"

    def __init__(self, number: int = 0) -> None:
        """Name the first wrong entry."""
        super().__init__(f"audit entry {number}")
        self.number = number


class SecondCopyError(StoreError):
    """The desk's second copy could not be made; the work itself is safe."""

    code = "second-copy"


class SecondPlaceError(SecondCopyError):
    """The second copy is made, but the further place that State IT named cannot be written."""

    code = "second-place"


class NewerDataError(StoreError):
    """A newer version of the program has written this data folder."""

    code = "newer-data"


class ProfileInUseError(StoreError):
    """Another copy of the program has this data folder open."""

    code = "profile-in-use"


class SetAsideError(StoreError):
    """Files of this PC were damaged or missing once; what took their place is in use, and keeps nobody from work."""

    code = "files-set-aside"


class ProfileUnwritableError(StoreError):
    """The data folder cannot be written by this user of the PC."""

    code = "profile-unwritable"


class NotInCopyError(StoreError):
    """This PC's copy does not hold what was asked for."""

    code = "not-in-copy"


class KeychainError(StoreError):
    """The PC's keychain did not do its part."""

    code = "keychain"


class KeychainMissingError(KeychainError):
    """No keychain is here, and State IT has not allowed the password-only mode."""

    code = "keychain-missing"


class MachineSecretMissingError(KeychainError):
    """The store is here but the machine's secret is gone from the keychain; never re-created."""

    code = "machine-secret-missing"


class RecoverySlotMissingError(KeychainError):
    """The vault has no slot for this recovery key: none was named to it, or another one."""

    code = "recovery-slot-missing"


class SettingsError(StationError):
    """What State IT set up cannot be used."""

    code = "settings"

    def __init__(self, setting: str, reason: str) -> None:
        """Name the ``setting`` as it stands in the file, and what is wrong with it."""
        super().__init__(f"{setting}: {reason}")
        self.setting = setting
        self.reason = reason
