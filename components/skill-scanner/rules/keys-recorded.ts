import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "keys-recorded",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "key strokes are recorded",
  why: "Everything that is typed is seen, passwords included.",
  fix: "Read input that is meant for the skill.",
  references: ["ATT&CK T1056.001"],
  match: call({
    of: [
      "pynput.keyboard.Listener",
      "keyboard.on_press",
      "keyboard.on_release",
      "keyboard.hook",
      "keyboard.record",
      "keyboard.read_event",
      "pyHook.HookManager",
      "pyxhook.HookManager",
      "evdev.InputDevice",
      "js.node-global-key-listener.GlobalKeyboardListener",
      "js.iohook.on",
      "js.iohook.start",
      "js.uiohook-napi.uIOhook.start",
      "js.keylogger.start",
      "js.gkm.events.on",
    ],
  }),
  bad: [
    "from pynput import keyboard\nkeyboard.Listener(on_press=f).start()",
    "import keyboard\nkeyboard.on_press(log)",
    { "skill.js": 'const ioHook = require("iohook");\nioHook.on("keydown", save);' },
  ],
  good: [
    "from pynput.keyboard import Key",
    "keyboard = Keyboard()\nkeyboard.on_press(f)",
    { "skill.js": 'window.addEventListener("keydown", move);' },
  ],
});
