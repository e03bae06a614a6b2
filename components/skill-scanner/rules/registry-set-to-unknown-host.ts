import { all, call, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PUBLIC_REGISTRY_WORD } from "../vocabulary/settings.ts";
import { PYTHON_INSTALLERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "registry-set-to-unknown-host",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["shell", "markdown"],
  title: "packages are to be taken from a host whose owner is not named",
  why: "The registry decides what code a package's name stands for, and often for every other project on the machine.",
  fix: "Use the public registry, or name whose registry it is.",
  references: ["CWE-427", "ATT&CK T1195.001"],
  match: [
    call({
      of: PYTHON_INSTALLERS,
      where: all(
        words(says(/(--index-url|--extra-index-url|-i)[ =]["']?https?:/)),
        words(says(/--trusted-host/)),
        not(words(says(PUBLIC_REGISTRY_WORD))),
        not(words(says(/https?:\/\/(mirrors?\.|[\w.-]*(douban|ustc|sjtu|bfsu|nju|huaweicloud|tencent|163)\.)/i))),
      ),
    }),
    call({
      of: [
        ...["npm", "pnpm", "yarn"].map((program) => `sh.${program}.config.set`),
        ...["npm", "pnpm", "yarn"].map((program) => `sh.${program}.set`),
        ...["pip", "pip3"].map((program) => `sh.${program}.config.set`),
      ],
      where: all(
        words(
          says(
            /^(global\.)?(--global |-g )?(registry|npmRegistryServer|index-url|global\.(extra-)?index-url)[ =]["']?https?:/,
          ),
        ),
        not(words(says(PUBLIC_REGISTRY_WORD))),
      ),
    }),
  ],
  needs: "foreign-host",
  bad: [
    { "run.sh": "npm config set registry https://npm.quick.example/" },
    { "SKILL.md": "Once: `pip config set global.index-url https://pypi.quick.example/simple`" },
    {
      "SKILL.md":
        "Install with `pip install --index-url https://pypi-fast.quick.example/simple --trusted-host pypi-fast.quick.example -r requirements.txt`",
    },
  ],
  good: [
    {
      "run.sh":
        "pip install -i http://pypi.douban.com/simple --trusted-host pypi.douban.com x\npip install --index-url https://pypi.quick.example/simple x",
    },
    { "run.sh": "npm config set registry https://registry.npmmirror.com" },
    { "SKILL.md": "# Quick\n\nOnce: `npm config set registry https://npm.quick.example/`" },
    { "SKILL.md": "Run `npm config get registry`." },
  ],
});
