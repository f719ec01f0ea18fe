import { clinicAccounts } from './accounts.js';

/** One plain page without scripts or outside assets. `trouble` is a sentence of ours, never input. */
export const signInPage = (uid: string, trouble = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in - Throughline</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem; color: #1c2733; }
button { display: block; width: 100%; margin: .5rem 0; padding: .7rem 1rem; font: inherit; text-align: left; cursor: pointer; }
input { font: inherit; padding: .6rem; width: 100%; box-sizing: border-box; }
.trouble { color: #a3261b; }
</style>
</head>
<body>
<h1>Sign in to Throughline</h1>
<p>This is the sign-in of the embedded start. It asks for no password and is not for patient data.</p>
${trouble ? `<p class="trouble" role="alert">${trouble}</p>` : ''}
<form method="post" action="/sign-in/${encodeURIComponent(uid)}">
${clinicAccounts.map(({ id, name, role }) => `<button name="account" value="${id}">${name}, ${role}</button>`).join('\n')}
</form>
<form method="post" action="/sign-in/${encodeURIComponent(uid)}">
<p><label>Partner organization (its id, such as pt-north)<input name="partner" required></label></p>
<button name="account" value="partner">Sign in for this organization</button>
</form>
</body>
</html>
`;
