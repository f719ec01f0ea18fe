/** How long one breaking of the glass lasts. */
export const glassMinutes = 60;

/** Business days in which the privacy officer looks at it. */
export const reviewBusinessDays = 1;

export const isOpenAt = ({ openedAt, closesAt }: { openedAt: Date; closesAt: Date }, at: Date): boolean =>
  openedAt <= at && at < closesAt;

export const reviewStateAt = (
  { reviewedAt, reviewDueAt }: { reviewedAt: Date | null; reviewDueAt: Date },
  at: Date,
): 'open' | 'overdue' | 'done' => {
  if (reviewedAt !== null) return 'done';
  return at < reviewDueAt ? 'open' : 'overdue';
};
