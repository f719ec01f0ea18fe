import { exportAudit, verifyAudit } from './audit.ts';
import type { OpsCommand, OpsRequest } from './command.ts';
import { runKeys } from './keys.ts';
import { duration, table } from './table.ts';
import { readRules, rulesText } from './rules.ts';
import { listUndelivered, resendDeliveries, retryDelivery } from './deliveries.ts';
import { runTimers } from './timers.ts';

/** As `MessagingOpsController` answers them. */
interface State {
  service: string;
  outbox: { size: number; oldestSeconds: number };
  parked: number;
  relay: string;
  consumer: string;
  lag: number | null;
}
interface Parked {
  id: string;
  key: string;
  type: string | null;
  state: string;
  error: string;
  tries: number;
  parkedAt: string;
}
interface ReplayResult {
  key: string;
  replayed: number;
  stoppedAt: { id: string; error: string } | null;
}

export interface OpsResult {
  /** Printed as JSON with `--json`. */
  answer: unknown;
  text: string;
  /** False: it was done, but something is still not well. */
  isWell: boolean;
}

/** The system refused or did not answer; the message is one sentence. */
export class OpsFailure extends Error {}

const timeoutMs = 30_000;
const secondsPerMs = 0.001;

/** Speaks to every service through the gateway, as the operator. */
export class OpsClient {
  private readonly url: string;
  private readonly token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
  }

  /** One of its messaging routes. */
  call<Body>(service: string, path: string, body?: unknown): Promise<Body> {
    return this.send(service, `/api/ops/${service}/messaging/${path}`, body);
  }

  /** Any route of it; a body makes it a POST. */
  async send<Body>(service: string, path: string, body?: unknown): Promise<Body> {
    const response = await this.fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json().catch(() => null)) as (Body & { detail?: string; title?: string }) | null;
    if (response.ok && answer !== null) return answer;
    throw new OpsFailure(`${service}: ${answer?.detail ?? answer?.title ?? `status ${response.status}`}`);
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(new URL(path, this.url), { ...init, signal: AbortSignal.timeout(timeoutMs) });
    } catch {
      throw new OpsFailure(
        `Nothing answers at ${this.url}: start the system first (npm start), or say where it is with --url.`,
      );
    }
  }
}

export async function runOps({ command }: OpsRequest, client: OpsClient, now: Date): Promise<OpsResult> {
  switch (command.verb) {
    case 'status':
      return showStatus(command, client);
    case 'list':
      return listParked(command, client, now);
    case 'show':
      return showParked(command, client);
    case 'replay':
      return replay(command, client);
    case 'timers':
      return runTimers(command, client);
    case 'deliveries':
      return listUndelivered(client);
    case 'deliveries retry':
      return retryDelivery(command, client);
    case 'deliveries resend':
      return resendDeliveries(command, client);
    case 'audit verify':
      return verifyAudit(command, client);
    case 'audit export':
      return exportAudit(command, client);
    case 'keys':
      return runKeys(command, client);
    case 'discard': {
      const answer = await client.call(command.service, 'parked/discard', { id: command.id, why: command.why });
      return {
        answer,
        text: `Discarded ${command.id} of ${command.service}; replay its key to let the later ones go.`,
        isWell: true,
      };
    }
  }
}

async function showStatus({ services }: OpsCommand & { verb: 'status' }, client: OpsClient): Promise<OpsResult> {
  // A service that is down must not hide the others: its row says so.
  const settled = await Promise.allSettled(services.map((service) => client.call<State>(service, 'status')));
  const states = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const rows = settled.map((result, at) => {
    if (result.status === 'rejected') return [services[at] ?? '', String((result.reason as Error).message)];
    const { service, outbox, parked, relay, consumer, lag } = result.value;
    return [
      service,
      `${outbox.size}`,
      outbox.size ? duration(outbox.oldestSeconds) : '-',
      relay,
      consumer,
      lag === null ? '-' : `${lag}`,
      `${parked}`,
    ];
  });
  const rules = services.includes('referral') ? await readRules(client) : null;
  const isWell = settled.length === states.length && states.every(({ parked }) => parked === 0);
  return {
    answer: { services: states, rules },
    text: [
      table(['service', 'outbox', 'oldest', 'relay', 'consumer', 'lag', 'parked'], rows),
      ...(rules === null ? [] : ['', rulesText(rules)]),
    ].join('\n'),
    isWell: isWell && rules?.agree !== false,
  };
}

async function listParked(
  { services }: OpsCommand & { verb: 'list' },
  client: OpsClient,
  now: Date,
): Promise<OpsResult> {
  const lists = await Promise.all(
    services.map(async (service) => ({ service, parked: await client.call<Parked[]>(service, 'parked') })),
  );
  const rows = lists.flatMap(({ service, parked }) =>
    parked.map(({ id, key, type, error, tries, parkedAt }) => [
      service,
      key,
      id,
      type ?? 'unreadable',
      duration((now.getTime() - Date.parse(parkedAt)) * secondsPerMs),
      `${tries}`,
      error.split('\n')[0] ?? '',
    ]),
  );
  const text =
    rows.length === 0 ? 'Nothing is parked.' : table(['service', 'key', 'id', 'type', 'for', 'tries', 'error'], rows);
  return { answer: lists, text, isWell: rows.length === 0 };
}

async function showParked({ service, id }: OpsCommand & { verb: 'show' }, client: OpsClient): Promise<OpsResult> {
  const answer = await client.call<Parked>(service, `parked/${encodeURIComponent(id)}`);
  const rows = Object.entries(answer).map(([name, value]) => [name, value === null ? '-' : String(value)]);
  return { answer, text: table(['field', 'value'], rows), isWell: true };
}

async function replay({ service, key }: OpsCommand & { verb: 'replay' }, client: OpsClient): Promise<OpsResult> {
  const answer = await client.call<ReplayResult[]>(service, 'parked/replay', { key });
  const rows = answer.map((result) => [
    result.key,
    `${result.replayed}`,
    result.stoppedAt
      ? `stopped at ${result.stoppedAt.id}: ${result.stoppedAt.error.split('\n')[0] ?? ''}`
      : 'flows again',
  ]);
  const text = rows.length === 0 ? 'Nothing was parked.' : table(['key', 'replayed', 'outcome'], rows);
  return { answer, text, isWell: answer.every(({ stoppedAt }) => stoppedAt === null) };
}
