/** The processes behind the gateway, as its addresses name them. */
export const services = [
  'pain-plan',
  'referral',
  'scheduling',
  'therapy',
  'behavioral-health',
  'notification',
] as const;
export type ServiceName = (typeof services)[number];
