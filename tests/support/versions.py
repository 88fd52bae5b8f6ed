"""Earlier versions of drafts in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId


@dataclass
class Versions:
    """What was saved before; whoever saves puts it first."""

    before: list[Draft] = field(default_factory=list, kw_only=True)
    held: dict[DraftId, Draft] = field(default_factory=dict, kw_only=True)
    given: list[tuple[str, str]] = field(default_factory=list, kw_only=True)

    def hand_over(self, draft_id: DraftId, to_login: str) -> None:
        """Remember to whom it was given."""
        self.given.append((str(draft_id), to_login))

    def save(self, draft: Draft) -> Draft:
        """Keep what was typed."""
        raise AssertionError(draft)

    def versions(self, draft_id: DraftId) -> tuple[Draft, ...]:
        """Give the earlier versions, newest first."""
        return tuple(one for one in self.before if one.draft_id == draft_id and not one.empty)

    def back_to(self, draft_id: DraftId, version: int) -> Draft:
        """Bring an earlier version back."""
        (old,) = (one for one in self.versions(draft_id) if one.version == version)
        return self.save(old)

    def of_station(self, limit: int = 1000) -> tuple[Draft, ...]:
        """Give what anything stands in, whoever wrote it."""
        return tuple(one for one in self.held.values() if not one.empty)[:limit]
