import type { PlanDocument } from '#contracts';

export interface PublishedPlan {
  version: number;
  document: PlanDocument;
  publishedAt: Date;
  /** The version that this one undoes, which should never have existed. */
  corrects?: number;
}
