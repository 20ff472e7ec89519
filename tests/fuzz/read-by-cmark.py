"""Reads a JSON list of Markdown texts, and writes the list of what cmark-gfm makes of each as HTML."""

import json
import sys

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
texts = json.load(sys.stdin)
json.dump([github_flavored_markdown_to_html(text, options) for text in texts], sys.stdout)
