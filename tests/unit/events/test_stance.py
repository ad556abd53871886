"""Whether a move has happened and by whose word it is told: yes and no for each mechanism, in small articles."""

from __future__ import annotations

import functools

import pytest

from ceasetimeline import Article, read_article
from ceasetimeline.model import Mention

BACKGROUND = (
    "The government of Sudan and the rebels of the SPLM-N are at war. Ceasefire talks between Sudan and the SPLM-N "
    "opened in Addis Ababa, mediated by Ethiopia."
)


@functools.lru_cache(maxsize=256)
def mentions(sentence: str) -> tuple[Mention, ...]:
    article = Article(text=f"{BACKGROUND} {sentence}", title="Sudan ceasefire talks", published="2025-07-08")
    found = read_article(article).mentions
    return tuple(m for m in found if m.span is not None and m.span.start > len(BACKGROUND))


def mention(sentence: str, kind: str) -> Mention:
    found = [m for m in mentions(sentence) if m.type == kind]
    assert found, [(m.type, m.quote) for m in mentions(sentence)]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "kind", "realis"),
    [
        # denial
        ("The SPLM-N denied having agreed to the truce.", "acceptance", "denied"),
        ("The SPLM-N denied that it would resume talks with Sudan.", "resumption", "denied"),
        ("The SPLM-N confirmed that it would resume talks with Sudan.", "resumption", "planned"),
        ("The envoy doubts that the rebels will accept the ceasefire.", "acceptance", "hypothetical"),
        ("Sudan has not said that it would sign the ceasefire.", "signing", "denied"),
        ("Sudan said that it would sign the ceasefire.", "signing", "planned"),
        ("The rebels have yet to sign the ceasefire agreement.", "signing", "denied"),
        ("Sudan has signed the ceasefire agreement.", "signing", "actual"),
        ("Talks with the SPLM-N have yet to begin.", "talks", "denied"),
        # a "no" that denies something else
        ("The SPLM-N said it had no choice but to sign the ceasefire.", "signing", "actual"),
        ("The talks in Addis Ababa on Monday brought no progress.", "talks", "actual"),
        ("No deal was reached at the talks in Addis Ababa on Monday.", "talks", "actual"),
        ("Sudan held no talks with the SPLM-N on Monday.", "talks", "denied"),
        ("Talks with the SPLM-N on a ceasefire will start no later than Friday.", "talks", "planned"),
        # decisions
        ("Sudan has decided to suspend the peace talks.", "suspension", "actual"),
        ("Sudan has decided not to suspend the peace talks.", "suspension", "denied"),
        ("Sudan plans to suspend the peace talks.", "suspension", "planned"),
        ("Sudan may decide to suspend the peace talks.", "suspension", "hypothetical"),
        ("Both sides agreed to extend the ceasefire by a week.", "extension", "actual"),
        ("Both sides agreed to release all prisoners.", "release", "planned"),
        # what opens a way
        ("The truce paved the way for the signing of the accord.", "signing", "actual"),
        ("The truce will pave the way for the signing of the accord.", "signing", "planned"),
        ("Ethiopia looked for a way of resuming the peace talks.", "resumption", "hypothetical"),
        # what one brings about in another
        ("Ethiopia persuaded the SPLM-N to accept the ceasefire.", "acceptance", "actual"),
        ("Ethiopia is trying to persuade the SPLM-N to accept the ceasefire.", "acceptance", "demanded"),
        # conjunctions of time
        ("The war went on until the government and the SPLM-N signed a peace deal in 2020.", "signing", "actual"),
        ("The rebels will fight until the government signs a peace deal.", "signing", "hypothetical"),
        ("Once the government signs the ceasefire, the rebels will disarm.", "signing", "hypothetical"),
        ("Once the government had signed the ceasefire, the rebels disarmed.", "signing", "actual"),
        ("After signing the ceasefire, both sides will free all prisoners.", "signing", "planned"),
        ("After signing the ceasefire, both sides freed all prisoners.", "signing", "actual"),
        ("The rebels refused to talk before finally signing the ceasefire.", "signing", "actual"),
        ("Sudan has not said what it will do now that the truce has collapsed.", "termination", "actual"),
        # adjectives
        ("The proposed Ethiopian plan foresees a truce of 60 days.", "proposal", "actual"),
        ("The accord, to be signed in Addis Ababa on Friday, ends the war.", "signing", "planned"),
        ("The next round of talks is due to open in Juba.", "talks", "planned"),
        ("Another round of talks is expected soon, a presidential adviser said.", "talks", "planned"),
        # what one says of oneself
        ("The SPLM-N said it would accept the ceasefire plan.", "acceptance", "actual"),
        ("The SPLM-N said it would accept the ceasefire plan on Friday.", "acceptance", "planned"),
        ("The SPLM-N said Sudan would accept the ceasefire plan.", "acceptance", "planned"),
        # headlines
        ("SPLM-N ready to sign ceasefire", "signing", "planned"),
        ("SPLM-N not ready to sign ceasefire", "signing", "denied"),
        ("Sudan yet to respond to truce proposal", "deferral", "denied"),
        ("Peace talks with SPLM-N to resume on Monday", "resumption", "planned"),
        ("The SPLM-N never formally accepted the ceasefire plan.", "acceptance", "denied"),
        # "would" and who says it
        ("Both sides would sign a ceasefire, the envoy said.", "signing", "planned"),
        ("Both sides would sign a ceasefire if the guns fell silent.", "signing", "conditional"),
    ],
)
def test_realis(sentence: str, kind: str, realis: str) -> None:
    assert mention(sentence, kind).realis == realis


@pytest.mark.parametrize(
    ("sentence", "kind", "sayers"),
    [
        ("The envoy said that the SPLM-N had rejected the ceasefire.", "rejection", ("envoy",)),
        ("The envoy said that, after talks in Juba, the SPLM-N had rejected the truce.", "rejection", ("envoy",)),
        ("The envoy said Sudan had left and that the SPLM-N had rejected the truce.", "rejection", ("envoy",)),
        (
            "The SPLM-N rejected the ceasefire, the envoy said, adding that talks would go on.",
            "rejection",
            ("envoy",),
        ),
        ("The SPLM-N rejected the ceasefire.", "rejection", ()),
        ("The SPLM-N rejected the ceasefire, the envoy said, although Sudan disagreed.", "rejection", ("envoy",)),
        ("The SPLM-N rejected the ceasefire, Ethiopia, which hosts them, said.", "rejection", ("Ethiopia",)),
        ("The SPLM-N rejected the truce, an agency quoted Ethiopia as saying.", "rejection", ("Ethiopia",)),
        ("SPLM-N said to accept ceasefire plan", "acceptance", ("unnamed",)),
        # accusations are the accuser's word
        ("Sudan accused the SPLM-N of repeated violations of the ceasefire.", "violation", ("Sudan",)),
        ("The truce held despite accusations of violations by the SPLM-N.", "violation", ("unnamed",)),
        ("Sudan accused the SPLM-N of violating the ceasefire.", "violation", ("Sudan",)),
        ("The SPLM-N was accused of violating the ceasefire.", "violation", ("unnamed",)),
        ("Sudan attacked after the SPLM-N violated the ceasefire.", "violation", ()),
        # what is taken as known is the outlet's own
        ("Sudan said it would wait after the SPLM-N rejected the ceasefire.", "rejection", ()),
        ("Sudan said it welcomed the ceasefire plan that Ethiopia proposed in June.", "proposal", ()),
        ("Sudan said it would study a plan put forward by Ethiopia.", "proposal", ()),
    ],
)
def test_whose_word_it_is(sentence: str, kind: str, sayers: tuple[str, ...]) -> None:
    assert mention(sentence, kind).reported_by == sayers
