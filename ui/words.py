"""The one word, shape and tone for each state of a thing: the same on screen, paper and in the log.

English source words; ``ui.language.say`` translates them. No Qt, so the command line may use them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from station_client.domain.alert import Attention, Category, Life
from station_client.domain.attachment import Kind, Verdict
from station_client.domain.message import Channel, Delivery, MessageState
from station_client.domain.office import OfficeKind
from station_client.domain.outbox import ItemState
from station_client.services.deeds import Deed

CONTEXT: Final = "words"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its icon's name and its tone: a colour of the theme, never the only sign."""

    text: str
    icon: str = ""
    tone: str = "text"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for translation and give it back."""
    return text


_CATEGORY: Final[dict[Category, Word]] = {
    Category.HIGH_ALERT: Word(QT_TRANSLATE_NOOP("words", "High Alerts"), "alert", "danger"),
    Category.HEINOUS_CRIME: Word(QT_TRANSLATE_NOOP("words", "Major Heinous Crime"), "crime"),
    Category.TRAFFICKING: Word(QT_TRANSLATE_NOOP("words", "Major Human Trafficking"), "people"),
    Category.JAIL_BREAK: Word(QT_TRANSLATE_NOOP("words", "Jail Breaks"), "jail-break"),
    Category.JAIL_RELEASE: Word(QT_TRANSLATE_NOOP("words", "Jail Releases"), "jail-release"),
    Category.SEIZURE: Word(QT_TRANSLATE_NOOP("words", "Important Seizures & Recoveries"), "seizure"),
    Category.INTERSTATE: Word(QT_TRANSLATE_NOOP("words", "Interstate Criminals (Arrested/Wanted)"), "interstate"),
}

_LIFE: Final[dict[Life, Word]] = {
    Life.ACTIVE: Word(QT_TRANSLATE_NOOP("words", "Active"), "active"),
    Life.CORRECTED: Word(QT_TRANSLATE_NOOP("words", "Corrected"), "corrected", "warning"),
    Life.LOCATED: Word(QT_TRANSLATE_NOOP("words", "Located"), "located", "good"),
    Life.RECALLED: Word(QT_TRANSLATE_NOOP("words", "Recalled"), "recalled", "quiet"),
    Life.EXPIRED: Word(QT_TRANSLATE_NOOP("words", "Expired"), "expired", "quiet"),
}

_ATTENTION: Final[dict[Attention, Word]] = {
    Attention.NEW: Word(QT_TRANSLATE_NOOP("words", "New"), "new", "primary"),
    Attention.SEEN: Word(QT_TRANSLATE_NOOP("words", "Seen"), "seen", "quiet"),
    Attention.ACKNOWLEDGED: Word(QT_TRANSLATE_NOOP("words", "Acknowledged"), "acknowledged", "good"),
}

_ITEM: Final[dict[ItemState, Word]] = {
    ItemState.QUEUED: Word(QT_TRANSLATE_NOOP("words", "Queued on this PC"), "queued"),
    ItemState.SENDING: Word(QT_TRANSLATE_NOOP("words", "Sending"), "sending", "primary"),
    ItemState.RECEIVED: Word(QT_TRANSLATE_NOOP("words", "Received, files under way"), "sending", "primary"),
    ItemState.COMPLETE: Word(QT_TRANSLATE_NOOP("words", "Received"), "received", "good"),
    ItemState.REFUSED: Word(QT_TRANSLATE_NOOP("words", "Refused"), "refused", "warning"),
    ItemState.SET_ASIDE: Word(QT_TRANSLATE_NOOP("words", "Set aside"), "set-aside", "warning"),
}

_MESSAGE: Final[dict[MessageState, Word]] = {
    MessageState.QUEUED: Word(QT_TRANSLATE_NOOP("words", "Queued on this PC"), "queued"),
    MessageState.SENDING: Word(QT_TRANSLATE_NOOP("words", "On its way to the centre"), "sending", "primary"),
    MessageState.AT_CENTRE: Word(QT_TRANSLATE_NOOP("words", "At the centre"), "received", "primary"),
    MessageState.REFUSED: Word(QT_TRANSLATE_NOOP("words", "Refused"), "refused", "warning"),
}

_DELIVERY: Final[dict[Delivery, Word]] = {
    Delivery.QUEUED: Word(QT_TRANSLATE_NOOP("words", "Waits at the centre"), "queued"),
    Delivery.SENDING: Word(QT_TRANSLATE_NOOP("words", "Being handed over"), "sending", "primary"),
    Delivery.HANDED_OVER: Word(QT_TRANSLATE_NOOP("words", "Handed over"), "acknowledged", "primary"),
    Delivery.DELIVERED: Word(QT_TRANSLATE_NOOP("words", "Delivered"), "received", "good"),
    Delivery.FAILED: Word(QT_TRANSLATE_NOOP("words", "Failed"), "refused", "warning"),
    Delivery.NOT_KNOWN: Word(QT_TRANSLATE_NOOP("words", "Not known"), "warning", "warning"),
}

_CHANNEL: Final[dict[Channel, Word]] = {
    Channel.EMAIL: Word(QT_TRANSLATE_NOOP("words", "E-mail"), "mail"),
    Channel.SMS: Word(QT_TRANSLATE_NOOP("words", "SMS"), "phone"),
}

_DRAFT: Final = Word(QT_TRANSLATE_NOOP("words", "Draft"), "draft", "quiet")

_KIND: Final[dict[Kind, Word]] = {
    Kind.JPEG: Word(QT_TRANSLATE_NOOP("words", "Picture (JPEG)"), "picture"),
    Kind.PNG: Word(QT_TRANSLATE_NOOP("words", "Picture (PNG)"), "picture"),
    Kind.TIFF: Word(QT_TRANSLATE_NOOP("words", "Scan (TIFF)"), "picture"),
    Kind.DOC: Word(QT_TRANSLATE_NOOP("words", "Word document (DOC)"), "document"),
    Kind.DOCX: Word(QT_TRANSLATE_NOOP("words", "Word document (DOCX)"), "document"),
    Kind.XLS: Word(QT_TRANSLATE_NOOP("words", "Excel sheet (XLS)"), "sheet"),
    Kind.XLSX: Word(QT_TRANSLATE_NOOP("words", "Excel sheet (XLSX)"), "sheet"),
    Kind.PDF: Word(QT_TRANSLATE_NOOP("words", "PDF document"), "document"),
}
_UNKNOWN_KIND: Final = Word(QT_TRANSLATE_NOOP("words", "File"), "file")

_VERDICT: Final[dict[Verdict, Word]] = {
    Verdict.ACCEPT: Word(QT_TRANSLATE_NOOP("words", "Checked"), "acknowledged", "good"),
    Verdict.WARN: Word(QT_TRANSLATE_NOOP("words", "Taken with a warning"), "warning", "warning"),
    Verdict.ENCRYPTED: Word(QT_TRANSLATE_NOOP("words", "Password-protected"), "lock", "warning"),
    Verdict.REJECT: Word(QT_TRANSLATE_NOOP("words", "Not taken"), "refused", "warning"),
}

_JUDGED: Final[dict[Verdict, Word]] = {
    Verdict.ACCEPT: Word(QT_TRANSLATE_NOOP("words", "Looks sound"), "acknowledged", "good"),
    Verdict.WARN: Word(QT_TRANSLATE_NOOP("words", "Take care"), "warning", "warning"),
    Verdict.ENCRYPTED: Word(QT_TRANSLATE_NOOP("words", "Password-protected"), "lock", "warning"),
    Verdict.REJECT: Word(QT_TRANSLATE_NOOP("words", "Not sound"), "refused", "danger"),
}

_OFFICE: Final[dict[OfficeKind, Word]] = {
    OfficeKind.POLICE_STATION: Word(QT_TRANSLATE_NOOP("words", "Police station")),
    OfficeKind.HIGHER_OFFICE: Word(QT_TRANSLATE_NOOP("words", "Higher office")),
    OfficeKind.PRISON: Word(QT_TRANSLATE_NOOP("words", "Prison")),
    OfficeKind.COURT: Word(QT_TRANSLATE_NOOP("words", "Court")),
    OfficeKind.PROSECUTION: Word(QT_TRANSLATE_NOOP("words", "Prosecution")),
    OfficeKind.FORENSICS: Word(QT_TRANSLATE_NOOP("words", "Forensic laboratory")),
    OfficeKind.CENTRAL_AGENCY: Word(QT_TRANSLATE_NOOP("words", "Central agency")),
}

_DEED: Final[dict[str, Word]] = {
    Deed.SIGNED_IN: Word(QT_TRANSLATE_NOOP("words", "Signed in")),
    Deed.SIGNED_OUT: Word(QT_TRANSLATE_NOOP("words", "Signed out")),
    Deed.WRONG_PASSWORD: Word(QT_TRANSLATE_NOOP("words", "A wrong password was typed"), "warning", "warning"),
    Deed.WRONG_PASSPHRASE: Word(
        QT_TRANSLATE_NOOP("words", "A wrong passphrase of the recovery key was typed"), "warning", "warning"
    ),
    Deed.CORRECTING: Word(QT_TRANSLATE_NOOP("words", "Began to change an alert")),
    Deed.FIR_WANTED: Word(QT_TRANSLATE_NOOP("words", "Asked the centre for an FIR")),
    Deed.MESSAGE_QUEUED: Word(QT_TRANSLATE_NOOP("words", "Queued a message")),
    Deed.MESSAGE_REMOVED: Word(QT_TRANSLATE_NOOP("words", "Took out a message")),
    Deed.REMOVALS_AGREED: Word(QT_TRANSLATE_NOOP("words", "Agreed to removals"), "warning", "warning"),
    Deed.VOUCHED: Word(QT_TRANSLATE_NOOP("words", "Added an officer")),
    Deed.REMOVED: Word(QT_TRANSLATE_NOOP("words", "Removed an officer")),
    Deed.WITHDRAWN: Word(QT_TRANSLATE_NOOP("words", "Centre withdrew an officer"), "warning", "warning"),
    Deed.PC_WITHDRAWN: Word(QT_TRANSLATE_NOOP("words", "Centre withdrew this PC"), "warning", "warning"),
    Deed.PASSWORD_CHANGED: Word(QT_TRANSLATE_NOOP("words", "Changed the password")),
    Deed.RECOVERED: Word(QT_TRANSLATE_NOOP("words", "Opened with the recovery key"), "warning", "warning"),
    Deed.RECOVERY_SEALED: Word(QT_TRANSLATE_NOOP("words", "Recovery key set")),
    Deed.RECOVERY_RENEWED: Word(QT_TRANSLATE_NOOP("words", "Recovery key replaced"), "warning", "warning"),
    Deed.TRAIL_SENT_ANEW: Word(QT_TRANSLATE_NOOP("words", "Trail sent anew"), "warning", "warning"),
    Deed.SUBMITTED: Word(QT_TRANSLATE_NOOP("words", "Submitted an alert")),
    Deed.TAKEN_BACK: Word(QT_TRANSLATE_NOOP("words", "Took an alert back")),
    Deed.RETRIED: Word(QT_TRANSLATE_NOOP("words", "Tried to send again")),
    Deed.HANDED_OVER: Word(QT_TRANSLATE_NOOP("words", "Handed a draft over")),
    Deed.DISCARDED: Word(QT_TRANSLATE_NOOP("words", "Discarded a draft")),
    Deed.ACKNOWLEDGED: Word(QT_TRANSLATE_NOOP("words", "Acknowledged an alert")),
    Deed.FIR_OPENED: Word(QT_TRANSLATE_NOOP("words", "Opened an FIR")),
    Deed.VICTIM_ASKED: Word(QT_TRANSLATE_NOOP("words", "Asked who a protected victim is"), "eye", "warning"),
    Deed.MARKED_SENSITIVE: Word(QT_TRANSLATE_NOOP("words", "Marked as sensitive"), "warning", "warning"),
    Deed.UNMARKED_SENSITIVE: Word(QT_TRANSLATE_NOOP("words", "Took the sensitive mark off"), "warning", "warning"),
    Deed.FIR_EXPORTED: Word(QT_TRANSLATE_NOOP("words", "Printed or saved an FIR")),
    Deed.ALERT_EXPORTED: Word(QT_TRANSLATE_NOOP("words", "Printed or saved an alert")),
    Deed.REPORT_EXPORTED: Word(QT_TRANSLATE_NOOP("words", "Printed or saved a report")),
    Deed.SEARCH_EXPORTED: Word(QT_TRANSLATE_NOOP("words", "Saved search results as a table"), "export", "warning"),
    Deed.RECEIPT_PRINTED: Word(QT_TRANSLATE_NOOP("words", "Printed a receipt")),
    Deed.HASHES_PRINTED: Word(QT_TRANSLATE_NOOP("words", "Printed a hash report")),
    Deed.FILE_OPENED: Word(QT_TRANSLATE_NOOP("words", "Opened an attachment")),
    Deed.FILE_SAVED: Word(QT_TRANSLATE_NOOP("words", "Saved an attachment")),
    Deed.FILE_LENT: Word(QT_TRANSLATE_NOOP("words", "Opened an attachment in another program")),
    Deed.DESK_RESTORED: Word(QT_TRANSLATE_NOOP("words", "Drafts came from the second copy"), "warning", "warning"),
    Deed.VAULT_RESTORED: Word(QT_TRANSLATE_NOOP("words", "Key file came from its second copy"), "warning", "warning"),
    Deed.COPY_BEGUN_ANEW: Word(QT_TRANSLATE_NOOP("words", "Centre's copy begun anew"), "warning", "warning"),
}

_FIELD: Final[dict[str, Word]] = {
    "fir": Word(QT_TRANSLATE_NOOP("words", "FIR number")),
    "gd-number": Word(QT_TRANSLATE_NOOP("words", "GD entry")),
    "gd-reason": Word(QT_TRANSLATE_NOOP("words", "Reason for no FIR yet")),
    "category": Word(QT_TRANSLATE_NOOP("words", "Category")),
    "why": Word(QT_TRANSLATE_NOOP("words", "Why you need it")),
    "particulars": Word(QT_TRANSLATE_NOOP("words", "Particulars")),
    "order-reason": Word(QT_TRANSLATE_NOOP("words", "Reason for the order of events")),
    "description": Word(QT_TRANSLATE_NOOP("words", "Description")),
    "attachment": Word(QT_TRANSLATE_NOOP("words", "Attachments")),
    "files": Word(QT_TRANSLATE_NOOP("words", "Attachments")),
    "login": Word(QT_TRANSLATE_NOOP("words", "Login name")),
    "password": Word(QT_TRANSLATE_NOOP("words", "Password")),
    "key-file": Word(QT_TRANSLATE_NOOP("words", "Key file")),
    "since": Word(QT_TRANSLATE_NOOP("words", "From date")),
    "until": Word(QT_TRANSLATE_NOOP("words", "To date")),
    "dates": Word(QT_TRANSLATE_NOOP("words", "Dates")),
    "recipients": Word(QT_TRANSLATE_NOOP("words", "Recipients")),
    "subject": Word(QT_TRANSLATE_NOOP("words", "Subject")),
    "content": Word(QT_TRANSLATE_NOOP("words", "Content")),
    "template": Word(QT_TRANSLATE_NOOP("words", "Template")),
    "variables": Word(QT_TRANSLATE_NOOP("words", "Words to fill in")),
    "draft": Word(QT_TRANSLATE_NOOP("words", "Alert")),
    "receipt": Word(QT_TRANSLATE_NOOP("words", "Receipt")),
}

_CASE: Final[dict[str, Word]] = {
    "under-investigation": Word(QT_TRANSLATE_NOOP("words", "Under investigation")),
    "chargesheeted": Word(QT_TRANSLATE_NOOP("words", "Charge-sheeted")),
    "pending-approval": Word(QT_TRANSLATE_NOOP("words", "Waiting for approval")),
    "imported": Word(QT_TRANSLATE_NOOP("words", "From an old register")),
}


def case_status(code: str) -> Word:
    """Name the state of a case; the codes are the centre's, and one we do not know is shown as it is."""
    return _CASE.get(code, Word(code))


_CHECKED: Final[dict[str, Word]] = {
    "good": Word(QT_TRANSLATE_NOOP("words", "Good"), "received", "good"),
    "fault": Word(QT_TRANSLATE_NOOP("words", "Fault"), "refused", "warning"),
    "under-way": Word(QT_TRANSLATE_NOOP("words", "Trying…"), "sync", "quiet"),
    "not-tried": Word(QT_TRANSLATE_NOOP("words", "Not tried"), "seen", "quiet"),
    "not-used": Word(QT_TRANSLATE_NOOP("words", "Not used"), "recalled", "quiet"),
}


def category(value: Category) -> Word:
    """Name one of the seven windows, exactly as the Cri-MAC dashboard does."""
    return _CATEGORY[value]


def life(value: Life) -> Word:
    """Name where an alert stands in its life."""
    return _LIFE[value]


def attention(value: Attention) -> Word:
    """Name what this office has done with an alert."""
    return _ATTENTION[value]


def item_state(value: ItemState) -> Word:
    """Name where a submitted alert stands; "queued" can never be read as "received"."""
    return _ITEM[value]


def message_state(value: MessageState) -> Word:
    """Name where a message stands on its way to the centre; "queued" can never be read as "sent"."""
    return _MESSAGE[value]


def delivery(value: Delivery) -> Word:
    """Name where a message stands for one recipient."""
    return _DELIVERY[value]


def channel(value: Channel) -> Word:
    """Name the way a message goes."""
    return _CHANNEL[value]


def draft() -> Word:
    """Name an alert that is still being written."""
    return _DRAFT


def kind(value: str) -> Word:
    """Name a kind of file; a kind this version does not know is a "file"."""
    try:
        return _KIND[Kind(value)]
    except ValueError:
        return _UNKNOWN_KIND


def verdict(value: Verdict) -> Word:
    """Name what became of a file at its inspection."""
    return _VERDICT[value]


def judged(value: Verdict) -> Word:
    """Name what this PC finds in a file that another station sent."""
    return _JUDGED[value]


def outcome(value: str) -> Word:
    """Name what came of trying one thing between this PC and the centre."""
    return _CHECKED[value]


def office_kind(value: OfficeKind) -> Word:
    """Name a kind of office."""
    return _OFFICE[value]


def deed(act: str) -> Word:
    """Name what an officer did; an act this version does not know is shown as it is."""
    return _DEED.get(act, Word(act))


def deeds() -> tuple[str, ...]:
    """List every act that leaves a trace, in the order in which a list offers them."""
    return tuple(_DEED)


def field(name: str) -> Word:
    """Name a field of a form; an unknown one is shown as it is, never dropped."""
    return _FIELD.get(name, Word(name))
