import type { RedFlagKind } from '#clinical';
import { inWords } from '../timeline/words.js';

/** Kinds of alarms as everybody at the clinic may read them: what somebody may intend against himself is the physician's to read, in the plan. */
export const flagsInWords = (kinds: readonly RedFlagKind[]): string =>
  kinds.map((kind) => (kind === 'self-harm' ? 'an urgent safety concern' : inWords(kind))).join(', ');
