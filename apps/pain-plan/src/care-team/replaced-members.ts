import type { TeamMember } from '#contracts';

type Holder = Pick<TeamMember, 'memberId' | 'role' | 'partnerId' | 'status' | 'engagedFor'>;

/**
 * Whom an arriving member takes over from: holders of the same role whose work overlaps with the arriving one's.
 * Two partners may share a role when each is engaged for other items. A proposal takes over from other proposals only.
 */
export const replacedMembers = <Member extends Holder>(arriving: Holder, live: readonly Member[]): Member[] =>
  live.filter(
    (member) =>
      member.memberId !== arriving.memberId &&
      member.role === arriving.role &&
      (arriving.status === 'active' || member.status === 'proposed') &&
      overlaps(member.engagedFor, arriving.engagedFor),
  );

const overlaps = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((item) => other.includes(item));
