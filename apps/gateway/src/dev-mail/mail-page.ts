import type { CapturedMail } from '#contracts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Links of the mail itself, and nothing else of it, can be followed. */
const withLinks = (text: string): string =>
  escaped(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const article = ({ at, to, subject, text }: CapturedMail): string => `<article>
<h2>${escaped(subject)}</h2>
<p>To ${escaped(to)}, <time datetime="${at}">${at}</time></p>
<pre>${withLinks(text)}</pre>
</article>`;

/** Plain HTML that works without scripts, at any width. */
export const mailPage = (mails: readonly CapturedMail[]): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Captured mail</title></head>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem">
<main>
<h1>Captured mail</h1>
<p>No mail leaves this embedded start. These are the ones that would have, newest first. Load the page again for newer ones.</p>
${mails.length === 0 ? '<p>Nothing was mailed yet.</p>' : mails.map(article).join('\n')}
</main>
</body>
</html>
`.replaceAll('<pre>', '<pre style="white-space: pre-wrap; overflow-wrap: anywhere">');
