import { diffPlans } from '#clinical';
import { planDocument } from '#contracts';
import { changesFor, documentFor } from './plan-for-reader.js';

const flag = (id: string, kind: string) => ({ id, kind, observedAt: '2027-04-06T10:00:00-04:00', status: 'active' });
const document = planDocument.parse({ redFlags: [flag('g1', 'self-harm'), flag('g2', 'fracture')] });
const changes = diffPlans(planDocument.parse({}), document);

describe('the plan for its reader', () => {
  it('is whole for a physician', () => {
    expect(documentFor('physician', document)).toEqual(document);
    expect(changesFor('physician', changes)).toEqual(changes);
  });

  it('tells a coordinator that something is urgent, and keeps what it is', () => {
    expect(documentFor('coordinator', document).redFlags.map(({ kind }) => kind)).toEqual(['fracture']);
    const seen = changesFor('coordinator', changes);
    expect(seen.map(({ type }) => type)).toEqual(changes.map(({ type }) => type));
    expect(JSON.stringify(seen)).toContain('urgent safety concern');
    expect(JSON.stringify(seen)).not.toMatch(/self-harm|g1/);
    expect(seen.find(({ itemId }) => itemId === 'g2')).toEqual(changes.find(({ itemId }) => itemId === 'g2'));
  });
});
