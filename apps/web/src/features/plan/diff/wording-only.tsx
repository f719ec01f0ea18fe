import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDocument } from '#contracts';
import { labelOf } from '../form/choices.js';
import { type Wording, wordingOf } from '../model/comparison.js';
import { nameOf } from '../model/summaries.js';
import { wordDiff } from '../model/word-diff.js';
import classes from './diff-page.module.css';

/** Free text word by word: said apart, because no rule reads it. */
export function WordingOnly({ before, after }: { before: PlanDocument; after: PlanDocument }): ReactNode {
  const { t } = useTranslation();
  const texts = wordingOf(before, after);
  if (texts.length === 0) return null;
  const titleOf = ({ name, list, item }: Wording): string =>
    [list && item ? nameOf(list, item, t) : null, labelOf(t, name)].filter(Boolean).join(', ');
  return (
    <section className="card" aria-labelledby="diff-wording">
      <h2 id="diff-wording">{t('plan.diff.wording')}</h2>
      <p className="soft">{t('plan.diff.wordingHelp')}</p>
      {texts.map((text) => (
        <div key={`${text.list} ${String(text.item?.['id'])} ${text.name}`} data-change tabIndex={-1}>
          <h3>{titleOf(text)}</h3>
          <p className={classes.words}>
            {wordDiff(text.before, text.after).map(({ kind, text: words }, at) =>
              kind === 'same' ? (
                <span key={at}>{words} </span>
              ) : kind === 'added' ? (
                <ins key={at}>{words} </ins>
              ) : (
                <del key={at}>{words} </del>
              ),
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
