import type { HistoryPacket, PacketCompleteness } from '#contracts';

const whys = {
  onset: 'the course and its checkpoints are counted from it',
  story: 'it feeds the working diagnosis as much as an image does',
  helps: 'what eases the pain points to its source',
  worsens: 'what provokes the pain points to its source',
  provokingPostures: 'a note or a photo of the posture says more than a score',
  imaging: 'studies that exist need not be repeated',
  operativeNotes: 'what was done before decides what can be done now; say none when there were no operations',
  therapySummaries: 'what therapy tried, and at which dose; say none when there was no therapy',
  trials: 'what was tried, at which dose, with which side effect',
  workGoal: 'one of the two goals that the plan is measured by',
  lifeGoal: 'one of the two goals that the plan is measured by',
} as const satisfies Partial<Record<keyof HistoryPacket, string>>;

/** For these an empty list is an answer: there was none. */
const mayBeNone: readonly string[] = ['operativeNotes', 'therapySummaries'];

/** How much of the packet is there, and what still has to be asked for before the first visit. */
export function packetCompleteness(packet: HistoryPacket): PacketCompleteness {
  const parts = Object.entries(whys) as [keyof typeof whys, string][];
  const missing = parts.filter(([part]) => isMissing(packet, part)).map(([part, why]) => ({ part, why }));
  const percent = Math.round((100 * (parts.length - missing.length)) / parts.length);
  return { complete: missing.length === 0, missing, percent };
}

function isMissing(packet: HistoryPacket, part: keyof typeof whys): boolean {
  const value = packet[part];
  return value === undefined || (value.length === 0 && !mayBeNone.includes(part));
}
