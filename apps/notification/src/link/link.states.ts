import { DomainError, type HandoffLink } from '#contracts';

export type LinkState = HandoffLink['state'];

export interface StandingLink {
  expiresAt: Date;
  openedAt: Date | null;
  closedAs: 'superseded' | 'withdrawn' | 'revoked' | null;
}

/** Where a link stands at an instant. What was closed stays closed; an opened one is used, whether or not it would have expired. */
export function stateOf({ expiresAt, openedAt, closedAs }: StandingLink, now: Date): LinkState {
  if (closedAs !== null) return closedAs;
  if (openedAt !== null) return 'used';
  return now >= expiresAt ? 'expired' : 'ready';
}

/** How long somebody who opened a link may stay. */
export const visitMinutes = 30;

/** A visit outlives the link's own days, but not its closing and not half an hour. */
export const isVisitOpen = (link: StandingLink, now: Date): boolean =>
  link.closedAs === null && link.openedAt !== null && now.getTime() - link.openedAt.getTime() < visitMinutes * 60_000;

const why: Record<Exclude<LinkState, 'ready'>, string> = {
  used: 'This link was opened before: it works once. Ask for a fresh one.',
  expired: 'This link has expired. Ask for a fresh one.',
  superseded: 'A newer request replaced this one; its own link was sent.',
  withdrawn: 'This request is no longer needed.',
  revoked: 'This link was withdrawn by the clinic.',
};

/** Throws `gone` for everything but a link that waits to be opened. */
export function requireReady(link: StandingLink, now: Date): void {
  const state = stateOf(link, now);
  if (state !== 'ready') throw new DomainError('gone', why[state], [], { state });
}
