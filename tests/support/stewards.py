"""A served centre with PCs in every state, for the tests of the page for State IT."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from central.tls import make_development_certificates
from central.web.serving import served
from sync.protocol.trail import Standing
from tests.support.centre import DSP, PASSWORD, SHO_A, SI_A, SI_B, HandClock, SmallCentre, small_centre

_SEAL = re.compile(r'name="seal" value="([0-9a-f]{64})"')


@dataclass
class Desk:
    """A browser's worth of HTTP to the page."""

    small: SmallCentre
    clock: HandClock
    port: int
    authority: Path
    http: requests.Session

    @property
    def address(self) -> str:
        """Give the page's address."""
        return f"https://localhost:{self.port}/admin"

    def get(self, path: str) -> requests.Response:
        """Ask for a page, following no redirection."""
        return self.http.get(self.address + path, allow_redirects=False, timeout=30)

    def post(self, path: str, form: dict[str, str], headers: dict[str, str] | None = None) -> requests.Response:
        """Send a form."""
        return self.http.post(self.address + path, data=form, headers=headers, allow_redirects=False, timeout=30)

    def seal(self, path: str) -> str:
        """Read from a page what its forms repeat."""
        found = _SEAL.search(self.get(path).text)
        assert found is not None
        return found[1]

    def sign_in(self, login: str = DSP, password: str = PASSWORD) -> requests.Response:
        """Come in by the door."""
        return self.post("/sign-in", {"login": login, "password": password, "seal": self.seal("/sign-in")})


def standing(**other: float) -> Standing:
    """Make what a PC tells where nothing is wrong, but for what a test changes."""
    sound: dict[str, float] = {"waiting": 0, "oldest_seconds": 0, "refused": 0, "set_aside": 0, "skew_seconds": 0.4}
    return Standing(program_version="0.1.0", **(sound | other))  # type: ignore[arg-type] # whole numbers but the skew


def fill(small: SmallCentre, clock: HandClock) -> None:
    """Enrol PCs: one silent for days, one with work that is stuck, one that is well, one in another State."""
    small.sign_in(SHO_A, machine_id="pc-silent")
    clock.forward(days=3)
    small.sign_in(SI_A, machine_id="pc-stuck")
    small.sign_in(SI_A, machine_id="pc-well")
    small.sign_in(SI_B, machine_id="pc-elsewhere")
    with small.house.store.write() as unit:
        stuck = standing(waiting=3, oldest_seconds=7200, refused=1, set_aside=1, skew_seconds=-190.0)
        unit.standings.tell("pc-stuck", stuck, clock.now())
        unit.standings.tell("pc-well", standing(), clock.now())
    clock.forward(minutes=2)


@contextmanager
def desk(folder: Path, database_url: str = "", *, captcha_after: int = 0) -> Iterator[Desk]:
    """Serve a small centre with PCs in every state."""
    clock = HandClock()
    tls = folder / "tls"
    authority = make_development_certificates(tls)
    with (
        small_centre(folder / "centre", clock, database_url=database_url, captcha_after=captcha_after) as small,
        served(small.centre, tls) as port,
        requests.Session() as http,
    ):
        http.trust_env = False
        http.verify = str(authority)
        fill(small, clock)
        yield Desk(small, clock, port, authority, http)
