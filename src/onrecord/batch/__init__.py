"""Many articles: read on all cores, stored by one writer."""

from __future__ import annotations

from onrecord.batch.adding import Adding
from onrecord.batch.store import Store
from onrecord.batch.updating import Updating
from onrecord.batch.workers import ArticleReader

__all__ = ["Adding", "ArticleReader", "Store", "Updating"]
