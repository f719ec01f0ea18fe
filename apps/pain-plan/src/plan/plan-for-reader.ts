import type { PlanChange, PlanDocument } from '#contracts';
import type { Role } from '#platform';

/** What somebody may intend against himself is between the physician and behavioral health. */
const isForPhysician = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && (item as { kind?: unknown }).kind === 'self-harm';

const isHidden = (role: Role, { path, before, after }: PlanChange): boolean =>
  role !== 'physician' && path === 'redFlags' && (isForPhysician(before) || isForPhysician(after));

/** The plan as this reader may see it. A coordinator learns of such an alarm from the desk's work: that it is urgent, and whom to call. */
export const documentFor = (role: Role, document: PlanDocument): PlanDocument =>
  role === 'physician'
    ? document
    : { ...document, redFlags: document.redFlags.filter((flag) => !isForPhysician(flag)) };

/** The same for what changed: the sentence stays, which is neutral, and the finding goes. */
export const changesFor = (role: Role, changes: readonly PlanChange[]): PlanChange[] =>
  changes.map((change) =>
    isHidden(role, change) ? { ...change, itemId: null, before: null, after: null, qualifiers: {} } : change,
  );
