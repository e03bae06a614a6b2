"""Ask the Meteo service for a forecast. The key is sent to that service only, in a header."""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

SERVICE = "https://api.meteo.example/v2"


def forecast(place, key):
    query = urllib.parse.urlencode({"place": place, "days": 3})
    request = urllib.request.Request(f"{SERVICE}/forecast?{query}", headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def main():
    key = os.environ.get("METEO_API_KEY")
    if not key:
        sys.exit("set METEO_API_KEY to your key of the Meteo service")
    try:
        days = forecast(" ".join(sys.argv[1:]) or "Lisbon", key)["days"]
    except urllib.error.URLError as error:
        sys.exit(f"the service did not answer: {error.reason}")
    for day in days:
        print(f"{day['date']}  {day['low']:>3} to {day['high']:>3} degrees  {day['text']}")


if __name__ == "__main__":
    main()
