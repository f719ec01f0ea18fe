import type { PartnerHandoff, Referral } from '#contracts';

/** Who fills in the forms, as typed before; and the word that proves that the form is ours. */
export interface Writer {
  name: string;
  function: string;
  formKey: string;
}

/** Everything that the page of one visit shows. */
export interface GuestVisit {
  handoff: PartnerHandoff;
  /** Null when the request needs no acceptance. */
  referral: Referral | null;
  sender: string;
  timeZone: string;
  writer: Writer;
  /** What just happened, in words. */
  done: string | null;
  problem: string | null;
}
