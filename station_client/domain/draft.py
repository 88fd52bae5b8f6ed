"""An alert that an officer of this station is writing; nobody else has it yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from station_client.domain.alert import Category
from station_client.domain.attachment import Attachment
from station_client.domain.ids import DraftId, Login

DESCRIPTION_LENGTH = 4000
DESCRIPTION_LEAST = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands: ``fir_text`` is what was typed, ``version`` grows with each save.

    ``particulars`` are what was filled in beside the text, by their keys (``domain.particulars``).
    ``edits`` names the alert that this changes, as it stood at ``base_version``; a ``life`` says that it ends it.
    ``author`` owns it whoever is signed in; moments are UTC by this PC's clock.
    """

    draft_id: DraftId
    author: Login
    created_at: datetime
    saved_at: datetime
    version: int = 0
    fir_text: str = ""
    gd_number: str = ""
    gd_reason: str = ""
    category: Category | None = None
    description: str = ""
    files: tuple[Attachment, ...] = ()
    edits: str = ""
    base_version: int = 0
    life: str = ""
    particulars: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing at all was entered yet."""
        told = (text for key, text in self.particulars if key != "language")
        typed = (self.fir_text, self.gd_number, self.gd_reason, self.description, *told)
        changes = self.files or self.category is not None or self.edits
        return not any(text.strip() for text in typed) and not changes
