"""The command line's own grammar."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, _SubParsersAction
from datetime import date, datetime
from pathlib import Path

from station_client import __version__
from station_client.commands.writing_grammar import add_writing, categories
from station_client.config import LANGUAGES, default_profile
from station_client.domain.alert import Category, Life
from station_client.domain.message import Channel
from station_client.domain.report import ReportName, is_month


def parser() -> ArgumentParser:
    """Give the grammar of ``station-client``; without a command it means ``run``."""
    shared = _shared()
    top = ArgumentParser(prog="station-client", description="The police station's own copy of Cri-MAC.")
    top.add_argument("--version", action="version", version=f"station-client {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    run = commands.add_parser("run", parents=[shared], help="open the window (the default)")
    run.add_argument("--training", action="store_true", help="over a made-up station that has no line at all")
    run.add_argument("--language", choices=LANGUAGES, default="en", help="of the training")
    _setting_up(commands, shared)
    _looking(commands, shared)
    _reading(commands, shared)
    _asking(commands, shared)
    add_writing(commands, shared)
    _proving(commands, shared)
    _disclosing(commands, shared)
    _messaging(commands, shared)
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
    search.add_argument("--category", type=Category, choices=list(Category), metavar="CATEGORY", help=categories())
    search.add_argument("--since", type=day, metavar="DAY", help="first day, 2026-11-21 or 21/11/2026")
    search.add_argument("--until", type=day, metavar="DAY", help="last day, included")
    search.add_argument("--district", default="", metavar="CODE")
    search.add_argument("--office", default="", metavar="CODE")
    search.add_argument("--life", type=Life, choices=list(Life), action="append", default=[], help="as it stands now")
    search.add_argument("--status", default="", metavar="CODE", help="of the FIR's case, as show gives it")
    search.add_argument("--before", type=int, metavar="ROW", help="go on after a page's next_row")
    search.add_argument("--limit", type=count, default=50, metavar="N")
    show = commands.add_parser("show", parents=[shared], help="show an alert or an FIR")
    show.add_argument("what", help="an alert's uid, or an FIR number in any form")
    show.add_argument("--files", type=Path, metavar="DIR", help="bring the alert's files and write them here")
    export = commands.add_parser("export-fir", parents=[shared], help="print an FIR to a PDF")
    export.add_argument("number", help="the FIR's key or number")
    export.add_argument("target", type=Path, help="the PDF to write")
    export.add_argument("--language", choices=["en", "hi"], default="en")


def _asking(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    report = commands.add_parser("report", parents=[shared], help="make a report")
    report.add_argument("report", choices=[str(one) for one in ReportName])
    report.add_argument("--month", type=month, metavar="2026-08", help="this month, unless it is said")
    report.add_argument("--to", type=Path, metavar="FILE", help="write it as .csv or .xlsx")
    want = commands.add_parser("want-fir", parents=[shared], help="ask the centre for an FIR that is not here")
    want.add_argument("number", help="with its station: the key, or the full number")
    ask = commands.add_parser("ask-centre", parents=[shared], help="search at the centre; nothing of it is kept here")
    ask.add_argument("words", nargs="*", help='words, "phrases", -not')
    ask.add_argument("--fir", default="", metavar="NUMBER")
    ask.add_argument("--category", type=Category, choices=list(Category), metavar="CATEGORY", help=categories())
    ask.add_argument("--before", type=int, metavar="ROW", help="go on after a page's next_row")
    ask.add_argument("--limit", type=count, default=50, metavar="N")


def _proving(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    receipt = commands.add_parser("receipt", help="the centre's signature on a receipt").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    show = receipt.add_parser("show", parents=[shared], help="show the signed lines")
    show.add_argument("item")
    hashes = receipt.add_parser("hashes", parents=[shared], help="the hash report of an item's files")
    hashes.add_argument("item")
    verify = receipt.add_parser(
        "verify", parents=[shared], help="check what was printed, scanned or typed; needs no line"
    )
    verify.add_argument(
        "--keys", type=Path, metavar="FILE", help="the centre's public keys; else those this PC learned"
    )
    verify.add_argument("--proof", type=Path, metavar="FILE", help="the receipt's lines; else the standard input")
    verify.add_argument("--file", type=Path, action="append", default=[], help="a file that must belong to it")
    verify.add_argument("--text", type=Path, metavar="FILE", help="the alert's words, which must be those received")


def _disclosing(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    whole = commands.add_parser("whole", help="what no PC holds, for who may know").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    for act, what in (("fir", "its key or full number"), ("alert", "its uid")):
        one = whole.add_parser(act, parents=[shared], help=f"ask the centre for one {act} whole; it is noted there")
        one.add_argument("key", help=what)
        one.add_argument("--why", required=True, metavar="TEXT", help="the reason, which the centre keeps")
    marks = commands.add_parser("sensitive", help="for officers with the rank").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    for act, what in (("mark", "keep a record from everybody but its office and the rank"), ("unmark", "undo it")):
        one = marks.add_parser(act, parents=[shared], help=what)
        one.add_argument("kind", choices=["fir", "alert"])
        one.add_argument("key", help="an FIR's key or full number, an alert's uid")
        one.add_argument("--why", required=True, metavar="TEXT", help="the reason, which the centre keeps")


def _messaging(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    acts = commands.add_parser("messages", help="write to other offices").add_subparsers(
        dest="act", required=True, metavar="ACT"
    )
    mail = acts.add_parser("mail", parents=[shared], help="queue an e-mail")
    mail.add_argument("--subject", required=True)
    mail.add_argument("--content", default="-", help="- (the default) reads it from the standard input")
    mail.add_argument("--attach", nargs="+", type=Path, metavar="FILE")
    sms = acts.add_parser("sms", parents=[shared], help="queue a short message made of a registered template")
    sms.add_argument("--template", required=True, metavar="ID")
    sms.add_argument("--word", action="append", metavar="TEXT", help="for each place of the template, in its order")
    for one in (mail, sms):
        one.add_argument("--to", nargs="+", required=True, metavar="ADDRESS")
    acts.add_parser("list", parents=[shared], help="list messages with the state of each recipient")
    acts.add_parser("templates", parents=[shared], help="list the registered texts")
    gone = acts.add_parser("remove", parents=[shared], help="take out what never left this PC, or was refused")
    gone.add_argument("message")
    find = acts.add_parser("find", parents=[shared], help="find an office and where it is reached")
    find.add_argument("words", nargs="+")
    find.add_argument("--channel", type=Channel, choices=list(Channel), default=Channel.EMAIL, metavar="CHANNEL")


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


def month(text: str) -> str:
    """Read a month."""
    if not is_month(text):
        raise ArgumentTypeError("a month is written as 2026-08")
    return text


def count(text: str) -> int:
    """Read how many lines a page may have."""
    if text.isdecimal() and 1 <= int(text) <= 1000:  # noqa: PLR2004 a page, not a dump of the copy
        return int(text)
    message = "from 1 to 1000"
    raise ArgumentTypeError(message)
