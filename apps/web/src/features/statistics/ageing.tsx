import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '#contracts';
import { BoardLink } from './board-link.js';
import { Definition } from './definition.js';
import classes from './statistics.module.css';

const bands = ['under-50', 'from-50', 'from-100', 'from-150'] as const;

/** Partners by how much of their time is used: the silent clinic stands on top. Each cell says its number, the shade only repeats it. */
export function Ageing({ ageing }: Pick<Statistics, 'ageing'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics.ageing' });
  const most = Math.max(1, ...ageing.flatMap((row) => row.bands.map(({ count }) => count)));
  const lateness = (row: Statistics['ageing'][number]): number =>
    row.bands.reduce((sum, { band, count }) => sum + count * 10 ** bands.indexOf(band), 0);
  const rows = [...ageing].sort((a, b) => lateness(b) - lateness(a));
  return (
    <section className="card" aria-labelledby="ageing">
      <h2 id="ageing">{t('title')}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="ageing">
          <table className={classes.heat}>
            <thead>
              <tr>
                <th scope="col">{t('partner')}</th>
                {bands.map((band) => (
                  <th key={band} scope="col">
                    {t(`bands.${band}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const partner = row.partner ?? row.partnerId ?? t('nobody');
                return (
                  <tr key={row.partnerId ?? 'nobody'}>
                    <th scope="row">{partner}</th>
                    {bands.map((band) => (
                      <HeatCell
                        key={band}
                        figure={row.bands.find((one) => one.band === band)}
                        band={band}
                        partner={partner}
                        most={most}
                      />
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Definition>{t('definition')}</Definition>
    </section>
  );
}

function HeatCell({
  figure,
  band,
  partner,
  most,
}: {
  figure: Statistics['ageing'][number]['bands'][number] | undefined;
  band: (typeof bands)[number];
  partner: string;
  most: number;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics.ageing' });
  if (!figure || figure.count === 0) return <td className={`numbers soft ${classes.cell}`}>0</td>;
  const label = t('cell', { partner, band: t(`bands.${band}`), count: figure.count });
  return (
    <td className={`numbers ${classes.cell}`} data-band={band}>
      <span className={classes.shade} style={{ opacity: 0.12 + (0.33 * figure.count) / most }} aria-hidden />
      <BoardLink filter={figure.filter} label={label}>
        {figure.count}
      </BoardLink>
    </td>
  );
}
