import type { ServiceName } from '../../app/services.js';
import type { ServiceState } from '../operations/use-services.js';

export type NodeName = ServiceName | 'gateway' | 'partners';

/** Where each node stands, by its middle; laid by hand. */
export const places: Readonly<Record<NodeName, { x: number; y: number }>> = {
  gateway: { x: 120, y: 470 },
  'pain-plan': { x: 120, y: 270 },
  referral: { x: 420, y: 110 },
  scheduling: { x: 720, y: 60 },
  therapy: { x: 420, y: 460 },
  'behavioral-health': { x: 720, y: 460 },
  notification: { x: 780, y: 260 },
  partners: { x: 980, y: 260 },
};
export const nodes = Object.keys(places) as NodeName[];
export const size = { width: 1080, height: 530, node: { width: 188, height: 74 } };

/** Each topic is written by one service. */
export const ownerOf: Readonly<Record<string, ServiceName>> = {
  'throughline.plan.v1': 'pain-plan',
  'throughline.patient.v1': 'pain-plan',
  'throughline.referral.v1': 'referral',
  'throughline.appointment.v1': 'scheduling',
  'throughline.therapy.v1': 'therapy',
  'throughline.behavioral-health.v1': 'behavioral-health',
  'throughline.delivery.v1': 'notification',
  'throughline.partner.v1': 'notification',
};
export const topics = Object.keys(ownerOf);

/** The kinds that live hints speak of, by the topic they stand in. */
const topicOfKind: Readonly<Record<string, string>> = {
  handoff: 'throughline.referral.v1',
  'work-item': 'throughline.referral.v1',
  authorization: 'throughline.appointment.v1',
  'care-team': 'throughline.plan.v1',
  impact: 'throughline.plan.v1',
  target: 'throughline.plan.v1',
  'red-flag': 'throughline.plan.v1',
  'follow-up': 'throughline.plan.v1',
};
export const topicOf = (kind: string): string | null => {
  const topic = topicOfKind[kind] ?? `throughline.${kind}.v1`;
  return topic in ownerOf ? topic : null;
};

export interface Edge {
  id: string;
  from: NodeName;
  to: NodeName;
  topics: string[];
  path: string;
  /** Where it is labelled. */
  middle: { x: number; y: number };
}

/** A curve to the right of the straight line, so that both directions are seen apart. */
function curve(from: NodeName, to: NodeName): Pick<Edge, 'path' | 'middle'> {
  const [a, b] = [places[from], places[to]];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bend = 0.12;
  const mid = { x: (a.x + b.x) / 2 - dy * bend, y: (a.y + b.y) / 2 + dx * bend };
  const half = (p: { x: number; y: number }, q: { x: number; y: number }) => ({
    x: (p.x + q.x) / 2,
    y: (p.y + q.y) / 2,
  });
  // Cut in the middle, where the arrow sits.
  const [left, right] = [half(a, mid), half(mid, b)];
  const top = half(left, right);
  const at = ({ x, y }: { x: number; y: number }): string => `${Math.round(x)},${Math.round(y)}`;
  return { path: `M${at(a)} Q${at(left)} ${at(top)} Q${at(right)} ${at(b)}`, middle: top };
}

/** From the service that writes a topic to each that reads it; several topics between the same two share a line. */
export function edgesOf(states: readonly ServiceState[]): Edge[] {
  const found = new Map<string, { from: NodeName; to: NodeName; topics: string[] }>();
  const join = (from: NodeName, to: NodeName, topic: string): void => {
    const id = `${from} ${to}`;
    const edge = found.get(id) ?? { from, to, topics: [] };
    edge.topics.push(topic);
    found.set(id, edge);
  };
  for (const { service, state } of states)
    for (const topic of state?.consumes ?? []) {
      const owner = ownerOf[topic];
      if (owner && owner !== service) join(owner, service, topic);
    }
  join('notification', 'partners', 'throughline.delivery.v1');
  return [...found].map(([id, edge]) => ({ id, ...edge, ...curve(edge.from, edge.to) }));
}
