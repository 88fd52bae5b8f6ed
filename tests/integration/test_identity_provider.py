"""A State's identity provider behind the centre: a real one in a process of its own, over TLS, with a real key."""

from __future__ import annotations

import http.client
import json
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pytest

from central import oidc
from central.errors import Refused, SetupError
from central.house import open_house
from central.settings import Settings
from central.tls import make_development_certificates
from sync.protocol.codes import Code
from tests.support import identity_server
from tests.support.centre import (
    CHEAP,
    DIRECTORY,
    DSP,
    PASSWORD,
    SI_A,
    STATION_A,
    STATION_B,
    HandClock,
    SmallCentre,
    small_centre,
)
from tests.support.identity_server import CLIENT, SECRET

THEIRS = identity_server.PASSWORD
READY_SECONDS = 30.0


@dataclass
class Provider:
    """The provider's process, as the tests steer it."""

    port: int
    authority: Path
    _tls: ssl.SSLContext = field(init=False)

    def __post_init__(self) -> None:
        """Trust it."""
        self._tls = ssl.create_default_context(cafile=self.authority)

    @property
    def issuer(self) -> str:
        """Name it."""
        return f"https://localhost:{self.port}/realm"

    def ask(self, method: str, path: str, said: dict[str, Any] | None = None) -> dict[str, Any]:
        """Steer it."""
        line = http.client.HTTPSConnection("localhost", self.port, context=self._tls, timeout=20)
        line.request(method, path, body=json.dumps(said or {}))
        answer: dict[str, Any] = json.loads(line.getresponse().read())
        line.close()
        return answer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """Start the provider once."""
    folder = tmp_path_factory.mktemp("provider")
    authority = make_development_certificates(folder)
    process = subprocess.Popen((sys.executable, identity_server.__file__, str(folder)))
    until = time.monotonic() + READY_SECONDS
    while not (folder / "port").exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    yield Provider(int((folder / "port").read_text()), authority)
    process.terminate()
    process.wait()


@pytest.fixture
def provider(server: Provider) -> Provider:
    """Give the provider, truthful again."""
    server.ask("POST", "/lie", {})
    return server


@pytest.fixture
def clock() -> HandClock:
    """Give a clock that begins at the provider's time."""
    return HandClock(datetime.now(UTC))


@pytest.fixture
def small(tmp_path: Path, provider: Provider, clock: HandClock) -> Iterator[SmallCentre]:
    """Give a centre behind the provider; its own passwords count no more."""
    said: dict[str, Any] = {"oidc_issuer": provider.issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    with small_centre(tmp_path / "centre", clock, oidc_ca_file=str(provider.authority), **said) as made:
        yield made


def refused(small: SmallCentre, login: str = SI_A, password: str = THEIRS) -> Refused:
    """Sign in where it must fail."""
    with pytest.raises(Refused) as no:
        small.sign_in(login, password=password)
    return no.value


def test_the_provider_knows_the_password_and_the_centre_the_rights(small: SmallCentre) -> None:
    """The centre's own password is none any more; name and rank are as the provider says, rights as they were."""
    officer = small.sign_in(password=THEIRS).officer
    assert (officer.name, officer.rank, officer.office.code) == ("Anil Kumar Sharma", "Inspector", STATION_A)
    assert "upload" in officer.acts
    assert refused(small, password=PASSWORD).code == Code.WRONG_PASSWORD
    assert refused(small, "nobody").code == Code.WRONG_PASSWORD
    assert small.acts().count("officer-as-provided") == 1
    small.sign_in(password=THEIRS)
    assert small.acts().count("officer-as-provided") == 1


def test_wrong_passwords_count_as_everywhere(small: SmallCentre) -> None:
    """Five of them, and the provider is not even asked."""
    assert [refused(small, password="wrong").code for _ in range(6)] == [Code.WRONG_PASSWORD] * 5 + [Code.LOCKED_OUT]


def test_an_officer_moves_as_the_provider_says(small: SmallCentre, provider: Provider) -> None:
    """By the office in its claims; one that the directory lacks is refused by name."""
    provider.ask("POST", "/lie", {"claims": {"office": STATION_B}})
    assert small.sign_in(password=THEIRS).officer.office.code == STATION_B
    provider.ask("POST", "/lie", {"claims": {"office": "99999999"}})
    no = refused(small)
    assert (no.code, "99999999" in no.detail) == (Code.NOT_ENTITLED, True)


def test_a_newcomer_may_look_and_a_withdrawn_officer_stays_withdrawn(
    tmp_path: Path, provider: Provider, clock: HandClock
) -> None:
    """The provider says who works where; what they may do, and whether they still may, the centre says."""
    said: dict[str, Any] = {"oidc_issuer": provider.issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    settings = Settings(tmp_path / "new", password_cost=CHEAP, oidc_ca_file=str(provider.authority), **said)
    house = open_house(settings, clock)
    new = SmallCentre(house)
    new.put(*DIRECTORY)
    assert refused(new).code == Code.OFFICER_REVOKED
    provider.ask("POST", "/lie", {"claims": {"office": STATION_A}})
    officer = new.sign_in(password=THEIRS).officer
    assert (officer.login, officer.office.code, officer.acts) == (SI_A, STATION_A, ("view",))
    with house.store.read() as unit:
        account = unit.officers.one(SI_A)
    assert account is not None
    house.accounts.put_officer(replace(account, active=False), "")
    assert refused(new).code == Code.OFFICER_REVOKED
    house.close()


@pytest.mark.parametrize(
    "lie",
    [
        {"claims": {"iss": "https://elsewhere.example/realm"}},
        {"claims": {"aud": "another-client"}},
        {"claims": {"aud": [CLIENT, "another-client"], "azp": "another-client"}},
        {"claims": {"aud": [CLIENT, "another-client"]}},
        {"claims": {"exp": 1_700_000_000}},
        {"claims": {"exp": None}},
        {"claims": {"iat": 1_700_000_000}},
        {"claims": {"exp": "soon"}},
        {"claims": {"nonce": "of another question"}},
        {"claims": {"sub": None}},
        {"claims": {"preferred_username": "rkverma"}},
        {"claims": {"preferred_username": None}},
        {"sign-with": "stranger"},
        {"sign-with": "nothing"},
        {"sign-with": "public"},
        {"status": 500},
        {"status": 302},
        {"status": 200, "answer": {"id_token": "x.y.z"}},
        {"status": 200, "answer": ["nothing"]},
        {"status": 401, "answer": {"error": "invalid_client"}},
    ],
    ids=lambda lie: "-".join(map(str, next(iter(lie.values())) if isinstance(lie, dict) and "claims" in lie else lie)),
)
def test_a_token_that_does_not_stand_lets_nobody_in(
    small: SmallCentre, provider: Provider, lie: dict[str, Any]
) -> None:
    """It is the provider's fault, not a wrong password: no try is counted, and the station may come again."""
    provider.ask("POST", "/lie", lie)
    for _ in range(6):
        no = refused(small)
        assert (no.code, no.retry_after) == (Code.BUSY, 30)
    provider.ask("POST", "/lie", {})
    small.sign_in(password=THEIRS)


def test_keys_are_kept_and_fetched_again_when_another_signs(
    small: SmallCentre, provider: Provider, clock: HandClock
) -> None:
    """Once for many sign-ins; a new key within a minute of the last look waits for that minute."""
    before = provider.ask("GET", "/asked")["asked"].count("/realm/keys")
    for _ in range(3):
        small.sign_in(password=THEIRS)
    provider.ask("POST", "/new-key")
    assert refused(small).code == Code.BUSY
    clock.forward(seconds=61)
    # the provider's clock is the real one: a minute off is within what is borne
    small.sign_in(password=THEIRS)
    assert provider.ask("GET", "/asked")["asked"].count("/realm/keys") == before + 2


def test_a_provider_that_is_away_or_not_trusted_is_said(tmp_path: Path, provider: Provider, clock: HandClock) -> None:
    """Busy, with a time to wait; whoever stands in its place with another certificate is told no password."""
    other = tmp_path / "other"
    authority = make_development_certificates(other)
    said: dict[str, Any] = {"oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    for name, issuer, trusted in (
        ("away", "https://localhost:9/realm", provider.authority),
        ("untrusted", provider.issuer, authority),
        ("another issuer", provider.issuer + "s", provider.authority),
    ):
        with small_centre(tmp_path / name, clock, oidc_issuer=issuer, oidc_ca_file=str(trusted), **said) as small:
            assert refused(small).code == Code.BUSY


def test_who_finds_the_provider_slow_is_told_at_once(
    small: SmallCentre, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who wait for it hold no more than a few threads; whoever comes then is sent away, and comes in later."""
    monkeypatch.setattr(small.house.accounts._provider, "_gate", BoundedSemaphore(1))
    provider.ask("POST", "/lie", {"hangs": True})
    asked = provider.ask("GET", "/asked")["asked"].count("/realm/token")
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(small.sign_in, password=THEIRS)
        while provider.ask("GET", "/asked")["asked"].count("/realm/token") == asked:
            assert not first.done()
        no = refused(small, DSP)
        assert (no.code, no.retry_after, first.done()) == (Code.BUSY, 30, False)
        provider.ask("POST", "/lie", {})
        assert first.result().officer.login == SI_A


def test_an_answer_that_never_ends_is_ended(
    small: SmallCentre, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often a little of it comes: all that a sign-in asks has one deadline."""
    small.sign_in(password=THEIRS)  # what the provider says of itself is known
    monkeypatch.setattr(oidc, "PATIENCE", 0.5)
    provider.ask("POST", "/lie", {"drips": True})
    assert refused(small).code == Code.BUSY
    provider.ask("POST", "/lie", {})


@pytest.mark.parametrize(
    "wrong", [{"oidc_issuer": "http://plain.example"}, {"oidc_issuer": "https://a.example", "oidc_client_id": ""}]
)
def test_settings_that_cannot_be_are_refused_at_the_start(tmp_path: Path, wrong: dict[str, str]) -> None:
    """Clear text, or no name of the centre at the provider."""
    said: dict[str, Any] = {"oidc_client_id": "c"} | wrong
    with pytest.raises(SetupError):
        open_house(Settings(folder=tmp_path / "centre", password_cost=CHEAP, **said))
