import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client.js';

/** Rows of the final height, so that nothing jumps when the answer comes. */
export function LoadingRows({ rows = 6, height = 44 }: { rows?: number; height?: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('states.loading')}>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} height={height - 8} my={4} />
      ))}
    </div>
  );
}

/** What failed, what still works, and a way on. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const { t } = useTranslation();
  const words =
    error instanceof Refused
      ? error.problem.detail
      : error instanceof Unreachable
        ? t('states.unreachable')
        : t('states.failed');
  const id = error instanceof Refused && typeof error.problem['errorId'] === 'string' ? error.problem['errorId'] : null;
  return (
    <div className="card" role="alert">
      <p>
        <strong>{t('states.failed')}</strong> {words}
      </p>
      <p className="soft">
        {t('states.stillWorks')}
        {id && ` ${t('states.reference', { id })}`}
      </p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('states.retry')}
        </Button>
      )}
    </div>
  );
}

/** Nothing to show is a sentence that points on, never a blank. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="card">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

/** The three ways a question can stand; the last good answer stays when asking again fails. */
export function Asked<T>({
  query,
  loading,
  children,
}: {
  query: UseQueryResult<T>;
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return loading ?? <LoadingRows />;
}
