import type { Page, Patient } from '#contracts';
import { startPainPlan, type Context } from './pain-plan.context.js';

describe('Patients', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  const list = async (query: string): Promise<Page<Patient>> =>
    (await context.request('GET', `/api/patients?${query}`, { as: 'coordinator' })).body as Page<Patient>;

  it('are found by parts of name or record number, page by page, each once', async () => {
    for (const given of ['Ada', 'bea', 'Cleo', 'Dora', 'Eve'])
      await context.newPatient({ name: { given, family: 'Finder' } });
    await context.newPatient({ name: { given: 'Per_cent', family: 'Odd%name' }, recordNumber: 'ODD-1' });
    const found: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<Patient> = await list(`query=finder&limit=2${next ? `&cursor=${next}` : ''}`);
      found.push(...page.items.map((patient) => patient.name.given));
      next = page.next;
    }
    expect(found).toEqual(['Ada', 'bea', 'Cleo', 'Dora', 'Eve']);
    expect((await list('query=Finder%2C%20cleo')).items).toMatchObject([{ name: { given: 'Cleo' } }]);
    expect((await list('query=odd-1')).items).toHaveLength(1);
    expect((await list('query=%25')).items).toMatchObject([{ recordNumber: 'ODD-1' }]);
  });

  it('refuse a cursor of another list, an unknown field and a taken record number', async () => {
    const get = (query: string) => context.request('GET', `/api/patients?${query}`, { as: 'coordinator' });
    expect((await get('cursor=bm9uc2Vuc2U')).status).toBe(400);
    expect((await get(`cursor=${Buffer.from('[1]').toString('base64url')}`)).status).toBe(400);
    const register = (body: object) =>
      context.request('POST', '/api/patients', {
        as: 'physician',
        body: { name: { given: 'A', family: 'B' }, birthDate: '1990-01-01', ...body },
      });
    expect((await register({ shoeSize: 42 })).status).toBe(400);
    expect((await register({ birthDate: '2999-01-01' })).status).toBe(400);
    expect((await register({ recordNumber: 'R-7' })).status).toBe(201);
    expect((await register({ recordNumber: 'R-7' })).status).toBe(409);
  });

  it('are no business of partners, and a wrong id is not found or malformed, never a failure', async () => {
    const patient = await context.newPatient();
    for (const path of [`/api/patients/${patient.id}`, `/api/patients/${patient.id}/timeline`, '/api/patients']) {
      expect((await context.request('GET', path, { as: 'partner:pt-north' })).status).toBe(403);
    }
    expect(
      (
        await context.request('GET', `/api/patients/${patient.id.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))}`, {
          as: 'physician',
        })
      ).status,
    ).toBe(404);
    expect((await context.request('GET', '/api/patients/nonsense', { as: 'physician' })).status).toBe(400);
  });

  it('have a history packet that names what is missing', async () => {
    const patient = await context.newPatient();
    const path = `/api/patients/${patient.id}/history-packet`;
    expect((await context.request('GET', path, { as: 'physician' })).status).toBe(404);
    const put = await context.request('PUT', path, {
      as: 'coordinator',
      body: { workGoal: 'full shifts', helps: ['walking'] },
    });
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({
      missing: [
        ...['onset', 'story', 'worsens', 'provokingPostures', 'imaging'],
        ...['operativeNotes', 'therapySummaries', 'trials', 'lifeGoal'],
      ],
      completeness: { complete: false, percent: 18 },
    });
    expect((await context.request('GET', path, { as: 'physician' })).body).toEqual(put.body);
    expect((await context.events()).at(-1)).toMatchObject({
      type: 'org.throughline.patient.history-packet-recorded.v1',
      subject: patient.id,
    });
  });

  it('have a timeline, newest first, page by page', async () => {
    const plan = await context.newPlan();
    const member = plan.team[0]!;
    context.clock.advance('PT1M');
    await context.issue(plan, member, 1);
    context.clock.advance('PT1M');
    await context.acknowledge(plan, member, 1);
    expect((await context.timeline(plan.patientId)).map((entry) => entry.type)).toEqual([
      'handoff.acknowledged',
      'handoff.issued',
      'plan.published',
      'patient.registered',
    ]);
    const first = await context.request('GET', `/api/patients/${plan.patientId}/timeline?limit=3`, { as: 'physician' });
    const { next } = first.body as Page<unknown>;
    const rest = await context.request('GET', `/api/patients/${plan.patientId}/timeline?limit=3&cursor=${next}`, {
      as: 'physician',
    });
    expect(rest.body).toMatchObject({ items: [{ type: 'patient.registered' }], next: null });
  });
});
