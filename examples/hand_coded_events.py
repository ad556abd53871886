"""Events that people coded, ordered by what is said of them: dates, gaps, before and after."""

from ceasetimeline import Statement, order_events

EVENTS = [
    {"id": "offer", "type": "proposal"},
    {"id": "walk-out", "type": "breakdown"},
    {"id": "visit", "type": "delegation"},
    {"id": "talks", "type": "talks"},
]
STATEMENTS = [
    Statement(kind="date", source="offer", days=("2025-07-01", "2025-07-03")),
    Statement(kind="gap", source="offer", target="walk-out", days=(2, 4)),
    Statement(kind="before", source="walk-out", target="visit"),
    Statement(kind="before", source="visit", target="talks"),
    Statement(kind="date", source="talks", days=("2025-07-08", "2025-07-08")),
    # One source has it the other way round; it is kept as a conflict.
    Statement(kind="before", source="talks", target="walk-out", weight=0.5),
]

timeline = order_events(EVENTS, STATEMENTS)

if __name__ == "__main__":
    print(timeline)
    print("visit or talks first?", timeline.order("visit", "talks").relation)
    print("offer or visit first?", timeline.order("offer", "visit").relation)
