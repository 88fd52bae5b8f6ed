"""What each command does: open the house, do one thing, say what was done."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from central import tls
from central.commands import entitling, reporting, trails, upkeep, ways_in
from central.commands.arguments import parser
from central.commands.messages import again, carrying, listed, nobody, run, take_list
from central.commands.speech import UnheardError, complain, outlet, read_password, say, speak_utf8
from central.configuration import configured
from central.demonstration.staging import stage
from central.errors import CentreError, SetupError
from central.expiring import Expiring
from central.house import House, open_house
from central.intake.directory import take_directory
from central.intake.officers import fit, rights_of, take_officers
from central.intake.records import take_alerts, take_firs
from central.intake.register import REGISTERS, Wish, take_register
from central.machine_authority import MachineAuthority
from central.noted import BY, note_account
from central.rights import Account
from central.settings import MachineCertificates, Settings
from central.store.tallies import Scope
from central.web.journal import log_to_standard_error
from central.web.serving import serve
from station_client.domain.report import ReportName

DONE = 0
FAILED = 1
STOPPED = 130
UNHEARD = 141
"""What a shell says of any program that nobody listens to any more (128 + SIGPIPE)."""

Arguments = argparse.Namespace


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code is 0 when it was done, 1 when it could not be, 2 for a wrong usage."""
    speak_utf8()
    asked = parser().parse_args(argv)
    verb = _VERBS[(asked.verb, getattr(asked, "act", None))]
    try:
        verb(asked)
    except CentreError as wrong:
        complain(str(wrong))
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except UnheardError:
        return UNHEARD
    return DONE


@contextmanager
def _house(asked: Arguments) -> Iterator[House]:
    if asked.verb != "init" and not asked.folder.is_dir():
        raise SetupError("the folder is not a centre's; `station-central init` makes one")
    house = open_house(_settings(asked))
    try:
        yield house
    finally:
        house.close()


def _settings(asked: Arguments) -> Settings:
    settings = configured(asked.folder, os.environ, database_url=asked.database)
    rule = getattr(asked, "machine_certificates", None)
    return settings if rule is None else replace(settings, machine_certificates=MachineCertificates(rule))


def _init(asked: Arguments) -> None:
    with _house(asked) as house:
        authority = tls.make_development_certificates(house.settings.tls)
        upkeep.first_key(house)
        say(f"centre: {asked.folder}")
        say(f"ca: {authority}")
        if asked.demonstration:
            _stage(house, asked)


def _demo_data(asked: Arguments) -> None:
    with _house(asked) as house:
        _stage(house, asked)


def _stage(house: House, asked: Arguments) -> None:
    with outlet(asked.passwords_to, asked.passwords_fd) as hand_out:
        staged = stage(house, seed=asked.seed, hand_out=hand_out)
        say(f"demonstration: {staged.offices} offices, {staged.alerts} alerts, {staged.firs} FIRs")


def _serve(asked: Arguments) -> None:
    signal.signal(signal.SIGTERM, _leave)
    log_to_standard_error()
    with _house(asked) as house, ExitStack() as at_work:

        def prepare() -> None:
            _clear(house)
            if not house.preparation.stopped:
                at_work.enter_context(Expiring(house.store, house.clock))
                at_work.enter_context(nobody() if asked.no_messages else carrying(house))

        def ready(port: int) -> None:
            if asked.port_file is not None:
                _write_whole(asked.port_file, f"{port}\n")
            say(f"serving: https://{asked.host}:{port}")

        serve(house.centre, house.settings.tls, host=asked.host, port=asked.port, ready=ready, prepare=prepare)


def _tidy(asked: Arguments) -> None:
    with _house(asked) as house:
        Expiring(house.store, house.clock).run()
        say(f"tidied: cursors from {_clear(house)} on are served")


def _clear(house: House) -> int:
    house.fill()
    house.blobs.sweep(house.clock.now())
    house.partials.sweep(house.clock.now())
    house.snapshots.sweep()
    return house.forget()


def _snapshots(asked: Arguments) -> None:
    with _house(asked) as house:
        for state in asked.states:
            made = house.snapshots.make(Scope(alerts=True, firs_of_state=state))
            say(f"snapshot: {state} {made.rows} records, {made.size} bytes" if made else f"snapshot: {state} stopped")


def _leave(number: int, frame: FrameType | None) -> None:
    """End quietly when the system asks for it."""
    del number, frame
    sys.exit(DONE)


def _write_whole(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _officers_add(asked: Arguments) -> None:
    with _house(asked) as house:
        acts, categories = rights_of(asked.acts, asked.categories)
        login = asked.login.strip().lower()
        account = fit(Account(login, asked.name, asked.rank, asked.office, acts, categories, active=not asked.inactive))
        password = "" if asked.keep_password else read_password(asked.password_fd)
        kept = house.accounts.hashed(password) if password else ""
        with house.store.write() as unit:
            before = unit.officers.one(login)
            house.accounts.put_in(unit, account, kept)
            note_account(unit, house.clock.now(), before, account, password=bool(kept))
    say(f"officer: {login}")


def _officers_list(asked: Arguments) -> None:
    with _house(asked) as house, house.store.read() as unit:
        accounts = unit.officers.all()
    for one in accounts:
        row = {name: getattr(one, name) for name in ("login", "name", "rank", "office_code", "acts", "active")}
        row["categories"] = one.categories
        line = f"{one.login}  {one.rank} {one.name}  {one.office_code}  {','.join(one.acts)}"
        say(json.dumps(row, ensure_ascii=False) if asked.json else line + ("" if one.active else "  (inactive)"))


def _officers_import(asked: Arguments) -> None:
    with _house(asked) as house, outlet(asked.passwords_to, asked.passwords_fd) as hand_out:
        say(f"officers: {take_officers(house, asked.file, hand_out)}")


def _import(take: Callable[[House, Path], tuple[int, int]]) -> Callable[[Arguments], None]:
    def verb(asked: Arguments) -> None:
        with _house(asked) as house:
            read, changed = take(house, asked.file)
        say(f"{asked.verb}: {read} read, {changed} new or changed")

    return verb


def _within(verb: Callable[[House, Arguments], None]) -> Callable[[Arguments], None]:
    def within(asked: Arguments) -> None:
        with _house(asked) as house:
            verb(house, asked)

    return within


def _records(take: Callable[[House, Path], tuple[int, int]]) -> Callable[[Arguments], None]:
    whole = _import(take)

    def verb(asked: Arguments) -> None:
        if asked.file.suffix.lower() not in REGISTERS:
            return whole(asked)
        with _house(asked) as house:
            wish = Wish(dry_run=asked.dry_run, report=asked.report, resume=asked.resume)
            told = take_register(house, asked.file, asked.verb, wish)
        kept = "would come in" if asked.dry_run else f"good, {told.changed} new or changed"
        say(f"{asked.verb}: {told.read} rows read, {told.good} {kept}, {told.rejected} rejected")
        if told.before:
            say(f"resumed: up to row {told.before} everything was in")
        return None

    return verb


def _machines_revoke(asked: Arguments) -> None:
    with _house(asked) as house, house.store.write() as unit:
        now = house.clock.now()
        if not unit.sessions.revoke(asked.machine_id, now):
            raise SetupError("no such machine is enrolled")
        unit.trail.add(now, login=BY, machine_id=asked.machine_id, act="machine-revoked")
    say(f"revoked: {asked.machine_id}")


def _messages_run(asked: Arguments) -> None:
    signal.signal(signal.SIGTERM, _leave)
    log_to_standard_error()
    with _house(asked) as house:
        run(house)


def _machines_release(asked: Arguments) -> None:
    with _house(asked) as house:
        if not MachineAuthority(house.settings.tls).release(asked.machine_id):
            raise SetupError("no key of such a machine is kept")
        with house.store.write() as unit:
            unit.trail.add(house.clock.now(), login=BY, machine_id=asked.machine_id, act="machine-key-released")
    say(f"released: {asked.machine_id}")


def _machines_restore(asked: Arguments) -> None:
    with _house(asked) as house, house.store.write() as unit:
        machine = unit.sessions.machine(asked.machine_id)
        if machine is None or not machine.revoked:
            raise SetupError("no such machine is withdrawn")
        unit.sessions.revoke(asked.machine_id, None)
        unit.trail.add(house.clock.now(), login=BY, machine_id=asked.machine_id, act="machine-restored")
    say(f"restored: {asked.machine_id}")


def _restore(asked: Arguments) -> None:
    upkeep.bring_back(_settings(asked), asked)


_VERBS: dict[tuple[str, str | None], Callable[[Arguments], None]] = {
    ("init", None): _init,
    ("migrate", None): _within(upkeep.migrated),
    ("backup", None): _within(upkeep.copy_away),
    ("restore", None): _restore,
    ("check", None): _within(upkeep.look),
    ("disclosures", "list"): _within(upkeep.disclosed),
    **{("trail", name): _within(verb) for name, verb in trails.TRAILS.items()},
    **{("keys", name): _within(verb) for name, verb in upkeep.KEYS.items()},
    ("quality", None): _within(upkeep.quality),
    ("serve", None): _serve,
    ("demo-data", None): _demo_data,
    ("tidy", None): _tidy,
    ("snapshots", None): _snapshots,
    ("officers", "add"): _officers_add,
    ("officers", "list"): _officers_list,
    ("officers", "import"): _officers_import,
    ("officers", "code"): _within(ways_in.code),
    ("officers", "unlock"): _within(ways_in.unlock),
    **{("rights", name): _within(verb) for name, verb in entitling.RIGHTS.items()},
    ("directory", "import"): _import(take_directory),
    ("alerts", "import"): _records(take_alerts),
    ("firs", "import"): _records(take_firs),
    ("machines", "revoke"): _machines_revoke,
    ("messages", "list"): _within(listed),
    ("messages", "retry"): _within(again),
    ("messages", "run"): _messages_run,
    ("templates", "import"): _within(take_list),
    ("machines", "release"): _machines_release,
    ("machines", "restore"): _machines_restore,
    **{("reports", str(name)): _within(reporting.report) for name in ReportName},
    ("reports", "carry-over"): _within(reporting.carry_over),
    ("pillars", "import"): _within(reporting.pillars_import),
    ("pillars", "state"): _within(reporting.pillars_state),
}
