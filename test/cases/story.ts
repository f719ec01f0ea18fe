/** What a `then` step may do and see: the public API, the clock, and comparisons that are reported as differences. */
import type { HandoffSummary, PlanDocumentInput, PlanVersion, TeamStatus, WorkItem } from '#contracts';
import type { ApiClient } from '../support/api-client.ts';
import type { CaseDates, Told } from './told.ts';

export interface Observed {
  to: string;
  partner: string | null;
  rules: string[];
  urgency: string;
  dueAt: string;
  /** Why, as the addressee reads it. */
  reasons: string[];
}

export interface Story {
  readonly api: ApiClient;
  readonly at: CaseDates;
  readonly planId: string;
  readonly patientId: string;

  /** Moves the clock on and waits until every timer that came due has had its effect. */
  moveTo(day: number, time: string): Promise<void>;
  /** Publishes on the current version and waits until everybody concerned was told; the new version's number. */
  publish(document: PlanDocumentInput, reason: string): Promise<number>;
  /** Waits until the rules are through with a version. */
  untilRouted(version: number): Promise<PlanVersion>;
  /** Handoffs whose content this version brought, and the desk work it opened. */
  toldOf(version: number): Promise<Observed[]>;
  /** Exactly these rows: nobody missing, nobody else. */
  expectTold(where: string, observed: readonly Observed[], expected: readonly Told[]): void;
  /** Equal as JSON, or a difference. */
  expectEqual(what: string, actual: unknown, expected: unknown): void;
  handoffs(query?: string, as?: string): Promise<HandoffSummary[]>;
  workItems(query?: string): Promise<WorkItem[]>;
  team(): Promise<TeamStatus>;
  /** Acknowledges the one open handoff of a role as its partner. */
  acknowledge(role: string, partner: string, version: number): Promise<void>;
  until<Body>(what: string, read: () => Promise<Body>, isReady: (body: Body) => boolean): Promise<Body>;
  note(text: string): void;
}
