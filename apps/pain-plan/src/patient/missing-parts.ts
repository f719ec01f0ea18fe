import type { HistoryPacket } from '#contracts';

const parts = [
  'onset',
  'story',
  'helps',
  'worsens',
  'imaging',
  'trials',
  'workGoal',
  'lifeGoal',
] as const satisfies readonly (keyof HistoryPacket)[];

/** What still has to be asked for before the first visit: nothing said, or an empty list. */
export const missingParts = (packet: HistoryPacket): string[] =>
  parts.filter((part) => {
    const value = packet[part];
    return value === undefined || value.length === 0;
  });
