import { IconArrowRight, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanChange } from '#contracts';
import { Empty } from '../../../ui/states.js';
import { roleName } from '../../../ui/words.js';
import { bySection, listOf, unchangedItems, verbOf } from '../model/comparison.js';
import { summaryOf } from '../model/summaries.js';
import { isFields } from '../model/values.js';
import classes from './diff-page.module.css';
import type { Compared, Ends } from './use-comparison.js';
import { WordingOnly } from './wording-only.js';

const icons = { added: IconPlus, changed: IconArrowRight, stopped: IconMinus } as const;

/** By section, in words: what was added, what became what, what is over. */
export function Changes({
  changes,
  about,
  ends: { from, to },
  role,
}: {
  changes: readonly PlanChange[];
  about: Compared;
  ends: Ends;
  role: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const { before, after } = about;
  const unchanged = before && after && !role ? unchangedItems(before, after) : new Map<string, never>();
  const sections = bySection(changes);
  const others = [...unchanged].filter(([id]) => !sections.some((section) => section.id === id));
  return (
    <>
      {from === 0 && <p>{t('plan.diff.full', { version: to })}</p>}
      {changes.length === 0 && <Nothing about={about} ends={{ from, to }} role={role} />}
      {sections.map(({ id, changes: own }) => (
        <section key={id} className="card" aria-labelledby={`diff-${id}`}>
          <h2 id={`diff-${id}`}>
            {t(`plan.sections.${id}`)} <span className="soft">{t('plan.diff.count', { count: own.length })}</span>
          </h2>
          <ul className={classes.changes}>
            {own.map((change, at) => (
              <Change key={`${change.type} ${change.itemId ?? at}`} change={change} />
            ))}
          </ul>
          <Unchanged items={unchanged.get(id) ?? []} />
        </section>
      ))}
      {before && after && !role && <WordingOnly before={before} after={after} />}
      {others.length > 0 && (
        <section className="card">
          <Unchanged items={others.flatMap(([, items]) => items)} />
        </section>
      )}
    </>
  );
}

function Change({ change }: { change: PlanChange }): ReactNode {
  const { t } = useTranslation();
  const verb = verbOf(change);
  const Icon = icons[verb];
  const list = listOf(change);
  const { before, after } = change;
  const lines =
    list && isFields(before) && isFields(after) ? [summaryOf(list, before, t), summaryOf(list, after, t)] : null;
  return (
    <li data-change tabIndex={-1}>
      <span className={classes.verb} data-verb={verb}>
        <Icon size={16} aria-hidden /> {t(`plan.diff.${verb}`)}
      </span>
      <span>
        {change.text}
        {lines && lines[0] !== lines[1] && (
          <span className={classes.line}>
            <span className="visually-hidden">{t('plan.diff.before')}: </span>
            <del>{lines[0]}</del> <span aria-hidden>→</span>{' '}
            <span className="visually-hidden">{t('plan.diff.after')}: </span>
            <ins>{lines[1]}</ins>
          </span>
        )}
      </span>
    </li>
  );
}

function Unchanged({
  items,
}: {
  items: readonly { list: Parameters<typeof summaryOf>[0]; item: Parameters<typeof summaryOf>[1] }[];
}): ReactNode {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <details data-fold className={classes.unchanged}>
      <summary>{t('plan.diff.unchanged', { count: items.length })}</summary>
      <ul>
        {items.map(({ list, item }) => (
          <li key={`${list} ${String(item['id'])}`}>{summaryOf(list, item, t)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Nothing to see is said with its reason. */
function Nothing({
  about,
  ends: { from, to },
  role,
}: {
  about: Compared;
  ends: Ends;
  role: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  if (!role) return <Empty title={t('plan.diff.identical', { from, to })} />;
  const why = (about.routing?.unaffected ?? []).filter((one) => one.role === role);
  return (
    <Empty title={t('plan.diff.identicalFor', { from, to, role: roleName(role).toLowerCase() })}>
      {why.map(({ partnerId, why: reason }) => (
        <p key={partnerId}>{t('plan.diff.identicalWhy', { partner: about.nameOf(partnerId), why: reason })}</p>
      ))}
    </Empty>
  );
}
