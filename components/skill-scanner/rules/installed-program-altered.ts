import { argument, call, says, WRITTEN_FILE, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_COPIERS } from "../vocabulary/file-calls.ts";
import { SHELL_COPIERS } from "../vocabulary/shell-commands.ts";

/** Code of a program that is installed, as Electron keeps it. */
const CODE_OF_PROGRAM =
  /discord_desktop_core[^\n]*[\\/]index\.js$|([\\/]Applications[\\/][^\n]*\.app[\\/]|AppData[\\/]|Program Files[^\n]*[\\/]|[\\/]opt[\\/]|[\\/]usr[\\/](lib|share)[\\/]|[\\/]Programs[\\/])[^\n]*resources[\\/]app(\.asar|[\\/][^\n]*\.js)$/i;

export default defineRule({
  id: "installed-program-altered",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "the code of a program that is already installed is replaced",
  why: "The program is started and trusted as before, and does what the skill has put into it: wallets and messengers are taken over so.",
  fix: "Use the interface that the program offers to extensions.",
  references: ["ATT&CK T1554", "ATT&CK T1574"],
  match: [
    call({ of: [WRITTEN_FILE], where: argument(0, says(CODE_OF_PROGRAM)) }),
    call({ of: FILE_COPIERS, where: argument([1, "dst"], says(CODE_OF_PROGRAM)) }),
    call({
      of: ["js.asar.createPackage", "js.@electron/asar.createPackage"],
      where: argument(1, says(CODE_OF_PROGRAM)),
    }),
    call({
      of: [...SHELL_COPIERS, "sh.asar.pack", "sh.npx.asar.pack", "sh.npx.@electron/asar.pack"],
      where: words(says(CODE_OF_PROGRAM)),
    }),
  ],
  bad: [
    {
      "a.js":
        'const fs = require("fs"), path = require("path");\nconst target = path.join(process.env.LOCALAPPDATA, "Programs", "atomic", "resources", "app.asar");\nfs.writeFileSync(target, payload);',
    },
    'import os\ncore = os.path.join(os.environ["LOCALAPPDATA"], "Discord", version, "modules", "discord_desktop_core-1", "discord_desktop_core", "index.js")\nwith open(core, "w") as f:\n    f.write(code)',
    { "run.sh": "npx asar pack ./patched /Applications/Wallet.app/Contents/Resources/app.asar" },
    { "run.sh": 'cp -f app.asar "/opt/Wallet/resources/app.asar"' },
    'import shutil\nshutil.copy("app.asar", "/Applications/Wallet.app/Contents/Resources/app.asar")',
  ],
  good: [
    { "run.sh": "npx asar pack app dist/app.asar\ncp -R dist/Mine.app /Applications/" },
    { "run.sh": "npx asar extract /Applications/Mine.app/Contents/Resources/app.asar out\ncp /opt/tool/app.js ." },
    {
      "a.js":
        'const fs = require("fs"), path = require("path");\nexports.afterPack = (c) => fs.writeFileSync(path.join(c.appOutDir, "resources", "app.asar"), data);',
    },
    'open("/usr/share/app/resources/app.json", "w").write(text)',
  ],
});
