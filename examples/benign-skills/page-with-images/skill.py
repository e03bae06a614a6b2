"""Put the images of an HTML page into the page itself, as data URLs."""

import base64
import mimetypes
import re
import sys
from pathlib import Path

IMAGE = re.compile(r"""(<img\b[^>]*?\bsrc=)(["'])(?!data:|https?:)([^"']+)\2""", re.IGNORECASE)


def data_url(path):
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


def embed(page):
    folder = page.parent

    def replace(match):
        image = folder / match[3]
        return f"{match[1]}{match[2]}{data_url(image)}{match[2]}" if image.is_file() else match[0]

    return IMAGE.sub(replace, page.read_text(encoding="utf-8"))


def decode(url):
    """The bytes of a data URL, for tests."""
    return base64.b64decode(url.partition(",")[2])


if __name__ == "__main__":
    sys.stdout.write(embed(Path(sys.argv[1])))
