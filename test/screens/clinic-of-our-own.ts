/** A partner clinic and patients that no other part of the tests knows. */
import { randomUUID } from 'node:crypto';
import type { HandoffSummary, Patient, Plan, PlanDocumentInput } from '#contracts';
import { DateTime } from 'luxon';
import { a1Nurse } from '../cases/a1-nurse.ts';
import { caseDates } from '../cases/case.ts';
import type { ApiClient } from '../support/api-client.ts';

const zone = 'America/New_York';

export interface Asked {
  patientId: string;
  planId: string;
  handoffId: string;
  name: string;
}

export class ClinicOfOurOwn {
  private constructor(
    private readonly api: ApiClient,
    readonly slug: string,
    readonly name: string,
  ) {}

  get who(): string {
    return `partner:${this.slug}`;
  }

  static async open(api: ApiClient, name: string): Promise<ClinicOfOurOwn> {
    const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${randomUUID().slice(0, 6)}`;
    await api.post('/api/partners', 'administrator', {
      partnerId: slug,
      name,
      roles: ['physical-therapy'],
      calendar: { timeZone: zone },
      phone: '+1 555 0142',
    });
    return new ClinicOfOurOwn(api, slug, name);
  }

  /** A patient whose plan asks this clinic for physical therapy; waits until it stands in the inbox. */
  async isAskedFor(given: string, family: string): Promise<Asked> {
    const patient = await this.api.post<Patient>('/api/patients', 'coordinator', {
      name: { given, family },
      birthDate: '1981-05-02',
    });
    const plan = await this.api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', {
      document: documentOf(1),
      reason: 'First plan',
      team: [{ role: 'physical-therapy', partnerId: this.slug, status: 'active' }],
    });
    const handoffId = await this.openHandoff(plan.id, 1);
    return { patientId: patient.id, planId: plan.id, handoffId, name: `${given} ${family}` };
  }

  /** Publishes the second version of the case; answers the handoff that asks for it. */
  async changePlan({ planId }: Asked): Promise<string> {
    await this.api.post(
      `/api/plans/${planId}/versions`,
      'physician',
      { document: documentOf(2), reason: 'Imaging is back' },
      { 'if-match': '"1"' },
    );
    return this.openHandoff(planId, 2);
  }

  private async openHandoff(planId: string, version: number): Promise<string> {
    const { items } = await this.api.until(
      `version ${version} to reach ${this.slug}`,
      () => this.api.get<{ items: HandoffSummary[] }>(`/api/handoffs?plan=${planId}&status=open`, this.who),
      (page) =>
        page.items.some(({ throughVersion, deliveredAt }) => throughVersion === version && deliveredAt !== null),
    );
    return items[0]?.id ?? '';
  }
}

function documentOf(version: number): PlanDocumentInput {
  const step = a1Nurse.steps.find((one) => one.kind === 'publish' && one.version === version);
  if (step?.kind !== 'publish') throw new Error(`The case has no version ${version}.`);
  return step.document(caseDates(DateTime.now().setZone(zone).toISODate() ?? '', zone));
}
