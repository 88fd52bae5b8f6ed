"""Which law an offence falls under, and where a section of the old code stands in the new one.

The date of occurrence decides, not the date of the report: before 1 July 2024 the Indian Penal
Code, from that day the Bharatiya Nyaya Sanhita. The pairs are those that alerts on trafficking name.
"""

from __future__ import annotations

from datetime import date

NEW_LAW_FROM = date(2024, 7, 1)

IPC_TO_BNS: dict[str, str] = {
    "366A": "96",
    "366B": "141",
    "370": "143",
    "370A": "144",
    "372": "98",
    "373": "99",
}
BNS_TO_IPC: dict[str, str] = {new: old for old, new in IPC_TO_BNS.items()}


def penal_code(occurred: date) -> str:
    """Name the penal code for an offence of that day: ``IPC`` or ``BNS``."""
    return "BNS" if occurred >= NEW_LAW_FROM else "IPC"


def procedure_code(occurred: date) -> str:
    """Name the code of procedure for an offence of that day: ``CrPC`` or ``BNSS``."""
    return "BNSS" if occurred >= NEW_LAW_FROM else "CrPC"


def counterpart(act: str, section: str) -> tuple[str, str] | None:
    """Give the same offence in the other code, or None where no pair is known here."""
    name = section.replace(" ", "").upper()
    if act.upper() == "IPC" and name in IPC_TO_BNS:
        return "BNS", IPC_TO_BNS[name]
    if act.upper() == "BNS" and name in BNS_TO_IPC:
        return "IPC", BNS_TO_IPC[name]
    return None
