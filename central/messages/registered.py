"""The registered templates from a CSV, as the DLT platform lists them.

Columns: template_id, name, text; entity_id and language may be there. ``{#var#}`` stands for a variable. The file is
the whole list: a template that it does not name may not be used any more.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from central.errors import IntakeError
from central.store.unit import Store
from station_client.domain.message import is_plain
from station_client.domain.sms import MOST_PARTS, Template, count, is_template
from sync.protocol.outgoing import MOST_TEMPLATES

COLUMNS = ("template_id", "name", "text")
NAME_LENGTH = 200
LANGUAGE_LENGTH = 16
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


def take_templates(store: Store, path: Path) -> tuple[int, int]:
    """Take the list in; gives the templates read and how many changed, came or went."""
    listed = _listed(path)
    with store.write() as unit:
        return len(listed), unit.templates.replace(listed)


def _listed(path: Path) -> tuple[Template, ...]:
    try:
        reader = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    except (OSError, UnicodeDecodeError) as wrong:
        raise IntakeError(0, f"the file cannot be read: {type(wrong).__name__}") from wrong
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise IntakeError(1, f"the heading lacks {', '.join(missing)}")
    found: dict[str, Template] = {}
    for row in reader:
        one = _template(reader.line_num, {name: value or "" for name, value in row.items() if isinstance(name, str)})
        if one.template_id in found:
            raise IntakeError(reader.line_num, f"the template {one.template_id} is there twice")
        found[one.template_id] = one
    if len(found) > MOST_TEMPLATES:
        raise IntakeError(0, f"at most {MOST_TEMPLATES} templates")
    return tuple(found.values())


def _template(line: int, cells: dict[str, str]) -> Template:
    key, name, text = cells["template_id"].strip(), " ".join(cells["name"].split()), cells["text"].replace("\r\n", "\n")
    entity, language = cells.get("entity_id", "").strip(), cells.get("language", "").strip()
    if not _ID.fullmatch(key) or not 0 < len(name) <= NAME_LENGTH or len(language) > LANGUAGE_LENGTH:
        raise IntakeError(line, "a template_id (1 to 64 letters, digits, _ or -) and a name are needed")
    if entity and not _ID.fullmatch(entity):
        raise IntakeError(line, "an entity_id has 1 to 64 letters, digits, _ or -")
    if not is_template(text) or not is_plain(text) or count(text).parts > MOST_PARTS:
        raise IntakeError(line, "the text is empty, too long, or has a place that is not spelt {#var#}")
    return Template(key, name, text, language, entity)
