"""The command line's own grammar."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, _SubParsersAction
from datetime import date, datetime
from pathlib import Path

from station_client import __version__
from station_client.config import default_profile
from station_client.domain.alert import Category


def parser() -> ArgumentParser:
    """Give the grammar of ``station-client``; without a command it means ``run``."""
    shared = _shared()
    top = ArgumentParser(prog="station-client", description="The police station's own copy of Cri-MAC.")
    top.add_argument("--version", action="version", version=f"station-client {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", parents=[shared], help="open the window (the default)")
    _setting_up(commands, shared)
    _looking(commands, shared)
    _reading(commands, shared)
    _writing(commands, shared)
    _guarding(commands, shared)
    _letting_in(commands, shared)
    return top


def _shared() -> ArgumentParser:
    shared = ArgumentParser(add_help=False)
    shared.add_argument("--profile", type=Path, default=default_profile(), metavar="DIR", help="the data folder")
    shared.add_argument("--json", action="store_true", help="answer with one JSON table")
    shared.add_argument("--officer", default="", metavar="LOGIN", help="who acts; needed where several sign in here")
    shared.add_argument(
        "--password-fd", type=int, metavar="N", help="read the password's line from descriptor N instead of asking"
    )
    return shared


def _setting_up(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    configure = commands.add_parser("configure", parents=[shared], help="write the settings of a data folder")
    configure.add_argument("--centre", required=True, metavar="URL", help="the centre's https address")
    configure.add_argument("--ca", type=Path, metavar="FILE", help="the State's certificate authority (PEM)")
    configure.add_argument("--recovery-key", type=Path, metavar="FILE", help="the State's public recovery key (PEM)")
    configure.add_argument("--password-only", action="store_true", help="allow a vault without a keychain (weaker)")
    commands.add_parser("sign-in", parents=[shared], help="prove a password; the first time, enrol this PC")
    commands.add_parser("status", parents=[shared], help="say what is here; with --officer, what waits too")
    sync = commands.add_parser("sync", parents=[shared], help="send and fetch everything once, or pause and resume it")
    sync.add_argument("what", nargs="?", choices=["now", "pause", "resume"], default="now")
    sync.add_argument(
        "--accept-removals", action="store_true", help="agree that a large part of this PC's copy is taken out, once"
    )


def _looking(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    commands.add_parser("diagnose", parents=[shared], help="say what is wrong between this PC and the centre")


def _reading(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    search = commands.add_parser("search", parents=[shared], help="find alerts")
    search.add_argument("words", nargs="*", help='words, "phrases", -not')
    search.add_argument("--fir", default="", metavar="NUMBER", help="by FIR number, in any form")
    search.add_argument("--category", type=Category, choices=list(Category), metavar="CATEGORY", help=_categories())
    search.add_argument("--since", type=day, metavar="DAY", help="first day, 2026-11-21 or 21/11/2026")
    search.add_argument("--until", type=day, metavar="DAY", help="last day, included")
    search.add_argument("--district", default="", metavar="CODE")
    search.add_argument("--office", default="", metavar="CODE")
    search.add_argument("--before", type=int, metavar="ROW", help="go on after a page's next_row")
    search.add_argument("--limit", type=count, default=50, metavar="N")
    show = commands.add_parser("show", parents=[shared], help="show an alert or a FIR")
    show.add_argument("what", help="an alert's uid, or a FIR number in any form")
    show.add_argument("--files", type=Path, metavar="DIR", help="bring the alert's files and write them here")
    export = commands.add_parser("export-fir", parents=[shared], help="print a FIR to a PDF")
    export.add_argument("number", help="the FIR's key or number")
    export.add_argument("target", type=Path, help="the PDF to write")
    export.add_argument("--language", choices=["en", "hi"], default="en")


def _writing(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    draft = commands.add_parser("draft", help="write an alert").add_subparsers(dest="act", required=True, metavar="ACT")
    for act, words in (("new", "begin a draft"), ("edit", "change a draft")):
        one = draft.add_parser(act, parents=[shared], help=words)
        if act == "edit":
            one.add_argument("draft")
        one.add_argument("--fir", metavar="NUMBER")
        one.add_argument("--gd", metavar="NUMBER")
        one.add_argument("--gd-reason", metavar="TEXT")
        one.add_argument("--category", type=Category, choices=list(Category), metavar="CATEGORY", help=_categories())
        one.add_argument("--description", metavar="TEXT", help="- reads it from the standard input, unseen by others")
    attach = draft.add_parser("attach", parents=[shared], help="attach files to a draft")
    attach.add_argument("draft")
    attach.add_argument("files", nargs="+", type=Path)
    submit = draft.add_parser("submit", parents=[shared], help="put a draft into the outbox")
    submit.add_argument("draft")
    draft.add_parser("list", parents=[shared], help="list the officer's drafts")
    alert = commands.add_parser("alert", help="change an alert of this office that was sent").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    for act, words in (
        ("correct", "begin a draft that says the alert anew"),
        ("located", "say that what the alert is about was found"),
        ("recall", "take the alert back"),
    ):
        one = alert.add_parser(act, parents=[shared], help=words)
        one.add_argument("alert", help="the alert's uid")
        if act != "correct":
            one.add_argument("--why", required=True, metavar="TEXT", help="- reads it from the standard input")
    commands.add_parser("outbox", parents=[shared], help="list what waits and what was sent")
    receipts = commands.add_parser("receipts", parents=[shared], help="list the centre's receipts")
    receipts.add_argument("item", nargs="?", default="", help="one item's receipt")


def _guarding(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    trail = commands.add_parser("audit", help="the trail of who did what").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    trail.add_parser("verify", parents=[shared], help="prove that no entry was changed, moved or removed")
    entries = trail.add_parser("list", parents=[shared], help="list the newest entries, oldest of them first")
    entries.add_argument("--limit", type=count, default=50, metavar="N")


def _letting_in(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    officers = commands.add_parser("officers", help="who can sign in on this PC").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    officers.add_parser("list", parents=[shared], help="list them")
    for act, words in (("add", "let a further officer in; needs the line"), ("remove", "take an officer's slot away")):
        one = officers.add_parser(act, parents=[shared], help=words)
        one.add_argument("login")
        if act == "add":
            one.add_argument("--new-password-fd", type=int, metavar="N", help="read the newcomer's password from there")
    password = commands.add_parser("password", parents=[shared], help="set a new password for this PC")
    password.add_argument("--new-password-fd", type=int, metavar="N", help="read the new password from descriptor N")
    recovery = commands.add_parser("recovery", help="the State's recovery key").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    new_key = recovery.add_parser("new-key", parents=[shared], help="make the State's recovery key")
    new_key.add_argument("file", type=Path, help="the private half to write; the public half goes beside it")
    recovery.add_parser("renew", parents=[shared], help="seal this PC to the recovery key that the settings name now")
    reopen = recovery.add_parser("open", parents=[shared], help="give an officer of this PC a new password")
    reopen.add_argument("--key", type=Path, required=True, metavar="FILE", help="the private half")
    reopen.add_argument("--key-password-fd", type=int, metavar="N", help="read the key's passphrase from descriptor N")


def day(text: str) -> date:
    """Read a day as ISO or as on the form."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
    message = "write the day as 2026-11-21 or 21/11/2026"
    raise ArgumentTypeError(message)


def count(text: str) -> int:
    """Read how many lines a page may have."""
    if text.isdecimal() and 1 <= int(text) <= 1000:  # noqa: PLR2004 a page, not a dump of the copy
        return int(text)
    message = "from 1 to 1000"
    raise ArgumentTypeError(message)


def _categories() -> str:
    return ", ".join(Category)
