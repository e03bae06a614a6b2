import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "own-pages-intercepted",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["javascript"],
  title: "a program reads what its own window sends and receives, through the debugger",
  why: "Put into the files of an installed program it hands over passwords and tokens as they are typed in.",
  fix: "Use the interface that the program offers to extensions.",
  references: ["ATT&CK T1056.004", "ATT&CK T1557", "ATT&CK T1554"],
  match: call({
    of: ["js.electron.BrowserWindow().webContents.debugger.sendCommand"],
    where: argument(
      0,
      says(
        /^(Network\.(getResponseBody|getRequestPostData|getCookies|getAllCookies)|Fetch\.getResponseBody|Storage\.getCookies)$/,
      ),
    ),
  }),
  bad: [
    {
      "index.js":
        'const { BrowserWindow } = require("electron");\nconst w = BrowserWindow.getAllWindows()[0];\nw.webContents.debugger.attach("1.3");\nw.webContents.debugger.on("message", async (_, method, params) => {\n  if (method !== "Network.responseReceived" || !params.response.url.endsWith("/auth/login")) return;\n  const body = await w.webContents.debugger.sendCommand("Network.getResponseBody", { requestId: params.requestId });\n});',
    },
    {
      "a.js":
        'app.on("browser-window-created", (event, win) => {\n  const d = win["webContents"]["debugger"];\n  d.sendCommand("Network.getRequestPostData", { requestId });\n});',
    },
  ],
  good: [
    {
      "a.js":
        'const client = await page.createCDPSession();\nconst body = await client.send("Network.getResponseBody", { requestId });',
    },
    {
      "a.js":
        'win.webContents.debugger.sendCommand("Emulation.setCPUThrottlingRate", { rate: 4 });\nwin.webContents.openDevTools();',
    },
  ],
});
