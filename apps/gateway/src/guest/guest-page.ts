import { guestStyle } from './guest-style.js';
import { type Html, markup } from './html.js';
import { Html as Raw } from './html.js';

/** What every page of this kind is framed by. The title names nobody. */
export const guestPage = (title: string, nonce: string, content: Html): string =>
  markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${new Raw(guestStyle)}
        </style>
      </head>
      <body>
        <header>Throughline · care coordination for pain medicine</header>
        <main>${content}</main>
        <footer><p>Not for emergencies: in an emergency call the emergency number of your country.</p></footer>
      </body>
    </html> `.text;

/** Nothing is loaded from anywhere, nothing is run, and where somebody came from is told to nobody. */
export const guestHeaders = (nonce: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
