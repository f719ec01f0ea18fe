import type { ReactNode } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page, PlanVersion } from '#contracts';
import { get } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { day } from '../../../ui/moments.js';
import { Asked, LoadingRows } from '../../../ui/states.js';
import { VersionChip } from '../../../ui/status.js';
import { roleName } from '../../../ui/words.js';
import { useHandoffs, useTeam } from '../use-team.js';
import { type Cell, type GridRow, rowsOf } from './grid-cells.js';
import classes from './acknowledgement-grid.module.css';

export type VersionSummary = Omit<PlanVersion, 'document' | 'routing'>;

export const useVersions = (planId: string): UseQueryResult<Page<VersionSummary>> =>
  useQuery({
    queryKey: keys.versions(planId),
    queryFn: ({ signal }) => get<Page<VersionSummary>>(`/api/plans/${planId}/versions?limit=200`, signal),
  });

/** Partners by versions: the shared picture of the plan, at a glance, in words and on paper. */
export function AcknowledgementGrid({ planId, heading = 'grid' }: { planId: string; heading?: string }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.grid' });
  const versions = useVersions(planId);
  const handoffs = useHandoffs(planId);
  const team = useTeam(planId);
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t('title')}</h2>
      <Asked query={versions} loading={<LoadingRows rows={3} />}>
        {({ items: listed }) => (
          <Asked query={handoffs} loading={<LoadingRows rows={3} />}>
            {({ items: asked }) => (
              <Asked query={team} loading={<LoadingRows rows={3} />}>
                {(status) => {
                  const inOrder = [...listed].sort((a, b) => a.version - b.version);
                  const rows = rowsOf(
                    inOrder.map(({ version }) => version),
                    status,
                    asked,
                  );
                  if (rows.length === 0) return <p className="soft">{t('empty')}</p>;
                  return <Grid versions={inOrder} rows={rows} heading={heading} />;
                }}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </section>
  );
}

const dayAndMonth = (at: string): string => day(at).replace(/ \d{4}$/, '');

function Grid({
  versions,
  rows,
  heading,
}: {
  versions: readonly VersionSummary[];
  rows: readonly GridRow[];
  heading: string;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.grid' });
  const used = new Set(rows.flatMap(({ cells }) => cells));
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby={heading}>
        <table className={classes.grid}>
          <caption className="visually-hidden">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className={classes.who}>
                {t('partner')}
              </th>
              {versions.map(({ version, publishedAt, reason }) => (
                <th
                  key={version}
                  scope="col"
                  title={t('published', { version, day: day(publishedAt), reason })}
                  className={classes.version}
                >
                  v{version}
                  <span className={classes.day}>{dayAndMonth(publishedAt)}</span>
                </th>
              ))}
              <th scope="col" className={classes.now}>
                {t('now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} versions={versions} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className={classes.legend} aria-label={t('legend')}>
        {(['acknowledged', 'covered', 'waiting', 'contested', 'replaced', 'withdrawn', 'quiet'] as const)
          .filter((cell) => used.has(cell))
          .map((cell) => (
            <li key={cell}>
              <Sign cell={cell} /> {t(`cells.${cell}`)}
            </li>
          ))}
      </ul>
    </>
  );
}

/** From the last acknowledged version the line runs on to now: whole while their picture holds, broken when it does not. */
function lineOf(row: GridRow, at: number): 'none' | 'whole' | 'broken' {
  const { member, lastAcknowledged, cells } = row;
  if (member?.status !== 'active') return lastAcknowledged >= at ? 'whole' : 'none';
  if (at <= lastAcknowledged) return cells[at] === 'before' ? 'none' : 'whole';
  if (member.state === 'current' || member.state === 'unaffected') return 'whole';
  return 'broken';
}

function Row({ row, versions }: { row: GridRow; versions: readonly VersionSummary[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.grid' });
  const { member, partner, role, cells } = row;
  return (
    <tr>
      <th scope="row" className={classes.who}>
        {partner ?? t('nobody')}
        <span className={classes.role}>{roleName(role)}</span>
      </th>
      {cells.map((cell, at) => (
        <td
          key={versions[at]?.version}
          data-line={lineOf(row, at)}
          data-first={at === 0 || undefined}
          title={t(`cells.${cell}`)}
          className={classes.cell}
        >
          <Sign cell={cell} />
          <span className="visually-hidden">{t(`cells.${cell}`)}</span>
        </td>
      ))}
      <td className={classes.now} data-line={lineOf(row, cells.length)}>
        {member?.status === 'active' ? (
          <VersionChip version={member.acknowledgedVersion} state={member.state} behind={member.behind} />
        ) : (
          <span className="soft">—</span>
        )}
      </td>
    </tr>
  );
}

/** Each has a shape of its own, so that a copy in black and white says the same. */
function Sign({ cell }: { cell: Cell }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden className={classes.sign} data-cell={cell}>
      {cell === 'acknowledged' && (
        <>
          <circle cx="12" cy="12" r="9.5" className={classes.full} />
          <path d="M7.5 12.5l3 3 6-6.5" className={classes.tick} />
        </>
      )}
      {cell === 'covered' && <circle cx="12" cy="12" r="4.5" className={classes.full} />}
      {cell === 'waiting' && <circle cx="12" cy="12" r="8.5" className={classes.hollow} />}
      {cell === 'contested' && (
        <>
          <circle cx="12" cy="12" r="8.5" className={classes.hollow} />
          <path d="M12 7.5v5.5M12 16v.6" className={classes.stroke} />
        </>
      )}
      {cell === 'replaced' && <circle cx="12" cy="12" r="8.5" className={classes.dashed} />}
      {cell === 'withdrawn' && <path d="M7 7l10 10M17 7L7 17" className={classes.stroke} />}
      {cell === 'quiet' && <circle cx="12" cy="12" r="2.5" className={classes.dot} />}
    </svg>
  );
}
