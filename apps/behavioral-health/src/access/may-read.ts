import type { Role } from '#platform';

/** What there is to read of a patient, from the least to the most guarded. */
export const protectedKinds = ['score', 'answers', 'clearance-reason', 'progress', 'part2', 'psychotherapy'] as const;
export type ProtectedKind = (typeof protectedKinds)[number];

/** How a reader stands to one patient at one moment. */
export interface Standing {
  role: Role;
  sub: string;
  /** Of the organization that treats the patient in behavioral health now. */
  isTreating: boolean;
  /** The patient's consent in force that opens scores to the pain clinic. */
  scoresConsentId: string | null;
  /** The glass that this reader broke for this patient, while it lasts. */
  glass: { id: string; emergency: boolean } | null;
}

/** By what the reader may read it, as the record of access names it; null: the reader learns nothing, not even that it exists. */
export function mayRead(kind: ProtectedKind, reader: Standing, authorSub: string | null = null): string | null {
  if (kind === 'psychotherapy') return reader.role === 'partner' && reader.sub === authorSub ? 'author' : null;
  if (reader.role === 'partner') return reader.isTreating ? 'treating' : null;
  if (reader.role !== 'physician') return null;
  if (kind === 'clearance-reason') return 'physician';
  if (kind === 'score' && reader.scoresConsentId !== null) return `consent:${reader.scoresConsentId}`;
  if (reader.glass === null || (kind === 'part2' && !reader.glass.emergency)) return null;
  return `glass:${reader.glass.id}`;
}
