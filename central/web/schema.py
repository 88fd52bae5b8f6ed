"""OpenAPI, made of the wire's own Structs: what is published is what is checked."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from central.reports.files import MEDIA
from station_client import __version__
from sync.protocol.codes import (
    FEED_MEDIA_TYPE,
    MEDIA_TYPE,
    PATH_BLOBS,
    PATH_CHANGES,
    PATH_FEED,
    PATH_FIRS,
    PATH_HAVE,
    PATH_HEALTH,
    PATH_MACHINE,
    PATH_NEWS,
    PATH_PUSH,
    PATH_RECEIPT_KEYS,
    PATH_REFRESH,
    PATH_REPORTS,
    PATH_SEARCH,
    PATH_SENSITIVE,
    PATH_SIGN_IN,
    PATH_SLICES,
    PATH_SNAPSHOT,
    PATH_SNAPSHOTS,
    PATH_SUMMARY,
    PATH_TRAIL,
    PATH_WHOLE,
    STATUS,
)
from sync.protocol.door import PATH_CHALLENGE, Challenge, ChallengeAsk
from sync.protocol.enquiries import (
    FirAnswer,
    KeyList,
    MarkAnswer,
    MarkAsk,
    ReportAnswer,
    SearchAnswer,
    WholeAnswer,
    WholeAsk,
)
from sync.protocol.feed import News, SnapshotCard, Summary
from sync.protocol.messages import (
    BlobAnswer,
    ChangePage,
    Grant,
    Health,
    MachineAsk,
    MachineCertificate,
    PushAnswer,
    PushBatch,
    Refresh,
    Refusal,
    SignIn,
)
from sync.protocol.outgoing import (
    PATH_MESSAGES,
    PATH_STATES,
    PATH_TEMPLATES,
    MessageAnswers,
    MessageBatch,
    MessagePage,
    TemplateList,
)
from sync.protocol.slices import Have, Held, SliceAnswer
from sync.protocol.trail import TrailAnswer, TrailBatch

PATH_SCHEMA = "/schema"
_MESSAGES = (
    Health,
    SignIn,
    ChallengeAsk,
    Challenge,
    Refresh,
    Grant,
    ChangePage,
    PushBatch,
    PushAnswer,
    BlobAnswer,
    TrailBatch,
    TrailAnswer,
    Refusal,
    Have,
    Held,
    SliceAnswer,
    MachineAsk,
    MachineCertificate,
    MessageBatch,
    MessageAnswers,
    MessagePage,
    TemplateList,
)
_FEED = (News, SnapshotCard, Summary)
_ASKED = (FirAnswer, SearchAnswer, ReportAnswer, WholeAsk, WholeAnswer, MarkAsk, MarkAnswer, KeyList)
_HASH = {"name": "sha256", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
_BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_FRAMES = {FEED_MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}

Part = dict[str, Any]


@cache
def document() -> bytes:
    """Write the description of every path and message as JSON."""
    _, components = msgspec.json.schema_components(
        (*_MESSAGES, *_FEED, *_ASKED), ref_template="#/components/schemas/{name}"
    )
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "Station Client: the centre", "version": __version__},
            "components": {"schemas": components, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
            "paths": _paths() | _told() | _asked(),
        }
    )


def _paths() -> Part:
    return {
        PATH_HEALTH: {"get": _operation("health", Health, open_door=True)},
        PATH_SIGN_IN: {"post": _operation("signIn", Grant, body=SignIn, open_door=True)},
        PATH_CHALLENGE: {"post": _operation("challenge", Challenge, body=ChallengeAsk, open_door=True)},
        PATH_REFRESH: {"post": _operation("refresh", Grant, body=Refresh, open_door=True)},
        PATH_MACHINE: {"post": _operation("machineCertificate", MachineCertificate, body=MachineAsk)},
        PATH_CHANGES: {"get": _operation("changes", ChangePage) | {"parameters": [_query("since"), _query("rows")]}},
        PATH_PUSH: {"post": _operation("push", PushAnswer, body=PushBatch)},
        PATH_TRAIL: {"post": _operation("trail", TrailAnswer, body=TrailBatch)},
        f"{PATH_BLOBS}/{{sha256}}": {
            "parameters": [_HASH],
            "put": _operation("putBlob", BlobAnswer) | {"requestBody": {"required": True, "content": _BYTES}},
            "get": _operation("getBlob", None),
        },
        PATH_MESSAGES: {"post": _operation("takeMessages", MessageAnswers, body=MessageBatch)},
        PATH_STATES: {"get": _operation("messageStates", MessagePage) | {"parameters": [_query("since")]}},
        PATH_TEMPLATES: {"get": _operation("messageTemplates", TemplateList)},
        PATH_HAVE: {"post": _operation("have", Held, body=Have)},
        f"{PATH_SLICES}/{{sha256}}": {
            "parameters": [_HASH],
            "put": _operation("putSlice", SliceAnswer)
            | {"parameters": [_query("offset"), _query("size")], "requestBody": {"required": True, "content": _BYTES}},
            "get": _operation("getFrom", None),
        },
    }


def _told() -> Part:
    """Describe where the centre tells by protocol 2; what a frame is, ``docs/wire.md`` says."""
    dictionary = {"name": "dictionary", "in": "query", "schema": {"type": "string"}}
    frames = {"description": "frames", "content": _FRAMES}
    feed, file = _operation("feed", None), _operation("getSnapshot", None)
    feed["responses"]["200"] = file["responses"]["200"] = frames
    file["responses"]["206"] = frames
    since, seconds = _query("since"), _query("seconds")
    news = _operation("news", News)
    news["responses"]["200"]["content"] |= _FRAMES
    return {
        PATH_FEED: {"get": feed | {"parameters": [since, dictionary, _query("most")]}},
        PATH_NEWS: {"get": news | {"parameters": [since, seconds, dictionary]}},
        PATH_SNAPSHOT: {"get": _operation("snapshot", SnapshotCard)},
        f"{PATH_SNAPSHOTS}/{{sha256}}": {"parameters": [_HASH], "get": file},
        PATH_SUMMARY: {"get": _operation("summary", Summary) | {"parameters": [_query("cursor")]}},
    }


def _asked() -> Part:
    """Describe what a person asks beyond the feed."""
    texts = ("words", "fir", "category", "district", "office", "since", "until")
    search = [*map(_text, texts), _query("before"), _query("rows")]
    report = _operation("report", ReportAnswer)
    report["responses"]["200"]["content"] |= {kind: {"schema": {"type": "string"}} for kind in MEDIA.values()}
    key = [_in_path(name) for name in ("station", "year", "serial")]
    return {
        f"{PATH_FIRS}/{{station}}/{{year}}/{{serial}}": {"parameters": key, "get": _operation("fir", FirAnswer)},
        PATH_RECEIPT_KEYS: {"get": _operation("receiptKeys", KeyList, open_door=True)},
        PATH_WHOLE: {"post": _operation("whole", WholeAnswer, body=WholeAsk)},
        PATH_SENSITIVE: {"post": _operation("markSensitive", MarkAnswer, body=MarkAsk)},
        PATH_SEARCH: {"get": _operation("search", SearchAnswer) | {"parameters": search}},
        f"{PATH_REPORTS}/{{name}}": {
            "parameters": [_in_path("name"), _text("month"), _text("as")],
            "get": report,
        },
    }


def _text(name: str) -> Part:
    return {"name": name, "in": "query", "schema": {"type": "string"}}


def _in_path(name: str) -> Part:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _operation(
    name: str, answer: type[msgspec.Struct] | None, *, body: type[msgspec.Struct] | None = None, open_door: bool = False
) -> Part:
    content = _content(answer) if answer else _BYTES
    refusals = {str(status): {"$ref": "#/components/schemas/Refusal"} for status in sorted(set(STATUS.values()))}
    made: Part = {
        "operationId": name,
        "security": [] if open_door else [{"token": []}],
        "responses": {
            "200": {"description": "granted", "content": content},
            **{
                status: {"description": "refused", "content": {MEDIA_TYPE: {"schema": reference}}}
                for status, reference in refusals.items()
            },
        },
    }
    return made | ({"requestBody": {"required": True, "content": _content(body)}} if body else {})


def _content(kind: type[msgspec.Struct]) -> Part:
    return {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}}}


def _query(name: str) -> Part:
    return {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 0}}
