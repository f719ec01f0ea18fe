import { randomUUID } from 'node:crypto';
import type { AuditPurpose } from '#contracts';
import type { Role, User } from '../auth/user.js';
import { foundPatients, isUuid, namedIds } from './found-patients.js';

interface Asked {
  at: Date;
  method: string;
  /** The template. */
  route: string;
  params: unknown;
  query: unknown;
  /** As the request states it. */
  purpose: AuditPurpose | null;
  trace: string;
  /** The status of a good answer, for the entry that is written before it is given. */
  expectedStatus: number;
}

/** What somebody of this role looks for when the request does not say. */
const usualPurpose: Readonly<Record<Role, AuditPurpose>> = {
  physician: 'treatment',
  partner: 'treatment',
  coordinator: 'coordination',
  administrator: 'operations',
  operator: 'operations',
};

/** What the audit will say about the request at hand; grows while the request is worked on. */
export class AuditDraft {
  readonly asked: Asked;
  readonly ids: Record<string, string>;
  /** Null as long as nobody has proved to be anybody. */
  actor: User | null = null;
  purpose: AuditPurpose | null;
  reason: string | null = null;
  breakGlassId: string | null = null;
  /** The status under which an entry was committed together with the request's effect; null: none was. */
  committedStatus: number | null = null;
  private readonly patients = new Set<string>();
  private readonly committedPatients = new Set<string>();

  constructor(asked: Asked) {
    this.asked = asked;
    this.purpose = asked.purpose;
    this.ids = namedIds(asked.params, asked.query);
    for (const id of [this.ids['patient'], /^\/api\/patients\/:id/.test(asked.route) ? this.ids['id'] : undefined])
      if (isUuid(id)) this.patients.add(id);
  }

  get patientIds(): string[] {
    return [...this.patients];
  }

  askedBy(user: User): void {
    this.actor = user;
    this.purpose ??= usualPurpose[user.role];
  }

  isAbout(answer: unknown): void {
    for (const id of foundPatients(this.asked.route, answer)) this.patients.add(id);
  }

  isAboutPatient(id: string): void {
    this.patients.add(id);
  }

  committed(): void {
    this.committedStatus = this.asked.expectedStatus;
    for (const id of this.patients) this.committedPatients.add(id);
  }

  /** Whether what was committed with the effect is all there is to say. */
  isToldBy(status: number): boolean {
    return this.committedStatus === status && [...this.patients].every((id) => this.committedPatients.has(id));
  }

  /** Each entry has an id of its own; those of one request share the trace. */
  readonly nextId = (): string => randomUUID();
}
