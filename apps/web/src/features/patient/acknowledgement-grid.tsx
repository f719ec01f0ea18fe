import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HandoffSummary, Page, PlanVersion } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { day } from '../../ui/moments.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { roleName } from '../../ui/words.js';
import classes from './acknowledgement-grid.module.css';

type VersionSummary = Omit<PlanVersion, 'document' | 'routing'>;

/** How one partner stands to one version. */
type Cell = 'acknowledged' | 'waiting' | 'replaced' | 'withdrawn' | 'not-concerned';

const cells: Readonly<Record<Cell, { sign: string; words: string }>> = {
  acknowledged: { sign: '●', words: 'acknowledged' },
  waiting: { sign: '○', words: 'asked, not acknowledged' },
  replaced: { sign: '◌', words: 'asked, then replaced by a newer one' },
  withdrawn: { sign: '×', words: 'asked, then taken back' },
  'not-concerned': { sign: '·', words: 'not concerned' },
};

/** Partners by versions: the shared picture of the plan, at a glance and on paper. */
export function AcknowledgementGrid({ planId }: { planId: string }): ReactNode {
  const versions = useQuery({
    queryKey: keys.versions(planId),
    queryFn: ({ signal }) => get<Page<VersionSummary>>(`/api/plans/${planId}/versions?limit=200`, signal),
  });
  const handoffs = useQuery({
    queryKey: keys.handoffs({ plan: planId }),
    queryFn: ({ signal }) => get<Page<HandoffSummary>>(`/api/handoffs?plan=${planId}&limit=200`, signal),
  });
  return (
    <section className="card" aria-labelledby="grid">
      <h2 id="grid">Who acknowledged what</h2>
      <Asked query={versions} loading={<LoadingRows rows={3} />}>
        {({ items: listed }) => (
          <Asked query={handoffs} loading={<LoadingRows rows={3} />}>
            {({ items: asked }) => (
              <Grid versions={[...listed].sort((a, b) => a.version - b.version)} handoffs={asked} />
            )}
          </Asked>
        )}
      </Asked>
    </section>
  );
}

function Grid({
  versions,
  handoffs,
}: {
  versions: readonly VersionSummary[];
  handoffs: readonly HandoffSummary[];
}): ReactNode {
  const rows = Map.groupBy(handoffs, ({ partnerId, role }) => `${partnerId ?? 'nobody yet'} · ${roleName(role)}`);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="grid">
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">Partner</th>
            {versions.map(({ version, publishedAt, reason }) => (
              <th key={version} scope="col" title={`${day(publishedAt)}: ${reason}`}>
                v{version}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([name, own]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {versions.map(({ version }) => {
                const { sign, words } = cells[cellOf(own, version)];
                return (
                  <td key={version} title={words}>
                    <span aria-hidden>{sign}</span>
                    <span className="visually-hidden">{words}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {Object.values(cells)
          .map(({ sign, words }) => `${sign} ${words}`)
          .join('   ')}
      </p>
    </div>
  );
}

/** Acknowledging a handoff counts for every version from its content's to the one it reached through. */
function cellOf(own: readonly HandoffSummary[], version: number): Cell {
  const about = own.filter(({ contentVersion }) => contentVersion === version);
  if (about.some(({ status }) => status === 'acknowledged')) return 'acknowledged';
  if (about.some(({ status }) => status === 'open' || status === 'unassigned')) return 'waiting';
  if (about.some(({ status }) => status === 'superseded')) return 'replaced';
  if (about.length > 0) return 'withdrawn';
  return 'not-concerned';
}
