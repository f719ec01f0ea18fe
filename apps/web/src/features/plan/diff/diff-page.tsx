import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#contracts';
import { get } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../app/session.js';
import { PatientBanner } from '../../../ui/patient-banner.js';
import { Asked, LoadingRows } from '../../../ui/states.js';
import { Changes } from './changes.js';
import { DiffTools } from './diff-tools.js';
import classes from './diff-page.module.css';
import { Effects } from './effects.js';
import { EnteredInError } from './entered-in-error.js';
import { useDiffKeys } from './use-diff-keys.js';
import { useComparison } from './use-comparison.js';
import { VersionRail } from './version-rail.js';

const route = getRouteApi('/plans/$planId/diff');

/** What changed between two versions, in clinical words, for everybody or as one role sees it. */
export function DiffPage(): ReactNode {
  const { planId } = route.useParams();
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  return <Asked query={plan}>{(found) => <Comparison plan={found} />}</Asked>;
}

function Comparison({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { to = plan.currentVersion, role } = search;
  const { from = Math.max(0, to - 1) } = search;
  const about = useComparison(plan, { from, to, ...(role ? { role } : {}) });
  const list = useRef<HTMLDivElement>(null);
  const keysOf = useDiffKeys(list);
  const isNewest = to === plan.currentVersion;
  return (
    <>
      {about.patient && <PatientBanner patient={about.patient} document={plan.document} />}
      <h1>
        {t('plan.diff.title')} <span className="numbers">{t('plan.diff.heading', { from, to })}</span>
      </h1>
      <div className={classes.columns}>
        <VersionRail
          about={about}
          ends={{ from, to }}
          show={(ends) => void navigate({ search: (before) => ({ ...before, ...ends }) })}
        />
        <div className={classes.main} ref={list}>
          <DiffTools
            about={about}
            ends={{ from, to }}
            role={role}
            canEdit={me?.role === 'physician'}
            planId={plan.id}
            keys={keysOf}
            show={(next) => void navigate({ search: next })}
          >
            {isNewest && me?.role === 'physician' && about.patient && (
              <EnteredInError plan={plan} patient={about.patient} about={about} />
            )}
          </DiffTools>
          <Asked query={about.diff} loading={<LoadingRows rows={4} />}>
            {({ changes }) => <Changes changes={changes} about={about} ends={{ from, to }} role={role} />}
          </Asked>
          <Effects about={about} version={to} />
        </div>
      </div>
    </>
  );
}
