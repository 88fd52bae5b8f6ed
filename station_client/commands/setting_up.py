"""``configure``, ``sign-in``, ``status``, ``sync``: a data folder's way to the centre."""

from __future__ import annotations

from station_client import config
from station_client.commands.doors import Call
from station_client.commands.entering import house, signed_in
from station_client.commands.say import Answer, moment
from station_client.errors import SecondCopyError, TooManyGoneError
from station_client.ports import Reading, SyncStatus, Transfer
from station_client.services.repairs import Mended
from ui import phrases


def configure(call: Call) -> Answer:
    """Write the settings of a data folder, as an installer does."""
    given = call.given
    config.write(
        given.profile,
        centre_url=given.centre,
        ca_file=given.ca,
        recovery_key=given.recovery_key,
        password_only=given.password_only,
    )
    settings = config.load(given.profile)
    lines = (f"{given.profile / config.FILE_NAME} written: centre {settings.centre_url}",)
    return Answer({"settings": settings}, lines)


def sign_in(call: Call) -> Answer:
    """Prove that the password opens this PC's vault; the first time, enrol the PC with the centre."""
    with signed_in(call) as verbs:
        who = verbs.session.current()
        if who is None:  # nobody can have signed out in between
            return Answer({"signed_in": None})
        officer = who.officer
        lines = [f"{officer.rank} {officer.name}, {officer.office.name} ({officer.login})"]
        lines.append("confirmed by the centre" if who.online else "with no line")
        if who.password_only:
            lines.append("Warning: no keychain guards this PC's data, only the passwords do.")
        return Answer({"signed_in": who}, tuple(lines))


def status(call: Call) -> Answer:
    """Say what stands here; what waits is known only to an officer who signs in."""
    if not call.given.officer:
        with house(call) as opened:
            session = opened.verbs.session
            here, known = session.vault_exists(), session.known_officers()
        lines = [f"centre: {call.settings.centre_url or 'not set'}", f"vault: {'made' if here else 'not made yet'}"]
        lines += [f"officer: {one.login} ({one.rank} {one.name})" for one in known]
        return Answer({"centre": call.settings.centre_url, "vault": here, "officers": known}, tuple(lines))
    with signed_in(call) as verbs:
        found = verbs.sync.status()
        told, trouble = verbs.repairs.met(), verbs.repairs.copy_now()
        table = {"status": found, "drafts": len(verbs.drafts.mine()), "mended": told}
        table["copies"] = trouble.code if trouble else ""
        return Answer(table, (*status_lines(found), *_copy_lines(told, trouble)))


def sync(call: Call) -> Answer:
    """Send what waits and fetch what is new, once; or let the window's own syncs rest until they are resumed."""
    with signed_in(call) as verbs:
        if call.given.what != "now":
            (verbs.sync.pause if call.given.what == "pause" else verbs.sync.resume)()
            status = verbs.sync.status()
            return Answer({"status": status}, ("sync paused" if status.paused else "sync resumed",))
        if call.given.accept_removals:
            verbs.removals.agree()
        found = verbs.sync.sync_once()
        if found.removals is not None:
            raise TooManyGoneError(found.removals.count, found.removals.held)
        return Answer({"status": found}, status_lines(found))


def _copy_lines(mended: tuple[Mended, ...], trouble: SecondCopyError | None) -> tuple[str, ...]:
    """Say which files were damaged at this sign-in, and what keeps the second copy from being made."""
    lines = [
        f"{one.store}: {'was missing' if one.missing else f'damaged, kept as {one.set_aside}'}; "
        + (f"its second copy {_age(one)}took its place" if one.store != "replica" else "it is fetched anew")
        for one in mended
    ]
    if trouble is not None:
        lines.append(str(phrases.english(trouble)))
    return tuple(lines)


def _age(one: Mended) -> str:
    return f"of {moment(one.copied_at)} " if one.copied_at else ""


def status_lines(found: SyncStatus) -> tuple[str, ...]:
    """Say all that the window's foot says of the line, and no less."""
    said = (f"line: {found.line}", f"({found.error})" if found.error else "", "sync paused" if found.paused else "")
    lines = [
        " ".join(filter(None, said)),
        f"last sync: {moment(found.last_sync)}, last contact: {moment(found.last_contact)}",
        f"waiting on this PC: {found.waiting}, refused: {found.refused}",
    ]
    if found.next_try:
        lines.append(f"next try: {moment(found.next_try)}")
    if found.transfer is not None:
        one = found.transfer
        lines.append(
            f"sending {one.item_id}: {one.done:,} of {one.total:,} bytes, {one.rate:,.0f} a second{_left(one)}"
        )
    if found.reading is not None:
        here = found.reading
        lines.append(f"{found.phase}: {here.done:,} of {here.total:,} records, {here.rate:,.0f} a second{_left(here)}")
    if found.files_from:
        lines.append(f"files travel from: {moment(found.files_from)}")
    if found.pulled:
        lines.append(f"fetched: {found.pulled}")
    if found.removals is not None:
        lines.append(f"held back: the centre withdraws {found.removals.count} of {found.removals.held} records")
        lines.append("agree with: station-client sync --accept-removals")
    return tuple(lines)


def _left(moving: Transfer | Reading) -> str:
    """Say how long the rest takes, where that can be said."""
    return "" if moving.seconds_left is None else f", {moving.seconds_left:,} s left"
