"""``recovery new-key``, ``open``, ``renew``: State IT's way into a store that nobody can open any more."""

from __future__ import annotations

from station_client.commands.doors import Call
from station_client.commands.entering import house, new_password, secret_line, signed_in
from station_client.commands.say import Answer
from station_client.errors import SettingsError
from station_client.security import recovery
from station_client.security.recovery import RecoveryKey


def new_key(call: Call) -> Answer:
    """Make the State's recovery key: the private half under a passphrase, the public half for every PC."""
    passphrase = new_password(call, call.given.password_fd, "Passphrase of the new recovery key: ")
    public, path = recovery.new_key(call.given.file, passphrase)
    lines = (
        f"private half: {call.given.file} (keep it, and its passphrase, away from the stations)",
        f"public half: {path} (name it as recovery_key in each station.toml)",
        f"key {public.key_id}",
    )
    return Answer({"key": public.key_id, "private": call.given.file, "public": path}, lines)


def reopen(call: Call) -> Answer:
    """Give an officer of this PC a new password by the recovery key, and the PC a new secret where it lost its own."""
    given = call.given
    passphrase = secret_line(call, given.key_password_fd, "Passphrase of the recovery key: ")
    with house(call) as opened:
        key = opened.verbs.recovery.prove(given.key, passphrase)
        password = new_password(call, given.password_fd, f"New password for {given.officer}: ")
        done = opened.verbs.recovery.reopen(key, given.officer, password)
    lines = [f"{done.officer.rank} {done.officer.name} ({done.officer.login}) can sign in with the new password"]
    if done.new_machine_secret:
        lines.append("the PC has a new secret in its keychain; the other officers must be added again")
    return Answer({"recovered": done}, tuple(lines))


def renew(call: Call) -> Answer:
    """Seal this PC's data to the recovery key that the settings name now, in the place of the one before."""
    if call.settings.recovery_key is None:
        raise SettingsError("recovery_key", "is not set")
    key = RecoveryKey.read(call.settings.recovery_key)
    with signed_in(call) as verbs:
        verbs.officers.renew_recovery(key)
    lines = (f"this PC's data is sealed to recovery key {key.key_id} alone", "compare it with what State IT gave out")
    return Answer({"key": key.key_id}, lines)
