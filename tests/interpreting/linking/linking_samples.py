"""What linking says of the words of a short article."""

from __future__ import annotations


def entity_at(record, words, *, occurrence=1):
    """The entity with the mention that is most nearly some words, where they stand; None where there is none."""
    start = -1
    for _ in range(occurrence):
        start = record.article.text.index(words, start + 1)
    end = start + len(words)
    best, most = None, 0.0
    for entity in record.entities:
        for mention in entity.mentions:
            common = min(end, mention.span.end) - max(start, mention.span.start)
            alike = common / (max(end, mention.span.end) - min(start, mention.span.start))
            if alike > most:
                best, most = entity, alike
    return best


def entry_at(record, words, *, occurrence=1):
    """The entry of the entity at some words; None where it has none."""
    found = entity_at(record, words, occurrence=occurrence)
    return found.entry if found else None


def entries(record):
    """All entries that an article is linked to, in the order of the entities."""
    return [entity.entry for entity in record.entities if entity.entry]
