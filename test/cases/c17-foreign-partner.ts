/** Another clinic's token: what is there and what never was look alike. */
import { randomUUID } from 'node:crypto';
import type { AuditEntry, Page, Referral, TherapyEpisode } from '#contracts';
import { then } from './case.ts';
import { lumbarCase } from './c-base.ts';
import type { Story } from './story.ts';

const stranger = 'partner:pt-east';

/** The answer without what differs by nature. */
async function answerTo(story: Story, method: string, path: string): Promise<unknown> {
  const body = method === 'POST' ? { version: 3 } : undefined;
  const { status, body: said } = await story.api.call(method, path, { as: stranger, ...(body ? { body } : {}) });
  return { status, said };
}

export const c17ForeignPartner = lumbarCase('C17', 'Foreign partner', [
  then(0, '09:00', 'PT-East guesses ids', async (story) => {
    const [handoff] = await story.handoffs('&role=physical-therapy');
    const referrals = await story.api.all<Referral>(`/api/referrals?patient=${story.patientId}`, 'coordinator');
    const episodes = await story.api.get<Page<TherapyEpisode>>(
      `/api/therapy/episodes?plan=${story.planId}`,
      'coordinator',
    );
    const real = [
      ['GET', '/api/handoffs/', handoff?.id, ''],
      ['POST', '/api/handoffs/', handoff?.id, '/acknowledgement'],
      ['GET', '/api/referrals/', referrals[0]?.id, ''],
      ['GET', '/api/therapy/episodes/', episodes.items[0]?.id, ''],
      ['GET', '/api/plans/', story.planId, ''],
      ['GET', '/api/plans/', story.planId, '/team'],
      ['GET', '/api/patients/', story.patientId, ''],
    ] as const;
    for (const [method, before, id, after] of real) {
      const known = await answerTo(story, method, `${before}${id}${after}`);
      const never = await answerTo(story, method, `${before}${randomUUID()}${after}`);
      story.expectEqual(`${method} ${before}…${after}`, known, never);
      const { status } = known as { status: number };
      story.expectEqual(`${method} ${before}…${after} is refused`, status === 404 || status === 403, true);
    }
  }),
  then(0, '09:05', 'PT-East filters and counts', async (story) => {
    for (const path of ['/api/handoffs', '/api/referrals', '/api/therapy/episodes']) {
      for (const query of [`?patient=${story.patientId}`, '?limit=200&query=Park', '?partner=pt-north']) {
        const answer = await story.api.call<{ items?: { patientId: string }[] }>('GET', `${path}${query}`, {
          as: stranger,
        });
        const found = answer.body.items?.filter(({ patientId }) => patientId === story.patientId) ?? [];
        story.expectEqual(`${path}${query.replace(story.patientId, '…')}`, found.length, 0);
      }
    }
  }),
  then(0, '09:10', 'the administrator looks who tried', async (story) => {
    const query = `?patient=${story.patientId}&actor=${encodeURIComponent(stranger)}&outcome=refused&limit=200`;
    const { items } = await story.api.get<Page<AuditEntry>>(`/api/audit${query}`, 'administrator');
    const tried = new Set(items.map(({ method, route, status }) => `${method} ${route} ${status}`));
    for (const attempt of [
      'GET /api/handoffs/:id 404',
      'POST /api/handoffs/:id/acknowledgement 404',
      'GET /api/referrals/:id 404',
      'GET /api/therapy/episodes/:id 404',
      'GET /api/plans/:id 403',
      'GET /api/plans/:id/team 403',
      'GET /api/patients/:id 403',
    ]) {
      story.expectEqual(`${attempt} is in the audit`, tried.has(attempt), true);
    }
    story.expectEqual(
      'whose attempts they were',
      [...new Set(items.map(({ actor }) => `${actor?.role} of ${actor?.partnerId}`))],
      ['partner of pt-east'],
    );
    // Ids that never existed belong to no patient: they are found by who guessed them.
    const all = await story.api.get<Page<AuditEntry>>(
      `/api/audit?actor=${encodeURIComponent(stranger)}&outcome=refused&limit=200`,
      'administrator',
    );
    story.expectEqual(
      'guesses of what never existed are there too',
      all.items.some(({ patientIds }) => patientIds.length === 0),
      true,
    );
  }),
]);
