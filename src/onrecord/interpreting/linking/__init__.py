"""Linking: which entries of the knowledge base people, bodies and countries are, and what their words say."""

from onrecord.interpreting.linking.links import Link
from onrecord.interpreting.linking.step import LinkEntities

__all__ = ["Link", "LinkEntities"]
