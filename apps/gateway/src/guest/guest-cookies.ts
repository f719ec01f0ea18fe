import { createHash } from 'node:crypto';
import type { LinkPass } from '#contracts';

const passCookie = 'throughline_visit';
const nameCookie = 'throughline_writer';
const yearSeconds = 365 * 86_400;

/** What the browser of a guest brings along. */
export interface GuestCookies {
  pass: string | null;
  name: string;
  function: string;
}

export function readCookies(header: string | undefined): GuestCookies {
  const cookies = new Map(
    (header ?? '').split(';').map((part) => {
      const [name = '', ...value] = part.trim().split('=');
      return [name, value.join('=')] as const;
    }),
  );
  const [name = '', job = ''] = decoded(cookies.get(nameCookie)).split('\n');
  return { pass: cookies.get(passCookie) || null, name, function: job };
}

/** Who wrote last on this machine: typed once, offered again. */
const decoded = (value: string | undefined): string => Buffer.from(value ?? '', 'base64url').toString('utf8');

const attributes = (isSecure: boolean): string => `Path=/r; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

export const passHeader = ({ pass, seconds }: LinkPass, isSecure: boolean): string =>
  `${passCookie}=${pass}; Max-Age=${seconds}; ${attributes(isSecure)}`;

export const nameHeader = (name: string, job: string, isSecure: boolean): string =>
  `${nameCookie}=${Buffer.from(`${name}\n${job}`).toString('base64url')}; Max-Age=${yearSeconds}; ${attributes(isSecure)}`;

/** Proves that a form came from a page that this visit was shown: no other site knows the pass. The page outlives a new signature. */
export const formKeyOf = (handoffId: string, visitId: string): string =>
  createHash('sha256').update(`form:${handoffId}:${visitId}`).digest('base64url').slice(0, 24);
