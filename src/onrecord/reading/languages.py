"""Tell English from other languages, and name the others in words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Words that no other language of note shares in this frequency: of "in", "was" and "is" others have their own.
_ENGLISH = frozenset({
    "about", "after", "also", "and", "are", "as", "at", "be", "been", "but", "by", "could", "for", "from", "had",
    "has", "have", "he", "her", "his", "how", "into", "it", "its", "more", "not", "of", "on", "one", "or", "out",
    "said", "says", "she", "should", "some", "than", "that", "the", "their", "them", "there", "they", "this", "to",
    "two", "up", "was", "we", "were", "what", "when", "which", "while", "who", "will", "with", "would", "year", "you",
    "your",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 6_000  # characters looked at; more changes no answer and costs 0.2 s a megabyte
# Of 1,504 English texts the median holds 32 of these words in a hundred and all but six hold 20; paragraphs in
# Dutch, Danish and Nigerian Pidgin hold 14, others fewer. Above the bar the model, 0.4 s to load, is not asked at all.
_SURE_SHARE = 0.20
_SURE_WORDS = 12
_CLIPPED_SHARE = 0.16
_MENU_SHARE = 0.05
# Names and headlines fool the model; a short text is refused only where the model is sure and English is far off.
_SHORT_WORDS = 25
_SHORT_CONFIDENCE = 0.5

_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "an": "Aragonese", "ar": "Arabic", "ary": "Moroccan Arabic",
    "arz": "Egyptian Arabic", "as": "Assamese", "az": "Azerbaijani", "ba": "Bashkir", "bcl": "Central Bikol",
    "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "br": "Breton", "bs": "Bosnian", "ca": "Catalan",
    "crh": "Crimean Tatar", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "dz": "Dzongkha",
    "el": "Greek", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "ext": "Extremaduran",
    "fa": "Persian", "fi": "Finnish", "fo": "Faroese", "fr": "French", "fuv": "Nigerian Fulfulde", "fy": "Frisian",
    "ga": "Irish", "gd": "Scottish Gaelic", "gl": "Galician", "gom": "Konkani", "grc": "Ancient Greek",
    "gcf": "Antillean Creole", "gcr": "Guianese Creole", "gu": "Gujarati", "gug": "Guarani", "guw": "Gun",
    "ha": "Hausa", "hbo": "Biblical Hebrew", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "ig": "Igbo", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "jv": "Javanese", "ka": "Georgian", "kab": "Kabyle", "kik": "Kikuyu", "kk": "Kazakh",
    "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin",
    "lb": "Luxembourgish", "lg": "Luganda", "lij": "Ligurian", "ln": "Lingala", "lo": "Lao", "lt": "Lithuanian",
    "ltg": "Latgalian", "lv": "Latvian", "mg": "Malagasy", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian",
    "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "my": "Burmese", "ne": "Nepali", "nl": "Dutch",
    "nn": "Norwegian Nynorsk", "no": "Norwegian", "nso": "Northern Sotho", "oc": "Occitan", "om": "Oromo",
    "or": "Odia", "pa": "Punjabi", "pcm": "Nigerian Pidgin", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "qu": "Quechua", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "sa": "Sanskrit",
    "sdh": "Southern Kurdish", "se": "Northern Sami", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "sn": "Shona", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "st": "Sotho", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tk": "Turkmen", "tl": "Tagalog",
    "tr": "Turkish", "tt": "Tatar", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "uzs": "Uzbek",
    "vec": "Venetian", "vi": "Vietnamese", "vo": "Volapük", "wa": "Walloon", "wuu": "Wu Chinese", "xh": "Xhosa",
    "yo": "Yoruba", "yue": "Cantonese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


def detect_language(text: str) -> str:
    """The text's main language as a code; "en" also where a short text gives no clear sign of another."""
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    share = english_share(sample)
    if share >= _SURE_SHARE and len(words) >= _SURE_WORDS:
        return "en"
    identifier = _load_identifier()
    language, confidence = identifier.classify(sample)
    # clipped English, as in headlines and menus, looks like Pidgin; what is no language at all, screening judges
    clipped = len(words) < _SHORT_WORDS or not _MENU_SHARE <= share < _CLIPPED_SHARE
    if language == "zxx" or (language == "pcm" and clipped):
        return "en"
    if len(words) < _SHORT_WORDS and sample.isascii() and (confidence < _SHORT_CONFIDENCE or share >= _SURE_SHARE):
        return "en"
    return str(language)


def english_share(text: str) -> float:
    """How many of the text's first words are function words of English, 0 to 1."""
    words = _WORD.findall(_sample(text).lower())
    return sum(word in _ENGLISH for word in words) / max(len(words), 1)


def name_language(code: str) -> str:
    """The language's English name; the code itself where no name is known."""
    return _NAMES.get(code, f"a language that is not English (code {code!r})")


def _sample(text: str) -> str:
    """The first characters from the first letter on."""
    first = _WORD.search(text)
    start = first.start() if first else 0
    return text[start : start + _SAMPLE]


@cache
def _load_identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
