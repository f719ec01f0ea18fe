/** Every process of Throughline and its place, counted from one base port. */
export const appNames = [
  'gateway',
  'pain-plan',
  'referral',
  'scheduling',
  'therapy',
  'behavioral-health',
  'notification',
  'identity',
] as const;
export type AppName = (typeof appNames)[number];

/** The services with a database of their own. */
export const databaseServices = [
  'pain-plan',
  'referral',
  'scheduling',
  'therapy',
  'behavioral-health',
  'notification',
] as const satisfies readonly AppName[];
export type DatabaseService = (typeof databaseServices)[number];

export const defaultBasePort = 3000;

export interface Ports {
  apps: Record<AppName, number>;
  postgres: number;
  kafka: number;
  kafkaController: number;
  redis: number;
}

/** The gateway has the base port itself, the others follow. */
export function portsFrom(base: number): Ports {
  const apps = Object.fromEntries(appNames.map((name, offset) => [name, base + offset])) as Record<AppName, number>;
  const next = base + appNames.length;
  return { apps, postgres: next, kafka: next + 1, kafkaController: next + 2, redis: next + 3 };
}

/** The highest base port that leaves room for the others. */
export const maxBasePort = 65_535 - appNames.length - 3;

/** The part of a setting's name that stands for a service: `pain-plan` is `PAIN_PLAN`. */
export const settingSuffix = (name: string): string => name.toUpperCase().replaceAll('-', '_');

export const databaseName = (service: string): string => `throughline_${service.replaceAll('-', '_')}`;

export const isAppName = (name: string): name is AppName => (appNames as readonly string[]).includes(name);
