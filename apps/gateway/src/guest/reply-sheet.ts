import { createHash } from 'node:crypto';
import type { PartnerHandoff } from '#contracts';
import { type Html, markup } from './html.js';

/** Eight characters that a clerk can type back: they name the handoff to whoever has it before them, and open nothing. */
export const replyCode = (handoffId: string): string => {
  const digits = createHash('sha256').update(`reply:${handoffId}`).digest('hex').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};

/** For the printed page only: to be filled in by hand and sent back. */
export const replySheet = ({ id, throughVersion }: PartnerHandoff): Html =>
  markup`<section class="reply">
    <h2>Reply sheet</h2>
    <p>Code ${replyCode(id)} · plan version ${throughVersion}</p>
    <table>
      <tr>
        <td>We work from this version</td>
        <td>yes ☐&nbsp;&nbsp; no, because:</td>
      </tr>
      <tr>
        <td>First appointment</td>
        <td></td>
      </tr>
      <tr>
        <td>Name and function</td>
        <td></td>
      </tr>
      <tr>
        <td>Date and signature</td>
        <td></td>
      </tr>
    </table>
  </section>`;
