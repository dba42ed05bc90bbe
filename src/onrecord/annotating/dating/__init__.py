"""When an article was published, inferred from its text."""

from onrecord.annotating.dating.step import DateArticle, infer_date

__all__ = ["DateArticle", "infer_date"]
