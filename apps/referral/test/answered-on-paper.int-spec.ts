import { DataSource } from 'typeorm';
import type { ClinicHandoff, HandoffSummary } from '#contracts';
import { handoffAcknowledged } from '#contracts';
import { coordinator, partnerUser, ReferralContext, withDose, withNoImpact } from './referral.context.js';

let context: ReferralContext;
beforeAll(async () => {
  context = await ReferralContext.create();
});
afterAll(() => context?.close());

const codeOf = async ({ id }: Pick<HandoffSummary, 'id'>): Promise<string> =>
  (await context.partnerHandoff(id, 'pt-north')).replyCode;
const reply = async (code: string, more: object = {}, as: string | null = null) => {
  const { status, body } = await context.request('POST', '/api/handoffs/replies', {
    as: as === null ? coordinator : partnerUser(as),
    body: { code, ...more },
  });
  return { status, body: body as ClinicHandoff };
};

describe('a printed page that comes back', () => {
  it('acknowledges, by the code that stands on it, the handoff and the version that it shows', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const code = await codeOf(open);
    const answer = await reply(code.toLowerCase(), { signedBy: 'Pat Doe' });
    expect(answer).toMatchObject({
      status: 200,
      body: { id: open.id, status: 'acknowledged', acknowledgement: { version: 1, onBehalf: true } },
    });
    expect(answer.body.history.map(({ text }) => text)).toContain(
      'Version 1 acknowledged on behalf of the partner: on paper, signed by Pat Doe',
    );
    // Sent twice by the fax machine.
    expect((await reply(code)).status).toBe(200);
    expect(await context.toldOf(plan.patientId, handoffAcknowledged)).toEqual([
      expect.objectContaining({ handoffId: open.id, version: 1 }),
    ]);
  });

  it('does not acknowledge what was asked later: the page is out of date, and the newer one is named', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(3));
    const printed = await plan.only('open');
    const code = await codeOf(printed);
    await plan.publish(withNoImpact(3));
    const newer = await plan.only('open');
    expect(newer.id).not.toBe(printed.id);
    expect(await reply(code)).toMatchObject({ status: 409, body: { replacedBy: newer.id } });
    expect((await plan.only('open')).id).toBe(newer.id);
    const next = await codeOf(newer);
    expect(next).not.toBe(code);
    expect(await reply(next)).toMatchObject({ status: 200, body: { id: newer.id, status: 'acknowledged' } });
  });

  it('may carry a concern, which needs words', async () => {
    const open = await (await context.newPlan()).only('open');
    const code = await codeOf(open);
    const kind = 'acknowledged-with-concern';
    expect(await reply(code, { kind })).toMatchObject({ status: 400, body: { errors: [{ path: 'note' }] } });
    expect(await reply(code, { kind, note: 'Twice a week only' })).toMatchObject({
      status: 200,
      body: { acknowledgement: { kind, concern: 'Twice a week only (on paper)' } },
    });
  });

  it('with a slip of the pen is nothing, and neither is another organization’s', async () => {
    const open = await (await context.newPlan()).only('open');
    const code = await codeOf(open);
    const slipped = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const typed of [slipped, 'nonsense', '0000-0000-0000']) expect((await reply(typed)).status).toBe(404);
    expect((await reply(code, {}, 'pt-east')).status).toBe(404);
    expect((await reply(code, {}, 'pt-north')).status).toBe(200);
  });

  it('is found by an index, however many handoffs there are', async () => {
    const rows = await context.app.get(DataSource).transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }[]>(`explain select from handoff where reply_name = 'ABCDEF01'`);
    });
    expect(JSON.stringify(rows)).toContain('handoff_by_reply_name');
  });
});
