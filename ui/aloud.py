"""The one way to tell a screen reader of what came by itself, where no key of the officer leads to it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def tell(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have ``text`` read out at the next pause, or ``at_once``; nothing of what is not seen, as behind the lock."""
    if not text or not widget.isVisible():
        return
    ways = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(ways.Assertive if at_once else ways.Polite)
    QAccessible.updateAccessibility(event)
