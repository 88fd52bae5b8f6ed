"""What State IT sets: ``centre.toml`` in the centre's folder, and over it ``STATION_CENTRAL_…`` in the environment."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from central.errors import SetupError
from central.settings import MachineCertificates, Settings
from sync.protocol.codes import BATCH_ITEMS

FILE = "centre.toml"
PREFIX = "STATION_CENTRAL_"
_OF_ITEMS = ("items_an_hour", "items_an_hour_of_office")
_NOT_SET_HERE = frozenset({"folder", "password_cost"})
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})

_KINDS = {"MachineCertificates": "str"}

Value = str | int | bool


def configured(folder: Path, environment: Mapping[str, str], *, database_url: str = "") -> Settings:
    """Read the settings of the centre in ``folder``; the environment wins over the file, the command line over both.

    Raises ``SetupError``, naming the setting, for one that is unknown, of the wrong kind or too small.
    """
    known = {one.name: _KINDS.get(str(one.type), one.type) for one in fields(Settings) if one.name not in _NOT_SET_HERE}
    values = _from_file(folder / FILE, known) | _from_environment(environment, known)
    if database_url:
        values["database_url"] = database_url
    if "machine_certificates" in values:
        try:
            values["machine_certificates"] = MachineCertificates(str(values["machine_certificates"]))
        except ValueError:
            raise SetupError(f"machine_certificates is one of: {', '.join(MachineCertificates)}") from None
    for name in _OF_ITEMS:
        if values.get(name, 0) != 0 and int(values[name]) < BATCH_ITEMS:
            raise SetupError(f"{name} is 0, or {BATCH_ITEMS} at least: a station hands over as many at once")
    return Settings(folder=folder, **values)  # type: ignore[arg-type] # each is of its field's own kind by now


def _from_file(path: Path, known: Mapping[str, object]) -> dict[str, Value]:
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as wrong:
        raise SetupError(f"{FILE} cannot be read: {wrong}") from wrong
    for name, value in written.items():
        kind = known.get(name)
        if kind is None:
            raise SetupError(f"{FILE}: there is no setting {name}")
        if type(value).__name__ != kind:
            raise SetupError(f"{FILE}: {name} is written as {_spelt(kind)}")
    return written


def _from_environment(environment: Mapping[str, str], known: Mapping[str, object]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        kind = known.get(name)
        if kind is None:
            raise SetupError(f"{variable}: there is no setting {name}")
        values[name] = _read(variable, text.strip(), kind)
    return values


def _read(variable: str, text: str, kind: object) -> Value:
    if kind == "bool" and text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    if kind == "int" and text.isascii() and text.isdigit():
        return int(text)
    if kind == "str":
        return text
    raise SetupError(f"{variable} is written as {_spelt(kind)}")


def _spelt(kind: object) -> str:
    return {"bool": "true or false", "int": "a whole number"}.get(str(kind), "text")
