/** Both colour schemes; text against its background has a contrast of 4.5 and more in each. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --faint: #57606a; --line: #d5dae0; --code: #f0f2f5; --mark: #ffe08a; --link: #0b57d0;
  --low: #0b57d0; --medium: #8a5a00; --high: #c1350f; --critical: #a3001b; --safe: #116329;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1216; --card: #181c22; --ink: #e6e9ed; --faint: #a2abb6; --line: #323a44; --code: #10141a; --mark: #6b5200; --link: #8ab4f8;
    --low: #8ab4f8; --medium: #f0b73e; --high: #ff8a65; --critical: #ff7b86; --safe: #6fd28a;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; margin: 0 0 .4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; } h3 { font-size: 1.02rem; }
p, ul { margin: .35rem 0; } ul { padding-left: 1.2rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
.faint { color: var(--faint); font-size: .9rem; } .name { overflow-wrap: anywhere; }
.top, .skill, #filters { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; margin-bottom: 1rem; }
.top { border-top: .4rem solid var(--safe); } .top.review { border-top-color: var(--medium); } .top.block { border-top-color: var(--critical); }
.verdict, .severity, .role { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6em; font-size: .8em; font-weight: 650; vertical-align: .1em; }
.verdict.safe { color: var(--safe); } .verdict.review { color: var(--medium); } .verdict.block { color: var(--card); background: var(--critical); border-color: var(--critical); }
.severity.low { color: var(--low); } .severity.medium { color: var(--medium); } .severity.high { color: var(--high); } .severity.critical { color: var(--card); background: var(--critical); border-color: var(--critical); }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: .8rem 0 0; }
.tile { border: 1px solid var(--line); border-radius: .5rem; padding: .3rem .8rem; color: var(--faint); } .tile b { color: var(--ink); font-size: 1.15rem; }
.tile.critical b { color: var(--critical); } .tile.high b { color: var(--high); } .tile.medium b { color: var(--medium); } .tile.low b { color: var(--low); }
.fails { margin-top: .8rem; border-left: .3rem solid var(--critical); padding-left: .8rem; } .fails ul { margin: 0; }
#filters { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; position: sticky; top: 0; z-index: 1; }
#filters label { display: grid; gap: .1rem; font-size: .85rem; color: var(--faint); }
#filters fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .9rem; } #filters legend { font-size: .85rem; color: var(--faint); padding: 0; }
#filters .check { display: flex; gap: .3rem; align-items: center; color: var(--ink); }
#filters select, #filters input[type="search"] { font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: .4rem; padding: .25rem .5rem; max-width: 15rem; }
#shown { color: var(--faint); font-size: .9rem; margin-left: auto; }
.reasons { margin-bottom: .8rem; overflow-wrap: anywhere; }
.finding { border-left: .3rem solid var(--low); padding: .5rem 0 .5rem .9rem; margin: 1rem 0; }
.finding.medium { border-left-color: var(--medium); } .finding.high { border-left-color: var(--high); } .finding.critical { border-left-color: var(--critical); }
.finding.suppressed { border-left-style: dotted; } .note { font-style: italic; }
pre { display: flex; gap: .9rem; background: var(--code); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .8rem; overflow-x: auto; margin: .5rem 0; }
pre, code { font-family: ui-monospace, monospace; font-size: .86rem; } pre code { white-space: pre; }
.line { color: var(--faint); user-select: none; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; }
.flow { margin: .7rem 0; } .flow figcaption { color: var(--faint); font-size: .9rem; margin-bottom: .4rem; }
.flow ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.7rem; justify-items: start; }
.flow li { position: relative; max-width: 100%; }
.flow li > div { border: 1px solid var(--line); border-left: .3rem solid var(--faint); border-radius: .4rem; padding: .4rem .8rem; background: var(--code); max-width: 100%; overflow-wrap: anywhere; }
.flow .source > div { border-left-color: var(--low); } .flow .sink > div { border-left-color: var(--critical); }
.flow .role { color: var(--low); } .flow .sink .role { color: var(--critical); }
.flow code { display: block; white-space: pre-wrap; margin-top: .15rem; }
.flow li + li::before { content: ""; position: absolute; left: 1.2rem; top: -1.55rem; height: 1.1rem; border-left: 2px solid var(--faint); }
.flow li + li::after { content: ""; position: absolute; left: calc(1.2rem - 4px); top: -.62rem; border: 5px solid transparent; border-top: 8px solid var(--faint); border-bottom: 0; }
.scroll { overflow-x: auto; } .ledger { margin-top: .8rem; color: var(--faint); font-size: .9rem; }
table { border-collapse: collapse; margin-top: .4rem; } th, td { text-align: left; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; vertical-align: top; }
footer { color: var(--faint); font-size: .9rem; }
@media (max-width: 45rem) { #filters { position: static; } }
@media print { #filters { display: none; } .skill { break-inside: auto; } .finding { break-inside: avoid; } }
`;
