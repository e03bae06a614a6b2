import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SCREEN_COMMANDS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "screen-captured",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "the screen is captured",
  why: "Whatever the user has open is in the picture.",
  fix: "Let the user hand over the image.",
  references: ["ATT&CK T1113"],
  match: [
    call({
      of: [
        "PIL.ImageGrab.grab",
        "pyautogui.screenshot",
        "mss.mss().grab",
        "mss.mss().shot",
        "pyscreenshot.grab",
        "mss.mss",
        "mss.tools.to_png",
        "d3dshot.create",
        "d3dshot.create().screenshot",
        "dxcam.create",
        "pyautogui.locateOnScreen",
        "PIL.ImageGrab.grabclipboard",
        "js.screenshot-desktop",
        "js.robotjs.screen.capture",
        "js.desktopCapturer.getSources",
        "js.electron.desktopCapturer.getSources",
      ],
    }),
    call({ of: SCREEN_COMMANDS.filter((name) => name !== "sh.import") }),
  ],
  bad: [
    'from PIL import ImageGrab\nImageGrab.grab().save("s.png")',
    'import pyautogui\npyautogui.screenshot("s.png")',
    { "run.sh": "screencapture -x s.png" },
    { "skill.mjs": 'const image = await require("screenshot-desktop")();' },
  ],
  good: [
    'from PIL import Image\nImage.open("s.png")',
    'page.screenshot(path="s.png")',
    { "run.sh": "import x" },
    { "skill.mjs": "const image = await canvas.toBlob();" },
  ],
});
