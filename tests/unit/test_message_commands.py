"""What State IT types about messages: templates taken in, what did not arrive, once more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from central.commands.run import main
from central.store.messages import Ending
from tests.support.centre import small_centre
from tests.support.messages import a_mail, hand_in, states

CSV = """template_id,entity_id,name,language,text
11071,1701,Wanted  vehicle,en,Look out for {#var#}. -UPPOLICE
11072,,वाहन,hi,"वाहन {#var#}
पर नज़र रखें।"
"""


def test_templates_are_the_list_that_was_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Commas, lines and Hindi inside a text; a second list withdraws what it does not name."""
    with small_centre(tmp_path / "centre") as small:
        file = tmp_path / "templates.csv"
        file.write_text("\ufeff" + CSV, "utf-8")
        command = ["templates", "import", "--folder", str(tmp_path / "centre"), str(file)]
        assert main(command) == 0
        assert main(command) == 0
        file.write_text("\n".join(CSV.splitlines()[:2]), "utf-8")
        assert main(command) == 0
        said = capsys.readouterr().out.splitlines()
        assert [line.split(", ")[1].split()[0] for line in said] == ["2", "0", "1"]
        with small.house.store.read() as unit:
            assert [(one.name, one.entity_id) for one in unit.templates.usable()] == [("Wanted vehicle", "1701")]
            assert unit.templates.one("11072") is not None
            assert unit.templates.one("11072", usable=True) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("template_id,text\n1,x", "line 1: the heading lacks name"),
        ("template_id,name,text\n1,a,x\n1,b,y", "line 3: the template 1 is there twice"),
        ("template_id,name,text\n1,a,Dear {#name#}", "line 2: the text is empty"),
        ("template_id,name,text\n1 2,a,x", "line 2: a template_id"),
    ],
)
def test_a_list_that_cannot_stand_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    """The line and the reason are named."""
    with small_centre(tmp_path / "centre"):
        file = tmp_path / "templates.csv"
        file.write_text(text, "utf-8")
        assert main(["templates", "import", "--folder", str(tmp_path / "centre"), str(file)]) == 1
        assert said in capsys.readouterr().err


def test_what_did_not_arrive_is_listed_and_queued_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By a person's word only, with a line in the trail."""
    folder = ["--folder", str(tmp_path / "centre")]
    with small_centre(tmp_path / "centre", mail_host="127.0.0.1", mail_from="a@b.in") as small:
        hand_in(small, item := a_mail())
        assert main(["messages", "retry", *folder, item.message_id]) == 1
        now = small.house.clock.now()
        with small.house.store.write() as unit:
            taken = unit.queue.take("somebody", "email", now)
            assert taken is not None
            unit.queue.settle(taken, "somebody", Ending("not-known", "no-answer", now), now)
        assert main(["messages", "list", *folder, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["recipients"] == {"not-known": 1}
        assert told["troubled"] == [{"message": item.message_id, "state": "not-known", "reason": "no-answer"}]
        assert main(["messages", "retry", *folder, item.message_id]) == 0
        assert states(small, item) == ("queued",)
        assert small.acts()[-1] == "message-retried"


@pytest.mark.parametrize(
    "settings",
    [
        {"mail_host": "127.0.0.1"},
        {"mail_host": "127.0.0.1", "mail_from": "a@b.in", "mail_security": "maybe"},
        {"sms_host": "127.0.0.1", "sms_url": "http://127.0.0.1:1"},
        {"sms_url": "ftp://127.0.0.1"},
        {"sms_url": "http://sms.provider.example/send"},
        {},
    ],
)
def test_settings_that_contradict_one_another_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]
) -> None:
    """Before a message waits for ever."""
    with small_centre(tmp_path / "centre"):
        for name, value in settings.items():
            monkeypatch.setenv(f"STATION_CENTRAL_{name.upper()}", value)
        assert main(["messages", "run", "--folder", str(tmp_path / "centre")]) == 1
