"""Two network namespaces with a TUN in each, the station's and the centre's; nothing joins them but the relay."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import re
import signal
import struct
import subprocess
import threading
from pathlib import Path
from typing import Final

DEVICE: Final = "line0"
STATION: Final = "10.77.0.1"
STATION_AFTER: Final = "10.77.0.9"
CENTRE: Final = "10.77.0.2"
NET: Final = "10.77.0.0/24"
OURS: Final = re.compile(r"bsync(\d+)[sc]")
_NEW_NET: Final = 0x40000000
_TUNSETIFF: Final = 0x400454CA
_TUN_WITHOUT_HEADER: Final = 0x1001


def possible() -> bool:
    """Tell whether this PC lets us: root, the TUN device, and ``ip``."""
    return os.geteuid() == 0 and Path("/dev/net/tun").exists() and _quietly("ip", "netns", "list")


class Namespaces:
    """The two, for as long as the object is open; they are named after this process and removed at the end."""

    def __init__(self) -> None:
        """Make them, with cubic on both routes: a kernel's other default would flatter everyone."""
        _sweep()
        self.station, self.centre = f"bsync{os.getpid()}s", f"bsync{os.getpid()}c"
        self.tuns: tuple[int, int] | None = None
        self._address = STATION
        try:
            for name in (self.station, self.centre):
                _ip("netns", "add", name)
            self.tuns = (_tun_in(self.station), _tun_in(self.centre))
            for name, address in ((self.station, STATION), (self.centre, CENTRE)):
                _ip("-n", name, "address", "add", f"{address}/24", "dev", DEVICE)
                _ip("-n", name, "link", "set", DEVICE, "mtu", "1500", "txqueuelen", "1000", "up")
                _ip("-n", name, "link", "set", "lo", "up")
                _route(name, address)
                for setting in ("tcp_no_metrics_save 1", "tcp_fastopen 3"):  # the second as docs/centre.md advises
                    words = "echo {1} > /proc/sys/net/ipv4/{0}".format(*setting.split())
                    subprocess.run(["ip", "netns", "exec", name, "sh", "-c", words], check=True)
        except BaseException:
            self.close()
            raise

    def renumber(self) -> str:
        """Give the station another address, as a modem that dials anew does; connections of the former one are dead."""
        return self._number(STATION_AFTER)

    def number_as_before(self) -> None:
        """Give the station its first address back."""
        if self._address != STATION:
            self._number(STATION)

    def _number(self, address: str) -> str:
        """Change the address: the former goes first, because it would take a second one of its net along."""
        _ip("-n", self.station, "address", "del", f"{self._address}/24", "dev", DEVICE)
        _ip("-n", self.station, "address", "add", f"{address}/24", "dev", DEVICE)
        _route(self.station, address)
        self._address = address
        return address

    def close(self) -> None:
        """Take the TUNs and the namespaces away, with whatever of ours still runs in them."""
        for handle in self.tuns or ():
            os.close(handle)
        self.tuns = None
        for name in (self.station, self.centre):
            _remove(name)


def _remove(name: str) -> None:
    """Remove a namespace of ours with what runs in it: only what we started can be there."""
    found = subprocess.run(["ip", "netns", "pids", name], capture_output=True, text=True, check=False)
    for pid in found.stdout.split():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    _quietly("ip", "netns", "del", name)


def _sweep() -> None:
    """Remove what a run left behind that was killed outright."""
    for path in Path("/run/netns").glob("bsync*"):
        owner = OURS.fullmatch(path.name)
        if owner is not None and not Path("/proc", owner[1]).exists():
            _remove(path.name)


def _route(name: str, address: str) -> None:
    _ip("-n", name, "route", "replace", NET, "dev", DEVICE, "src", address, "congctl", "cubic")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _quietly(*words: str) -> bool:
    try:
        return subprocess.run(words, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def _move_to(namespace: int) -> None:
    """Move this thread, and no other, into a network namespace."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(namespace, _NEW_NET):
        raise OSError(ctypes.get_errno(), "setns")


def _tun_in(namespace: str) -> int:
    """Open a TUN whose device lives in a namespace; in a thread of its own, which alone moves there."""
    opened: list[int] = []
    failed: list[OSError] = []

    def work() -> None:
        try:
            with Path("/run/netns", namespace).open("rb") as place:
                _move_to(place.fileno())
            handle = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(handle, _TUNSETIFF, struct.pack("16sH22x", DEVICE.encode(), _TUN_WITHOUT_HEADER))
            opened.append(handle)
        except OSError as wrong:
            failed.append(wrong)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return opened[0]
