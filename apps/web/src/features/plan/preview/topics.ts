import type { SliceName } from '#contracts';

/** The parts of a plan that somebody may wonder about. */
export const topics = [
  'diagnoses',
  'therapy',
  'medicines',
  'procedures',
  'imaging',
  'behavioral',
  'work',
  'notes',
] as const;
export type Topic = (typeof topics)[number];

/** Which of them a slice opens at all; notes never leave the clinic. */
const opened: Readonly<Partial<Record<SliceName, readonly Topic[]>>> = {
  rehab: ['diagnoses', 'therapy', 'procedures'],
  pelvic: ['diagnoses', 'procedures'],
  work: ['work'],
  procedure: ['diagnoses', 'procedures'],
  medication: ['diagnoses', 'medicines'],
  opioid: ['medicines'],
  oncology: ['diagnoses', 'procedures', 'imaging', 'medicines'],
  imaging: ['imaging'],
  surgical: ['diagnoses', 'procedures', 'imaging'],
  headache: ['diagnoses', 'medicines', 'procedures'],
  'behavioral-request': ['diagnoses', 'procedures', 'behavioral'],
  'behavioral-status': ['behavioral'],
};

/** What stays closed for whoever gets these slices. `role` stands for whatever the part needs: nothing is promised about it. */
export const closedTopics = (slices: readonly SliceName[]): Topic[] => {
  if (slices.includes('role')) return ['notes'];
  const seen = new Set(slices.flatMap((slice) => opened[slice] ?? []));
  return topics.filter((topic) => !seen.has(topic));
};
