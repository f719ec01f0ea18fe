import type { EntityManager } from 'typeorm';

/** A moment in which something has to happen. */
export interface Timer {
  /** Names it within its service, for good: setting the same key again moves it. */
  key: string;
  /** Which handler it is for. */
  kind: string;
  /** The patient it is about. */
  subject: string;
  planId: string;
  dueAt: Date;
  /** What the handler needs to know beside the row it will read anyway. JSON. */
  data?: Readonly<Record<string, unknown>>;
}

/** A timer whose moment has come. */
export type DueTimer = Required<Timer>;

/** What a handler gets beside the timer. */
export interface TimerContext {
  /** The transaction that also marks the timer as fired. */
  tx: EntityManager;
  now: Date;
}

export type TimerState = 'pending' | 'fired' | 'cancelled';
