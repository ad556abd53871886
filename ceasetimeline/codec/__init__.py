"""Values to and from the interchange format, and ids that are digests of content."""

from ceasetimeline.codec.decode import (
    GivenMention,
    events_from_json,
    faults_of_json,
    mentions_from_json,
    timeline_from_json,
)
from ceasetimeline.codec.encode import timeline_to_json, to_json
from ceasetimeline.codec.ids import content_id, text_digest
from ceasetimeline.codec.parts import TimelineParts

__all__ = [
    "GivenMention",
    "TimelineParts",
    "content_id",
    "events_from_json",
    "faults_of_json",
    "mentions_from_json",
    "text_digest",
    "timeline_from_json",
    "timeline_to_json",
    "to_json",
]
