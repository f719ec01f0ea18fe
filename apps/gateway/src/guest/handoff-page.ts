import type { PartnerAsk, PartnerHandoff } from '#contracts';
import { answerForms } from './answer-forms.js';
import type { GuestVisit } from './guest-visit.js';
import { capital, day, inWords, moment, urgencyWords } from './guest-words.js';
import { type Html, markup } from './html.js';
import { replySheet } from './reply-sheet.js';
import { sliceView } from './slice-view.js';

const ask = ({ text, reason, urgency, dueAt, doBy, effective }: PartnerAsk, timeZone: string): Html =>
  markup`<div class="ask">
    <p class="what">${capital(text)}</p>
    <p>Why: ${reason}</p>
    <p class="soft">
      ${urgencyWords[urgency] ?? urgency}: answer by
      ${moment(dueAt, timeZone)}${doBy && markup`; finished by ${moment(doBy, timeZone)}`}
      ${effective?.from && markup`<br />In force from ${inWords(effective.from, timeZone)}${effective.until && markup` until ${inWords(effective.until, timeZone)}`}`}
    </p>
  </div>`;

const standing = ({ handoff, timeZone }: GuestVisit): Html | null => {
  const { status, acknowledgement } = handoff;
  if (acknowledgement) {
    return markup`<p>
      <strong>Acknowledged</strong> by ${acknowledgement.by}, ${moment(acknowledgement.at, timeZone)}: you work from
      version ${acknowledgement.version}.
    </p>`;
  }
  const words: Partial<Record<PartnerHandoff['status'], string>> = {
    superseded: 'A newer message replaced this one: please use its link.',
    withdrawn: 'The clinic took this request back. Nothing is asked any more.',
    closed: 'This request is closed.',
  };
  const text = words[status];
  return text === undefined ? null : markup`<p><strong>${text}</strong></p>`;
};

/** The whole of what one organization is asked about one patient, and the ways to answer. */
export function handoffPage(visit: GuestVisit): Html {
  const { handoff, timeZone, sender, done, problem } = visit;
  const { patient, asks } = handoff;
  return markup` ${done && markup`<section class="notice" role="status"><strong>Done.</strong> ${done}</section>`}
    ${problem && markup`<section class="alarm" role="alert"><strong>Not done.</strong> ${problem}</section>`}
    <section class="banner" aria-label="Patient">
      <strong>${patient.name}</strong><br />
      <span class="soft">Born</span> ${day(patient.birthDate)} ·
      <span class="soft">Record</span> ${patient.recordNumber}
    </section>
    <section>
      <h1>What ${sender} asks you</h1>
      ${asks.length === 0 ? markup`<p>Nothing any more.</p>` : asks.map((one) => ask(one, timeZone))}
      <p class="soft">
        Version ${handoff.throughVersion} of the pain plan, sent ${moment(handoff.issuedAt, timeZone)}.
      </p>
      ${standing(visit)}
    </section>
    ${answerForms(visit)}
    <section>
      <h2>What you may see of the plan</h2>
      ${sliceView(handoff.slice, timeZone)}
    </section>
    ${replySheet(handoff)}`;
}

export const visitOverPage = markup`<section class="notice">
  <h1>This visit is over</h1>
  <p>
    For the patient’s safety it ends after half an hour. Open the newest message from the clinic again and ask for a
    fresh link there.
  </p>
</section>`;
