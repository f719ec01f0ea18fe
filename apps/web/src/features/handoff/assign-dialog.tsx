import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Partner, PartnerTurnaround, ReferralAlternative } from '#contracts';
import { get } from '../../api/client.js';
import { Dialog } from '../../ui/dialog.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { Standing } from './alternatives-field.js';
import { type DeskDialogProps, DialogEnd } from './desk-dialogs.js';

const capacityRank = { open: 0, waitlist: 1, unknown: 2, closed: 3 } as const;
const speed = ({ answer }: ReferralAlternative): number => answer.medianBusinessDays ?? Infinity;
const best = (a: ReferralAlternative, b: ReferralAlternative): number =>
  capacityRank[a.capacity] - capacityRank[b.capacity] ||
  (speed(a) === speed(b) ? 0 : speed(a) - speed(b)) ||
  a.name.localeCompare(b.name);

/** Everybody in the directory who holds the role, whoever has room and answers soonest first. */
async function candidatesFor(role: string, signal: AbortSignal): Promise<ReferralAlternative[]> {
  const { items } = await get<Page<Partner>>(`/api/partners?role=${role}&limit=50`, signal);
  const found = await Promise.all(
    items
      .filter(({ active, kind }) => active && kind === 'partner')
      .map(async ({ partnerId, name, capacity }): Promise<ReferralAlternative> => {
        const { answer } = await get<PartnerTurnaround>(`/api/referrals/turnaround?partner=${partnerId}`, signal);
        return {
          partnerId,
          name,
          capacity: capacity?.state ?? 'unknown',
          waitWeeks: capacity?.waitWeeks ?? null,
          answer,
        };
      }),
  );
  return found.sort(best);
}

export function AssignDialog({ handoff, addressed, timeZone, desk, close }: DeskDialogProps): ReactNode {
  const { t } = useTranslation();
  const [chosen, choose] = useState('');
  const candidates = useQuery({
    queryKey: ['partner', 'candidates', handoff.role],
    queryFn: ({ signal }) => candidatesFor(handoff.role, signal),
  });
  return (
    <Dialog title={t('handoff.next.assign')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const name = candidates.data?.find(({ partnerId }) => partnerId === chosen)?.name;
          if (name) desk.mutate({ kind: 'assign', partnerId: chosen, name }, { onSuccess: close });
        }}
      >
        <Stack gap="sm">
          <p>
            <strong>{t('handoff.answers.for', { ...addressed })}</strong>
          </p>
          <Asked query={candidates} loading={<LoadingRows rows={3} height={32} />}>
            {(items) =>
              items.length === 0 ? (
                <p>{t('handoff.reroute.nobody')}</p>
              ) : (
                <Radio.Group label={t('handoff.fields.partner')} required value={chosen} onChange={choose}>
                  <Stack gap={6} mt={4}>
                    {items.map((one) => (
                      <Radio
                        key={one.partnerId}
                        value={one.partnerId}
                        label={one.name}
                        description={<Standing alternative={one} />}
                      />
                    ))}
                  </Stack>
                </Radio.Group>
              )
            }
          </Asked>
          <DialogEnd {...{ desk, timeZone, close }} confirm={t('handoff.next.assign')} />
        </Stack>
      </form>
    </Dialog>
  );
}
