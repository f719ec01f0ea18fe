import { clinicAccounts, type OfferedAccount, partnerAccounts } from './accounts.js';

const style = `
:root { color-scheme: light dark; --ground: #f4f6f8; --card: #fff; --line: #c3ccd4; --text: #16202a; --soft: #4b5966; --tide: #05638b; --late: #a3161c; }
@media (prefers-color-scheme: dark) { :root { --ground: #10171e; --card: #18212a; --line: #45525e; --text: #dbe3ea; --soft: #a9b6c2; --tide: #7cc4ee; --late: #ff9a94; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2.5rem auto; padding: 0 1rem 2rem; color: var(--text); background: var(--ground); }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
p { margin: 0 0 .75rem; } .soft { color: var(--soft); }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(23rem, 100%), 1fr)); gap: .6rem; }
button { display: block; width: 100%; padding: .7rem 1rem; font: inherit; text-align: left; cursor: pointer; color: inherit; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tide); border-radius: 6px; }
button:hover { border-color: var(--tide); } :focus-visible { outline: 3px solid var(--tide); outline-offset: 2px; }
button strong, button span { display: block; } button span { color: var(--soft); font-size: .95rem; }
.other { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; } .other label { flex: 1 1 16rem; } .other button { width: auto; }
input { display: block; font: inherit; padding: .6rem; width: 100%; box-sizing: border-box; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 6px; }
.trouble { color: var(--late); font-weight: 600; }
`;

/** One plain page without scripts or outside assets. `trouble` is a sentence of ours, never input. */
export const signInPage = (uid: string, trouble = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in - Throughline</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Sign in to Throughline</h1>
<p class="soft">The sign-in of the embedded start: it asks for no password and is not for patient data. All people here are invented.</p>
${trouble ? `<p class="trouble" role="alert">${trouble}</p>` : ''}
<form method="post" action="/sign-in/${encodeURIComponent(uid)}">
<h2>At the pain clinic</h2>
<div class="people">${clinicAccounts.map(choice).join('\n')}</div>
<h2>At a partner</h2>
<p class="soft">To see both sides at once, open a second window of its own (private or incognito) for the partner.</p>
<div class="people">${partnerAccounts.map(choice).join('\n')}</div>
</form>
<h2>Another partner</h2>
<form method="post" action="/sign-in/${encodeURIComponent(uid)}" class="other">
<label>Partner organization (its id, such as pt-east)<input name="partner" required autocomplete="off"></label>
<button name="account" value="partner">Sign in for this organization</button>
</form>
</main>
</body>
</html>
`;

const choice = ({ id, name, role, sees }: OfferedAccount): string =>
  `<button name="account" value="${id}"><strong>${name}${role === 'partner' ? '' : `, ${role}`}</strong><span>${sees}</span></button>`;
