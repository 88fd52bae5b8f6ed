"""Is this PC on a network? What the system tells of its ports, told apart: pure, and once as it is here."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from station_client.clock import SystemClock
from station_client.errors import NoAddressError, NoNetworkError
from sync.cables import Port, connected, port_of, ports
from sync.doctor import Doctor
from sync.https import HttpsTransport

LOOPBACK = Port("lo", running=True, addresses=("127.0.0.1", "::1"), real=False)
CARD = Port("eth0", running=True, addresses=("192.168.1.5", "fe80::1"), real=True)
OUT = Port("eth0", running=False, real=True)
DOCKER = Port("docker0", running=True, addresses=("172.17.0.1",), real=False)
TUNNEL = Port("tun0", running=True, addresses=("10.8.0.2",), real=False)
MODEM = Port("ppp0", running=True, addresses=("10.64.1.2",), real=True)
BRIDGED = Port("eth0", running=True, real=True)
BRIDGE = Port("br0", running=True, addresses=("192.168.1.6",), real=True)
MADE_UP = Port("Ethernet", running=True, addresses=("169.254.7.9", "fe80::2"))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ((LOOPBACK, CARD), "eth0 192.168.1.5"),
        ((LOOPBACK, CARD, TUNNEL), "eth0 192.168.1.5"),
        ((LOOPBACK, OUT, MODEM), "ppp0 10.64.1.2"),
        ((LOOPBACK, BRIDGED, BRIDGE, DOCKER), "br0 192.168.1.6"),
        ((LOOPBACK, DOCKER), "docker0 172.17.0.1"),
        ((Port("Wi-Fi", running=True, addresses=("10.1.1.1",)), Port("Ethernet", running=False)), "Wi-Fi 10.1.1.1"),
    ],
    ids=["cable", "cable and VPN", "modem", "bridge", "a machine without a card", "Windows"],
)
def test_a_pc_that_is_on_a_network(found: tuple[Port, ...], told: str) -> None:
    """The ports and their addresses are named for State IT; one that the PC made up is none."""
    assert connected(found) == told


@pytest.mark.parametrize(
    "found",
    [
        (),
        (LOOPBACK,),
        (LOOPBACK, OUT),
        (LOOPBACK, OUT, DOCKER, TUNNEL),
        (Port("Ethernet", running=False), Port("Wi-Fi", running=False)),
    ],
    ids=["nothing", "itself", "cable out", "cable out beside programs' own ports", "Windows"],
)
def test_a_pc_on_no_network(found: tuple[Port, ...]) -> None:
    """Also where a VPN, or other programs, still show ports of their own before the cable that is out."""
    with pytest.raises(NoNetworkError):
        connected(found)


def test_a_network_that_gives_no_address() -> None:
    """The cable is in; the PC made an address up, as Windows does, or has none."""
    for found in ((MADE_UP,), (Port("eth0", running=True, real=True), DOCKER)):
        with pytest.raises(NoAddressError):
            connected(found)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which ports are real")
def test_a_bridge_is_as_real_as_what_is_beneath_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An address on a bridge, a bond or a VLAN on one puts a PC on a network; a program's own bridge does not."""
    for name, beneath in (
        ("lo", ()),
        ("eth0", ()),
        ("eth1", ()),
        ("bond0", ("eth0", "eth1")),
        ("bond0.7", ("bond0",)),
        ("veth1", ()),
        ("docker0", ("veth1",)),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "type").write_text("1\n")
        for one in beneath:
            (tmp_path / name / f"lower_{one}").symlink_to(tmp_path / one)
    (tmp_path / "eth1" / "device").mkdir()
    states = {one.name: SimpleNamespace(isup=True) for one in tmp_path.iterdir()}
    monkeypatch.setattr("sync.cables._OF_THE_SYSTEM", tmp_path)
    monkeypatch.setattr("psutil.net_if_stats", lambda: states)
    assert {one.name for one in ports() or () if one.real} == {"eth1", "bond0", "bond0.7"}


def test_a_port_is_found_by_its_address() -> None:
    """The way's own port is named to State IT: one sees whether it is the VPN's."""
    assert port_of("10.8.0.2", (CARD, TUNNEL)) == "tun0"
    assert port_of("10.8.0.9", (CARD, TUNNEL)) == ""


def test_a_system_that_does_not_tell_is_not_believed_to_have_no_cable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is kept from looking says so: the step was not tried, and nobody is sent to a cable."""

    def kept() -> dict[str, object]:
        raise PermissionError

    monkeypatch.setattr("psutil.net_if_stats", kept)
    assert ports() is None
    assert Doctor(HttpsTransport("https://192.0.2.1"), SystemClock()).connected() is None


def test_the_system_tells_of_this_pc() -> None:
    """Every PC has a way to itself, which is none outwards."""
    inside = [one for one in ports() or () if one.inside]
    assert "127.0.0.1" in [address for one in inside for address in one.addresses]
    with pytest.raises(NoNetworkError):
        connected(inside)
