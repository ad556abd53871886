"""Event mentions of an article: who did what to whom, said by whom, when, with the exact words as evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Any, Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.codec import content_id
from ceasetimeline.events.actors import ActorName, actor_index
from ceasetimeline.events.attach import date_mention
from ceasetimeline.events.attributes import read_attributes
from ceasetimeline.events.attribution import read_sayers, said_by
from ceasetimeline.events.bearing import Scales, standing
from ceasetimeline.events.brokered import Note, note, shared
from ceasetimeline.events.candidates import Candidate, TriggerIndex, trigger_index
from ceasetimeline.events.cast import Sides, find_sides, rivals_of
from ceasetimeline.events.conditions import ACTING
from ceasetimeline.events.content import is_agreed, is_bound, is_content
from ceasetimeline.events.discourse import is_settled, note_saying
from ceasetimeline.events.introduced import bound, introductions
from ceasetimeline.events.memory import Act, Memory
from ceasetimeline.events.opponents import rebels_of
from ceasetimeline.events.retold import Report, report, retold
from ceasetimeline.events.roles import read_roles
from ceasetimeline.events.scene import Scene, titles_of
from ceasetimeline.events.stance import read_realis
from ceasetimeline.events.topic import Topic, profile, topic_words
from ceasetimeline.events.triggers import find_candidates
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article, Evidence, Mention, Roles, Settings, Span, TimeExpression
from ceasetimeline.text.clauses import Parser
from ceasetimeline.text.parsing import parser_of
from ceasetimeline.text.vocabulary import Vocabulary, vocabulary_of

_QUOTED: Final = re.compile(r"“[^“”]{1,1500}”|\"[^\"\n]{1,1500}\"|«[^»]{1,1500}»")
_CONTENT_TAGS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VB", "VBZ", "VBD", "VBN", "VBG"})
_REMEMBERED: Final = 200  # names; "the group" points no further back
_LASTING: Final = frozenset(
    {"be", "have", "continue", "remain", "keep", "go", "hold", "conduct", "lead"}
    | {"work", "try", "seek", "attempt", "strive", "push", "engage", "liaise", "struggle"}
)
"""Verbs that say that something goes on, and not that it happens once: "have been in talks"."""
LONGEST_SENTENCE: Final = 2500
"""Characters; a longer stretch without a sentence end is a list or a table, and its moves are not read."""


@attrs.define(eq=False)
class _Reader:
    """Reads the sentences of one article in order, and remembers who was spoken of."""

    article: Article
    lexicon: Lexicon
    index: TriggerIndex
    vocabulary: Vocabulary
    parse: Parser
    times: Sequence[TimeExpression]
    names: Sequence[ActorName]
    sides: Sides
    quotes: Sequence[Span]
    parties: frozenset[str]
    opposed: bool = True
    plain: bool = True
    memory: Memory = attrs.field(factory=Memory)
    notes: list[Note] = attrs.field(factory=list)
    reports: list[Report] = attrs.field(factory=list)
    speaker: tuple[str, ...] = ()

    def read(self, sentences: Sequence[Span]) -> Iterator[Mention]:
        forms, words, whom = self.index.forms, topic_words(self.lexicon), standing(self.lexicon)
        profiles = [profile(self.article.text, sentence, forms, words) for sentence in sentences]
        about = profile(self.article.title, Span(0, len(self.article.title)), forms, words)
        groups = any(name.kind == "group" for name in self.names)
        opposed = whom.are_opposed(self.parties)
        topic = Topic(profiles, about, groups, not self.parties.isdisjoint(whom.powers), opposed)
        if not topic.may_negotiate:
            return
        scales = Scales(topic, words, whom)
        self.plain = topic.is_plain
        self.opposed = topic.is_plain or whom.are_opposed(self.sides.parties)
        for number, sentence in enumerate(sentences):
            if not profiles[number].trigger or sentence.stop - sentence.start > LONGEST_SENTENCE:
                self._note_names(sentence)
                continue
            self.memory.number = number
            scene = self.scene(sentence)
            candidates = find_candidates(scene, self.index)
            scene.told.update(c.clause.chunk for c in candidates if c.clause is not None)
            acts = []
            for candidate in candidates:
                mention = self._mention(scene, candidate)
                if self._belongs(scene, mention, candidate, scales):
                    acts.append(_act(mention, candidate, number))
                    self.notes.append(note(scene, candidate, mention))
                    self.reports.append(report(scene, candidate, mention))
            self.memory.acts = [*self.memory.acts[-12:], *acts]
            self.memory.settled = next(filter(is_settled, reversed(acts)), self.memory.settled)
            self.memory.talks = next(
                (a for a in reversed(acts) if a.group == "talk" and a.interval), self.memory.talks
            )
            self._remember(scene)
        yield from retold(shared(self.notes), self.reports, self.article.publication)

    def _belongs(self, scene: Scene, mention: Mention, candidate: Candidate, scales: Scales) -> bool:
        """Whether a mention is a move of the conflict that the article is about, and of nothing else."""
        if mention.type != candidate.row.name:
            candidate = attrs.evolve(candidate, row=self.lexicon.event_type(mention.type))
        number, row = self.memory.number, candidate.row
        undated = mention.bounds.earliest_start is None
        asked = mention.realis == "demanded"
        if row.group == "anchor" and (asked or (undated and not self._is_fought(mention, candidate))):
            return False
        term = _is_term(mention, candidate) and not is_agreed(scene, candidate)
        if term or is_content(scene, candidate) or self._is_told(scene, mention, candidate):
            return False
        if row.group == "anchor" and not (scales.topic.is_plain and scales.topic.is_of_talks):
            return False
        if scales.topic.is_plain:
            known = any(span.name in self.parties for span in mention.role_spans)
            near = known or not row.faint or scales.topic.is_core_near(number)
            return near and (scales.topic.is_sure or not self._is_other(scene, mention, candidate, scales))
        lenient = scales.topic.is_bargained(number)
        enough = scales.weigh(scene, mention, candidate, number).is_enough(row.matter, lenient=lenient)
        return enough and not scales.aside(scene, mention, candidate, number)

    def _is_other(self, scene: Scene, mention: Mention, candidate: Candidate, scales: Scales) -> bool:
        """Whether a mention in a text with few words of peace is of outsiders, or a quarrel, about something else."""
        doers, number = set(mention.roles.named(candidate.row.doer)), self.memory.number
        outside = bool(doers) and doers.isdisjoint(self.sides.parties) and candidate.row.doer != "mediator"
        if outside and scales.weigh(scene, mention, candidate, number).matter <= 0:
            return True
        return bool(scales.aside(scene, mention, candidate, number, spared=("another plan", "unarmed")))

    def _is_fought(self, mention: Mention, candidate: Candidate) -> bool:
        """Whether an act of war without a day is one of those who bargain: an armed group, or a party that did it."""
        doers, clause = set(mention.roles.agent), candidate.clause
        if not self.sides.groups.isdisjoint(doers):
            return True
        done = clause is not None and clause.relation != "reduced" and mention.realis == "actual"
        return done and not doers.isdisjoint(self.sides.parties)

    def _is_told(self, scene: Scene, mention: Mention, candidate: Candidate) -> bool:
        """Whether talks that go on were told before, and this sentence gives no day or number to tell them apart."""
        dated = mention.time is not None or (mention.bounds.earliest_start is not None and candidate.noun is None)
        if not candidate.row.ongoing or mention.realis != "actual" or mention.round or dated:
            return False
        if candidate.clause is not None and candidate.clause.verb.lemma not in _LASTING:
            return False
        if candidate.noun is not None and (candidate.frame.complement or "helping" in candidate.frame.needs):
            return False
        key = (
            candidate.row.name,
            frozenset(mention.roles.acting) if candidate.row.doer == "mediator" else frozenset(),
        )
        told = key in self.memory.ongoing
        self.memory.ongoing.add(key)
        return told and (not candidate.row.reciprocal or _is_definite(scene, candidate))

    def scene(self, sentence: Span) -> Scene:
        """A sentence with its parse, and the names and times in it."""
        times = _inside(self.times, sentence)
        placed = [span for time in times for span in _placed(time)]
        return Scene(
            article=self.article.id,
            text=self.article.text,
            span=sentence,
            parse=self.parse(self.article.text, sentence, placed),
            names=_inside(self.names, sentence),
            times=times,
            sides=self.sides,
            memory=self.memory,
            vocabulary=self.vocabulary,
        )

    def _note_names(self, sentence: Span) -> None:
        for name in _inside(self.names, sentence):
            if name.party:
                self.memory.recent.append((name.party, name.kind, name.how))
                if name.how == "office-holder":
                    self.memory.titled |= dict.fromkeys(titles_of(self.article.text, name.span), name.party)
        del self.memory.recent[:-_REMEMBERED]

    def _remember(self, scene: Scene) -> None:
        self._note_names(scene.span)
        self.memory.said = note_saying(scene) or self.memory.said
        self._note_topic(scene)
        for clause in scene.parse.clauses:
            if clause.relation in {"main", "complement"} and clause.subject:
                people = scene.group_actors(clause.subject)
                if people:
                    self.memory.subject = tuple(person.name for person in people)
                    one = len(people) == 1 and scene.is_person(clause.subject[0], people[0])
                    self.memory.person = people[0].name if one else ""
                    break
        for clause in scene.parse.clauses:
            if clause.verb.lemma in self.vocabulary.cue("reporting") and clause.subject:
                self.speaker = said_by(scene, clause) or self.speaker
                speaking = scene.group_actors(clause.subject)
                self.memory.speaker = tuple(person.name for person in speaking) or self.memory.speaker

    def _note_topic(self, scene: Scene) -> None:
        """What "it" and "they" may go on to speak of: talks, truce or plan named last, a subject before others."""
        wanted = (
            self.vocabulary.cue("talks_nouns") | self.vocabulary.cue("deal_nouns") | self.vocabulary.cue("plan_nouns")
        )
        subjects = [k for clause in scene.parse.clauses for k in clause.subject]
        phrases = [k for k, chunk in enumerate(scene.parse.chunks) if chunk.kind == "NP"]
        for k in [*subjects, *reversed(phrases)]:
            if scene.head(k) in wanted:
                self.memory.topic = scene.head(k)
                return

    def _mention(self, scene: Scene, candidate: Candidate) -> Mention:
        realis, rule = read_realis(scene, candidate)
        sayers = read_sayers(scene, candidate, _overlapping(self.quotes, scene.span), self.speaker)
        if is_bound(scene, candidate, rule, by_outlet=not sayers):
            realis, rule = "planned", "bound-by-deal"
        roles, spans, found = read_roles(scene, candidate)
        candidate, roles = self._retyped(scene, candidate, roles)
        dating = date_mention(scene, candidate, realis, roles, self.article.publication)
        span = scene.parse.tokens.span(candidate.begin, candidate.stop)
        quote = self.article.text[span.start : span.stop]
        self._note_terms(candidate, roles)
        attributes = read_attributes(scene, candidate)
        told = Evidence(article=self.article.id, span=span, quote=quote, rule=candidate.rule)
        why = rule if dating.realis == realis else "dated after publication"
        return Mention(
            id=content_id("m", self.article.id, span.start, span.stop, candidate.row.name),
            article=self.article.id,
            span=span,
            quote=quote,
            sentence=scene.span,
            type=candidate.row.name,
            realis=dating.realis,
            reported_by=sayers,
            roles=roles,
            role_spans=spans,
            time=dating.time,
            bounds=dating.bounds,
            bounds_because=dating.because,
            content=_content(scene, candidate),
            confidence=_confidence(candidate, found, roles),
            rule=candidate.rule,
            why=(
                told,
                Evidence(
                    article=self.article.id, span=span, quote=quote, rule=rule, note=f"realis {dating.realis}: {why}"
                ),
            ),
            **attributes,
        )

    @staticmethod
    def _is_called(scene: Scene, candidate: Candidate, parties: Set[str]) -> bool:
        """Whether an outsider is the subject of a meeting with the parties: "the envoy spoke to both presidents"."""
        subject = candidate.clause.subject if candidate.clause is not None else ()
        people = scene.group_actors(subject)
        named = bool(people) and parties.isdisjoint(person.name for person in people)
        return named or (bool(subject) and not people and ACTING["third"](scene, subject))

    def _retyped(self, scene: Scene, candidate: Candidate, roles: Roles) -> tuple[Candidate, Roles]:
        """The type that the same words tell when parties to the conflict say or do them."""
        row, parties = candidate.row, set(self.sides.parties) if self.opposed else set()
        doers = set(roles.named(row.doer))
        if row.by_party and self.plain and doers and doers <= parties:
            return attrs.evolve(candidate, row=self.lexicon.event_type(row.by_party)), roles
        outside = doers.isdisjoint(parties) if doers else self._is_called(scene, candidate, parties)
        asks = candidate.clause is not None and candidate.clause.verb.lemma in scene.vocabulary.cue("asking_verbs")
        if row.by_outsider and asks and outside and len(parties) > 1:
            return attrs.evolve(candidate, row=self.lexicon.event_type(row.by_outsider)), roles
        if row.among_parties and len(doers & parties) > 1 and not self._is_called(scene, candidate, parties):
            return attrs.evolve(candidate, row=self.lexicon.event_type(row.among_parties)), roles
        return candidate, roles

    def _note_terms(self, candidate: Candidate, roles: Roles) -> None:
        """Who offered last, and who keeps a truce alone."""
        row, parties = candidate.row, roles.parties
        if row.awaited and roles.agent:
            self.memory.proposers = roles.agent
        if row.group == "settle" and parties:
            lone = row.single and len(parties) == 1 and parties[0] in self.sides.parties
            self.memory.alone = parties if lone else ()


def find_mentions(  # noqa: PLR0917 - the order of the arguments is fixed by the callers
    article: Article,
    sentences: Sequence[Span],
    times: Sequence[TimeExpression],
    lexicon: Lexicon,
    settings: Settings,
    nlp: Any = None,
) -> tuple[Mention, ...]:
    """The moves that an article tells, in reading order.

    "Hamas has rejected the proposal" gives a rejection by Hamas:

    >>> from ceasetimeline.model import DEFAULT_SETTINGS
    >>> text = "Israel and Hamas met in Cairo. Hamas has rejected the ceasefire proposal."
    >>> sentences = (Span(0, 30), Span(31, 73))
    >>> found = find_mentions(Article(id="a", text=text), sentences, (), Lexicon.default(), DEFAULT_SETTINGS)
    >>> [(mention.type, mention.roles.agent, mention.quote) for mention in found][-1]
    ('rejection', ('Hamas',), 'rejected')
    """
    return tuple(_reader(article, times, lexicon, nlp).read(sentences))


def scenes_of(
    article: Article, times: Sequence[TimeExpression], lexicon: Lexicon, nlp: Any = None
) -> Callable[[Span], Scene]:
    """What reads a sentence of an article as a `Scene`: its words, clauses, names and times."""
    return _reader(article, times, lexicon, nlp).scene


def _reader(article: Article, times: Sequence[TimeExpression], lexicon: Lexicon, nlp: Any) -> _Reader:
    vocabulary = vocabulary_of(lexicon)
    listed = actor_index(lexicon).find(article.text, article.publication.day)
    learnt = introductions(lexicon).learnt(article.text, listed)
    sides = find_sides(article.text, learnt, rivals_of(lexicon), rebels_of(lexicon))
    names = bound(learnt, sides.rebelling, sides.governing)
    return _Reader(
        article=article,
        lexicon=lexicon,
        index=trigger_index(lexicon),
        vocabulary=vocabulary,
        parse=parser_of(nlp, vocabulary),
        times=sorted(times, key=lambda time: time.span),
        names=names,
        sides=sides,
        parties=frozenset(name.party for name in names if name.party),
        quotes=tuple(Span(match.start(), match.end()) for match in _QUOTED.finditer(article.text)),
    )


def _placed(time: TimeExpression) -> Iterator[Span]:
    """The words of a time expression that the grammar takes as a time: no named event, no "after" of its own."""
    if time.type not in {"DATE", "TIME"} or time.rule == "named-day":
        return
    joins = time.text.rsplit(maxsplit=1)[-1].lower() in {"after", "before", "following"}
    yield Span(time.span.start, time.span.stop - len(time.text.rsplit(maxsplit=1)[-1])) if joins else time.span


def _is_term(mention: Mention, candidate: Candidate) -> bool:
    """Whether a release or a truce is only what somebody plans, wishes or asks for: a term of that, no move."""
    row, rule = candidate.row, mention.why[-1].rule
    if not row.terms:
        return False
    if mention.realis == "planned":  # "a plan under which prisoners would be freed"
        clause = candidate.clause
        return (
            row.group == "implement"
            and rule == "future-in-past"
            and clause is not None
            and clause.relation == "relative"
        )
    if row.asked and mention.realis == "demanded" and candidate.clause is not None:
        return False
    clause = candidate.clause
    promised = clause is not None and clause.verb.modal == "will" and clause.relation in {"main", "complement"}
    if promised and mention.realis == "conditional":
        return False  # "the rebels will disarm if the army leaves"
    open_ended = mention.realis in {"hypothetical", "demanded", "conditional"}
    return open_ended and (row.group == "implement" or rule not in _POSSIBLE)


_COUNTED: Final = frozenset({"first", "second", "third", "next", "new", "fresh", "previous", "earlier"})


def _is_definite(scene: Scene, candidate: Candidate) -> bool:
    """Whether talks are spoken of as known: "the talks", "its contacts", and no "lengthy talks with Kiev"."""
    nouns = (candidate.noun,) if candidate.noun is not None else candidate.themes
    tokens = scene.parse.tokens
    openers = [scene.chunk(k).first for k in nouns]
    known = any(tokens.tags[i] in {"DET", "PRPS"} and tokens.lowers[i] not in {"a", "an"} for i in openers)
    counted = any(not _COUNTED.isdisjoint(scene.lowers(k)) for k in nouns)
    return (known or any(scene.chunk(k).possessor is not None for k in nouns)) and not counted


_POSSIBLE: Final = frozenset({"modal", "conditional-clause", "condition", "once-clause"})
"""Rules by which a text itself says that something may come: that is news, a mere wish is not."""


def _act(mention: Mention, candidate: Candidate, number: int) -> Act:
    """What later sentences may need to know of a mention; its days only where a phrase of its own gave both ends."""
    first, last = mention.bounds.earliest_start, mention.bounds.latest_end
    own = mention.bounds_because[0] if mention.bounds_because else None
    dated = own is not None and mention.realis == "actual" and first is not None and last is not None
    return Act(
        number=number,
        type=mention.type,
        group=candidate.row.group,
        spoken=candidate.row.spoken or candidate.row.group == "talk",
        names=tuple(dict.fromkeys((*mention.roles.agent, *mention.roles.parties))),
        interval=Interval(first, last + 1) if dated and first is not None and last is not None else None,
        because=own if dated else None,
    )


def _inside(rows: Sequence[Any], sentence: Span) -> list[Any]:
    """The rows whose span starts inside a sentence; ``rows`` are in reading order."""
    at = bisect_left(rows, sentence.start, key=lambda row: row.span.start)
    found = []
    while at < len(rows) and rows[at].span.start < sentence.stop:
        found.append(rows[at])
        at += 1
    return found


def _overlapping(spans: Sequence[Span], sentence: Span) -> list[Span]:
    """The spans that share characters with a sentence; ``spans`` are in order and apart."""
    at = max(0, bisect_left(spans, sentence.start, key=lambda span: span.start) - 1)
    found = []
    while at < len(spans) and spans[at].start < sentence.stop:
        found.append(spans[at])
        at += 1
    return found


def _content(scene: Scene, candidate: Candidate) -> frozenset[str]:
    """The lemmas of what a move is about, for comparing reports of it."""
    chunks = set(candidate.themes)
    if candidate.noun is not None:
        chunks.add(candidate.noun)
    if candidate.clause is not None:
        chunks |= set(candidate.clause.objects)
        for phrase in candidate.clause.phrases:
            chunks |= set(phrase.nouns)
    tokens = scene.parse.tokens
    return frozenset(
        tokens.lemmas[i]
        for k in chunks
        for i in range(scene.chunk(k).first, scene.chunk(k).stop)
        if tokens.tags[i] in _CONTENT_TAGS and len(tokens.lowers[i]) > 2
    )


def _confidence(candidate: Candidate, found: bool, roles: Roles) -> float:
    """How far a mention is to be trusted: the surer the words (0.6 to 0.95), the better known who acts.

    A frame with conditions that held counts more than a bare word; a doer in the sentence counts 1, one taken from
    the rest of the article 0.85, none at all 0.7. The figures are set by judgement, not fitted.
    """
    words = min(0.95, 0.55 + 0.15 * candidate.score)
    people = 1.0 if found else 0.85 if roles.actors else 0.7
    return round(words * people, 3)
