import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PlanDocumentInput, PublishConflict, VersionImpact } from '#contracts';
import { call, Refused } from '../../../api/client.js';
import { isSame, withoutEmpty } from '../model/values.js';
import type { FieldFault } from '../form/plan-form.js';
import { faultsOf } from './faults.js';

const askAfterMs = 400;

export interface Preview {
  /** The last answer, also while a newer one is on its way. */
  impact: VersionImpact | null;
  /** What is shown is of an older draft. */
  isStale: boolean;
  faults: FieldFault[];
  conflict: PublishConflict | null;
  error: unknown;
  again: () => void;
}

export const conflictOf = (error: unknown): PublishConflict | null =>
  error instanceof Refused && error.problem.status === 409 && 'theirs' in error.problem
    ? (error.problem as unknown as PublishConflict)
    : null;

/** Where the consequences of a document are asked. */
export interface PreviewPlace {
  path: string;
  /** The version that the document is based on; null for a first plan. */
  basedOn: number | null;
  /** What is sent besides the document. */
  besides?: Record<string, unknown>;
}

/** The consequences of the draft, asked anew a moment after each change; the old ones stay in sight meanwhile. */
export function usePreview({ path, basedOn, besides = {} }: PreviewPlace, document: PlanDocumentInput): Preview {
  const body = { ...besides, document: withoutEmpty(document) };
  const asked = useSettled(body);
  const last = useRef<VersionImpact | null>(null);
  const query = useQuery({
    queryKey: ['preview', path, basedOn, asked],
    queryFn: async ({ signal }) =>
      (
        await call<VersionImpact>(path, {
          method: 'POST',
          body: asked,
          headers: basedOn === null ? {} : { 'if-match': `"${basedOn}"` },
          signal,
        })
      ).body,
    retry: false,
  });
  if (query.data) last.current = query.data;
  const faults = faultsOf(query.error);
  const conflict = conflictOf(query.error);
  return {
    impact: last.current,
    isStale: !isSame(asked, body) || query.isFetching || !query.data,
    faults,
    conflict,
    error: faults.length > 0 || conflict ? null : query.error,
    again: () => void query.refetch(),
  };
}

/** A value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(written) as T), askAfterMs);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}
