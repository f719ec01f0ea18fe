import type { HistoryPacket } from '#contracts';

/** What a plan's notes can hold. */
const longest = 4000;
const shortened = ' … (shortened; the history packet holds all of it)';

/** The packet as notes for the first plan: what has no field of its own. */
export function historyInWords(packet: HistoryPacket, otherTrials: HistoryPacket['trials']): string {
  const text = [
    line('Eases', packet.helps),
    line('Worsens', packet.worsens),
    line('Provoking postures', packet.provokingPostures ?? []),
    line(
      'Operations',
      (packet.operativeNotes ?? []).map(({ operation, date, summary }) => joined([operation, date, summary])),
    ),
    line(
      'Therapy so far',
      (packet.therapySummaries ?? []).map(({ where, visits, summary }) =>
        joined([where, visits === undefined ? undefined : `${visits} visits`, summary]),
      ),
    ),
    line(
      'Also tried',
      otherTrials.map(({ treatment, dose, effect, sideEffect }) => joined([treatment, dose, effect, sideEffect])),
    ),
    // Last: it is the longest, and the diagnosis keeps it whole as evidence.
    packet.story ? `Story: ${packet.story}` : '',
  ]
    .filter(Boolean)
    .join('\n');
  return text.length <= longest ? text : text.slice(0, longest - shortened.length) + shortened;
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');
const line = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${name}: ${values.join('; ')}.`;
