/** Every process of Throughline that people or events reach, with its offset from the base port. */
export const serviceNames = [
  'gateway',
  'pain-plan',
  'referral',
  'scheduling',
  'therapy',
  'behavioral-health',
  'notification',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** The part of a setting's name that stands for a service: `pain-plan` is `PAIN_PLAN`. */
export const settingSuffix = (service: string): string => service.toUpperCase().replaceAll('-', '_');

/** Gateway 3000, pain-plan 3001 and so on, unless set otherwise. */
export const defaultPort = (service: ServiceName, basePort = 3000): number => basePort + serviceNames.indexOf(service);
