import type { HandoffSummary, TeamStatus, TeamStatusEntry } from '#contracts';

/** How one partner stands to one version. */
export type Cell = 'acknowledged' | 'covered' | 'waiting' | 'contested' | 'replaced' | 'withdrawn' | 'quiet' | 'before';

export interface GridRow {
  key: string;
  partner: string | null;
  role: string;
  cells: readonly Cell[];
  /** Null: nobody holds the role, or whoever held it has left. */
  member: TeamStatusEntry | null;
  /** Index of the last acknowledged version; -1 when there is none. */
  lastAcknowledged: number;
}

/** Acknowledging a handoff counts for every version from its content's to the one it reached through. */
export function cellOf(own: readonly HandoffSummary[], version: number): Cell {
  const about = own.filter(({ contentVersion }) => contentVersion === version);
  if (about.some(({ status }) => status === 'acknowledged')) return 'acknowledged';
  if (about.some(({ contested }) => contested)) return 'contested';
  if (about.some(({ status }) => status === 'open' || status === 'unassigned')) return 'waiting';
  if (about.some(({ status }) => status === 'superseded')) return 'replaced';
  if (about.length > 0) return 'withdrawn';
  const within = ({ fromVersion, throughVersion }: HandoffSummary): boolean =>
    version > fromVersion && version <= throughVersion;
  return own.some((handoff) => handoff.status === 'acknowledged' && within(handoff)) ? 'covered' : 'quiet';
}

/** Members in the order of their coming, then roles that nobody holds. */
export function rowsOf(
  versions: readonly number[],
  { members, unassigned }: TeamStatus,
  handoffs: readonly HandoffSummary[],
): GridRow[] {
  const row = (
    key: string,
    who: Pick<GridRow, 'partner' | 'role' | 'member'>,
    own: readonly HandoffSummary[],
  ): GridRow => {
    const first = Math.min(...own.map(({ contentVersion }) => contentVersion));
    const cells = versions.map((version) => {
      const cell = cellOf(own, version);
      return cell === 'quiet' && version < first && who.member?.status !== 'active' ? 'before' : cell;
    });
    const isKnown = (cell: Cell): boolean => cell === 'acknowledged' || cell === 'covered';
    return { key, ...who, cells, lastAcknowledged: cells.findLastIndex(isKnown) };
  };
  const ofMembers = members
    .filter(({ status, memberId }) => status === 'active' || handoffs.some((one) => one.memberId === memberId))
    .map((member) =>
      row(
        member.memberId,
        { partner: member.partnerName, role: member.role, member },
        handoffs.filter(({ memberId }) => memberId === member.memberId),
      ),
    );
  const ofNobody = unassigned.map(({ role, handoffId }) =>
    row(
      handoffId,
      { partner: null, role, member: null },
      handoffs.filter(({ id }) => id === handoffId),
    ),
  );
  return [...ofMembers, ...ofNobody];
}
