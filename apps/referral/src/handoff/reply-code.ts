import { createHash } from 'node:crypto';

const nameLength = 8;
const proofLength = 4;

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length).toUpperCase();

/** What the code of a handoff begins with, whatever the version; the database computes the same (`reply_name`). */
const nameOf = (handoffId: string): string => digest(`reply:${handoffId}`, nameLength);
const proofOf = (handoffId: string, version: number): string => digest(`reply:${handoffId}:${version}`, proofLength);

/**
 * What stands on a printed page and is typed back: it names one handoff and the version that the page shows. It opens nothing; whoever
 * types it has to be allowed to answer anyhow. A slip of the pen names nothing.
 */
export const replyCode = (handoffId: string, version: number): string => {
  const name = nameOf(handoffId);
  return `${name.slice(0, 4)}-${name.slice(4)}-${proofOf(handoffId, version)}`;
};

/** The two parts of a typed code, however it is written; null: it is none. */
export function readReplyCode(typed: string): { name: string; proof: string } | null {
  const bare = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0');
  if (!/^[0-9A-F]{12}$/.test(bare)) return null;
  return { name: bare.slice(0, nameLength), proof: bare.slice(nameLength) };
}

/** The version that a code proves, among those that the handoff covers; null: none of them. */
export function provenVersion(
  handoff: { id: string; contentVersion: number; throughVersion: number },
  proof: string,
): number | null {
  for (let version = handoff.throughVersion; version >= handoff.contentVersion; version -= 1) {
    if (proofOf(handoff.id, version) === proof) return version;
  }
  return null;
}
