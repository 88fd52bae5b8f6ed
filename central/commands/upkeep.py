"""What the commands of whoever keeps a centre do: copies, bringing one back, looking whether all is sound."""

from __future__ import annotations

import argparse
from io import StringIO

from central.commands.speech import say, say_one, say_row, write
from central.errors import SetupError
from central.house import House
from central.keeping.backup import backup, restore
from central.keeping.check import faults
from central.keeping.quality import qualities, write_csv
from central.noted import BY
from central.receipt_keys import ReceiptKeys
from central.settings import Settings
from station_client.clock import to_ist

Arguments = argparse.Namespace


def migrated(house: House, asked: Arguments) -> None:
    """Say that the database is up to date: opening the house made it so."""
    del house, asked
    say("the database is of this version")


def copy_away(house: House, asked: Arguments) -> None:
    """Copy the centre while it is in use."""
    folder, copy = backup(house, asked.to)
    say(f"copy: {folder}")
    say(f"holds: sequence {copy.head}, {copy.files} files")


def bring_back(settings: Settings, asked: Arguments) -> None:
    """Bring a copy back into a centre that is not there yet."""
    head, copy = restore(settings, asked.source)
    say(f"restored: sequence {head}, {copy.files} files, as of {copy.made_at}")
    say("stations that saw more read the feed again by themselves; put the certificate back before `serve`")


def look(house: House, asked: Arguments) -> None:
    """Name what is not sound. Raises ``SetupError`` where there is any such thing."""
    found = list(faults(house, every_byte=asked.files))
    for one in found:
        say(one)
    if found:
        raise SetupError(f"{len(found)} faults")
    say("sound")


def quality(house: House, asked: Arguments) -> None:
    """Say what is wanting in the records of each station."""
    found = qualities(house, asked.station)
    if asked.station and not found:
        raise SetupError(f"the directory has no office {asked.station}")
    if asked.csv:
        table = StringIO(newline="")
        write_csv(found, table)
        write(table.getvalue())
        return
    for one in found:
        wanting = ", ".join(f"{name} {value}" for name, value in one.row().items() if isinstance(value, int) and value)
        say(f"{one.office.code}  {one.office.name}: {wanting or 'nothing yet'}")


def disclosed(house: House, asked: Arguments) -> None:
    """List who was given what the feed keeps back, and why."""
    with house.store.read() as unit:
        lines = unit.disclosures.all()
    for one in lines:
        row = {name: getattr(one, name) for name in one.__slots__} | {"at": one.at.isoformat()}
        if asked.json:
            say_row(row)
            continue
        when = f"{to_ist(one.at):%d/%m/%Y %H:%M} IST"
        say_one(str(one.number), when, one.login, one.act, f"{one.kind} {one.key}", one.reason)


def keys_make(house: House, asked: Arguments) -> None:
    """Make the first key for receipts."""
    del asked
    _note_key(house, made := ReceiptKeys(house.settings.keys).make())
    say(f"key: {made}")


def keys_rotate(house: House, asked: Arguments) -> None:
    """Make the next key for receipts."""
    del asked
    _note_key(house, made := ReceiptKeys(house.settings.keys).rotate())
    say(f"key: {made}")
    say("each `serve` signs with it from its next start")


def keys_show(house: House, asked: Arguments) -> None:
    """Show every public key, the signing one named first."""
    del asked
    keys = ReceiptKeys(house.settings.keys)
    signer = keys.signer()
    if signer is None:
        raise SetupError("receipts are not signed: `station-central keys make`")
    say(f"# signs now: {signer.key_id}")
    say(keys.pem().strip())


def first_key(house: House) -> None:
    """Make the key for receipts of a centre that has none."""
    keys = ReceiptKeys(house.settings.keys)
    if keys.signer() is None:
        _note_key(house, keys.make())


def _note_key(house: House, made: str) -> None:
    """Note in the audit trail which key signs from now on."""
    with house.store.write() as unit:
        unit.trail.add(house.clock.now(), login=BY, machine_id="", act="receipt-key-made", subject=made)


KEYS = {"make": keys_make, "rotate": keys_rotate, "show": keys_show}
