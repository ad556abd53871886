"""Order across sources: the tightest bounds, what came before what, and where sources contradict one another."""

from ceasetimeline.order.coded import coded_events, coded_statements
from ceasetimeline.order.outcome import SetAside
from ceasetimeline.order.query import Answer, OrderIndex
from ceasetimeline.order.solving import Solution, solve

__all__ = ["Answer", "OrderIndex", "SetAside", "Solution", "coded_events", "coded_statements", "solve"]
