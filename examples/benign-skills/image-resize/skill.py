"""Make smaller copies of the images in a folder."""

import argparse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageOps

KINDS = {".jpg", ".jpeg", ".png", ".webp"}


def shrink(source, target, width):
    with Image.open(source) as image:
        image = ImageOps.exif_transpose(image)
        if image.width > width:
            image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        image.save(target, optimize=True, quality=85)
    return source.stat().st_size - target.stat().st_size


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, default=1600)
    options = parser.parse_args()
    small = options.folder / "small"
    small.mkdir(exist_ok=True)
    images = [path for path in sorted(options.folder.iterdir()) if path.suffix.lower() in KINDS]
    with ThreadPoolExecutor() as pool:
        saved = sum(pool.map(lambda path: shrink(path, small / path.name, options.width), images))
    print(f"{len(images)} images, {saved / 1024:.0f} KiB saved")


if __name__ == "__main__":
    main()
