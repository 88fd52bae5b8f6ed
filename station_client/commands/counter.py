"""One call of the command line, from its words to its exit code."""

from __future__ import annotations

import logging
import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TextIO

from station_client import config
from station_client.commands import (
    amending,
    asking,
    disclosing,
    keeping,
    looking,
    messaging,
    proving,
    reading,
    recovering,
    setting_up,
    station_officers,
    trail,
    writing,
)
from station_client.commands.doors import Call, Doors
from station_client.commands.exits import Exit, exit_of
from station_client.commands.parser import parser
from station_client.commands.say import Answer, answer, trouble
from station_client.config import Settings
from station_client.errors import StationError

_log = logging.getLogger(__name__)

COMMANDS: dict[str, Callable[[Call], Answer]] = {
    "configure": setting_up.configure,
    "sign-in": setting_up.sign_in,
    "status": setting_up.status,
    "sync": setting_up.sync,
    "diagnose": looking.diagnose,
    "search": reading.search,
    "show": reading.show,
    "export-fir": reading.export_fir,
    "report": asking.report,
    "want-fir": asking.want_fir,
    "ask-centre": asking.ask_centre,
    "draft new": writing.draft_new,
    "draft edit": writing.draft_edit,
    "draft attach": writing.draft_attach,
    "draft submit": writing.draft_submit,
    "draft list": writing.draft_list,
    "draft hand-over": keeping.hand_over,
    "draft earlier": keeping.earlier,
    "draft discard": keeping.discard,
    "draft detach": keeping.detach,
    "draft take-back": keeping.take_back,
    "alert correct": amending.correct,
    "alert located": amending.located,
    "alert recall": amending.recall,
    "outbox": writing.outbox,
    "receipts": writing.receipts,
    "whole fir": disclosing.whole_fir,
    "whole alert": disclosing.whole_alert,
    "sensitive mark": disclosing.mark,
    "sensitive unmark": disclosing.unmark,
    "receipt show": proving.show,
    "receipt hashes": proving.hashes,
    "receipt verify": proving.verify,
    "messages mail": messaging.mail,
    "messages sms": messaging.sms,
    "messages list": messaging.listed,
    "messages remove": messaging.remove,
    "messages templates": messaging.templates,
    "messages find": messaging.find,
    "audit verify": trail.verify,
    "audit list": trail.entries,
    "officers list": station_officers.officers_list,
    "officers add": station_officers.officers_add,
    "officers remove": station_officers.officers_remove,
    "password": station_officers.change_password,
    "recovery new-key": recovering.new_key,
    "recovery open": recovering.reopen,
    "recovery renew": recovering.renew,
}


def take(argv: Sequence[str], doors: Doors) -> int:
    """Do what the words ask for and give the exit code."""
    given = _parsed(argv)
    try:
        if given.command == "run" and given.training:
            return doors.run_training(given.language)
        if given.command == "run":
            return doors.run_window(given.profile)
        said = COMMANDS[_name(given)](Call(given, _settings(given), doors))
        answer(doors.out, said, as_json=given.json)
    except StationError as wrong:
        trouble(doors.out, doors.err, wrong, as_json=given.json)
        return exit_of(wrong)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _stop_writing(doors.out)
    except Exception:  # noqa: BLE001 nothing unforeseen may show a script a traceback with data in it
        _log.exception("a command failed")
        trouble(doors.out, doors.err, StationError(), as_json=given.json)
        return Exit.UNEXPECTED
    return Exit.DONE


def _stop_writing(out: TextIO) -> None:
    """Send the rest nowhere: whoever read the answer (``| head``) has had enough, which is no fault."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.fileno())
    os.close(nowhere)


def _parsed(argv: Sequence[str]) -> Namespace:
    """Parse the words; those that name no command are ``run``'s own."""
    words = list(argv)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "run")
    return parser().parse_args(words)


def _name(given: Namespace) -> str:
    return f"{given.command} {given.act}" if "act" in given else str(given.command)


def _settings(given: Namespace) -> Settings:
    """Read the data folder's settings; ``configure`` writes them and must not stumble over what is there."""
    return Settings(profile=given.profile) if given.command == "configure" else config.load(given.profile)
