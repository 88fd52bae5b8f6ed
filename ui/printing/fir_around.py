"""What stands beside the form in the window: its sections in the other code, the alerts on it. Not on paper. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from station_client.domain.fir import Fir
from station_client.domain.law import Section, counterparts
from station_client.services.views import AlertLine
from station_client.text import references
from ui.language import day
from ui.printing.fir_html import Ink
from ui.printing.form_labels import Label

ALERT: Final = "alert:"
"""What begins an address of the page that leads to an alert."""
OTHER_CODE: Final = Label("In the other code", "दूसरी संहिता में")
ALERTS: Final = Label("Alerts on this FIR", "इस एफआईआर के अलर्ट")
NO_ALERT: Final = Label("None in this PC's copy", "इस पीसी की प्रति में कोई नहीं")


def around_html(fir: Fir, alerts: Sequence[AlertLine], ink: Ink) -> str:
    """Give both as HTML; every value is escaped."""
    law = "".join(f"<li>{escape(old)} = {escape(new)}</li>" for old, new in other_code(fir))
    told = "".join(_alert(one, ink) for one in alerts) or f"<li>{escape(NO_ALERT.en)} ({escape(NO_ALERT.hi)})</li>"
    head = f"{_heading(OTHER_CODE, ink)}<ul>{law}</ul>" if law else ""  # no rule: Qt draws it beside a table
    return f"<div style='color:{ink.text}'>{head}{_heading(ALERTS, ink)}<ul>{told}</ul></div>"


def other_code(fir: Fir) -> tuple[tuple[str, str], ...]:
    """Give each section with where it stands in the code before or after it; those that stand nowhere are left out."""
    found: dict[tuple[str, str], None] = {}
    for row in fir.form.acts:
        for one in references.of_act(row.act, row.section):
            section = Section(*one.section) if one.section is not None else None
            if section is not None and (others := counterparts(section)):
                named = ", ".join(f"{far.act} {far.shown}" for far in others)
                found[f"{section.act} {section.shown}", named] = None
    return tuple(found)


def _alert(line: AlertLine, ink: Ink) -> str:
    address = f"{ALERT}{escape(str(line.uid), quote=True)}"
    where = f"<span style='color:{ink.quiet}'>{escape(line.place)}</span>"
    return f"<li>{day(line.issued_at)} · <a href='{address}'>{escape(line.headline)}</a> · {where}</li>"


def _heading(label: Label, ink: Ink) -> str:
    hindi = f"<span style='color:{ink.quiet}'>({escape(label.hi)})</span>"
    return f"<p><span style='font-weight:600'>{escape(label.en)}</span> {hindi}</p>"
