import type { RedFlag } from '#contracts';

const names: Record<RedFlag['kind'], string> = {
  'cauda-equina': 'suspected cauda equina syndrome',
  'progressive-weakness': 'progressive weakness',
  'cord-compression': 'suspected compression of the spinal cord',
  'cancer-history-pain': 'new pain with a history of cancer',
  'fever-spine': 'fever with pain in the spine',
  'fever-after-procedure': 'fever or a wound change after a procedure',
  'weight-loss': 'unintended weight loss',
  'neuro-after-neuraxial': 'new neurologic signs after a spinal procedure',
  'postural-headache': 'headache on standing up after an epidural',
  'gi-bleed': 'suspected gastrointestinal bleeding',
  'sedation-overdose': 'oversedation with slow breathing',
  withdrawal: 'distress during a medication reduction',
  'severe-rash': 'severe rash on a medicine',
  device: 'a problem with an implanted device',
  'headache-alarm': 'headache with alarm features',
  fracture: 'suspected fracture',
  // What is said reaches desks, lists and the timeline: there everybody learns that it is urgent, and the plan alone says what it is.
  'self-harm': 'urgent safety concern',
  'urgent-symptom': 'a new symptom that should be seen soon',
};

/** A red flag in the words of a sentence; what is not a red flag has none. */
export const redFlagText = (kind: unknown): string | null =>
  Object.entries(names).find(([known]) => known === kind)?.[1] ?? null;
