"""No cable, no address, no way, no answer, no name: each made on a network of its own, as the system tells it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRIED = """
import json, subprocess, sys
from station_client.clock import SystemClock
from station_client.errors import StationError
from sync.doctor import Doctor
from sync.https import HttpsTransport
from sync.https.transport import Patience

def tried(centre):
    doctor = Doctor(HttpsTransport(centre, patience=Patience(connect=0.4)), SystemClock())
    for step in (doctor.connected, doctor.reach, doctor.find):
        try:
            yield f"{step.__name__} {step()}"
        except StationError as wrong:
            yield f"{step.__name__} {wrong.code}"
            return

for command, centres in json.loads(sys.argv[1]):
    subprocess.run(command, shell=True, check=True)
    print(json.dumps([list(tried(centre)) for centre in centres]))
"""
ALONE = ("unshare", "--net", "--user", "--map-root-user")
PLUGGED_OUT = "ip link add card type veth peer name socket && ip link set card up"
RUNS = "timeout 9 sh -c 'until ip link show {} | grep -q \"state UP\"; do :; done'"  # the kernel finds out by and by
PLUGGED_IN = f"ip link set socket up && {RUNS.format('card')}"
DIALLED = "mount -t tmpfs tmpfs /mnt && echo 512 >/mnt/type && mount --bind /mnt/type /sys/class/net/card/type"
BRIDGE = "ip link add bridge type bridge && ip link set card master bridge && ip link set bridge up"
CENTRE, NAMED, INSIDE = "https://10.9.9.9", "https://centre.invalid", "https://127.0.0.1:9"
ON_NETWORK = "connected card 10.1.2.3"
STEPS = (
    ("true", {CENTRE: ["connected no-network"], NAMED: ["connected no-network"]}),
    (PLUGGED_OUT, {CENTRE: ["connected no-network"]}),
    ("ip link set lo up", {INSIDE: ["connected ", "reach 127.0.0.1 lo", "find 127.0.0.1"]}),
    (PLUGGED_IN, {CENTRE: ["connected no-address"], NAMED: ["connected no-address"]}),
    (
        "ip addr add 10.1.2.3/24 dev card",
        {CENTRE: [ON_NETWORK, "reach no-way"], NAMED: [ON_NETWORK, "reach no-way"]},
    ),
    (
        "ip route add default via 10.1.2.1",
        {CENTRE: [ON_NETWORK, "reach no-answer"], NAMED: [ON_NETWORK, "reach None", "find name-unknown"]},
    ),
)
BRIDGED = (
    (
        f"{PLUGGED_OUT} && {PLUGGED_IN} && mount -t sysfs sysfs /sys && {DIALLED}",
        {CENTRE: ["connected no-address"]},
    ),
    (f"{BRIDGE} && {RUNS.format('bridge')}", {CENTRE: ["connected no-address"]}),
    ("ip addr add 10.1.2.3/24 dev bridge", {CENTRE: ["connected bridge 10.1.2.3", "reach no-way"]}),
)
pytestmark = pytest.mark.skipif(
    sys.platform != "linux"
    or not shutil.which("ip")
    or subprocess.run([*ALONE, "sh", "-c", PLUGGED_OUT], capture_output=True, check=False).returncode != 0,
    reason="needs a network of its own",
)


def test_each_is_told_apart_without_root() -> None:
    """From a PC without a card to one whose centre is silent: the first fault is named; what cannot be known is not."""
    assert _told(ALONE, STEPS) == [list(told.values()) for _, told in STEPS]


def test_the_address_of_a_bridge_is_this_pcs_own() -> None:
    """The card beneath a bridge has no address of its own: a PC whose bridge has one is well."""
    assert _told((*ALONE, "--mount"), BRIDGED) == [list(told.values()) for _, told in BRIDGED]


def _told(alone: tuple[str, ...], steps: tuple[tuple[str, dict[str, list[str]]], ...]) -> list[list[list[str]]]:
    """Do the steps on a network of its own, and give what was tried at each centre after each."""
    given = json.dumps([(command, list(told)) for command, told in steps])
    asking = os.environ | {"RES_OPTIONS": "timeout:1 attempts:1"}  # who tells names is as silent after the first try
    done = subprocess.run(
        [*alone, sys.executable, "-c", TRIED, given],
        cwd=ROOT,
        env=asking,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
