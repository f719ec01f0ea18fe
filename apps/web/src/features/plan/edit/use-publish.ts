import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Plan, PlanDocumentInput, PublishConflict, PublishedVersion, VersionImpact } from '#contracts';
import { call, Refused } from '../../../api/client.js';
import type { FieldFault } from '../form/plan-form.js';
import { withoutEmpty } from '../model/values.js';
import { faultsOf } from './faults.js';
import { conflictOf } from './use-preview.js';

interface Wanted {
  document: PlanDocumentInput;
  basedOn: number;
  reason: string;
  digest: string;
}

export interface Publishing {
  run: (wanted: Wanted) => void;
  isPending: boolean;
  faults: FieldFault[];
  conflict: PublishConflict | null;
  /** Not what was previewed would be sent now; this would. */
  newer: VersionImpact | null;
  error: unknown;
  forget: () => void;
}

/** Publishing, and every way in which it can be refused. What was seen is what is sent. */
export function usePublish(plan: Plan, published: (version: PublishedVersion) => void): Publishing {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: async ({ document, basedOn, reason, digest }: Wanted) =>
      (
        await call<PublishedVersion>(`/api/plans/${plan.id}/versions`, {
          method: 'POST',
          body: { document: withoutEmpty(document), reason, digest },
          headers: { 'if-match': `"${basedOn}"` },
        })
      ).body,
    onSuccess: (version) => {
      published(version);
      for (const kind of ['plan', 'patient', 'handoff']) void queries.invalidateQueries({ queryKey: [kind] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['preview'] }),
  });
  const problem = mutation.error instanceof Refused ? mutation.error.problem : null;
  const conflict = conflictOf(mutation.error);
  const newer = problem?.status === 409 && 'preview' in problem ? (problem['preview'] as VersionImpact) : null;
  const faults = faultsOf(mutation.error);
  return {
    run: mutation.mutate,
    isPending: mutation.isPending,
    faults,
    conflict,
    newer,
    error: conflict || newer || faults.length > 0 ? null : mutation.error,
    forget: mutation.reset,
  };
}
