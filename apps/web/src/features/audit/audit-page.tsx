import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../ui/list.module.css';
import { AuditLog } from './audit-log.js';
import { ChainBadge } from './chain-badge.js';
import { GlassList } from './glass-list.js';
import own from './audit.module.css';

const route = getRouteApi('/audit');

/** Who did what with whom; whether the record of it is whole; and who broke the glass. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const { view } = route.useSearch();
  return (
    <>
      <div className={classes.head}>
        <h1>{t('audit.title')}</h1>
        <nav aria-label={t('audit.views.label')} className={own.views}>
          <Link to="/audit" search={{}} aria-current={view ? undefined : 'page'} activeProps={{}}>
            {t('audit.views.log')}
          </Link>
          <Link to="/audit" search={{ view: 'glass' }} aria-current={view === 'glass' ? 'page' : undefined}>
            {t('audit.views.glass')}
          </Link>
        </nav>
      </div>
      <ChainBadge />
      {view === 'glass' ? <GlassList /> : <AuditLog />}
    </>
  );
}
