"""Messages to other offices: the queue, its recipients and files, and the registered templates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "messages",
        sa.Column("message_id", sa.String(36), primary_key=True),
        *_strings(content_hash=64, machine_id=64, office_code=16, author=64, channel=8),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        *_strings(template_id=64),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
    )
    op.create_index("messages_by_machine", "messages", ["machine_id", "sequence"])
    _recipients()
    op.create_table(
        "message_files",
        sa.Column("message_id", sa.String(36), sa.ForeignKey("messages.message_id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_strings(sha256=64, name=200, kind=8),
        sa.Column("size", sa.BigInteger, nullable=False),
    )
    op.create_index("message_files_by_hash", "message_files", ["sha256"])
    op.create_table(
        "sms_templates",
        sa.Column("template_id", sa.String(64), primary_key=True),
        *_strings(entity_id=64, name=200, language=16),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
    )


def _recipients() -> None:
    op.create_table(
        "message_recipients",
        sa.Column("message_id", sa.String(36), sa.ForeignKey("messages.message_id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *_strings(address=320, state=16, reason=40, worker=36),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
    )
    op.create_index("message_recipients_due", "message_recipients", ["state", "due_at"])
    op.create_table(
        "message_parts",
        sa.Column("handle", sa.String(120), primary_key=True),
        *_strings(message_id=36),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("delivered", sa.Boolean, nullable=False),
    )
    op.create_index("message_parts_by_recipient", "message_parts", ["message_id", "position"])


def _strings(**lengths: int) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.String(length), nullable=False) for name, length in lengths.items())
