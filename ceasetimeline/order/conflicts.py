"""Contradictions as readers see them: every side with its words, and which side has more sources."""

from __future__ import annotations

from ceasetimeline.codec import content_id
from ceasetimeline.model import Claim, Conflict, Status
from ceasetimeline.order.acceptance import Clash
from ceasetimeline.order.statements import METRIC, Weighed


def status_of(clash: Clash, weighed: Weighed) -> Status:
    """Whether what was set aside had less weight than all it stood against, or as much as some of it."""
    weight = weighed.weights[clash.number]
    return "contested" if any(weighed.weights[other] <= weight for other in clash.against) else "outweighed"


def conflict_of(clash: Clash, weighed: Weighed) -> Conflict:
    """The contradiction that a statement was set aside for, the weightiest claim first.

    It is about a date when all its claims count days, else about an order.
    """
    statements = [weighed.statements[number] for number in sorted((clash.number, *clash.against))]
    kind = "date" if all(one.kind in METRIC for one in statements) else "order"
    subjects = {name for one in statements for name in (one.source, one.target) if name}
    content = [(one.kind, one.source, one.target, one.days) for one in statements]
    return Conflict(
        id=content_id("c", kind, *content),
        kind=kind,
        subjects=tuple(sorted(subjects)),
        claims=tuple(Claim(statement=one, evidence=one.evidence) for one in statements),
        status=status_of(clash, weighed),
    )
