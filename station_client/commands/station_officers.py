"""``officers``, ``password``: who can sign in on this PC with no line, and by what."""

from __future__ import annotations

from station_client.commands.doors import Call
from station_client.commands.entering import house, new_password, officer, password, secret_line, signed_in, with_proof
from station_client.commands.say import Answer
from station_client.services.views import KnownOfficer


def officers_list(call: Call) -> Answer:
    """List the officers of this PC; in the password-only mode nobody is listed."""
    with house(call) as opened:
        known = opened.verbs.officers.all()
    return Answer({"officers": known}, tuple(map(_line, known)) or ("nobody is listed",))


def officers_add(call: Call) -> Answer:
    """Let a further officer of the office in: the one who acts vouches, the centre confirms the newcomer."""
    with signed_in(call) as verbs:
        prompt = f"Password of {call.given.login} at the centre: "
        login, typed = call.given.login, secret_line(call, call.given.new_password_fd, prompt)
        added = with_proof(call, verbs, login, lambda proof: verbs.session.add_officer(login, typed, proof))
        return Answer({"officer": added}, (_line(added),))


def officers_remove(call: Call) -> Answer:
    """Take an officer's slot away and begin a new epoch."""
    with signed_in(call) as verbs:
        verbs.officers.remove(call.given.login)
        known = verbs.officers.all()
        return Answer({"removed": call.given.login, "officers": known}, (f"{call.given.login} was removed",))


def change_password(call: Call) -> Answer:
    """Set a new password for this PC over the old one, with no line."""
    with house(call) as opened:
        verbs = opened.verbs
        old = password(call)
        verbs.session.sign_in(officer(call, verbs), old)
        verbs.officers.change_password(old, new_password(call, call.given.new_password_fd, "New password: "))
    return Answer({}, ("the new password opens this PC from now on; the one at the centre has not changed",))


def _line(one: KnownOfficer) -> str:
    return f"{one.login}  {one.rank} {one.name}"
