/** One column, large buttons, light and dark, print. No picture, no font, no script. */
export const guestStyle = `
:root { color-scheme: light dark; --ink: #1b2530; --soft: #4d5b69; --paper: #fff; --ground: #f2f4f6; --line: #c6ced6; --accent: #0b5c8a; --on-accent: #fff; --alarm: #a3161c; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef2f5; --soft: #b3c0cb; --paper: #17202a; --ground: #0e151c; --line: #435261; --accent: #7cc4ee; --on-accent: #06202f; --alarm: #ff9a94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main, header, footer { max-width: 42rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; color: var(--soft); font-size: .95rem; }
footer { padding-bottom: 3rem; color: var(--soft); font-size: .9rem; }
section, .card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; margin: 1rem 0; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
.banner { border-left: .4rem solid var(--accent); }
.banner strong { font-size: 1.2rem; }
.ask { border-top: 1px solid var(--line); padding: .75rem 0; }
.ask:first-of-type { border-top: 0; }
.ask .what { font-weight: 600; }
.soft { color: var(--soft); }
.notice { border-left: .4rem solid var(--accent); }
.alarm { border-left: .4rem solid var(--alarm); }
.alarm strong:first-child { color: var(--alarm); }
dl { margin: 0; } dt { color: var(--soft); font-size: .92rem; margin-top: .5rem; } dd { margin: 0; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
label { display: block; margin-top: .75rem; font-weight: 600; }
.hint { font-weight: 400; color: var(--soft); font-size: .92rem; display: block; }
input, textarea, select { font: inherit; color: inherit; background: var(--paper); width: 100%; padding: .6rem .7rem; border: 1px solid var(--soft); border-radius: .35rem; margin-top: .25rem; }
input[type=checkbox] { width: 1.35rem; height: 1.35rem; margin: 0 .5rem 0 0; vertical-align: middle; accent-color: var(--accent); }
button, .button { font: inherit; font-weight: 600; display: block; width: 100%; min-height: 3rem; margin-top: 1rem; padding: .6rem 1rem; border: 2px solid var(--accent); border-radius: .4rem; background: var(--accent); color: var(--on-accent); cursor: pointer; text-align: center; text-decoration: none; }
button.second { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details { border-top: 1px solid var(--line); padding: .5rem 0; } summary { cursor: pointer; font-weight: 600; min-height: 2rem; padding: .35rem 0; }
.reply { display: none; }
@media print { body { background: #fff; color: #000; font-size: 11pt; } form, details.act, .screen { display: none !important; } section { border: 0; padding: 0; break-inside: avoid; } .reply { display: block; } .reply td { border: 1px solid #000; padding: .4rem; height: 2rem; } .reply table { border-collapse: collapse; width: 100%; } }
`;
