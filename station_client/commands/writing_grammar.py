"""The grammar of what an officer writes: drafts, changes of sent alerts, the outbox and its receipts."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

from station_client.domain.alert import Category


def add_writing(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    """Add the commands that write."""
    draft = commands.add_parser("draft", help="write an alert").add_subparsers(dest="act", required=True, metavar="ACT")
    _writing(draft, shared)
    _keeping(draft, shared)
    _changing(commands, shared)
    outbox = commands.add_parser("outbox", parents=[shared], help="list what waits and what was sent")
    outbox.add_argument("--again", default="", metavar="ITEM", help="hand a refused one in again first, as it is")
    receipts = commands.add_parser("receipts", parents=[shared], help="list the centre's receipts")
    receipts.add_argument("item", nargs="?", default="", help="one item's receipt")


def categories() -> str:
    """Name the categories, for a line of help."""
    return ", ".join(Category)


def _writing(draft: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    for act, words in (("new", "begin a draft"), ("edit", "change a draft")):
        one = draft.add_parser(act, parents=[shared], help=words)
        if act == "edit":
            one.add_argument("draft")
        one.add_argument("--fir", metavar="NUMBER")
        one.add_argument("--gd", metavar="NUMBER")
        one.add_argument("--gd-reason", metavar="TEXT")
        one.add_argument("--category", type=Category, choices=list(Category), metavar="CATEGORY", help=categories())
        one.add_argument("--description", metavar="TEXT", help="- reads it from the standard input, unseen by others")
    attach = draft.add_parser("attach", parents=[shared], help="attach files to a draft")
    attach.add_argument("draft")
    attach.add_argument("files", nargs="+", type=Path)
    detach = draft.add_parser("detach", parents=[shared], help="take a file off a draft")
    detach.add_argument("draft")
    detach.add_argument("sha256", help="the file's SHA-256")
    submit = draft.add_parser("submit", parents=[shared], help="put a draft into the outbox")
    submit.add_argument("draft")


def _keeping(draft: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
    listed = draft.add_parser("list", parents=[shared], help="list the officer's drafts")
    listed.add_argument("--station", action="store_true", help="of all officers here; for who is in charge")
    given = draft.add_parser("hand-over", parents=[shared], help="give a draft to another officer of this PC")
    given.add_argument("draft")
    given.add_argument("--to", required=True, metavar="LOGIN")
    earlier = draft.add_parser("earlier", parents=[shared], help="list a draft's earlier versions, or bring one back")
    earlier.add_argument("draft")
    earlier.add_argument("--bring-back", type=int, metavar="VERSION", help="make the draft what it was then")
    gone = draft.add_parser("discard", parents=[shared], help="throw a draft away")
    gone.add_argument("draft")
    back = draft.add_parser("take-back", parents=[shared], help="make a draft again of what the centre does not have")
    back.add_argument("item")


def _changing(commands: _SubParsersAction[ArgumentParser], shared: ArgumentParser) -> None:
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
