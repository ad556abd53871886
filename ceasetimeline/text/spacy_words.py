"""Words of a sentence as a spaCy Doc sees them: our word classes, and the dependency tree over our words.

Nothing here imports spaCy: a Doc is read by its attributes (``idx``, ``tag_``, ``dep_``, ``head`` ...). The tree has
the labels that spaCy's English pipelines give (CLEAR style); those of Universal Dependencies are rewritten to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from ceasetimeline.text.tagging import MARKS
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import Vocabulary

ROOT: Final = -1
_CLASSES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("DT", "PDT"), "DET"),
    **dict.fromkeys(("WP", "WP$", "WDT"), "WH"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("NN", "NNS", "FW", "ADD", "XX"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("RB", "RBR", "RBS", "UH"), "ADV"),
    **dict.fromkeys(("CD", "LS"), "NUM"),
    "PRP": "PRON", "PRP$": "PRPS", "WRB": "SUB", "MD": "MODAL", "TO": "TO", "IN": "PREP", "CC": "CONJ",
    "EX": "EX", "POS": "POSS", "RP": "PART",
}  # fmt: skip
_AUXILIARIES: Final[Mapping[str, str]] = {"be": "BE", "have": "HAVE", "do": "DO"}
_AS_LISTED: Final = frozenset({"NEG", "SUB", "TO", "WH"})  # closed classes whose words have no other reading
_CLEAR: Final[Mapping[str, str]] = {
    "obj": "dobj", "iobj": "dative", "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "aux:pass": "auxpass",
    "acl:relcl": "relcl", "obl:tmod": "npadvmod", "compound:prt": "prt", "nmod:poss": "poss", "root": "ROOT",
}  # fmt: skip
_OF_CLAUSES: Final = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "mark", "advmod", "advcl", "cc", "conj", "neg"})


@attrs.frozen(eq=False)
class Tree:
    """The dependency tree over the words of a sentence: head (ROOT for none) and label of each, and its children."""

    heads: list[int]
    labels: list[str]
    children: list[list[int]]

    @classmethod
    def of(cls, heads: list[int], labels: list[str]) -> Tree:
        """The tree with these heads and labels."""
        children: list[list[int]] = [[] for _ in heads]
        for i, head in enumerate(heads):
            if head != ROOT:
                children[head].append(i)
        return cls(heads, labels, children)

    def find(self, i: int, labels: Iterable[str]) -> int | None:
        """The first child of a word with one of ``labels``."""
        return next((child for child in self.children[i] if self.labels[child] in labels), None)


def read_words(doc: Any, tokens: Tokens, offset: int, vocabulary: Vocabulary) -> Tree:
    """The tree over our words; gives each its class and lemma. ``offset``: where the Doc starts in the text."""
    owners, mains = _align(doc, tokens, offset)
    heads = [_head(doc[m], owners, i) if m is not None else i - 1 for i, m in enumerate(mains)]
    labels = [_CLEAR.get(doc[m].dep_, doc[m].dep_) if m is not None else "dep" for m in mains]
    tree = Tree.of(*_as_clear(heads, labels))
    for i, main in enumerate(mains):
        if main is not None:
            _classify(tokens, i, doc[main], tree, vocabulary)
        elif not tokens.tags[i]:
            tokens.tags[i] = MARKS.get(tokens.words[i], tokens.tag(i - 1) or "NOUN")
    return tree


def _align(doc: Any, tokens: Tokens, offset: int) -> tuple[dict[int, int], list[int | None]]:
    """For each token of the Doc our word, and for each of our words the token that heads it."""
    owners: dict[int, int] = {}
    parts: list[list[int]] = [[] for _ in tokens.words]
    at = 0
    for token in doc:
        start = token.idx + offset
        while at < len(tokens) and tokens.stops[at] <= start:
            at += 1
        if at < len(tokens) and tokens.starts[at] < start + len(token.text) and not token.is_space:
            owners[token.i] = at
            parts[at].append(token.i)
    return owners, [_topmost(doc, members) for members in parts]


def _topmost(doc: Any, members: list[int]) -> int | None:
    """The token of a word nearest to the root, "day" of "60-day": so the words make a tree as the tokens do."""
    return min(members, key=lambda i: (sum(1 for _ in doc[i].ancestors), -i), default=None)


def _head(token: Any, owners: Mapping[int, int], word: int) -> int:
    """The word that a token hangs on, past what is no word of ours."""
    while token.head.i != token.i:
        token = token.head
        if (found := owners.get(token.i)) is not None and found != word:
            return found
    return ROOT


def _as_clear(heads: list[int], labels: list[str]) -> tuple[list[int], list[str]]:
    """Heads and labels with prepositions above their nouns and the copula above its predicate, as CLEAR has them."""
    for i, label in enumerate(list(labels)):
        noun = heads[i]
        if label == "case" and noun != ROOT and labels[noun] not in {"pobj", "poss"}:
            labels[i] = "agent" if labels[noun] == "obl:agent" else "prep"
            heads[i], heads[noun], labels[noun] = heads[noun], i, "pobj"
        elif label == "cop" and noun != ROOT:
            heads[i], labels[i] = heads[noun], labels[noun]
            for child, above in enumerate(heads):
                if above == noun and child != i and labels[child].partition(":")[0] in _OF_CLAUSES:
                    heads[child] = i
            heads[noun], labels[noun] = i, "attr"
    return heads, labels


def _classify(tokens: Tokens, i: int, token: Any, tree: Tree, vocabulary: Vocabulary) -> None:
    lower = tokens.lowers[i]
    tag = _class(tokens, i, token, tree.labels[i], vocabulary)
    if tag in {"BE", "HAVE", "DO"} or tag.startswith("VB"):
        known = vocabulary.forms.get(lower)
        tokens.lemmas[i] = known[0] if known and tag.startswith("VB") else token.lemma_.lower()
    if not tokens.tags[i]:
        tokens.tags[i] = tag


def _class(tokens: Tokens, i: int, token: Any, label: str, vocabulary: Vocabulary) -> str:
    word, lower, tag = tokens.words[i], tokens.lowers[i], token.tag_
    if not word[0].isalnum() and tag != "POS" and len(word) == 1:
        return MARKS.get(word, "STOP")
    if lower == "that":
        return "DET" if label in {"det", "nsubj", "nsubjpass", "dobj", "pobj"} and tag == "DT" else "THAT"
    if vocabulary.closed.get(lower) in _AS_LISTED and tag != "NNP":
        return vocabulary.closed[lower]
    if tag.startswith("V"):
        return _verb(lower, token, label, vocabulary)
    if tag == "CD" and ("-" in word or word.endswith(("st", "nd", "rd", "th"))):
        return "ADJ"
    return _CLASSES.get(tag, "STOP" if not word[0].isalnum() else "NOUN")


def _verb(lower: str, token: Any, label: str, vocabulary: Vocabulary) -> str:
    """The class of a verb form; one that stands before a noun or as a noun is no verb."""
    if label == "amod":
        return "ADJ"
    alone = not any(child.dep_ in {"dobj", "obj", "prep", "aux"} for child in token.children)
    if token.tag_ == "VBG" and alone and label in {"compound", "nsubj", "dobj", "pobj", "conj"}:
        return "NOUN" if token.lemma_.lower() in vocabulary.cue("nominal_gerunds") else "VBG"
    auxiliary = _AUXILIARIES.get(token.lemma_.lower()) or vocabulary.closed.get(lower, "")
    return auxiliary if auxiliary in {"BE", "HAVE", "DO"} else str(token.tag_)
