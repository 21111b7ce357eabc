"""What reading says of a text that it cannot read."""

import pytest

from successbook.errors import NotReadable
from successbook.files.reading import parse_bytes


def error_of(text: str | bytes) -> NotReadable:
    """Its one line, which names the file and what to do."""
    with pytest.raises(NotReadable) as failed:
        parse_bytes(text if isinstance(text, bytes) else text.encode(), "plan.toml")
    message = str(failed.value)
    assert message.startswith("plan.toml")
    assert failed.value.remedy
    assert "\n" not in message
    return failed.value
