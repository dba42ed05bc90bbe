"""The tables of a store, the same on SQLite and PostgreSQL.

An article is what stands at one address (or under one given id, or is one text); a revision is its text at one time,
with the record that was made of it. What can be found is a passage: a statement, an event or a condition of the newest
revision, one row each in `passages` with what all three have, and one in the table of its kind.

A change here needs a migration; see migrations.py.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _owned(target: str) -> ForeignKey:
    """A reference to what the row is a part of, and goes with."""
    return ForeignKey(target, ondelete="CASCADE")


makers = Table(
    "makers",  # what made records: onrecord's version, its steps' versions, its models' digests
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("models", Text, nullable=False),  # JSON: digest by name
    Column("steps", Text, nullable=False),  # JSON: version by name
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),  # of the address, the given id or the text; see identity.py
    Column("url", Text),
    Column("given_id", Text),
    Column("origin", Text),  # the name of the file, archive member or address it came from
    Column("added", Text, nullable=False),  # date-time, UTC
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),  # 1, 2, … within the article
    Column("is_current", Integer, nullable=False),  # 1 for the newest, which is what is searched, else 0
    Column("text_digest", Text, nullable=False),  # sha256: `article.id` of the record
    Column("title", Text),
    Column("publisher", Text),
    Column("authors", Text, nullable=False),  # joined by "; "
    Column("published", Text),  # as in the record, at its precision
    Column("published_from", Text),
    Column("text", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),  # the whole record but for its text; see packing.py
    Column("record_digest", Text, nullable=False),  # sha256 of the record's JSON
    Column("maker_id", ForeignKey("makers.id"), nullable=False),
    Column("read", Text, nullable=False),  # date-time, UTC
    UniqueConstraint("article_id", "number"),
    UniqueConstraint("article_id", "text_digest"),
    CheckConstraint("is_current IN (0, 1)"),
    Index("revisions_by_text", "text_digest"),
    Index("revisions_by_maker", "maker_id"),
)

entities = Table(
    "entities",  # names, each once; what is known of them goes with the name
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("is_named", Integer, nullable=False),
    Column("entry", Text),
    Column("wikidata", Text),
    Column("country", Text),
    Column("sector", Text),
    Index("entities_by_name", "name"),
)

appearances = Table(
    "appearances",  # which article speaks of whom
    metadata,
    Column("revision_id", _owned("revisions.id"), primary_key=True),
    Column("key", Text, primary_key=True),  # the entity's id in the record: "e1"
    Column("entity_id", ForeignKey("entities.id"), nullable=False),
    Column("mentions", Integer, nullable=False),
    Index("appearances_by_entity", "entity_id"),
    sqlite_with_rowid=False,
)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision_id", ForeignKey("revisions.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),  # statement, event or condition
    Column("key", Text, nullable=False),  # its id in the record: "s1"
    Column("anchor", Text, nullable=False),  # digest of kind and spans: the same whatever model found it
    Column("text", Text, nullable=False),  # what was said, or the sentence that tells it
    Column("speaker", Text, nullable=False),  # names, joined by "; ", as in the next three
    Column("actor", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("place", Text, nullable=False),  # "Kharkiv, Ukraine"
    Column("marks", Text, nullable=False),  # its closed fields as words that can be searched; see marks.py
    Column("date", Text),  # its own, at its precision
    Column("first_day", Text),  # of its own date, else of the article's
    Column("last_day", Text),
    Column("confidence", Float, nullable=False),
    Column("start_offset", Integer, nullable=False),  # of its first span in the article's text
    UniqueConstraint("revision_id", "key"),
    Index("passages_by_day", "first_day"),
)

statements = Table(
    "statements",
    metadata,
    Column("passage_id", _owned("passages.id"), primary_key=True),
    Column("act", Text),
    Column("cue", Text),
    Column("quotation", Text, nullable=False),
    Column("source", Text),  # the article's words for who says it
    Column("nested_in", Text),
)

events = Table(
    "events",
    metadata,
    Column("passage_id", _owned("passages.id"), primary_key=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("contexts", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("asserted_by", Text),
    Column("quantities", Text, nullable=False),  # "12 person killed; 3 drone"
)

conditions = Table(
    "conditions",
    metadata,
    Column("passage_id", _owned("passages.id"), primary_key=True),
    Column("condition_kind", Text, nullable=False),  # offer, threat, …
    Column("if_words", Text, nullable=False),
    Column("then_words", Text, nullable=False),
    Column("marker", Text, nullable=False),
    Column("statement", Text),
)

parties = Table(
    "parties",  # who stands in which part of a passage
    metadata,
    Column("passage_id", _owned("passages.id"), primary_key=True),
    Column("part", Text, primary_key=True),  # speaker, addressee, actor, recipient, holder, counterpart
    Column("entity_id", ForeignKey("entities.id"), primary_key=True),
    Index("parties_by_entity", "entity_id", "part"),
    sqlite_with_rowid=False,
)

locations = Table(
    "locations",  # where a passage's doings are
    metadata,
    Column("passage_id", _owned("passages.id"), primary_key=True),
    Column("place", Text, primary_key=True),
    Column("region", Text),
    Column("geonames", Integer),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Index("locations_by_country", "country"),
    sqlite_with_rowid=False,
)

disputes = Table(
    "disputes",
    metadata,
    Column("revision_id", _owned("revisions.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("parties", Text, nullable=False),
    Column("statements", Text, nullable=False),  # their keys
    sqlite_with_rowid=False,
)

checks = Table(
    "checks",
    metadata,
    Column("revision_id", _owned("revisions.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("evidence", Text),
    sqlite_with_rowid=False,
)

refusals = Table(
    "refusals",  # inputs that could not become articles, as they were met last
    metadata,
    Column("id", Integer, primary_key=True),
    Column("input", Text, nullable=False),  # the file or address
    Column("source", Text, nullable=False),  # where in it: "export.jsonl line 3"
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("met", Text, nullable=False),  # date-time, UTC
    UniqueConstraint("input", "source"),
)

judgements = Table(
    "judgements",  # what people say of machine-made records; never changed, only added to
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision_id", ForeignKey("revisions.id", ondelete="CASCADE"), nullable=False),
    Column("anchor", Text, nullable=False),
    Column("verdict", Text, nullable=False),  # confirm, reject or correct
    Column("field", Text),
    Column("value", Text),  # JSON; what is right in the person's eyes
    Column("person", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("judged", Text, nullable=False),
    Index("judgements_by_anchor", "revision_id", "anchor"),
)

migrations = Table(
    "migrations",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("applied", Text, nullable=False),
)

# Since version 2

signatures = Table(
    "signatures",  # of each current text, for finding nearly equal ones; see likeness.py
    metadata,
    Column("revision_id", _owned("revisions.id"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)

bands = Table(
    "bands",  # parts of signatures: nearly equal texts share one
    metadata,
    Column("band", Integer, primary_key=True),
    Column("revision_id", _owned("revisions.id"), primary_key=True),
    Index("bands_by_revision", "revision_id"),
    sqlite_with_rowid=False,
)

near_duplicates = Table(
    "near_duplicates",  # pairs of articles whose texts are nearly equal, as wire copy is; the older one first
    metadata,
    Column("article_id", _owned("articles.id"), primary_key=True),
    Column("other_id", _owned("articles.id"), primary_key=True),
    Column("likeness", Float, nullable=False),  # the share of word sequences that they have in common, estimated
    Index("near_duplicates_by_other", "other_id"),
    sqlite_with_rowid=False,
)

removals = Table(
    "removals",  # articles that were taken out, so that adding their file again does not bring them back
    metadata,
    Column("digest", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("removed", Text, nullable=False),
)

FIRST_TABLES = (
    makers, articles, revisions, entities, appearances, passages, statements, events, conditions, parties, locations,
    disputes, checks, refusals, judgements, migrations,
)  # fmt: skip
SECOND_TABLES = (signatures, bands, near_duplicates, removals)
