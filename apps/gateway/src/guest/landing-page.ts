import type { LinkView } from '#contracts';
import { moment } from './guest-words.js';
import { type Html, markup } from './html.js';

const renewForm = (token: string): Html =>
  markup`<form method="post" action="/r/${token}/renew">
    <button>Send a fresh link</button>
    <span class="hint">It goes to the address that the clinic has for you, and to no other.</span>
  </form>`;

const stories: Record<Exclude<LinkView['state'], 'ready'>, { title: string; text: string; canRenew: boolean }> = {
  used: { title: 'This link was opened before', text: 'Each link works once.', canRenew: true },
  expired: { title: 'This link has expired', text: 'The request may still be waiting for you.', canRenew: true },
  superseded: {
    title: 'There is something newer',
    text: 'A newer message replaced this one. Please use the link in the newest message from the clinic.',
    canRenew: true,
  },
  withdrawn: {
    title: 'Nothing is asked any more',
    text: 'The clinic took this request back. You need not do anything.',
    canRenew: false,
  },
  revoked: { title: 'This link was withdrawn', text: 'Please call the clinic.', canRenew: false },
};

/** Who asks whom, and a button. Opening the address alone changes nothing: mail programs look at links, too. */
export function landingPage(view: LinkView, token: string): Html {
  if (view.state !== 'ready') {
    const { title, text, canRenew } = stories[view.state];
    return markup`<section class="notice">
      <h1>${title}</h1>
      <p>${text}</p>
      ${canRenew && renewForm(token)}
    </section>`;
  }
  return markup`<section>
    <h1>${view.sender} asks ${view.recipient}</h1>
    <p>about one of your patients. Please answer by <strong>${moment(view.dueAt, view.timeZone)}</strong>.</p>
    <form method="post" action="/r/${token}/open"><button>Open</button></form>
    <p class="soft">
      For ${view.recipient} only. The link works once, until ${moment(view.expiresAt, view.timeZone)}; after opening you
      have half an hour. Every visit is recorded.
    </p>
  </section>`;
}

export const noSuchLink = markup`<section class="alarm">
  <h1>There is no such link</h1>
  <p>Please copy the whole address from the message, or call the clinic.</p>
</section>`;

export const renewedPage = markup`<section class="notice">
  <h1>Please look into your mail</h1>
  <p>
    If this request still waits for an answer, a fresh link is on its way to the address that the clinic has for you.
  </p>
</section>`;
