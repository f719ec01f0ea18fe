import type { PartnerHandoff } from '#contracts';
import { type Html, markup } from './html.js';

/** For the printed page only: to be filled in by hand and sent back, where its code is typed. */
export const replySheet = ({ replyCode, throughVersion }: PartnerHandoff): Html =>
  markup`<section class="reply">
    <h2>Reply sheet</h2>
    <p>Code ${replyCode} · plan version ${throughVersion}</p>
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
