"""A PC's own certificate over real TLS: made here, sealed on the disk, signed once, held to the token's machine."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from central.house import House, open_house
from central.machine_authority import MachineAuthority
from central.settings import MachineCertificates
from central.settings import Settings as CentreSettings
from central.tls import make_development_certificates
from central.web.serving import served
from station_client import app
from station_client.config import Settings
from station_client.domain.ids import MachineId
from station_client.errors import (
    LineError,
    MachineCertificateError,
    MachineRevokedError,
    SessionExpiredError,
    StoreDamagedError,
)
from station_client.security import machine_key
from sync.https import HttpsTransport
from sync.identity import FILE_NAME
from sync.protocol.messages import Grant, MachineAsk, Refresh, SignIn
from tests.support.centre import CHEAP, DIRECTORY, OFFICERS, PASSWORD, SI_A, SmallCentre
from tests.support.houses import MemoryKeychain

WORD = "passphrase of a test"


@dataclass
class Place:
    """A centre over HTTPS, and the folder of one station."""

    house: House
    url: str
    authority: Path
    folder: Path
    keychain: MemoryKeychain

    @contextmanager
    def station(self, folder: str = "station", *, certificate: bool = True) -> Iterator[app.House]:
        """Open a station's house, as State IT set it up."""
        settings = Settings(
            self.folder / folder, centre_url=self.url, ca_file=self.authority, machine_certificate=certificate
        )
        made = app.build(settings, keychain=self.keychain, background=False)
        try:
            yield made
        finally:
            made.close()

    def line(self) -> HttpsTransport:
        """Give a bare line, as somebody who carried a token away would have."""
        return HttpsTransport(self.url, ca_file=self.authority)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Give a centre that requires machines' own certificates."""
    settings = CentreSettings(
        tmp_path / "centre", password_cost=CHEAP, machine_certificates=MachineCertificates.REQUIRED
    )
    with centre_at(settings, tmp_path) as made:
        yield made


@contextmanager
def centre_at(settings: CentreSettings, folder: Path) -> Iterator[Place]:
    """Serve a centre over HTTPS for as long as the block lasts."""
    house = open_house(settings)
    SmallCentre(house).put(*DIRECTORY)
    for one in OFFICERS:
        house.accounts.put_officer(one, PASSWORD)
    authority = make_development_certificates(settings.tls)
    with served(house.centre, settings.tls) as port:
        yield Place(house, f"https://localhost:{port}", authority, folder, MemoryKeychain())
    house.close()


def granted(line: HttpsTransport, machine: str) -> Grant:
    """Sign in on a machine over a bare line."""
    ask = SignIn(login=SI_A, password=PASSWORD, machine_id=machine, machine_name="PC", program_version="0")
    return line.sign_in(ask)


def let_in(line: HttpsTransport, machine: str) -> str:
    """Sign in on a machine over a bare line, for an access token."""
    return granted(line, machine).access_token


def with_a_key(line: HttpsTransport, folder: Path, machine: str) -> Grant:
    """Sign in on a machine and show a certificate of its own from then on."""
    grant, path = granted(line, machine), folder / f"{machine}.pem"
    machine_key.make(path, WORD)
    ask = MachineAsk(request=machine_key.request(path, WORD, MachineId(machine)))
    machine_key.keep(path, WORD, line.machine_certificate(grant.access_token, ask).certificate)
    line.present(path, WORD)
    line.summary(grant.access_token, cursor=0)
    return grant


@pytest.mark.parametrize("own_key", [False, True], ids=["no certificate", "another machine's"])
def test_a_stolen_refresh_token_is_worth_nothing_without_the_machines_key(tmp_path: Path, *, own_key: bool) -> None:
    """Also where certificates are only offered, and whatever the thief says of themselves: the session ends."""
    settings = CentreSettings(
        tmp_path / "centre", password_cost=CHEAP, machine_certificates=MachineCertificates.OFFERED
    )
    with centre_at(settings, tmp_path) as place:
        victim, thief = place.line(), place.line()
        grant = with_a_key(victim, tmp_path, "machine-victim")
        stolen = Refresh(refresh_token=grant.refresh_token, machine_id="machine-victim")
        if own_key:
            with_a_key(thief, tmp_path, "machine-thief")
        with pytest.raises(SessionExpiredError):
            thief.refresh(stolen)
        with pytest.raises(SessionExpiredError):
            victim.refresh(stolen)
        with place.house.store.read() as unit:
            entry = next(one for one in unit.trail.all() if one.act.startswith("refresh-"))
        assert (entry.act, entry.machine_id) == (
            "refresh-elsewhere" if own_key else "refresh-unproved",
            "machine-victim",
        )
        victim.close()
        thief.close()


def test_a_machine_renews_with_its_own_key(place: Place, tmp_path: Path) -> None:
    """Whoever has the key is given new tokens; who has none must sign in where it is required, and harms nobody."""
    line, bare = place.line(), place.line()
    grant = with_a_key(line, tmp_path, "machine-a")
    renewed = line.refresh(Refresh(refresh_token=grant.refresh_token, machine_id="machine-a"))
    line.summary(renewed.access_token, cursor=0)
    keyless = granted(bare, "machine-b")
    with pytest.raises(MachineCertificateError):
        bare.refresh(Refresh(refresh_token=keyless.refresh_token, machine_id="machine-b"))
    line.close()
    bare.close()


def test_a_station_gets_its_certificate_and_works(place: Place) -> None:
    """The first round asks for it; the next start shows it at once; on the disk the key is sealed."""
    for _ in range(2):
        with place.station() as house:
            house.verbs.session.sign_in(SI_A, PASSWORD)
            assert house.verbs.sync.sync_once().error == ""
    content = (place.folder / "station" / FILE_NAME).read_bytes()
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in content
    certificate = x509.load_pem_x509_certificate(content)
    machine = certificate.subject.rfc4514_string().removeprefix("CN=")
    with place.house.store.read() as unit:
        assert unit.sessions.machine(machine) is not None
    until = machine_key.good_until(place.folder / "station" / FILE_NAME)
    assert until is not None
    assert (until - datetime.now(UTC)).days in {364, 365}


def test_a_station_without_one_is_told_so(place: Place) -> None:
    """Where the centre requires it and State IT did not set it up, that is said, and nothing is lost."""
    with place.station(certificate=False) as house:
        house.verbs.session.sign_in(SI_A, PASSWORD)
        with pytest.raises(MachineCertificateError):
            house.verbs.sync.sync_once()
        assert house.verbs.sync.status().error == "machine-certificate"


def test_a_token_is_good_on_its_own_machine_only(place: Place) -> None:
    """A token that was carried away counts neither without a certificate nor with another machine's."""
    thief = place.line()
    access = let_in(thief, "machine-victim")
    with pytest.raises(MachineCertificateError):
        list(thief.feed(access, since=0, dictionary=""))
    path = place.folder / "thief.pem"
    machine_key.make(path, WORD)
    own = let_in(thief, "machine-thief")
    given = thief.machine_certificate(own, MachineAsk(request=machine_key.request(path, WORD, MachineId("x"))))
    machine_key.keep(path, WORD, given.certificate)
    thief.present(path, WORD)
    assert list(thief.feed(own, since=0, dictionary=""))
    with pytest.raises(MachineCertificateError):
        list(thief.feed(access, since=0, dictionary=""))
    thief.close()


def test_a_second_key_needs_the_first_or_state_it(place: Place) -> None:
    """Who stole a password cannot bring a key of their own for the station's machine; a release lets a new one in."""
    line = place.line()
    access = let_in(line, "machine-a")
    paths = [place.folder / "first.pem", place.folder / "second.pem"]
    for path in paths:
        machine_key.make(path, WORD)
    asks = [MachineAsk(request=machine_key.request(path, WORD, MachineId("machine-a"))) for path in paths]
    line.machine_certificate(access, asks[0])
    line.machine_certificate(access, asks[0])  # a lost answer: the same key is signed again
    with pytest.raises(MachineCertificateError):
        line.machine_certificate(access, asks[1])
    assert MachineAuthority(place.house.settings.tls).release("machine-a")
    assert line.machine_certificate(access, asks[1]).until > datetime.now(UTC)
    line.close()


def test_a_withdrawn_machine_is_refused_with_its_certificate(place: Place) -> None:
    """The certificate proves which machine it is, and no more than that."""
    with place.station() as house:
        house.verbs.session.sign_in(SI_A, PASSWORD)
        house.verbs.sync.sync_once()
        machine = house.verbs.session._doors.vault.machine_id()
        with place.house.store.write() as unit:
            unit.sessions.revoke(machine, place.house.clock.now())
        with pytest.raises(MachineRevokedError):
            house.verbs.sync.sync_once()


def test_a_certificate_of_another_authority_ends_the_line(place: Place, tmp_path: Path) -> None:
    """Whoever makes a certificate at home is not let through TLS."""
    path = tmp_path / "home.pem"
    machine_key.make(path, WORD)
    request = machine_key.request(path, WORD, MachineId("machine-a"))
    made, _ = MachineAuthority(tmp_path / "home").sign(request, "machine-a", datetime.now(UTC), shown="")
    machine_key.keep(path, WORD, made)
    line = place.line()
    line.present(path, WORD)
    with pytest.raises(LineError):
        line.health()
    line.close()


def test_a_sealed_key_opens_with_its_own_passphrase_only(tmp_path: Path) -> None:
    """``ssl`` opens it with the vault's passphrase; a wrong one, or another key's certificate, is refused."""
    path, other = tmp_path / "machine.pem", tmp_path / "other.pem"
    for one in (path, other):
        machine_key.make(one, WORD)
    authority = MachineAuthority(tmp_path)
    made, _ = authority.sign(machine_key.request(other, WORD, MachineId("m")), "m", datetime.now(UTC), shown="")
    with pytest.raises(StoreDamagedError):
        machine_key.keep(path, WORD, made)
    machine_key.keep(other, WORD, made)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_cert_chain(other, password=lambda: WORD)
    with pytest.raises(ssl.SSLError):
        context.load_cert_chain(other, password=lambda: "wrong")
    with pytest.raises(StoreDamagedError):
        machine_key.request(other, "wrong", MachineId("m"))
