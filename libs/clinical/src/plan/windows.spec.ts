import { planDocument, type PlanDocumentInput, type Procedure } from '#contracts';
import { procedureWindow } from './windows.js';

const injection = (more: object): Procedure => {
  const procedures = [
    {
      id: 'p1',
      type: 'joint-injection-shoulder',
      intent: 'therapeutic',
      status: 'scheduled',
      scheduledAt: '2027-04-19T10:00:00-04:00',
      ...more,
    },
  ] as PlanDocumentInput['procedures'];
  return planDocument.parse({ procedures }).procedures[0] as Procedure;
};

describe('procedureWindow', () => {
  it('lets a tendon rest for a week, and the joint beside it for two days', () => {
    expect(procedureWindow(injection({ tissue: 'tendon' }))).toMatchObject({
      window: 'W-TENDON',
      lightUntil: '2027-04-26T10:00:00-04:00',
      loadingFrom: '2027-04-26T10:00:00-04:00',
    });
    for (const joint of [injection({}), injection({ tissue: 'joint' })]) {
      expect(procedureWindow(joint)).toMatchObject({ window: 'W-JOINT', loadingFrom: '2027-04-21T10:00:00-04:00' });
    }
  });

  it('knows a tendon only where a joint could be meant', () => {
    expect(procedureWindow(injection({ type: 'trigger-point', tissue: 'tendon' }))?.window).toBe('W-TP');
  });
});
