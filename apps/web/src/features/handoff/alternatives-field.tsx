import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral, ReferralAlternative } from '#contracts';
import { get } from '../../api/client.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import type { MoveFormApi } from './move-fields.js';

/** Who else could take it, the best first, with what speaks for and against each. */
export function AlternativesField({ form, referral }: { form: MoveFormApi; referral: Referral }): ReactNode {
  const { t } = useTranslation();
  const others = useQuery({
    queryKey: ['partner', 'alternatives', referral.id],
    queryFn: ({ signal }) =>
      get<{ items: ReferralAlternative[] }>(`/api/referrals/${referral.id}/alternatives`, signal),
  });
  form.register('partnerId', { required: t('handoff.fields.required') });
  return (
    <Asked query={others} loading={<LoadingRows rows={3} height={32} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('handoff.reroute.nobody')}</p>
        ) : (
          <Radio.Group
            label={t('handoff.fields.partner')}
            required
            value={form.watch('partnerId')}
            onChange={(value) => form.setValue('partnerId', value, { shouldValidate: true })}
            error={form.formState.errors.partnerId?.message}
          >
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
  );
}

/** `Takes new patients; answers in 1.5 business days (of 12)`. */
export function Standing({
  alternative,
}: {
  alternative: Pick<ReferralAlternative, 'capacity' | 'waitWeeks' | 'answer'>;
}): ReactNode {
  const { t } = useTranslation();
  const { capacity, waitWeeks, answer } = alternative;
  const turnaround =
    answer.medianBusinessDays === null
      ? (answer.note ?? t('handoff.reroute.tooFew', { count: answer.n }))
      : t('handoff.reroute.answers', { days: answer.medianBusinessDays, count: answer.n });
  return `${t(`handoff.reroute.capacity.${capacity}`, { weeks: waitWeeks ?? '?' })}; ${turnaround}`;
}
