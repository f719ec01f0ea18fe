import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TeamStatus, TeamStatusEntry } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { fromNow, moment } from '../../ui/moments.js';
import { Asked, Empty, LoadingRows } from '../../ui/states.js';
import { Due, UrgencyMark, VersionChip, type Urgency } from '../../ui/status.js';
import { inWords, roleName } from '../../ui/words.js';

/** Who needs a look first: behind, then contested, then everybody else; who has left comes last. */
const worst: Readonly<Record<string, number>> = { stale: 0, contested: 1, unaffected: 2, current: 3, 'not-on-plan': 4 };
const byNeed = (a: TeamStatusEntry, b: TeamStatusEntry): number =>
  (worst[a.state] ?? 9) - (worst[b.state] ?? 9) || a.partnerName.localeCompare(b.partnerName);

/** Who on the team works from which version. */
export function TeamTable({ planId }: { planId: string }): ReactNode {
  const team = useQuery({
    queryKey: keys.team(planId),
    queryFn: ({ signal }) => get<TeamStatus>(`/api/plans/${planId}/team`, signal),
  });
  return (
    <section className="card" aria-labelledby="team">
      <Asked query={team} loading={<LoadingRows rows={4} />}>
        {({ members, unassigned }) => (
          <>
            <h2 id="team">{headline(members)}</h2>
            {members.length + unassigned.length === 0 ? (
              <Empty title="Nobody has been referred to yet.">
                <p>The pathway of the diagnosis suggests who usually helps.</p>
              </Empty>
            ) : (
              <Table.ScrollContainer minWidth={640}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Partner</Table.Th>
                      <Table.Th>Role</Table.Th>
                      <Table.Th>Works from</Table.Th>
                      <Table.Th>Referral</Table.Th>
                      <Table.Th>Last heard</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {unassigned.map(({ role, handoffId, urgency, dueAt }) => (
                      <Table.Tr key={handoffId}>
                        <Table.Td>
                          <strong>Nobody yet</strong>
                        </Table.Td>
                        <Table.Td>{roleName(role)}</Table.Td>
                        <Table.Td>
                          <UrgencyMark urgency={urgency as Urgency} />
                        </Table.Td>
                        <Table.Td colSpan={2}>
                          choose by <Due at={dueAt} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                    {[...members].sort(byNeed).map((member) => (
                      <MemberRow key={member.memberId} member={member} />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function headline(members: readonly TeamStatusEntry[]): string {
  const active = members.filter(({ status }) => status === 'active');
  const together = active.filter(({ state }) => state === 'current' || state === 'unaffected').length;
  if (active.length === 0) return 'The team';
  return together === active.length
    ? `The team is together: ${together} of ${active.length}`
    : `${active.length - together} of ${active.length} work from something older`;
}

function MemberRow({ member }: { member: TeamStatusEntry }): ReactNode {
  const now = useNow();
  const {
    partnerName,
    role,
    acknowledgedVersion,
    state,
    behind,
    staleSince,
    referralState,
    concern,
    lastHeardAt,
    openHandoffId,
    status,
  } = member;
  return (
    <Table.Tr>
      <Table.Td>
        {openHandoffId ? <a href={`/handoffs/${openHandoffId}`}>{partnerName}</a> : partnerName}
        {status !== 'active' && <span className="soft"> ({status})</span>}
        {concern && <div className="soft">Concern: {concern}</div>}
      </Table.Td>
      <Table.Td>{roleName(role)}</Table.Td>
      <Table.Td>
        <VersionChip version={acknowledgedVersion} state={state as never} behind={behind} />
        {staleSince && <div className="soft">since {moment(staleSince)}</div>}
      </Table.Td>
      <Table.Td>{referralState ? inWords(referralState) : <span className="soft">none</span>}</Table.Td>
      <Table.Td>
        {lastHeardAt ? (
          <>
            <time dateTime={lastHeardAt}>{moment(lastHeardAt)}</time>{' '}
            <span className="soft">({fromNow(lastHeardAt, now)})</span>
          </>
        ) : (
          <span className="soft">never</span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
