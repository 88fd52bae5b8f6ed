"""Makes what the program loads out of what people edit: compiled translations. Run at each set-up.

Only what is older than its source is made again.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from resources import path


def main() -> int:
    """Compile each language that is older than its sources (``*_hi.ts`` → ``hi.qm``); drop one that has none."""
    folder = path("translations")
    languages = sorted({source.stem.rpartition("_")[2] for source in folder.glob("*.ts")})
    for language in languages:
        sources = sorted(folder.glob(f"*_{language}.ts"))
        compiled = folder / f"{language}.qm"
        newest = max(source.stat().st_mtime for source in sources)
        if not compiled.is_file() or compiled.stat().st_mtime < newest:
            compile_language(sources, compiled)
    for left in folder.glob("*.qm"):
        if left.stem not in languages:  # else it would still be offered, with the words of then
            left.unlink(missing_ok=True)
    return 0


def compile_language(sources: Sequence[Path], compiled: Path) -> None:
    """Compile the translations of one language into one file, with Qt's own tool; two who do so at once do no harm."""
    part = compiled.with_suffix(f".{os.getpid()}.part")
    command = [str(qt_tool("lrelease")), "-silent", *map(str, sources), "-qm", str(part)]
    subprocess.run(command, check=True)  # noqa: S603 the tool of the locked package, on our own files
    part.replace(compiled)


def qt_tool(name: str) -> Path:
    """Find a tool that PySide6 brings along."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        message = "PySide6 is not installed: run `make setup`"
        raise FileNotFoundError(message)
    folder = Path(found.origin).parent
    return next(tool for tool in (folder / name, folder / f"{name}.exe") if tool.is_file())


if __name__ == "__main__":
    sys.exit(main())
