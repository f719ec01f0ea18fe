import { parseArgs } from 'node:util';
import { databaseServices, type DatabaseService } from '../services.ts';

/** What an operator asked for. */
export type OpsCommand =
  | { verb: 'status'; services: readonly DatabaseService[] }
  | { verb: 'list'; services: readonly DatabaseService[] }
  | { verb: 'show'; service: DatabaseService; id: string }
  | { verb: 'replay'; service: DatabaseService; key: string }
  | { verb: 'discard'; service: DatabaseService; id: string; why: string }
  | { verb: 'timers'; services: readonly DatabaseService[]; rebuild: boolean }
  | { verb: 'audit verify'; services: readonly DatabaseService[]; against: string | null }
  | { verb: 'audit export'; services: readonly DatabaseService[]; to: string }
  | { verb: 'keys'; rewrap: boolean }
  | { verb: 'deliveries' }
  | { verb: 'deliveries retry'; id: string }
  | { verb: 'deliveries resend'; partner: string; since: string };

export interface OpsRequest {
  command: OpsCommand;
  url: string;
  asJson: boolean;
}

export const usage = `Usage: npm run ops -- COMMAND [--service S] [--url http://127.0.0.1:3000] [--json]
  status                                            every service, or the one of --service
  parked list                                       what is parked, by key
  parked show ID --service S
  parked replay KEY|all --service S                 in order, through the same handlers; then the key flows again
  parked discard ID --why "REASON" --service S      never takes effect; the reason is kept
  timers                                            how many wait, are due and fail
  timers rebuild                                    throw the alarms in Redis away and set them anew from the rows
  audit verify [--against FILE]                     computes every chain again; FILE: what --json printed earlier
  audit export --to FOLDER                          every entry with its seal, one file a service; may be forgotten afterwards when old
  keys                                              under which keys behavioral-health's content is encrypted
  keys rewrap                                       after a change of the key: every record under the current one
  deliveries [list]                                 what did not arrive, and why
  deliveries retry ID                               one message is tried now, under its own id
  deliveries resend --partner P --since INSTANT     everything that did not arrive, of what was made since then
Services: ${databaseServices.join(', ')}`;

/** The message is one sentence for the operator. */
export class WrongUsage extends Error {}

export function parseOps(args: readonly string[]): OpsRequest {
  const { values, positionals } = parse(args);
  const [first, second, subject, ...rest] = positionals;
  if (rest.length > 0) throw new WrongUsage(`"${rest.join(' ')}" is too much.`);
  if (values.service !== undefined && !isService(values.service))
    throw new WrongUsage(`There is no service "${values.service}".`);
  const command = toCommand(isGroup(first) ? `${first} ${second ?? ''}`.trim() : (first ?? ''), {
    subject: isGroup(first) ? subject : second,
    service: values.service,
    why: values.why,
    against: values.against,
    to: values.to,
    partner: values.partner,
    since: values.since,
  });
  return { command, url: values.url, asJson: values.json };
}

interface Words {
  subject: string | undefined;
  service: DatabaseService | undefined;
  why: string | undefined;
  against: string | undefined;
  to: string | undefined;
  partner: string | undefined;
  since: string | undefined;
}

function toCommand(name: string, words: Words): OpsCommand {
  const { subject, service, why, against, to } = words;
  const services = service === undefined ? databaseServices : [service];
  switch (name) {
    case 'status':
      return { verb: 'status', services };
    case 'parked':
    case 'parked list':
      return { verb: 'list', services };
    case 'parked show':
      return { verb: 'show', id: need(subject, 'ID'), service: need(service, '--service') };
    case 'parked replay':
      return { verb: 'replay', key: need(subject, 'KEY or "all"'), service: need(service, '--service') };
    case 'parked discard':
      return {
        verb: 'discard',
        id: need(subject, 'ID'),
        service: need(service, '--service'),
        why: need(why, '--why "REASON"'),
      };
    case 'timers':
    case 'timers rebuild':
      return {
        verb: 'timers',
        services: service === undefined ? databaseServices : [service],
        rebuild: name === 'timers rebuild',
      };
    case 'audit verify':
      return { verb: 'audit verify', services, against: against ?? null };
    case 'audit export':
      return { verb: 'audit export', services, to: need(to, '--to FOLDER') };
    case 'keys':
    case 'keys rewrap':
      return { verb: 'keys', rewrap: name === 'keys rewrap' };
    default:
      return deliveriesCommand(name, words);
  }
}

function deliveriesCommand(name: string, { subject, partner, since }: Words): OpsCommand {
  if (name === 'deliveries' || name === 'deliveries list') return { verb: 'deliveries' };
  if (name === 'deliveries retry') return { verb: 'deliveries retry', id: need(subject, 'ID') };
  if (name !== 'deliveries resend') {
    throw new WrongUsage(name === '' ? 'Say what to do.' : `There is no command "${name}".`);
  }
  const from = need(since, '--since INSTANT');
  if (Number.isNaN(Date.parse(from))) throw new WrongUsage('--since is no instant such as 2027-04-06T09:00:00Z.');
  return { verb: 'deliveries resend', partner: need(partner, '--partner P'), since: new Date(from).toISOString() };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        service: { type: 'string' },
        why: { type: 'string' },
        against: { type: 'string' },
        to: { type: 'string' },
        partner: { type: 'string' },
        since: { type: 'string' },
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** Commands that say in a second word what is to be done. */
const isGroup = (name: string | undefined): name is string =>
  ['parked', 'timers', 'audit', 'keys', 'deliveries'].includes(name ?? '');

const isService = (name: string): name is DatabaseService => (databaseServices as readonly string[]).includes(name);

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined || value === '') throw new WrongUsage(`${what} is missing.`);
  return value;
}
