"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from central.commands import entitling, trails
from central.commands.reporting import add_words
from central.settings import MachineCertificates
from station_client import __version__
from station_client.domain.alert import Category
from station_client.domain.office import Act

DEFAULT_PORT = 8443


def parser() -> argparse.ArgumentParser:
    """Describe every command."""
    top = argparse.ArgumentParser(prog="station-central", description="The central server that stations sync with.")
    top.add_argument("--version", action="version", version=__version__)
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    init = _verb(verbs, "init", "make the folder, the database and a development certificate")
    init.add_argument("--demonstration", action="store_true", help="fill it with made-up officers, alerts and FIRs")
    _demonstration(init)
    serve = _verb(verbs, "serve", "answer stations over TLS until told to stop")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes a free port")
    serve.add_argument("--no-messages", action="store_true", help="let `messages run` carry the messages")
    serve.add_argument("--port-file", type=Path, help="write the port here once stations can be answered")
    serve.add_argument(
        "--machine-certificates",
        choices=list(MachineCertificates),
        default=None,
        help="sign the machines' own keys, and require them; the settings decide where it is not said",
    )
    _demonstration(_verb(verbs, "demo-data", "fill an empty centre with made-up officers, alerts and FIRs"))
    _verb(verbs, "tidy", "drop withdrawals and files that are old enough; once a day, as `serve` does when it starts")
    ahead = _verb(verbs, "snapshots", "make the files of first copies ahead of the stations that will ask")
    ahead.add_argument("states", nargs="+", metavar="STATE", help="codes of States")
    _officers(verbs)
    for name, what in (("directory", "FILE.csv"), ("alerts", "FILE"), ("firs", "FILE")):
        room = verbs.add_parser(name, help=f"take {name} in from a file").add_subparsers(dest="act", required=True)
        intake = _verb(room, "import", f"take in {what}; all of it or nothing")
        intake.add_argument("file", type=Path, metavar=what)
        if name != "directory":
            _legacy(intake)
    _keeping(verbs)
    _messages(verbs)
    add_words(verbs, _shared())
    trails.add_words(verbs, _shared())
    _machines(verbs)
    return top


def _messages(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    acts = verbs.add_parser("messages", help="e-mails and short messages that go out").add_subparsers(
        dest="act", required=True
    )
    listed = _verb(acts, "list", "count the recipients by state, and name the messages that did not reach somebody")
    listed.add_argument("--json", action="store_true")
    _verb(acts, "retry", "hand a message over again to whom it did not reach, or may not have").add_argument(
        "message_id"
    )
    _verb(acts, "run", "carry messages in a process of its own; `serve` does it too")
    texts = verbs.add_parser("templates", help="the registered texts of short messages").add_subparsers(
        dest="act", required=True
    )
    load = _verb(texts, "import", "make FILE.csv the list of templates")
    load.add_argument("file", type=Path, metavar="FILE.csv")


def _machines(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    machines = verbs.add_parser("machines", help="withdraw a PC, or take it back").add_subparsers(
        dest="act", required=True
    )
    _verb(machines, "release", "forget a PC's own key, so that it may bring a new one").add_argument("machine_id")
    _verb(machines, "revoke", "withdraw an enrolled PC at once").add_argument("machine_id")
    _verb(machines, "restore", "take a withdrawn PC back").add_argument("machine_id")


def _legacy(intake: argparse.ArgumentParser) -> None:
    intake.description = "FILE.jsonl: all of it or nothing. FILE.csv or FILE.xlsx, an older register: every good row."
    intake.add_argument("--dry-run", action="store_true", help="only look; nothing is kept")
    intake.add_argument("--report", type=Path, metavar="OUT.csv", help="write each rejected row with its reason here")
    intake.add_argument("--resume", action="store_true", help="go on behind the last row that was kept of this file")


def _keeping(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    keys = verbs.add_parser("keys", help="the keys that sign receipts").add_subparsers(dest="act", required=True)
    _verb(keys, "make", "make the first key; `init` does it too")
    _verb(keys, "rotate", "make the next key; the public half of the one before stays")
    _verb(keys, "show", "show every public key (PEM), for whoever checks a printed receipt")
    kept_back = verbs.add_parser("disclosures", help="who was given what the feed keeps back").add_subparsers(
        dest="act", required=True
    )
    _verb(kept_back, "list", "list each time, with officer, record and reason").add_argument(
        "--json", action="store_true"
    )
    _verb(verbs, "migrate", "bring the database up to this version")
    copy = _verb(verbs, "backup", "copy the centre, while it is in use, into a new folder below DIR")
    copy.add_argument("to", type=Path, metavar="DIR")
    back = _verb(verbs, "restore", "bring a copy back into a centre that is not there yet")
    back.add_argument("source", type=Path, metavar="COPY", help="the folder that `backup` named")
    quality = _verb(verbs, "quality", "count what is wanting in each station's alerts and FIRs")
    quality.add_argument("--station", default="", metavar="CODE", help="one office only")
    quality.add_argument("--csv", action="store_true", help="every column, as a table")
    check = _verb(verbs, "check", "look whether everything is sound; exit code 1 names what is not")
    check.add_argument("--files", action="store_true", help="read every file again and take its hash")


def _officers(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    acts = verbs.add_parser("officers", help="who may sign in, and what they may do").add_subparsers(
        dest="act", required=True
    )
    add = _verb(acts, "add", "add an officer, or change one")
    add.add_argument("login")
    for name in ("name", "rank", "office"):
        add.add_argument(f"--{name}", required=True)
    add.add_argument("--acts", default="view", help=f"of: {', '.join(Act)}, or all")
    add.add_argument("--categories", default="", help=f"to upload in, of: {', '.join(Category)}, or all")
    add.add_argument("--inactive", action="store_true", help="may not sign in any more")
    add.add_argument("--password-fd", type=int, metavar="N", help="read the password from this file descriptor")
    add.add_argument("--keep-password", action="store_true", help="change an officer without a new password")
    _verb(acts, "list", "show every officer").add_argument("--json", action="store_true")
    codes = _verb(acts, "code", "give an officer a new secret for one-time codes, shown once")
    codes.add_argument("login")
    codes.add_argument("--remove", action="store_true", help="the password alone from now on")
    _verb(acts, "unlock", "forget an officer's wrong passwords").add_argument("login")
    load = _verb(acts, "import", "add officers from FILE.csv, each with a new random password")
    load.add_argument("file", type=Path, metavar="FILE.csv")
    _hand_out(load)
    entitling.add_words(verbs, _shared())


def _verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, says: str) -> argparse.ArgumentParser:
    return verbs.add_parser(name, parents=[_shared()], help=says, description=says)


def _shared() -> argparse.ArgumentParser:
    """Describe where the centre is, which every command is told."""
    made = argparse.ArgumentParser(add_help=False)
    made.add_argument("--folder", type=Path, required=True, help="the centre's folder")
    made.add_argument("--database", default="", metavar="URL", help="a database other than the embedded one")
    return made


def _demonstration(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--seed", type=int, default=1, help="another seed gives other made-up texts")
    _hand_out(verb)


def _hand_out(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--passwords-to", type=Path, metavar="FILE", help="write them as JSON, readable by you alone")
    verb.add_argument("--passwords-fd", type=int, metavar="N", help="write them as JSON to this file descriptor")
