/** Who can sign in at the embedded provider: one person for each kind of user, and one for each partner organization. */
export interface DevelopmentAccount {
  id: string;
  name: string;
  role: string;
  /** The organization's slug, for partners. */
  partner: string | null;
}

/** An account that the sign-in page offers, with a sentence on what its owner will see. */
export interface OfferedAccount extends DevelopmentAccount {
  sees: string;
}

/** The people of the clinic. Invented names. */
export const clinicAccounts: readonly OfferedAccount[] = [
  {
    id: 'physician',
    name: 'Dr. Paul Lindqvist',
    role: 'physician',
    partner: null,
    sees: 'Writes the pain plans: publishes a change, sees who of the team works from which version, and what needs a decision. Begin here.',
  },
  {
    id: 'coordinator',
    name: 'Carmen Ortiz',
    role: 'coordinator',
    partner: null,
    sees: 'Follows every handoff until it closes: what is overdue, unanswered, declined, or waits for a payer.',
  },
  {
    id: 'administrator',
    name: 'Ada Novak',
    role: 'administrator',
    partner: null,
    sees: 'Keeps the directory of partners, the deliveries and the audit; moves the clock of this system.',
  },
  {
    id: 'operator',
    name: 'Omar Haddad',
    role: 'operator',
    partner: null,
    sees: 'Runs the messaging: lag, parked messages, the map of what flows. Sees no patients.',
  },
];

const frontDesk = (slug: string, name: string, sees: string): OfferedAccount => ({
  id: `partner:${slug}`,
  name,
  role: 'partner',
  partner: slug,
  sees,
});

/** Some of the sample organizations, at which something waits. */
export const partnerAccounts: readonly OfferedAccount[] = [
  frontDesk('pt-north', 'PT-North', 'Physical therapy. Has changes of two patients to acknowledge.'),
  frontDesk(
    'corner-pharmacy',
    'Corner Pharmacy',
    'Pharmacy. Sees the medicines that concern it, and nothing else of a plan.',
  ),
  frontDesk('mindful-pain', 'Mindful Pain', 'Behavioral health. Keeps notes that nobody else reads without consent.'),
  frontDesk('family-care', 'Family Care', 'Primary care. Hears only of what it must act on.'),
];

const partnerAccount = /^partner:([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/;

/** The account of an id; null when there is none. Any well-formed partner slug has one: the directory lives elsewhere. */
export function accountOf(id: string): DevelopmentAccount | null {
  const known = [...clinicAccounts, ...partnerAccounts].find((account) => account.id === id);
  if (known) return known.partner === null ? known : { ...known, name: `Front desk of ${known.name}` };
  const slug = partnerAccount.exec(id)?.[1];
  return slug === undefined ? null : { id, name: `Front desk of ${readable(slug)}`, role: 'partner', partner: slug };
}

/** What tokens say about an account, besides `sub`. */
export const claimsOf = ({ name, role, partner }: DevelopmentAccount): Record<string, string> => ({
  name,
  role,
  ...(partner === null ? {} : { partner }),
});

/** `city-imaging` is `City Imaging`. */
const readable = (slug: string): string =>
  slug
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ');
