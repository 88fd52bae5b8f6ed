"""The sync benchmark's own arithmetic: the line, the floor, the medians."""

from __future__ import annotations

import socket
import struct
import threading

import pytest

from benchmarks.sync import floor, records, verdict
from benchmarks.sync.packets import QUEUE_BYTES, WRAP, Line, Way
from benchmarks.sync.proxy import LOOPBACK, Proxies
from benchmarks.sync.relay import UP
from benchmarks.sync.works import WORKS

LINE = Line(256, 400, 0)
SYN = 2
ACK = 16


def packet(sequence: int, payload: int, *, flags: int = ACK, port: int = 40_000) -> bytes:
    """Build a packet as a kernel would lay it into a TUN."""
    size = 40 + payload
    header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, size, 0, 0, 64, 6, 0, bytes(4), bytes(4))
    return header + struct.pack("!HHIIBBHHH", port, 443, sequence % WRAP, 0, 5 << 4, flags, 0, 0, 0) + bytes(payload)


def test_a_packet_takes_its_length_and_half_the_round_trip() -> None:
    """1,500 bytes at 256 kbit/s are 46.875 ms on the line, and 200 ms on their way."""
    way = Way()
    way.shape(LINE, 1)
    assert way.send(packet(0, 1460), 10.0, cut=False) == pytest.approx(10.246875)
    assert way.send(packet(1460, 1460), 10.0, cut=False) == pytest.approx(10.29375)


def test_what_does_not_fit_into_the_queue_is_dropped() -> None:
    """A queue drops its tail, and takes packets again once it is shorter."""
    way = Way()
    way.shape(LINE, 1)
    arrived = [way.send(packet(at, 1460), 0.0, cut=False) for at in range(100)]
    assert arrived.count(None) == way.counted.queue_dropped == 100 - QUEUE_BYTES // 1500 - 1
    assert way.send(packet(0, 1460), 1.0, cut=False) is not None


def test_a_seed_loses_the_same_packets_again() -> None:
    """Loss is near its share, alike for one seed and other for another."""

    def lost(seed: int) -> list[int]:
        way = Way()
        way.shape(Line(256, 400, 5), seed)
        return [at for at in range(4000) if way.send(packet(at, 1460), at * 1.0, cut=False) is None]

    assert lost(1) == lost(1) != lost(2)
    assert 150 < len(lost(1)) < 250


def test_a_line_that_is_cut_carries_nothing() -> None:
    """Nothing arrives, nothing is counted as carried, but a program did give it to TCP."""
    way = Way()
    way.shape(LINE, 1)
    assert way.send(packet(0, 100), 0.0, cut=True) is None
    assert (way.counted.bytes, way.counted.cut_dropped, way.counted.written) == (0, 1, 100)


def test_what_tcp_repeats_is_written_once() -> None:
    """Only bytes beyond the newest of a connection are new, also where the numbers begin anew at 2³²."""
    way = Way()
    way.shape(None, 1)
    start = WRAP - 1000
    for sequence, payload, flags in ((start, 0, SYN), (start, 0, SYN), (start + 1, 600, ACK), (start + 1, 600, ACK)):
        way.send(packet(sequence, payload, flags=flags), 0.0, cut=False)
    way.send(packet(start + 601, 600), 0.0, cut=False)
    way.send(packet(5, 70, port=40_001, flags=SYN), 0.0, cut=False)
    assert way.counted.written == 1270
    assert way.counted.payload == 1870


def test_columns_pack_better_than_rows() -> None:
    """The floor is below the same records as rows, and the chance in their ids is still in it."""
    made = [one for one in records.numbered(300) if type(one).__name__ == "AlertRecord"]
    assert len(made) * 9 < floor.payload(made) < 80_000
    assert floor.columns(made[:3]).count(b"THANA") <= 3


def test_numbers_follow_the_directory() -> None:
    """Sequences are those that an empty centre gives: the directory first, then the alerts, each once."""
    made = records.numbered(50)
    assert [one.sequence for one in made] == list(range(1, len(made) + 1))
    assert len({one.code for one in records.offices()}) == len(records.offices())


def trial(who: str, seconds: float | None, seed: int) -> dict[str, object]:
    """Give what one trial leaves behind."""
    ways = {way: {"bytes": 1000} for way in ("up", "down")}
    found = {"work": "first-sync-cut", "who": who, "seed": seed, "link": "test", "seconds": seconds, "floor_s": 47.5}
    return found | {"moving_after_s": 1.0} | ways


def test_medians_are_held_to_the_goals_and_to_the_best_peer() -> None:
    """What was never done counts as longer than anything; the cut itself is not counted against the ratio."""
    ours = [trial("station", seconds, seed) for seed, seconds in enumerate((50.0, None, 54.0))]
    peers = [trial("rsync-zst", 72.0, 1), trial("tus", None, 1)]
    figures = verdict.table([*ours, *peers])["first-sync-cut"]
    assert figures["station"]["seconds"] == 54.0
    assert figures["station"]["ratio_without_cut"] == pytest.approx(34 / 27.5, abs=0.001)
    assert figures["tus"]["seconds"] == verdict.NEVER
    held = {one["what"]: one for one in verdict.goals({"first-sync-cut": figures})}
    assert held["first-sync-cut: ratio_without_cut"]["met"]
    assert held["first-sync-cut: ahead of the best peer (rsync-zst)"]["goal"] == 72.0


def test_a_goal_without_a_figure_is_not_met() -> None:
    """A work that never came to its end meets nothing."""
    figures = verdict.table([trial("station", None, 1) | {"moving_after_s": None}])
    assert [one["met"] for one in verdict.goals(figures)] == [False, False]


def test_every_work_is_named_once() -> None:
    """Results are kept by the name of their work."""
    assert len({work.name for work in WORKS}) == len(WORKS)


def test_the_proxy_carries_counts_and_slows() -> None:
    """Where no packets can be emulated, bytes go through a proxy at the line's rate."""
    with socket.create_server((LOOPBACK, 0)) as centre:
        proxies = Proxies()
        proxies.shape(Line(8_000, 20, 0), None)
        port = proxies.port(centre.getsockname()[1])
        got = bytearray()

        def take() -> None:
            there, _ = centre.accept()
            with there:
                while piece := there.recv(4096):
                    got.extend(piece)
                there.sendall(b"done")

        taker = threading.Thread(target=take)
        taker.start()
        with socket.create_connection((LOOPBACK, port)) as here:
            here.sendall(bytes(50_000))
            here.shutdown(socket.SHUT_WR)
            assert here.recv(10) == b"done"
        taker.join()
        proxies.close()
    assert len(got) == proxies.counted[UP].bytes == 50_000
