import { groupsOf, type Parked } from './parked-groups.js';

const parked = (id: string, key: string, error: string, type: string | null = 'plan.published'): Parked => ({
  id,
  key,
  topic: 'throughline.plan.v1',
  eventId: null,
  type,
  error,
  tries: 3,
  parkedAt: `2027-04-06T13:0${id}:00.000Z`,
});

describe('groupsOf', () => {
  it('gathers what failed in the same way, whatever its ids, and counts what waits behind', () => {
    const groups = groupsOf([
      {
        service: 'referral',
        parked: [
          parked('1', 'a', 'row 12 is not there'),
          parked('2', 'a', 'waits behind an earlier message of the same key'),
          parked('3', 'b', 'row 7 is not there'),
          parked('4', 'c', 'the envelope cannot be read', null),
        ],
      },
      { service: 'therapy', parked: [] },
    ]);
    expect(
      groups.map(({ service, failure, messages, behind, keys }) => [service, failure, messages.length, behind, keys]),
    ).toEqual([
      ['referral', 'row … is not there', 2, 1, ['a', 'b']],
      ['referral', 'the envelope cannot be read', 1, 0, ['c']],
    ]);
    expect([groups[0]?.first, groups[0]?.last]).toEqual(['2027-04-06T13:01:00.000Z', '2027-04-06T13:03:00.000Z']);
  });
});
