"""The locked lists: each has what Linux needs and what Windows needs, in one version, and no address."""

import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Final

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[2]
LISTS: Final = {"client": (), "central": ("central",), "dev": ("central", "dev")}
LINUX: Final = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"}
WINDOWS: Final = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
SYSTEMS: Final = {"linux": LINUX, "win32": WINDOWS}

Lock = dict[str, Requirement]


def lock_of(name: str) -> Lock:
    """Read a locked list: each package's one line, without its hashes."""
    text = (ROOT / f"packaging/locks/{name}.txt").read_text("utf-8")
    lines = (line.removesuffix("\\") for line in text.splitlines() if line and not line.startswith((" ", "#")))
    return {canonicalize_name(one.name): one for one in map(Requirement, lines)}


def wanted(one: Requirement, system: str, extras: tuple[str, ...] = ()) -> bool:
    """Tell whether a requirement is one on a system, of a package that is wanted with these extras."""
    environment = {name: str(value) for name, value in default_environment().items()} | SYSTEMS[system]
    return one.marker is None or any(one.marker.evaluate(environment | {"extra": extra}) for extra in (*extras, ""))


def roots_of(name: str) -> list[Requirement]:
    """Give what pyproject.toml itself asks for in a list."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    texts = [
        *project["dependencies"],
        *(text for extra in LISTS[name] for text in project["optional-dependencies"][extra]),
    ]
    return [Requirement(text) for text in texts]


def faults_of(lock: Lock, roots: list[Requirement], system: str) -> list[str]:
    """Walk from the roots through the metadata of what is installed here; tell what a lock lacks on a system."""
    faults, waiting, seen = [], [one for one in roots if wanted(one, system)], set()
    while waiting:
        one = waiting.pop()
        name, extras = canonicalize_name(one.name), tuple(sorted(one.extras))
        held = lock.get(name)
        if held is None or not wanted(held, system):
            faults.append(f"{one} is missing")
            continue
        if not one.specifier.contains(str(held.specifier).removeprefix("=="), prereleases=True):
            faults.append(f"{one} is locked as {held.specifier}")
        if (name, extras) in seen or (system != sys.platform and not wanted(held, sys.platform)):
            continue  # what only another system needs is not installed here: its own needs cannot be read
        seen.add((name, extras))
        needs = [Requirement(text) for text in metadata.requires(name) or []]
        waiting += [need for need in needs if wanted(need, system, extras)]
    return faults


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_all_that_a_system_needs(name: str, system: str) -> None:
    """With --require-hashes one missing name fails the whole installation."""
    assert faults_of(lock_of(name), roots_of(name), system) == []


def test_a_list_made_for_linux_alone_is_found_out() -> None:
    """The walk reaches what Windows alone needs: keyring's credential store, PyInstaller's readers of its files."""
    lock = {name: one for name, one in lock_of("dev").items() if wanted(one, "linux")}
    missing = {fault.split()[0].split(">")[0].split(";")[0] for fault in faults_of(lock, roots_of("dev"), "win32")}
    assert {"colorama", "pefile", "pywin32-ctypes", "tzdata"} <= missing
    assert faults_of(lock, roots_of("dev"), "linux") == []


@pytest.mark.parametrize("name", ["client", "central"])
def test_what_is_tested_is_what_is_shipped(name: str) -> None:
    """The smaller lists hold nothing in another version than the list of the tests."""
    tested = lock_of("dev")
    assert {package: str(one.specifier) for package, one in lock_of(name).items()} == {
        package: str(tested[package].specifier) for package in lock_of(name)
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_hashes_and_no_address(name: str) -> None:
    """A State builds from its own mirror, which need not be trusted."""
    text = (ROOT / f"packaging/locks/{name}.txt").read_text("utf-8")
    blocks = [block for block in text.replace("\\\n", " ").splitlines() if block]
    assert blocks
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text
