import { Button, Group, Modal, NativeSelect, Radio, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlassBreak, Page } from '#contracts';
import { get, post, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import classes from '../../ui/list.module.css';
import { moment } from '../../ui/moments.js';
import { More } from '../../ui/more.js';
import { Asked, Empty, Failed } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import own from './audit.module.css';
import { glassStates, readAuditSearch } from './audit-search.js';

const route = getRouteApi('/audit');

/** Whoever opened sealed records in an emergency, and what the privacy officer says of it. */
export function GlassList(): ReactNode {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<GlassBreak | null>(null);
  const glass = useInfiniteQuery({
    queryKey: keys.glass({ review: search.review }),
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) =>
      get<Page<GlassBreak>>(
        `/api/behavioral-health/break-the-glass${queryOf({ review: search.review, cursor, limit: 50 })}`,
        signal,
      ),
    getNextPageParam: ({ next }) => next,
  });
  const columns = useColumns(setOpen);
  return (
    <>
      <p className="soft">{t('audit.glass.about')}</p>
      <div className={classes.filters}>
        <NativeSelect
          label={t('audit.glass.state')}
          data={[
            { value: '', label: t('audit.glass.any') },
            ...glassStates.map((value) => ({ value, label: t(`audit.glass.states.${value}`) })),
          ]}
          value={search.review ?? ''}
          onChange={({ currentTarget }) =>
            void navigate({ search: readAuditSearch({ ...search, review: currentTarget.value }), replace: true })
          }
        />
      </div>
      <Asked query={glass}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty title={t('audit.glass.none')} />;
          return (
            <>
              <DataTable label={t('audit.glass.list')} columns={columns} rows={rows} keyOf={({ id }) => id} />
              <More query={glass} />
            </>
          );
        }}
      </Asked>
      {open && <ReviewDialog broken={open} close={() => setOpen(null)} />}
    </>
  );
}

const looks = {
  open: { tone: 'soon', icon: IconClock },
  overdue: { tone: 'late', icon: IconAlertTriangle },
  done: { tone: 'ok', icon: IconCheck },
} as const;

function useColumns(open: (broken: GlassBreak) => void): Column<GlassBreak>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'opened',
      head: t('audit.glass.opened'),
      cell: (broken) => (
        <button type="button" className={own.linkish} data-row onClick={() => open(broken)}>
          <span className="numbers">{moment(broken.openedAt)}</span>
        </button>
      ),
    },
    { id: 'by', head: t('audit.glass.by'), cell: ({ by }) => by.name },
    {
      id: 'reason',
      head: t('audit.glass.reason'),
      cell: ({ reason, emergency }) => (
        <>
          {reason}
          {emergency && <span className="soft"> ({t('audit.glass.emergency').toLowerCase()})</span>}
        </>
      ),
    },
    { id: 'reads', head: t('audit.glass.reads'), cell: ({ reads }) => reads },
    {
      id: 'review',
      head: t('audit.glass.state'),
      cell: ({ review: { state, dueAt, verdict } }) => (
        <>
          <Mark {...looks[state]}>
            {verdict ? t(`audit.glass.verdicts.${verdict}`) : t(`audit.glass.states.${state}`)}
          </Mark>
          {state !== 'done' && (
            <span className="soft">
              {' '}
              {t('audit.glass.due')} {moment(dueAt)}
            </span>
          )}
        </>
      ),
    },
  ];
}

function ReviewDialog({ broken, close }: { broken: GlassBreak; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { by, reason, review, patientId } = broken;
  const [verdict, setVerdict] = useState('justified');
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () => post(`/api/behavioral-health/break-the-glass/${broken.id}/review`, { verdict, note }),
    onSuccess: () => {
      notifications.show({ message: t('audit.glass.saved') });
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['audit', 'glass'] }),
  });
  return (
    <Modal opened onClose={close} title={t('audit.glass.reviewOf', { name: by.name })}>
      <dl className={classes.facts}>
        <dt>{t('audit.glass.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('audit.glass.patient')}</dt>
        <dd>
          <code>{patientId}</code>
        </dd>
      </dl>
      {review.verdict ? (
        <p>
          <b>{t(`audit.glass.verdicts.${review.verdict}`)}</b>: {review.note} {review.at && moment(review.at)}
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Radio.Group label={t('audit.glass.verdict')} value={verdict} onChange={setVerdict}>
            <Group mt="xs">
              {(['justified', 'not-justified'] as const).map((value) => (
                <Radio key={value} value={value} label={t(`audit.glass.verdicts.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea
            mt="sm"
            label={t('audit.glass.note')}
            required
            minLength={3}
            maxLength={1000}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {save.error && <Failed error={save.error} />}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('audit.glass.save', { name: by.name })}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
