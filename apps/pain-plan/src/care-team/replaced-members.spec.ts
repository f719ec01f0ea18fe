import type { TeamMember } from '#contracts';
import { replacedMembers } from './replaced-members.js';

const member = (facts: Partial<TeamMember> & { memberId: string }): TeamMember => ({
  role: 'physical-therapy',
  partnerId: facts.memberId,
  status: 'active',
  engagedFor: [],
  ...facts,
});

describe('replacedMembers', () => {
  const replaced = (arriving: TeamMember, ...live: TeamMember[]): string[] =>
    replacedMembers(arriving, live).map(({ memberId }) => memberId);

  it('takes over from the holder of the same role, not from itself and not from other roles', () => {
    const arriving = member({ memberId: 'new' });
    expect(
      replaced(arriving, member({ memberId: 'old' }), arriving, member({ memberId: 'doctor', role: 'primary-care' })),
    ).toEqual(['old']);
  });

  it('lets two partners share a role when each is engaged for other items', () => {
    const knee = member({ memberId: 'knee', engagedFor: ['dx-knee'] });
    expect(replaced(knee, member({ memberId: 'back', engagedFor: ['dx-back'] }))).toEqual([]);
    expect(replaced(knee, member({ memberId: 'both', engagedFor: ['dx-back', 'dx-knee'] }))).toEqual(['both']);
    expect(replaced(knee, member({ memberId: 'all' }))).toEqual(['all']);
  });

  it('a proposal leaves the active holder alone', () => {
    const proposal = member({ memberId: 'new', status: 'proposed' });
    expect(
      replaced(proposal, member({ memberId: 'old' }), member({ memberId: 'older idea', status: 'proposed' })),
    ).toEqual(['older idea']);
  });
});
