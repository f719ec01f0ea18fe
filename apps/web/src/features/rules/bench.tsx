import { Button, NativeSelect, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTrial } from '#contracts';
import { post, Refused } from '../../api/client.js';
import list from '../../ui/list.module.css';
import { Failed } from '../../ui/states.js';
import { BenchFields } from './bench-fields.js';
import { BenchResult } from './bench-result.js';
import type { Rule } from './rule.js';
import classes from './rules.module.css';

const spans = ['7', '30', '90', '365'] as const;

class NotYaml extends Error {}

/** The reader and writer of YAML come when somebody wants them. */
const yaml = () => import('yaml');

/** What a changed rule would have sent. Only asks and counts: nothing leaves, nothing is kept. */
export function Bench({ rule }: { rule: Rule }): ReactNode {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'form' | 'yaml'>('form');
  const [changed, setChanged] = useState<Rule>(rule);
  const [text, setText] = useState('');
  const [days, setDays] = useState('90');
  const trial = useMutation({
    mutationFn: async () =>
      post<RuleTrial>('/api/rules/trial', {
        rule: mode === 'yaml' ? await read(text) : changed,
        days: Number(days),
      }),
  });
  const turn = async (to: 'form' | 'yaml'): Promise<void> => {
    if (to === 'yaml') setText((await yaml()).stringify(changed));
    setMode(to);
  };
  return (
    <>
      <p>{t('rules.bench.about')}</p>
      <p className="soft">{t('rules.bench.assumed')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          trial.mutate();
        }}
      >
        <SegmentedControl
          mb="sm"
          aria-label={t('rules.bench.title')}
          data={(['form', 'yaml'] as const).map((value) => ({ value, label: t(`rules.bench.${value}`) }))}
          value={mode}
          onChange={(to) => void turn(to as typeof mode)}
        />
        {mode === 'form' ? (
          <BenchFields rule={changed} change={setChanged} />
        ) : (
          <Textarea
            className={classes.yaml ?? ''}
            label={t('rules.bench.yaml')}
            description={t('rules.bench.yamlMore')}
            rows={18}
            spellCheck={false}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            mb="sm"
          />
        )}
        <div className={list.filters}>
          <NativeSelect
            label={t('rules.bench.days')}
            data={spans.map((value) => ({ value, label: t('rules.bench.daysOf', { count: Number(value) }) }))}
            value={days}
            onChange={({ currentTarget }) => setDays(currentTarget.value)}
          />
          <Button type="submit" loading={trial.isPending}>
            {t('rules.bench.run')}
          </Button>
        </div>
      </form>
      <div role="status" aria-live="polite">
        {trial.isPending && t('rules.bench.running')}
        {trial.data && !trial.isPending && <BenchResult trial={trial.data} />}
      </div>
      {trial.error && <Fault error={trial.error} />}
    </>
  );
}

async function read(text: string): Promise<unknown> {
  try {
    const given: unknown = (await yaml()).parse(text);
    // A file holds a list; somebody may paste one entry of it with its dash.
    return Array.isArray(given) ? (given as unknown[])[0] : given;
  } catch (error) {
    throw new NotYaml(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function Fault({ error }: { error: unknown }): ReactNode {
  const { t } = useTranslation();
  if (error instanceof NotYaml) return <p role="alert">{t('rules.bench.yamlFault', { why: error.message })}</p>;
  const faults = error instanceof Refused ? (error.problem.errors ?? []) : [];
  if (faults.length === 0) return <Failed error={error} />;
  return (
    <div role="alert">
      <b>{t('rules.bench.faults')}</b>
      <ul>
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
