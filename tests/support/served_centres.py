"""A small centre on a State's database, served by processes of its own: one, or several beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from central.tls import make_development_certificates
from tests.support.centre import small_centre
from tests.support.centre_process import FIGURES, CentreProcess


@contextmanager
def served_from(folder: Path, url: str, *, processes: int) -> Iterator[tuple[CentreProcess, ...]]:
    """Make a small centre in ``folder`` and on the database at ``url``; serve it, and end what was started."""
    with small_centre(folder, database_url=url):
        make_development_certificates(folder / "tls")
    (folder / "centre.toml").write_text(f'database_url = "{url}"\nmetrics_token = "{FIGURES}"\n', "utf-8")
    with ExitStack() as stack:
        made = []
        for number in range(processes):
            one = CentreProcess(folder, {}, which=f"-{number}")
            stack.callback(one.stop)
            one.start()
            made.append(one)
        yield tuple(made)
