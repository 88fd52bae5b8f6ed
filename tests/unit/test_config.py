"""State IT's settings: what is missing has a default, what is wrong is named."""

from __future__ import annotations

import codecs
from datetime import time
from pathlib import Path

import pytest

from station_client import config
from station_client.errors import SettingsError


def test_a_folder_with_no_settings_has_defaults(tmp_path: Path) -> None:
    """A fresh folder can be opened; it only knows no centre yet."""
    settings = config.load(tmp_path)
    assert settings.centre_url == ""
    assert settings.files_per_alert == 5
    assert not settings.password_only


def test_what_configure_writes_is_read_back(tmp_path: Path) -> None:
    """An address and an authority survive the file, whatever signs the path has."""
    authority = tmp_path / 'the "State" CA.pem'
    authority.write_text("-")
    config.write(tmp_path / "p", centre_url="https://centre.gov.in:8443", ca_file=authority, password_only=True)
    settings = config.load(tmp_path / "p")
    assert settings.centre_url == "https://centre.gov.in:8443"
    assert settings.ca_file == authority
    assert settings.password_only


def test_settings_that_notepad_saved_are_read(tmp_path: Path) -> None:
    """Windows' own editor and shell may put a mark before UTF-8; the line ends are theirs too."""
    (tmp_path / config.FILE_NAME).write_bytes(
        codecs.BOM_UTF8 + b'centre_url = "https://centre.gov.in"\r\nlanguage = "hi"\r\n'
    )
    assert config.load(tmp_path).centre_url == "https://centre.gov.in"
    assert config.load(tmp_path).language == "hi"


@pytest.mark.parametrize(
    ("line", "setting"),
    [
        ('centre_url = "http://centre.gov.in"', "centre_url"),
        ('centre_url = "https://"', "centre_url"),
        ('centre_url = "https://[::1"', "centre_url"),
        ('centre_url = "https://centre:notaport"', "centre_url"),
        ('language = "xx"', "language"),
        ("sync_seconds = 0", "sync_seconds"),
        ("sync_seconds = true", "sync_seconds"),
        ("files_per_alert = 6", "files_per_alert"),
        ("bytes_per_file = 99999999999", "bytes_per_file"),
        ('scale = "big"', "scale"),
        ('colour = "red"', "colour"),
        ('ca_file = "nowhere.pem"', "ca_file"),
        ('proxy = "system"', "proxy"),
        ('proxy = "http://officer:word@proxy:3128"', "proxy"),
        ('pins = ["abc"]', "pins"),
        (f'pins = ["{"0" * 64}"]', "pins"),
        (f'pins = ["{"0" * 64}", "{"0" * 64}"]', "pins"),
        ('sync_hours = "22-06"', "sync_hours"),
        ('sync_hours = "22:00-25:00"', "sync_hours"),
        ('sync_hours = "06:00-06:00"', "sync_hours"),
        ("bytes_per_second = 10", "bytes_per_second"),
        ("not toml at all", "station.toml"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, line: str, setting: str) -> None:
    """State IT reads which line of the file to mend."""
    (tmp_path / "station.toml").write_text(line, "utf-8")
    with pytest.raises(SettingsError) as wrong:
        config.load(tmp_path)
    assert wrong.value.setting == setting


def test_an_authority_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    """A mistyped path is found when it is typed, not at the first sync."""
    with pytest.raises(SettingsError):
        config.write(tmp_path, centre_url="https://centre.gov.in", ca_file=tmp_path / "none.pem")
    assert not (tmp_path / "station.toml").exists()


def test_the_recovery_key_is_a_file_of_the_settings(tmp_path: Path) -> None:
    """Named like the authority: read back, relative to the folder, and refused where it is not there."""
    key = tmp_path / "state.key.pub"
    key.write_text("-")
    config.write(tmp_path / "p", centre_url="https://centre.gov.in", recovery_key=key)
    assert config.load(tmp_path / "p").recovery_key == key
    (tmp_path / "station.toml").write_text('recovery_key = "state.key.pub"', "utf-8")
    assert config.load(tmp_path).recovery_key == key
    key.unlink()
    with pytest.raises(SettingsError, match="recovery_key"):
        config.load(tmp_path)


def test_what_state_it_fixes_is_named(tmp_path: Path) -> None:
    """``fixed`` names choices that officers do not have; a name that is none is a mistake, and said."""
    (tmp_path / config.FILE_NAME).write_text('theme = "contrast"\nfixed = ["theme", "scrolling"]\n', "utf-8")
    settings = config.load(tmp_path)
    assert settings.fixed == {"theme", "scrolling"}
    assert settings.theme == "contrast"
    for wrong in ('fixed = ["sync_seconds"]', 'theme = "pink"', "scrolling = 1"):
        (tmp_path / config.FILE_NAME).write_text(wrong, "utf-8")
        with pytest.raises(SettingsError):
            config.load(tmp_path)


def test_the_policy_of_the_line_is_read(tmp_path: Path) -> None:
    """Proxy, pins with one in reserve, hours over midnight, a cap; none of them is the default."""
    usual = config.load(tmp_path)
    assert (usual.proxy, usual.pins, usual.sync_hours, usual.bytes_per_second) == ("", frozenset(), None, 0)
    pins = ":".join(["AB"] * 32), "0" * 64
    lines = ('proxy = "http://10.1.2.3:3128"', f'pins = ["{pins[0]}", "{pins[1]}"]', 'sync_hours = "22:00-06:00"')
    (tmp_path / "station.toml").write_text("\n".join((*lines, "bytes_per_second = 8192")), "utf-8")
    settings = config.load(tmp_path)
    assert settings.proxy == "http://10.1.2.3:3128"
    assert settings.pins == {"ab" * 32, "0" * 64}
    assert settings.sync_hours == (time(22), time(6))
    assert settings.bytes_per_second == 8192
    (tmp_path / "station.toml").write_text('proxy = "none"', "utf-8")
    assert config.load(tmp_path).proxy == ""
