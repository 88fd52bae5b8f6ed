"""OpenAPI, made of the wire's own Structs: what is published is what is checked."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from station_client import __version__
from sync.protocol.codes import (
    MEDIA_TYPE,
    PATH_BLOBS,
    PATH_CHANGES,
    PATH_HEALTH,
    PATH_MACHINE,
    PATH_PUSH,
    PATH_REFRESH,
    PATH_SIGN_IN,
    STATUS,
)
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

PATH_SCHEMA = "/schema"
_MESSAGES = (
    Health,
    SignIn,
    Refresh,
    Grant,
    ChangePage,
    PushBatch,
    PushAnswer,
    BlobAnswer,
    Refusal,
    MachineAsk,
    MachineCertificate,
)
_HASH = {"name": "sha256", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
_BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}

Part = dict[str, Any]


@cache
def document() -> bytes:
    """Write the description of every path and message as JSON."""
    _, components = msgspec.json.schema_components(_MESSAGES, ref_template="#/components/schemas/{name}")
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "Station Client: the centre", "version": __version__},
            "components": {"schemas": components, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
            "paths": _paths(),
        }
    )


def _paths() -> Part:
    return {
        PATH_HEALTH: {"get": _operation("health", Health, open_door=True)},
        PATH_SIGN_IN: {"post": _operation("signIn", Grant, body=SignIn, open_door=True)},
        PATH_REFRESH: {"post": _operation("refresh", Grant, body=Refresh, open_door=True)},
        PATH_MACHINE: {"post": _operation("machineCertificate", MachineCertificate, body=MachineAsk)},
        PATH_CHANGES: {"get": _operation("changes", ChangePage) | {"parameters": [_query("since"), _query("rows")]}},
        PATH_PUSH: {"post": _operation("push", PushAnswer, body=PushBatch)},
        f"{PATH_BLOBS}/{{sha256}}": {
            "parameters": [_HASH],
            "put": _operation("putBlob", BlobAnswer) | {"requestBody": {"required": True, "content": _BYTES}},
            "get": _operation("getBlob", None),
        },
    }


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
