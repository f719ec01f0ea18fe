/** Who can sign in at the embedded provider: one person for each kind of user, and one for each partner organization. */
export interface DevelopmentAccount {
  id: string;
  name: string;
  role: string;
  /** The organization's slug, for partners. */
  partner: string | null;
}

/** The people of the clinic, for the sign-in page too. Invented names. */
export const clinicAccounts: readonly DevelopmentAccount[] = [
  { id: 'coordinator', name: 'Carmen Ortiz', role: 'coordinator', partner: null },
  { id: 'physician', name: 'Dr. Paul Lindqvist', role: 'physician', partner: null },
  { id: 'administrator', name: 'Ada Novak', role: 'administrator', partner: null },
  { id: 'operator', name: 'Omar Haddad', role: 'operator', partner: null },
];

const partnerAccount = /^partner:([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/;

/** The account of an id; null when there is none. Any well-formed partner slug has one: the directory lives elsewhere. */
export function accountOf(id: string): DevelopmentAccount | null {
  const known = clinicAccounts.find((account) => account.id === id);
  if (known) return known;
  const slug = partnerAccount.exec(id)?.[1];
  return slug === undefined ? null : { id, name: `Front desk of ${readable(slug)}`, role: 'partner', partner: slug };
}

/** What tokens say about an account, besides `sub`. */
export const claimsOf = ({ name, role, partner }: DevelopmentAccount): Record<string, string> => ({
  name,
  role,
  ...(partner === null ? {} : { partner }),
});

/** `pt-north` is `Pt North`. */
const readable = (slug: string): string =>
  slug
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ');
