"""What speaks for a link: who was asked, who is named, what lies between."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.linking.marked import homes, linking_of, links

REPORT = "Oslo {p:proposal Norway>Sri Lanka+LTTE @2008-11-10|handed over} a plan. %s"


def notes(text: str) -> str:
    """What speaks for the link from ``a`` to ``p``; empty without one."""
    linking = linking_of([{"published": "2008-11-20", "text": REPORT % text}])
    home = homes(linking)
    made = (s for s in linking.statements if (s.source, s.target) == (home["a"], home["p"]))
    return "; ".join(s.evidence[0].note for s in made)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Colombo {a:rejection Sri Lanka>Norway|rejected} the plan.", "Sri Lanka was asked (+1.5)"),
        ("Colombo {a:rejection Sri Lanka>Norway|rejected} the plan.", "to Norway (+1)"),
        ("Colombo {a:rejection Sri Lanka>LTTE|rejected} the plan.", "to LTTE, asked besides (+0.5)"),
        ("Colombo {a:rejection Sri Lanka|rejected} the Norwegian plan.", "names Norway as its author (+1.5)"),
        ("India {a:rejection India|rejected} the plan.", "others were asked (-0.5)"),
    ],
)
def test_who_answers_whom_is_weighed(text: str, reason: str) -> None:
    assert reason in notes(text)


def test_nobody_answers_his_own_move() -> None:
    assert notes("Oslo {a:acceptance Norway|accepted} the plan.") == ""


def test_a_party_may_refuse_what_the_parties_agreed_and_all_of_them_cannot() -> None:
    def made(who: str) -> set[Any]:
        pact = "Sides {g:agreement Sri Lanka+LTTE @2008-11-10|agreed} on a pact."
        text = f"{pact} {{a:rejection {who}|They refused}} the pact."
        linking = linking_of([{"published": "2008-11-20", "text": text}])
        return {row for row in links(linking) if row[0] == "answers"}

    assert made("LTTE")
    assert not made("Sri Lanka+LTTE")
