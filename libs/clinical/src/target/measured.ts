/** One value, and the calendar day in the clinic's zone on which it was measured. */
export interface Measured {
  value: number;
  day: string;
  /** Orders values of one day. */
  at: Date;
}
