import type { PlanSlice } from '#contracts';
import { capital, inWords, label } from './guest-words.js';
import { type Html, markup } from './html.js';

/** What stands in the page's banner already. */
const shownElsewhere = new Set(['identity']);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part of the plan that this partner may see, field by field as the clinic chose it. */
export function sliceView(slice: PlanSlice, timeZone: string): Html {
  const parts = Object.entries(slice).filter(([name, part]) => !shownElsewhere.has(name) && !isEmpty(part));
  if (parts.length === 0) return markup`<p>Nothing more than stands above.</p>`;
  return markup`${parts.map(([name, part]) => markup`<h3>${capital(label(name))}</h3>${block(part, timeZone)}`)}`;
}

function block(value: unknown, timeZone: string): Html {
  if (Array.isArray(value)) {
    const items = value.filter((one) => !isEmpty(one));
    if (items.every((one) => !isRecord(one) && !Array.isArray(one))) return markup`${line(items, timeZone)}`;
    return markup`<ul>${items.map((one) => markup`<li>${line(one, timeZone)}</li>`)}</ul>`;
  }
  if (!isRecord(value)) return markup`${line(value, timeZone)}`;
  const fields = Object.entries(value).filter(([, field]) => !isEmpty(field));
  return markup`<dl>${fields.map(([name, field]) => markup`<dt>${capital(label(name))}</dt><dd>${block(field, timeZone)}</dd>`)}</dl>`;
}

/** In one line: what it is first, then its facts by name. */
function line(value: unknown, timeZone: string): string {
  if (Array.isArray(value))
    return value
      .filter((one) => !isEmpty(one))
      .map((one) => line(one, timeZone))
      .join(', ');
  if (isRecord(value)) {
    return Object.entries(value)
      .filter(([, field]) => !isEmpty(field))
      .map(
        ([name, field], at) => (at === 0 && typeof field === 'string' ? '' : `${label(name)} `) + line(field, timeZone),
      )
      .join('; ');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = inWords(String(value), timeZone);
  // Codes of the vocabulary, such as `nerve-glides`.
  return /^[a-z]+(-[a-z]+)+$/.test(text) ? text.replaceAll('-', ' ') : text;
}
