import { mayRead, protectedKinds, type Standing } from './may-read.js';

const standing = (facts: Partial<Standing>): Standing => ({
  role: 'physician',
  sub: 'reader',
  isTreating: false,
  scoresConsentId: null,
  glass: null,
  ...facts,
});

/** Every kind of content against every way to stand to a patient: who may read it, and by what. */
const readers: [who: string, Standing, opens: Record<string, string>][] = [
  [
    'the treating organization',
    standing({ role: 'partner', isTreating: true }),
    { score: 'treating', answers: 'treating', 'clearance-reason': 'treating', progress: 'treating', part2: 'treating' },
  ],
  ['another organization', standing({ role: 'partner' }), {}],
  ['a physician', standing({}), { 'clearance-reason': 'physician' }],
  [
    'a physician with consent to the scores',
    standing({ scoresConsentId: 'c1' }),
    { score: 'consent:c1', 'clearance-reason': 'physician' },
  ],
  [
    'a physician who broke the glass',
    standing({ glass: { id: 'g1', emergency: false } }),
    { score: 'glass:g1', answers: 'glass:g1', 'clearance-reason': 'physician', progress: 'glass:g1' },
  ],
  [
    'a physician who broke the glass in an emergency',
    standing({ glass: { id: 'g1', emergency: true } }),
    {
      score: 'glass:g1',
      answers: 'glass:g1',
      'clearance-reason': 'physician',
      progress: 'glass:g1',
      part2: 'glass:g1',
    },
  ],
  [
    'a physician with both: the consent is named, because it asks less',
    standing({ scoresConsentId: 'c1', glass: { id: 'g1', emergency: false } }),
    { score: 'consent:c1', answers: 'glass:g1', 'clearance-reason': 'physician', progress: 'glass:g1' },
  ],
  ...(['coordinator', 'administrator', 'operator'] as const).map((role): [string, Standing, Record<string, string>] => [
    `a ${role}, whatever the records say of him`,
    standing({ role, isTreating: true, scoresConsentId: 'c1', glass: { id: 'g1', emergency: true } }),
    {},
  ]),
];

describe('mayRead', () => {
  describe.each(readers)('%s', (_, reader, opens) => {
    it.each(protectedKinds.map((kind) => [kind, opens[kind] ?? null] as const))('%s: %s', (kind, basis) => {
      expect(mayRead(kind, reader, 'somebody else')).toBe(basis);
    });
  });

  it('gives psychotherapy notes to their author alone, also after the treatment has ended', () => {
    const author = standing({ role: 'partner', sub: 'author' });
    expect(mayRead('psychotherapy', author, 'author')).toBe('author');
    expect(mayRead('psychotherapy', { ...author, sub: 'colleague', isTreating: true }, 'author')).toBeNull();
    expect(mayRead('psychotherapy', { ...author, role: 'physician' }, 'author')).toBeNull();
    expect(mayRead('psychotherapy', author, null)).toBeNull();
  });
});
