"""Score the reading of single articles: every mention its own event, nothing linked.

    python bench/score_gaza.py [--errors N] [--dump] [--only ARTICLE ...]

Needs the gold folder (``../shared/data/gaza`` beside the repository, or CEASETIMELINE_SHARED).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ceasetimeline.bounds import ordinal
from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, UNKNOWN_PUBLICATION, Article, Mention, Publication
from ceasetimeline.text.boilerplate import find_boilerplate
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CEASETIMELINE_SHARED", ROOT.parent / "shared"))


def articles(folder: Path) -> Iterator[Article]:
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = row.get("published")
        publication = Publication.on(ordinal(published[:10])) if published else UNKNOWN_PUBLICATION
        yield Article(
            id=row["id"], text=row["text"], title=row.get("title") or "", published=published, publication=publication
        )


def read(article: Article, lexicon: Lexicon) -> tuple[Mention, ...]:
    sentences = split_sentences(article.text)
    furniture = set(find_boilerplate(article.text, sentences))
    story = tuple(sentence for sentence in sentences if sentence not in furniture)
    times = read_times(article, story, lexicon, DEFAULT_SETTINGS)
    return find_mentions(article, story, times, lexicon, DEFAULT_SETTINGS)


def row_of(mention: Mention) -> dict[str, object]:
    assert mention.span is not None
    return {
        "id": mention.id,
        "article": mention.article,
        "start": mention.span.start,
        "end": mention.span.stop,
        "quote": mention.quote,
        "type": mention.type,
        "realis": mention.realis,
        "reported_by": list(mention.reported_by),
        "roles": mention.roles.to_json(),
        "bounds": mention.bounds.to_json(),
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--gold", type=Path, default=SHARED / "data" / "gaza")
    options.add_argument("--dump", action="store_true", help="print every mention with its roles and bounds")
    options.add_argument("--only", nargs="*", default=())
    chosen = options.parse_args()
    lexicon = Lexicon.default()
    rows, size, began = [], 0, time.perf_counter()
    for article in articles(chosen.gold):
        if chosen.only and article.id not in chosen.only:
            continue
        for mention in read(article, lexicon):
            rows.append(row_of(mention))
            if chosen.dump:
                roles = {role: names for role, names in mention.roles.to_json().items() if names}
                told = (
                    f"{article.id} {mention.type} [{mention.quote}] {mention.realis} by={list(mention.reported_by)}"
                )
                why = [mention.rule, mention.why[-1].rule, *(e.rule for e in mention.bounds_because)]
                print(told, roles, mention.bounds.to_json(), why)
        size += len(article.text.encode())
    seconds = time.perf_counter() - began
    timeline = {
        "mentions": rows,
        "events": [{"id": f"e{row['id']}", "mentions": [row["id"]], "bounds": row["bounds"]} for row in rows],
        "relations": [],
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timeline.json"
        path.write_text(json.dumps(timeline), encoding="utf-8")
        scorer = SHARED / "score" / "timeline.py"
        command = [sys.executable, str(scorer), str(path), str(chosen.gold), "--errors", str(chosen.errors)]
        code = 0 if chosen.only else subprocess.run(command, check=False).returncode
    print(f"{len(rows)} mentions, {size / 1e6 / seconds:.2f} MB/s, {seconds:.1f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
