import { planDocument, type PlanDocumentInput } from '#contracts';
import { closedForSession } from './session-window.js';

type ProcedureInput = NonNullable<PlanDocumentInput['procedures']>[number];
const at = '2027-04-13T10:00:00-04:00';
const rehab = { id: 'r1', discipline: 'physical-therapy', status: 'active' } as const;

const ask = (
  procedure: Partial<ProcedureInput>,
  time: string,
  more: Partial<Parameters<typeof closedForSession>[0]> = {},
) =>
  closedForSession({
    document: planDocument.parse({
      rehab: [rehab, { ...rehab, id: 'r2', discipline: 'pelvic-floor-therapy' }],
      procedures: [
        { id: 'p1', type: 'esi-caudal', intent: 'therapeutic', status: 'scheduled', scheduledAt: at, ...procedure },
      ],
    }),
    discipline: 'physical-therapy',
    at: new Date(time),
    loading: false,
    timeZone: 'America/New_York',
    reserved: new Map(),
    ...more,
  });

describe('a therapy session', () => {
  it.each([
    ['esi-caudal', true],
    ['medial-branch-block', true],
    ['rfa-medial-branch', true],
    ['joint-injection-knee', true],
    ['vertebroplasty', true],
    ['scs-implant', true],
    ['pudendal-block', true],
    ['trigger-point', false],
    ['sympathetic-block', false],
    ['scs-trial', false],
  ] as const)('on the day of a procedure (%s) is closed: %s', (type, isClosed) => {
    expect(ask({ type }, '2027-04-13T08:00:00-04:00') !== null).toBe(isClosed);
    expect(ask({ type }, '2027-04-13T16:00:00-04:00') !== null).toBe(isClosed);
    expect(ask({ type }, '2027-04-12T16:00:00-04:00')).toBeNull();
    expect(ask({ type }, '2027-04-14T08:00:00-04:00')).toBeNull();
  });

  it.each([
    ['esi-caudal', '2027-04-15T10:00:00-04:00'],
    ['medial-branch-block', '2027-04-14T10:00:00-04:00'],
    ['rfa-medial-branch', '2027-04-20T10:00:00-04:00'],
    ['scs-trial', '2027-04-22T10:00:00-04:00'],
    ['scs-implant', '2027-05-25T10:00:00-04:00'],
  ] as const)('that loads after a %s is open from %s, and a light one before', (type, from) => {
    const before = new Date(Date.parse(from) - 60_000).toISOString();
    expect(ask({ type }, before, { loading: true })?.possibleFrom).toEqual(new Date(from));
    expect(ask({ type }, from, { loading: true })).toBeNull();
    expect(ask({ type }, '2027-04-14T08:00:00-04:00')).toBeNull();
  });

  it('does not mind what is cancelled or has no date, and minds what is reserved', () => {
    const undated = { status: 'planned', scheduledAt: undefined } as const;
    expect(ask({ status: 'cancelled' }, at)).toBeNull();
    expect(ask(undated, at)).toBeNull();
    expect(ask(undated, at, { reserved: new Map([['p1', new Date(at)]]) })).not.toBeNull();
  });

  it('is refused in words that its reader may know', () => {
    expect(ask({}, at)).toMatchObject({ forPartner: expect.stringContaining('caudal epidural') });
    const pelvic = ask({ type: 'pudendal-block' }, at);
    expect(pelvic).toMatchObject({ forPartner: 'Not on this day, the pain clinic asks.' });
    expect(pelvic?.reason).toContain('pudendal');
    const inPelvicTherapy = { discipline: 'pelvic-floor-therapy' } as const;
    expect(ask({ type: 'pudendal-block' }, at, inPelvicTherapy)?.forPartner).toContain('pudendal');
    expect(ask({}, at, inPelvicTherapy)?.forPartner).toBe('Not on this day, the pain clinic asks.');
  });

  it('waits while therapy is held: all of it, or its load alone', () => {
    const held = (restriction: 'hold-all' | 'hold-loading', until: string, loading: boolean) =>
      closedForSession({
        document: planDocument.parse({
          rehab: [{ ...rehab, restrictions: [{ id: 'x', kind: restriction, from: '2027-04-10', until }] }],
        }),
        ...{
          discipline: 'physical-therapy',
          at: new Date(at),
          loading,
          timeZone: 'America/New_York',
          reserved: new Map(),
        },
      });
    expect(held('hold-all', '2027-04-13', false)?.possibleFrom).toEqual(new Date('2027-04-14T00:00:00-04:00'));
    expect(held('hold-all', '2027-04-12', false)).toBeNull();
    expect(held('hold-loading', 'until-cleared', false)).toBeNull();
    expect(held('hold-loading', 'until-cleared', true)).toMatchObject({ possibleFrom: null });
  });
});
