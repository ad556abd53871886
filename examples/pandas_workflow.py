"""The events as a pandas table: which moves were answered, and how many days that took at least and at most."""

import sys
from importlib.resources import files

import pandas as pd

from ceasetimeline import build_timeline


def answers(path: str) -> pd.DataFrame:
    """One row an answer, with the move it answers and the days between them."""
    timeline = build_timeline(path)
    events = timeline.to_frame().set_index("id")
    links = pd.DataFrame(
        [(link.source, link.target) for link in timeline.relations if link.kind == "answers"],
        columns=["answer", "move"],
    )
    table = links.join(events.add_prefix("answer_"), on="answer").join(events.add_prefix("move_"), on="move")
    # Both events are known only to lie within their bounds, so the time between them has bounds too.
    table["days_at_least"] = (table.answer_earliest_start - table.move_latest_start).dt.days.clip(lower=0)
    table["days_at_most"] = (table.answer_latest_start - table.move_earliest_start).dt.days
    return table[
        ["move_type", "move_latest_start", "answer_type", "answer_latest_start", "days_at_least", "days_at_most"]
    ]


if __name__ == "__main__":
    samples = files("ceasetimeline") / "data" / "samples" / "gaza.jsonl"
    found = answers(sys.argv[1] if len(sys.argv) > 1 else str(samples))
    print(found.to_string(index=False))
