"""What State IT decided for this PC: where the centre is, whom to trust, where the data lives.

Read from ``station.toml`` in the data folder; a setting that is missing or mistyped is named.
Nothing secret is ever in it.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from resources import languages
from station_client.errors import SettingsError

FILE_NAME = "station.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one data folder (a *profile*).

    ``ca_file`` is the State's own certificate authority (PEM); None trusts the bundled public ones.
    ``recovery_key`` is the public half of the State's recovery key (PEM); None leaves a store without recovery.
    ``fixed`` names what officers may not choose for themselves (``CHOSEN``); the rest here is where they begin.
    ``second_copy_folder`` takes the desk's second copy once more, on another disk; None for nowhere else.
    ``scan_folder`` is where the scanner puts its files: they are offered where files are attached; None for none.
    ``fetch_files`` says whose files come without being opened (``demand``: nobody's, ``high``: those of High Alerts,
    ``all``), none larger than ``fetch_bytes``.
    ``proxy`` is empty for none: the system and the environment never decide. Seconds and bytes are whole numbers.
    ``pins``: SHA-256 of the centre's key (SPKI, hexadecimal) and of at least one in reserve; none pins nothing.
    ``sync_hours``: when files may travel, IST, from … to; None is always. Text and High Alerts never wait for them.
    ``bytes_per_second``: the most for files, each way; 0 is no limit.
    ``training``: a made-up station without a line; no file can set it, only ``station_client.training`` does.
    ``machine_certificate``: this PC shows the centre a certificate of its own, besides the officer's token.
    """

    profile: Path
    centre_url: str = ""
    ca_file: Path | None = None
    recovery_key: Path | None = None
    second_copy_folder: Path | None = None
    scan_folder: Path | None = None
    proxy: str = ""
    password_only: bool = False
    language: str = "en"
    sync_seconds: int = 60
    lock_seconds: int = 300
    fetch_files: str = "high"
    fetch_bytes: int = 25 * 1024 * 1024
    bytes_per_file: int = 25 * 1024 * 1024
    files_per_alert: int = 5
    scale: float = 1.0
    theme: str = "system"
    scrolling: bool = True
    pins: frozenset[str] = frozenset()
    sync_hours: tuple[time, time] | None = None
    bytes_per_second: int = 0
    machine_certificate: bool = False
    training: bool = False
    fixed: frozenset[str] = field(default_factory=frozenset)


def default_profile() -> Path:
    """Give the data folder that is used when none is named."""
    return Path(platformdirs.user_data_dir("station-client", appauthor=False))


def load(profile: Path) -> Settings:
    """Read the profile's settings; defaults where the file or a line is missing.

    Raises ``SettingsError`` naming the setting that cannot be used.
    """
    path = profile / FILE_NAME
    try:
        table: Mapping[str, object] = tomllib.loads(path.read_text("utf-8-sig"))  # Notepad may write a mark first
    except FileNotFoundError:
        table = {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise SettingsError(FILE_NAME, str(wrong)) from wrong
    except OSError as wrong:
        raise SettingsError(FILE_NAME, os.strerror(wrong.errno or 0)) from wrong
    settings = parse(profile, table)
    for name in FILES:
        path = getattr(settings, name)
        if path is not None and not path.is_file():
            raise SettingsError(name, "no such file")
    return settings


KNOWN: Mapping[str, type] = {
    "centre_url": str,
    "ca_file": str,
    "recovery_key": str,
    "second_copy_folder": str,
    "scan_folder": str,
    "proxy": str,
    "password_only": bool,
    "language": str,
    "sync_seconds": int,
    "lock_seconds": int,
    "fetch_files": str,
    "fetch_bytes": int,
    "bytes_per_file": int,
    "files_per_alert": int,
    "scale": float,
    "theme": str,
    "scrolling": bool,
    "fixed": list,
    "pins": list,
    "sync_hours": str,
    "bytes_per_second": int,
    "machine_certificate": bool,
}
CHOSEN = frozenset({"language", "scale", "theme", "scrolling"})
LEAST = {
    "sync_seconds": 5,
    "lock_seconds": 30,
    "fetch_bytes": 0,
    "bytes_per_file": 1,
    "files_per_alert": 1,
    "scale": 0.5,
}
LEAST_RATE = 1024
MOST = {"fetch_bytes": 25 * 1024 * 1024, "bytes_per_file": 25 * 1024 * 1024, "files_per_alert": 5, "scale": 3.0}
FILES = ("ca_file", "recovery_key")
FOLDERS = ("second_copy_folder", "scan_folder")  # one on a disk that is taken out must not keep the program shut
LANGUAGES = languages()
FETCHED = ("demand", "high", "all")
THEMES = ("system", "light", "dark", "contrast")
NO_PROXY = "none"
PIN = re.compile(r"[0-9a-f]{64}")
HOURS = re.compile(r"\d\d:\d\d-\d\d:\d\d")


def parse(profile: Path, table: Mapping[str, object]) -> Settings:
    """Turn the file's table into settings; pure. Raises ``SettingsError``."""
    values = {name: _checked(name, value) for name, value in table.items()}
    url = str(values.get("centre_url", ""))
    if url and not _is_https(url):
        raise SettingsError("centre_url", "must be an https address")
    if values.get("language", "en") not in LANGUAGES:
        raise SettingsError("language", f"must be one of {', '.join(LANGUAGES)}")
    if values.get("fetch_files", "high") not in FETCHED:
        raise SettingsError("fetch_files", f"must be one of {', '.join(FETCHED)}")
    if values.get("theme", "system") not in THEMES:
        raise SettingsError("theme", f"must be one of {', '.join(THEMES)}")
    values["fixed"] = _fixed(values.get("fixed", []))
    if proxy := str(values.get("proxy", "")):
        values["proxy"] = _proxy(proxy)
    if "pins" in values:
        values["pins"] = _pins(values["pins"])
    if hours := str(values.pop("sync_hours", "")):
        values["sync_hours"] = _hours(hours)
    for name in (*FILES, *FOLDERS):
        if path := values.pop(name, ""):
            values[name] = profile / str(path)
    return Settings(profile=profile, **values)  # type: ignore[arg-type] # each type was checked above


def _fixed(names: object) -> frozenset[str]:
    fixed = frozenset(map(str, names if isinstance(names, list) else ()))
    if not fixed <= CHOSEN:
        raise SettingsError("fixed", f"may name {', '.join(sorted(CHOSEN))}")
    return fixed


def _checked(name: str, value: object) -> object:
    wanted = KNOWN.get(name)
    if wanted is None:
        raise SettingsError(name, "no such setting")
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted:
        raise SettingsError(name, f"must be {wanted.__name__}")
    if name == "bytes_per_second" and isinstance(value, int) and 0 != value < LEAST_RATE:
        raise SettingsError(name, f"must be 0 or at least {LEAST_RATE}")
    if isinstance(value, int | float):
        if value < LEAST.get(name, value):
            raise SettingsError(name, f"must be at least {LEAST[name]}")
        if value > MOST.get(name, value):
            raise SettingsError(name, f"must be at most {MOST[name]}")
    return value


def _proxy(said: str) -> str:
    """Give the proxy's address, or empty for the word ``none``. A password in it would lie here in clear."""
    if said == NO_PROXY:
        return ""
    try:
        parts = urlsplit(said)
        sound = parts.scheme == "http" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.username is not None or parts.password is not None:
        raise SettingsError("proxy", f"must be {NO_PROXY} or an http address without a name and a password in it")
    return said


def _pins(said: object) -> frozenset[str]:
    """Give the pins; a single one would lock the State out on the day its key is lost."""
    listed = said if isinstance(said, list) else []
    pins = frozenset(one.lower().replace(":", "") for one in listed if isinstance(one, str))
    if not all(PIN.fullmatch(one) for one in pins) or len(pins) != len(listed) or len(pins) == 1:
        raise SettingsError("pins", "must be two or more different SHA-256 of keys, in hexadecimal: one is a reserve")
    return pins


def _hours(said: str) -> tuple[time, time]:
    """Give the hours of ``22:00-06:00``."""
    try:
        since, until = (time.fromisoformat(one) for one in said.split("-"))
    except ValueError:
        since = until = time()
    if not HOURS.fullmatch(said) or since == until:
        raise SettingsError("sync_hours", "must be two times of the day, as 22:00-06:00")
    return since, until


def _is_https(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def write(
    profile: Path,
    *,
    centre_url: str,
    ca_file: Path | None = None,
    recovery_key: Path | None = None,
    password_only: bool = False,
) -> None:
    """Write a fresh ``station.toml``, as an installer or ``station-client configure`` does.

    Raises ``SettingsError`` where the address or one of the files cannot be used; nothing is written then.
    """
    table: dict[str, object] = {"centre_url": centre_url}
    for name, file in (("ca_file", ca_file), ("recovery_key", recovery_key)):
        if file is not None:
            table[name] = file.resolve().as_posix()
            if not file.is_file():
                raise SettingsError(name, "no such file")
    if password_only:
        table["password_only"] = True
    parse(profile, table)
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} = {json.dumps(value)}" for name, value in table.items()]  # a JSON string or truth is TOML's too
    (profile / FILE_NAME).write_text("\n".join(lines) + "\n", "utf-8")
