import type { HandoffPacket, HandoffPacketPart, PartnerRole } from '#contracts';

/** Which part of the packet holds what is written down before the first visit. */
const partOf: Readonly<Record<string, HandoffPacketPart>> = {
  onset: 'history',
  story: 'history',
  helps: 'history',
  worsens: 'history',
  provokingPostures: 'history',
  therapySummaries: 'history',
  imaging: 'imaging',
  operativeNotes: 'operative-notes',
  trials: 'medication-trials',
  workGoal: 'goals',
  lifeGoal: 'goals',
};

const therapy: readonly HandoffPacketPart[] = ['history', 'imaging', 'operative-notes', 'goals'];
const surgeon: readonly HandoffPacketPart[] = ['history', 'imaging', 'operative-notes', 'medication-trials', 'goals'];
const physician: readonly HandoffPacketPart[] = ['history', 'imaging', 'medication-trials', 'goals'];

/** Nobody is sent for what it does not need: a pharmacy works without goals, imaging without the list of trials. */
const needed: Partial<Record<PartnerRole, readonly HandoffPacketPart[]>> = {
  'physical-therapy': therapy,
  'pelvic-floor-therapy': therapy,
  'spine-surgery': surgeon,
  orthopedics: surgeon,
  imaging: ['history', 'imaging', 'operative-notes'],
  pharmacy: ['medication-trials'],
  'behavioral-health': ['history', 'goals'],
};

/** Every field of the packet that somebody may have to ask for. */
const fieldsOf = (part: HandoffPacketPart): string[] => Object.keys(partOf).filter((field) => partOf[field] === part);

/**
 * What this partner needs of the packet, and what of it is there. `missing` is null as long as nobody has written one: then everything
 * is. `authorization` counts where the payer is asked about something that this handoff asks.
 */
export function packetFor(at: {
  role: PartnerRole;
  missing: readonly string[] | null;
  authorization: 'not-needed' | 'there' | 'missing';
}): HandoffPacket {
  const written = (needed[at.role] ?? physician).map((part) => {
    const fields = fieldsOf(part);
    const missing = at.missing === null ? fields : fields.filter((field) => at.missing?.includes(field));
    return { part, there: missing.length === 0, missing };
  });
  const permission =
    at.authorization === 'not-needed'
      ? []
      : [{ part: 'authorization' as const, there: at.authorization === 'there', missing: [] }];
  const parts = [...written, ...permission];
  return { complete: parts.every(({ there }) => there), parts };
}
