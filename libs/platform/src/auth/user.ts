import type { Actor } from '#contracts';

export const roles = ['coordinator', 'physician', 'partner', 'administrator', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, as the verified token says. A partner is bound to one organization. */
export interface User {
  sub: string;
  name: string;
  role: Role;
  partnerId: string | null;
  /** A program signed in as itself (client credentials): nobody sits in front of it. */
  machine?: boolean;
  /** Somebody without an account, who came by a one-time link: may see and answer this one handoff, and nothing else. */
  guest?: { handoffId: string; linkId: string };
}

/** The user as events and records name it. */
export const toActor = ({ sub, name, role, partnerId }: User): Actor => ({
  sub,
  name,
  role,
  ...(partnerId === null ? {} : { partnerId }),
});
