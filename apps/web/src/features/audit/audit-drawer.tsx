import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#contracts';
import list from '../../ui/list.module.css';
import { moment } from '../../ui/moments.js';

/** All that is recorded of one request, with ways on to the same patient and the same person. */
export function AuditDrawer({ entry, close }: { entry: AuditEntry; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const { actor, at, service, method, route, ids, patientIds, purpose, reason, outcome, status, trace } = entry;
  return (
    <Drawer opened onClose={close} position="right" size="lg" title={t('audit.detail')}>
      <dl className={list.facts}>
        <dt>{t('audit.columns.when')}</dt>
        <dd className="numbers">{moment(at)}</dd>
        <dt>{t('audit.columns.who')}</dt>
        <dd>
          {actor ? (
            <>
              {actor.name}, {actor.role}
              {actor.partnerId && `, ${actor.partnerId}`}{' '}
              <Link to="/audit" search={{ actor: actor.sub }} onClick={close}>
                {t('audit.onlyActor')}
              </Link>
            </>
          ) : (
            t('audit.nobody')
          )}
        </dd>
        <dt>{t('audit.columns.what')}</dt>
        <dd>
          <code>
            {method} {route}
          </code>
        </dd>
        <dt>{t('audit.service')}</dt>
        <dd>{service}</dd>
        <dt>{t('audit.ids')}</dt>
        <dd>
          {Object.entries(ids).map(([name, id]) => (
            <div key={name}>
              {name}: <code>{id}</code>
            </div>
          ))}
        </dd>
        <dt>{t('audit.columns.whom')}</dt>
        <dd>
          {patientIds.map((id) => (
            <div key={id}>
              <code>{id}</code>{' '}
              <Link to="/audit" search={{ patient: id }} onClick={close}>
                {t('audit.onlyPatient')}
              </Link>
            </div>
          ))}
        </dd>
        <dt>{t('audit.purpose')}</dt>
        <dd>{reason ? t('audit.broke', { reason }) : purpose && t(`audit.purposes.${purpose}`)}</dd>
        <dt>{t('audit.status')}</dt>
        <dd>
          {t(`audit.outcomes.${outcome}`)}, {status}
        </dd>
        <dt>{t('audit.trace')}</dt>
        <dd>
          <code>{trace}</code>
        </dd>
      </dl>
    </Drawer>
  );
}
