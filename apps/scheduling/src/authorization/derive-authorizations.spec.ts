import { planDocument, type PlanDocumentInput } from '#contracts';
import { deriveAuthorizations } from './derive-authorizations.js';

type ProcedureInput = NonNullable<PlanDocumentInput['procedures']>[number];
type ImagingInput = NonNullable<PlanDocumentInput['imaging']>[number];

const noon = '2027-04-06T12:00:00Z';
const procedure = (facts: Partial<ProcedureInput>): PlanDocumentInput => ({
  procedures: [
    {
      id: 'p1',
      type: 'genicular-block',
      intent: 'diagnostic',
      status: 'planned',
      authorizationRequired: true,
      ...facts,
    },
  ],
});
const study = (status: ImagingInput['status'], facts: Partial<ImagingInput> = {}): PlanDocumentInput => ({
  imaging: [{ id: 'i1', modality: 'mri', region: 'lumbar spine', reason: 'leg pain', status, ...facts }],
});
const wishes = (document: PlanDocumentInput) =>
  deriveAuthorizations(planDocument.parse(document)).map(({ itemId, wish }) => `${itemId} ${wish}`);

describe('deriveAuthorizations', () => {
  it.each([
    ['asks for a planned procedure', procedure({}), ['p1 needed']],
    ['asks for one that is already scheduled', procedure({ status: 'scheduled', scheduledAt: noon }), ['p1 needed']],
    ['asks for none that needs no permission', procedure({ authorizationRequired: false }), []],
    ['asks for none that is cancelled', procedure({ status: 'cancelled' }), []],
    ['keeps what was said about a procedure that is done', procedure({ status: 'done', doneAt: noon }), ['p1 keep']],
    ['asks for a study that is ordered', study('ordered'), ['i1 needed']],
    ['keeps what was said about a study with a date', study('scheduled', { scheduledAt: noon }), ['i1 keep']],
    ['keeps what was said about a study with a result', study('resulted'), ['i1 keep']],
    ['asks for no study that is cancelled', study('cancelled'), []],
  ] as const)('%s', (_, document, expected) => {
    expect(wishes(document)).toEqual(expected);
  });

  it('asks for nothing in a revoked plan and keeps what took place', () => {
    const revoked = (document: PlanDocumentInput) => wishes({ ...document, status: 'revoked' });
    expect([procedure({}), study('ordered'), study('scheduled')].flatMap(revoked)).toEqual([]);
    expect(revoked(procedure({ status: 'done', doneAt: noon }))).toEqual(['p1 keep']);
    expect(revoked(study('resulted'))).toEqual(['i1 keep']);
  });

  it('names a study in words, with the side where there is one', () => {
    const subject = (facts: Partial<ImagingInput>) =>
      deriveAuthorizations(planDocument.parse(study('ordered', facts)))[0]?.subject;
    expect(subject({})).toBe('MRI of lumbar spine');
    expect(subject({ modality: 'xray', side: 'left', region: 'hip' })).toBe('X-ray of left hip');
  });
});
