"""Reading: files, standard input and addresses to Articles, whose text is final from here on."""

from __future__ import annotations

from onrecord.reading.articles import MAX_TEXT_BYTES, make_article
from onrecord.reading.dates import check_date
from onrecord.reading.inputs import STANDARD_INPUT, read_input
from onrecord.reading.networks import Network
from onrecord.reading.options import ReadingOptions

__all__ = ["MAX_TEXT_BYTES", "STANDARD_INPUT", "Network", "ReadingOptions", "check_date", "make_article", "read_input"]
