"""A real ``station-central`` process: it serves over TLS, is killed, and comes back with everything it had."""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import requests

from sync.protocol.codec import decode, encode
from sync.protocol.messages import Grant, PushAnswer, PushBatch, SignIn
from tests.support.centre import an_item
from tests.support.centre_process import COMMAND, PROJECT, CentreProcess, running_centre, station_central


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentreProcess]:
    """Give a running centre with the demonstration."""
    with running_centre(tmp_path_factory.mktemp("process") / "centre") as running:
        yield running


def post(centre: CentreProcess, path: str, body: msgspec.Struct, token: str = "") -> bytes:
    """Send a message and give the answer's bytes."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with requests.Session() as http:
        http.trust_env = False
        answer = http.post(
            centre.url + path, data=encode(body), headers=headers, verify=str(centre.ca_file), timeout=30
        )
    assert answer.status_code == 200, answer.text
    return answer.content


def sign_in(centre: CentreProcess, login: str) -> Grant:
    """Sign one of the demonstration's officers in."""
    ask = SignIn(
        login=login,
        password=centre.passwords[login],
        machine_id=f"pc-{login}",
        machine_name="PC",
        program_version="0",
    )
    return decode(post(centre, "/v1/sign-in", ask), Grant)


def test_every_officer_of_the_demonstration_is_let_in(centre: CentreProcess) -> None:
    """The passwords that were handed out are theirs."""
    assert len(centre.passwords) >= 6
    for login in centre.passwords:
        assert sign_in(centre, login).officer.login == login


def test_what_was_answered_survives_a_kill(centre: CentreProcess) -> None:
    """An item that was received is received after a kill -9 as well, under the same number."""
    grant = sign_in(centre, "si.rampur")
    batch = PushBatch(items=(an_item("si.rampur"), an_item("si.rampur")))
    first = decode(post(centre, "/v1/outbox", batch, grant.access_token), PushAnswer)
    assert centre.kill() == -9
    centre.start()
    again = decode(post(centre, "/v1/outbox", batch, grant.access_token), PushAnswer)
    assert again.answers == first.answers


def test_it_ends_when_it_is_asked_to(centre: CentreProcess) -> None:
    """A service manager's TERM ends it with code 0, and the port is free again."""
    port = centre.port
    assert centre.stop() == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    centre.start()
    assert centre.port == port


def test_its_log_is_json_and_holds_no_secret(centre: CentreProcess) -> None:
    """Each line but the greeting is one object."""
    grant = sign_in(centre, "sho.rampur")
    text = centre.log_file.read_text("utf-8")
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    assert any(line.get("path") == "/v1/sign-in" for line in lines)
    assert grant.access_token not in text
    assert not any(password in text for password in centre.passwords.values())


def test_a_port_that_is_taken_is_said(centre: CentreProcess) -> None:
    """One line and a code, no trace of a program."""
    made = station_central("serve", "--folder", str(centre.folder), "--port", str(centre.port))
    assert made.returncode == 1
    assert "cannot listen" in made.stderr
    assert "Traceback" not in made.stderr


def test_a_folder_without_a_centre_is_said(tmp_path: Path) -> None:
    """No folder, no certificate: each has its line."""
    assert "init" in station_central("serve", "--folder", str(tmp_path / "nothing")).stderr
    assert "certificate" in station_central("serve", "--folder", str(tmp_path)).stderr


def test_passwords_can_be_handed_through_a_descriptor(tmp_path: Path) -> None:
    """So that they are never on a screen, in a file or in an argument."""
    with subprocess.Popen(
        (*COMMAND, "init", "--folder", str(tmp_path / "c"), "--demonstration", "--passwords-fd", "2"),
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as made:
        printed, handed = made.communicate(timeout=120)
    passwords = json.loads(handed)
    assert "si.rampur" in passwords
    assert not any(one.encode() in printed for one in passwords.values())
