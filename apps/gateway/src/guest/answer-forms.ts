import type { GuestVisit, Writer } from './guest-visit.js';
import { type Html, markup } from './html.js';

const signature = ({ name, function: job, formKey }: Writer, form: string): Html =>
  markup` <input type="hidden" name="formKey" value="${formKey}" />
    <label for="${form}-name">Your name</label>
    <input id="${form}-name" name="name" value="${name}" required minlength="2" maxlength="80" autocomplete="name" />
    <label for="${form}-function"
      >Your function <span class="hint">for example physical therapist, front desk</span></label
    >
    <input id="${form}-function" name="function" value="${job}" maxlength="60" autocomplete="organization-title" />`;

const textArea = (form: string, name: string, title: string, hint: string): Html =>
  markup` <label for="${form}-${name}">${title} <span class="hint">${hint}</span></label>
    <textarea id="${form}-${name}" name="${name}" rows="3" maxlength="1000" required></textarea>`;

/** One way to answer: folded away unless it is the first. */
const fold = (title: string, action: string, writer: Writer, fields: Html, button: string): Html =>
  markup`<details class="act">
    <summary>${title}</summary>
    <form method="post" action="/r/handoff/${action}">
      ${fields}${signature(writer, action)}<button class="second">${button}</button>
    </form>
  </details>`;

const families = [
  ['capacity', 'We are full'],
  ['scope', 'Not what we do'],
  ['information', 'Something is missing'],
  ['patient', 'The patient does not want it, or cannot be reached'],
  ['clinical', 'It would do harm'],
] as const;

const declineFields = markup`<label for="decline-family">Reason</label>
  <select id="decline-family" name="family" required>
    <option value="">Please choose</option>
    ${families.map(([value, words]) => markup`<option value="${value}">${words}</option>`)}
  </select>
  ${textArea('decline', 'reason', 'In your words', 'what the clinic should know')}`;

const bookFields = markup`<label for="book-at"
    >First appointment <span class="hint">date and time at your place</span></label
  >
  <input id="book-at" name="at" type="datetime-local" required />`;

interface Step {
  event: string;
  title: string;
  button: string;
  fields: Html;
}

/** The steps of the referral that a form can take; which of them are offered, the referral itself says. */
const steps: readonly Step[] = [
  {
    event: 'confirm-cancellation',
    title: 'It is cancelled: we do nothing more',
    button: 'Confirm the cancellation',
    fields: markup``,
  },
  { event: 'accept', title: 'We take the patient', button: 'Accept', fields: markup`` },
  { event: 'book', title: 'We have set a date', button: 'Send the date', fields: bookFields },
  {
    event: 'request-information',
    title: 'We need to know more first',
    button: 'Ask the clinic',
    fields: textArea('request-information', 'question', 'Your question', 'what is missing'),
  },
  { event: 'decline', title: 'We cannot take the patient', button: 'Decline', fields: declineFields },
  {
    event: 'report',
    title: 'How it goes',
    button: 'Send the report',
    fields: textArea('report', 'text', 'Report', 'visits so far, function, anything to worry about'),
  },
  {
    event: 'complete',
    title: 'We are done',
    button: 'Send the outcome',
    fields: textArea('complete', 'outcome', 'Outcome', 'what was done and what you found'),
  },
];

export function answerForms({ handoff, referral, writer }: GuestVisit): Html {
  const offered = steps.filter(({ event }) => referral?.allowed.includes(event));
  if (handoff.status !== 'open' && offered.length === 0) return markup``;
  return markup`<section class="screen">
    <h2>Your answer</h2>
    ${handoff.status === 'open' && acknowledgeForm(handoff.throughVersion, writer)}
    ${offered.map(({ title, event, fields, button }) => fold(title, event, writer, fields, button))}
  </section>`;
}

const acknowledgeForm = (version: number, writer: Writer): Html =>
  markup` <form method="post" action="/r/handoff/acknowledge">
      <input type="hidden" name="version" value="${version}" />
      ${signature(writer, 'acknowledge')}
      <button>Acknowledge: we work from version ${version}</button>
    </form>
    ${fold(
      'We have read it, but have a concern',
      'concern',
      writer,
      markup`<input
          type="hidden"
          name="version"
          value="${version}"
        />${textArea('concern', 'note', 'Your concern', 'it goes to the physician')}`,
      'Acknowledge with this concern',
    )}
    ${fold(
      'We cannot do this, or hold it for harmful',
      'contest',
      writer,
      markup`<label for="contest-kind">What is it?</label>
        <select id="contest-kind" name="kind" required>
          <option value="">Please choose</option>
          <option value="cannot-by-then">Not by then</option>
          <option value="contraindicated">It would do harm</option>
        </select>
        ${textArea('contest', 'reason', 'In your words', 'the physician owes you an answer')}`,
      'Send it back to the physician',
    )}`;
