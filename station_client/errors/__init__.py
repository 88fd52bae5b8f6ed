"""Everything that can go wrong for an officer, drawn once.

    StationError
    ├── InputError                    what was typed or chosen must change (field, reason)
    │   ├── DraftIncompleteError      the alert cannot be sent yet (a list of problems)
    │   ├── AttachmentRefusedError    this file cannot be attached (reason)
    │   └── NotLentError              this file is not handed to another program (reason)
    ├── SignInError
    │   ├── WrongPasswordError        the password opens nothing
    │   ├── LockedOutError            too many wrong passwords; wait so many seconds
    │   ├── PictureNeededError        the centre wants a picture to be read as well
    │   │   └── PictureWrongError     that is not what it shows
    │   ├── CodeNeededError           the centre wants a one-time code as well
    │   │   └── CodeWrongError        it does not count
    │   ├── FirstSignInNeedsLineError nobody of that name has signed in on this PC yet
    │   ├── VouchNeededError          a new officer on this PC needs one who is signed in
    │   └── NotSignedInError          the vault is closed
    ├── LineError                     the centre was not reached; everything waits on this PC
    │   ├── CentreUnreachableError    no answer; nothing has left this PC
    │   │   ├── NameNotFoundError     nobody knows where the centre's name is
    │   │   │   └── NameUnknownError      there is a network, and it does not know the name
    │   │   ├── NoRouteError          this PC's network leads nowhere near it
    │   │   │   ├── NoNetworkError        no cable, no Wi-Fi
    │   │   │   ├── NoAddressError        the network gave no address
    │   │   │   └── NoWayError            there is a network, and no way from it to the centre
    │   │   ├── NoAnswerError         there is a way, and nothing comes back
    │   │   ├── NobodyListensError    its machine is there, and refuses the connection
    │   │   ├── ProxyRefusedError     the State's proxy is not there or says no
    │   │   └── NoLineInTrainingError  a training never has one
    │   ├── LineStalledError          bytes stopped coming
    │   │   └── LineCutError          the connection was cut in the middle
    │   ├── CertificateNotTrustedError  nothing has left this PC
    │   │   ├── WrongNameError        made out to another name
    │   │   ├── CertificateExpiredError, CertificateNotYetError
    │   │   ├── ClockHidesCentreError it is in order, this PC's clock is not
    │   │   ├── SelfSignedError, OtherAuthorityError
    │   │   ├── NotPinnedError        trusted, but not one of the keys that State IT named
    │   │   ├── TlsStrippedError      no TLS at all
    │   │   └── TlsTooOldError        TLS of before 1.2
    │   ├── NotTheCentreError         something answered, but not the centre
    │   │   ├── CaptivePortalError    a network's log-in page
    │   │   ├── RedirectRefusedError  sent elsewhere; nobody followed
    │   │   └── ForeignAnswerError    the answer to another question
    │   └── CentreFaultError          the centre answered that it failed
    │       └── CentreFullError       it has no room
    ├── RefusalError                  the centre was reached and said no
    │   ├── SessionExpiredError       sign in again with the line
    │   ├── NotEntitledError          this officer may not do this
    │   ├── MachineRevokedError       this PC was withdrawn
    │   ├── OfficerRevokedError       this officer was withdrawn
    │   ├── MachineCertificateError   the centre asks for this PC's own certificate
    │   ├── UpdateNeededError         the two ends no longer speak one language
    │   └── CursorTooOldError         this PC's copy is too old to be brought up to date
    ├── AnswerError                   the centre's answer cannot be right; it was not kept
    │   ├── TooManyGoneError          it withdraws a large part of the copy; a person must agree first
    │   ├── CopyDiffersError          the copy was read anew and still is not what the centre counts
    │   ├── CentreRestoredError       the centre's records are older than this PC's copy
    │   ├── WrongReceiptError         a receipt for something that was not sent from here
    │   │   └── WrongSignatureError   a receipt that the centre's own key did not sign
    │   └── WrongBytesError           the bytes that came are not the file that was asked for
    ├── ClockWrongError               this PC's clock is off by more than five minutes
    ├── StoreError
    │   ├── DiskFullError
    │   ├── StoreDamagedError
    │   │   └── TrailBrokenError      the audit trail was changed (its first wrong entry)
    │   ├── SecondCopyError           the desk's second copy was not made
    │   │   └── SecondPlaceError      the further place for it cannot be written
    │   ├── SetAsideError             files were damaged or missing once; others took their place
    │   ├── NewerDataError            a newer version of the program wrote this folder
    │   ├── ProfileInUseError         a second copy of the program
    │   ├── ProfileUnwritableError    the folder cannot be written
    │   ├── NotInCopyError            this PC's copy does not hold it
    │   └── KeychainError
    │       ├── KeychainMissingError      no keychain, and password-only mode was not allowed
    │       ├── MachineSecretMissingError the store is here, its machine's secret is not
    │       └── RecoverySlotMissingError  the vault is not sealed to this recovery key
    └── SettingsError                 what State IT set up cannot be used (setting, reason)

Each is translated at the door where a library raised it, and worded for people in
``ui/phrases.py`` by its ``code``; an error without a phrase fails the tests.
"""

from __future__ import annotations

from station_client.errors.centre import (
    AnswerError,
    CentreRestoredError,
    ClockWrongError,
    CursorTooOldError,
    MachineCertificateError,
    MachineRevokedError,
    NotEntitledError,
    OfficerRevokedError,
    RefusalError,
    SessionExpiredError,
    UpdateNeededError,
    WrongBytesError,
    WrongReceiptError,
    WrongSignatureError,
)
from station_client.errors.copy import CopyDiffersError, TooManyGoneError
from station_client.errors.line import (
    CaptivePortalError,
    CentreFaultError,
    CentreFullError,
    CentreUnreachableError,
    CertificateExpiredError,
    CertificateNotTrustedError,
    CertificateNotYetError,
    ClockHidesCentreError,
    ForeignAnswerError,
    LineCutError,
    LineError,
    LineStalledError,
    NameNotFoundError,
    NameUnknownError,
    NoAddressError,
    NoAnswerError,
    NobodyListensError,
    NoLineInTrainingError,
    NoNetworkError,
    NoRouteError,
    NotPinnedError,
    NotTheCentreError,
    NoWayError,
    OtherAuthorityError,
    ProxyRefusedError,
    RedirectRefusedError,
    SelfSignedError,
    TlsStrippedError,
    TlsTooOldError,
    WrongNameError,
)
from station_client.errors.officer import (
    AttachmentRefusedError,
    CodeNeededError,
    CodeWrongError,
    DraftIncompleteError,
    FirstSignInNeedsLineError,
    InputError,
    LockedOutError,
    NotLentError,
    NotSignedInError,
    PictureNeededError,
    PictureWrongError,
    Problem,
    SignInError,
    StationError,
    VouchNeededError,
    WrongPasswordError,
)
from station_client.errors.store import (
    DiskFullError,
    KeychainError,
    KeychainMissingError,
    MachineSecretMissingError,
    NewerDataError,
    NotInCopyError,
    ProfileInUseError,
    ProfileUnwritableError,
    RecoverySlotMissingError,
    SecondCopyError,
    SecondPlaceError,
    SetAsideError,
    SettingsError,
    StoreDamagedError,
    StoreError,
    TrailBrokenError,
)

__all__ = [
    "AnswerError",
    "AttachmentRefusedError",
    "CaptivePortalError",
    "CentreFaultError",
    "CentreFullError",
    "CentreRestoredError",
    "CentreUnreachableError",
    "CertificateExpiredError",
    "CertificateNotTrustedError",
    "CertificateNotYetError",
    "ClockHidesCentreError",
    "ClockWrongError",
    "CodeNeededError",
    "CodeWrongError",
    "CopyDiffersError",
    "CursorTooOldError",
    "DiskFullError",
    "DraftIncompleteError",
    "FirstSignInNeedsLineError",
    "ForeignAnswerError",
    "InputError",
    "KeychainError",
    "KeychainMissingError",
    "LineCutError",
    "LineError",
    "LineStalledError",
    "LockedOutError",
    "MachineCertificateError",
    "MachineRevokedError",
    "MachineSecretMissingError",
    "NameNotFoundError",
    "NameUnknownError",
    "NewerDataError",
    "NoAddressError",
    "NoAnswerError",
    "NoLineInTrainingError",
    "NoNetworkError",
    "NoRouteError",
    "NoWayError",
    "NobodyListensError",
    "NotEntitledError",
    "NotInCopyError",
    "NotLentError",
    "NotPinnedError",
    "NotSignedInError",
    "NotTheCentreError",
    "OfficerRevokedError",
    "OtherAuthorityError",
    "PictureNeededError",
    "PictureWrongError",
    "Problem",
    "ProfileInUseError",
    "ProfileUnwritableError",
    "ProxyRefusedError",
    "RecoverySlotMissingError",
    "RedirectRefusedError",
    "RefusalError",
    "SecondCopyError",
    "SecondPlaceError",
    "SelfSignedError",
    "SessionExpiredError",
    "SetAsideError",
    "SettingsError",
    "SignInError",
    "StationError",
    "StoreDamagedError",
    "StoreError",
    "TlsStrippedError",
    "TlsTooOldError",
    "TooManyGoneError",
    "TrailBrokenError",
    "UpdateNeededError",
    "VouchNeededError",
    "WrongBytesError",
    "WrongNameError",
    "WrongPasswordError",
    "WrongReceiptError",
    "WrongSignatureError",
]
