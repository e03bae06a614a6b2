"""List the merged pull requests of a GitHub repository. The token goes to GitHub only, in a header."""

import os
import sys

import requests

API = "https://api.github.com"


def session():
    github = requests.Session()
    github.headers["Accept"] = "application/vnd.github+json"
    token = os.environ.get("GITHUB_TOKEN")
    if token:
        github.headers["Authorization"] = f"Bearer {token}"
    return github


def merged(github, repository, since):
    query = f"repo:{repository} is:pr is:merged merged:>={since}"
    page = {"url": f"{API}/search/issues", "params": {"q": query, "per_page": 100}}
    while page:
        answer = github.get(page["url"], params=page.get("params"), timeout=20)
        answer.raise_for_status()
        yield from answer.json()["items"]
        following = answer.links.get("next")
        page = {"url": following["url"]} if following else None


def main():
    repository, since = sys.argv[1:3]
    for pull in merged(session(), repository, since):
        print(f"- {pull['title']} (#{pull['number']}, @{pull['user']['login']})")


if __name__ == "__main__":
    main()
