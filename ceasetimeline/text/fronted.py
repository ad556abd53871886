"""What stands before the clause it belongs to: "First agreed in May, the truce", "once it is signed, both"."""

from __future__ import annotations

from typing import Final

import attrs

from ceasetimeline.text.clauses import Clause, Link
from ceasetimeline.text.ground import Ground

_BEFORE_FRONTED: Final = frozenset({"", "THAT", "STOP", "QUOTE", "COLON", "DASH", "CONJ"})


def settle_fronted(ground: Ground) -> None:
    """Give openers their subject and governor from the clause behind, a fronted "once ..." its governor.

    "First agreed in May, the truce held": the truce was agreed. "Once it is signed, both will leave": the signing
    hangs on the leaving.
    """
    for clause in list(ground.clauses):
        if clause.relation in {"reduced", "gerund"} and not clause.subject and clause.noun is None:
            main = _clause_behind(ground, clause)
            if main is not None:
                noun = main.subject[0] if clause.relation == "reduced" else None
                _relink(ground, clause, Link(main.subject, main.number, noun, clause.relation, clause.marker))
        elif clause.relation in {"subordinate", "gerund"} and clause.marker and _is_fronted(ground, clause):
            main = _clause_behind(ground, clause)
            if main is not None:
                takes = clause.relation == "gerund" and clause.marker != "with"  # "with Oman waiting, the talks ..."
                subject = main.subject if takes else clause.subject
                _relink(ground, clause, attrs.evolve(clause.link, subject=subject, governor=main.number))


def _relink(ground: Ground, clause: Clause, link: Link) -> None:
    ground.clauses[clause.number] = ground.clause_at[clause.chunk] = attrs.evolve(clause, link=link)


def _is_fronted(ground: Ground, clause: Clause) -> bool:
    """Whether a subordinate clause opens its sentence, or what is said: "stated that once both agree"."""
    first = clause.chunk if clause.relation == "gerund" else min((*clause.subject, clause.chunk))
    while first > 0 and ground.kind(first) not in {"SUB", "PREP"}:
        first -= 1
    return ground.kind(first - 1) in _BEFORE_FRONTED


def _clause_behind(ground: Ground, opener: Clause) -> Clause | None:
    """The finite clause whose subject stands behind the comma that ends an opener."""
    for clause in ground.clauses[opener.number + 1 :]:
        if clause.verb.form != "finite" or not clause.subject or clause.subject[0] < opener.chunk:
            continue
        if ground.kind(clause.subject[0] - 1) in {"COMMA", "QUOTE", "DASH"}:
            return clause
        if clause.relation == "main":
            return None
    return None
