"""The one who carries messages is killed between the hand-over and its record; and several carry at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from central.house import open_house
from central.messages.ways import postmen
from tests.support.centre import HandClock, SmallCentre, small_centre
from tests.support.mail_server import mail_server
from tests.support.messages import a_mail, hand_in, mail_settings, postman, states

CROWD = 12


def worker(small: SmallCentre, settings: dict[str, object]) -> subprocess.Popen[bytes]:
    """Start a process of its own that carries messages."""
    said = {f"STATION_CENTRAL_{name.upper()}": str(value) for name, value in settings.items()}
    said["STATION_CENTRAL_DATABASE_URL"] = small.house.settings.database_url
    command = (sys.executable, "-m", "central", "messages", "run", "--folder", str(small.house.settings.folder))
    return subprocess.Popen(command, env=os.environ | said, stdout=subprocess.DEVNULL)


def test_a_killed_worker_leaves_a_doubt_and_never_a_second_letter(tmp_path: Path, database_url: str) -> None:
    """Kill -9 while the server has the letter and has not said so yet: told as not known, on both databases."""
    with mail_server(tmp_path / "mail") as server:
        settings = mail_settings(server)
        clock = HandClock(datetime.now(UTC))
        with small_centre(tmp_path / "centre", clock, database_url=database_url, **settings) as small:
            hand_in(small, item := a_mail())
            process = worker(small, settings)
            server.meanwhile = process.kill
            process.wait(60)
            assert len(server.letters) == 1
            assert states(small, item) == ("sending",)
            server.meanwhile = None
            one = postman(small, "email")
            assert not one.step()
            clock.moment = datetime.now(UTC) + timedelta(minutes=3)
            assert not one.step()
            assert states(small, item) == ("not-known broken-off",)
            clock.forward(days=2)
            assert not one.step()
            assert len(server.letters) == 1


def test_many_who_carry_at_once_send_each_letter_once(tmp_path: Path, database_url: str) -> None:
    """Four of them, each with a database connection of its own, over one queue."""
    with mail_server(tmp_path / "mail") as server:
        settings = mail_settings(server)
        with small_centre(tmp_path / "centre", database_url=database_url, **settings) as small:
            recipients = tuple(f"sho{number}@up.gov.in" for number in range(CROWD))
            hand_in(small, item := a_mail(recipients=recipients))
            houses = [open_house(small.house.settings) for _ in range(4)]

            def carry(number: int) -> None:
                house = houses[number]
                one = postmen(house.settings, house.store, house.blobs, house.clock)["email"]
                while one.step():
                    pass

            threads = [threading.Thread(target=carry, args=(number,)) for number in range(len(houses))]
            for each in threads:
                each.start()
            for each in threads:
                each.join()
            for house in houses:
                house.close()
            assert sorted(letter["To"] for letter in server.letters) == sorted(recipients)
            assert states(small, item) == ("handed-over",) * CROWD
