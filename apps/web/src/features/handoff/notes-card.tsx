import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ClinicHandoff } from '#contracts';
import { moment } from '../../ui/moments.js';
import { Lock } from './cards.js';
import classes from './handoff-page.module.css';
import type { Desk } from './use-desk.js';

/** What people of the clinic tell each other. Tinted and locked, so that nobody takes it for a message to the partner. */
export function NotesCard({
  notes,
  timeZone,
  desk,
}: {
  notes: ClinicHandoff['notes'];
  timeZone: string;
  /** Null: this reader writes none. */
  desk: Desk | null;
}): ReactNode {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { text: '' } });
  const submit = form.handleSubmit(({ text }) =>
    desk?.mutate({ kind: 'note', text }, { onSuccess: () => form.reset() }),
  );
  return (
    <section className={`card ${classes.notes} no-print`} aria-labelledby="notes">
      <h2 id="notes">
        <Lock /> {t('handoff.notes.title')}
      </h2>
      <p className="soft">{t('handoff.notes.only')}</p>
      {notes.length === 0 && <p className="soft">{t('handoff.notes.none')}</p>}
      <ul className={classes.plainList}>
        {notes.map(({ at, by, text }) => (
          <li key={`${at} ${text}`}>
            {text}
            <div className="soft">
              {by}, {moment(at, timeZone)}
            </div>
          </li>
        ))}
      </ul>
      {desk && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Textarea
            id="note"
            label={t('handoff.notes.add')}
            autosize
            minRows={2}
            maxLength={2000}
            error={form.formState.errors.text?.message}
            onKeyDown={(event) => {
              if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') void submit();
            }}
            {...form.register('text', { required: t('handoff.fields.required') })}
          />
          <Button type="submit" variant="default" mt="xs" loading={desk.isPending}>
            {t('handoff.notes.save')}
          </Button>
        </form>
      )}
    </section>
  );
}
