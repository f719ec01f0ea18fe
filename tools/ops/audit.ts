import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpsCommand, WrongUsage } from './command.ts';
import type { OpsClient, OpsResult } from './run-ops.ts';
import { table } from './table.ts';

interface Head {
  number: number;
  hash: string;
}

/** As `AuditController` answers. */
interface Verification {
  service: string;
  sealed: number;
  expired: number;
  overdue: number;
  head: Head | null;
  broken: { number: number; entryId: string; why: string } | null;
}
interface Chain {
  items: (Head & { sealedAt: string; entry: unknown })[];
}

const pageSize = 1000;

/** Every chain computed again by its service; with an earlier result, also whether that one's heads are still part of them. */
export async function verifyAudit(
  { services, against }: OpsCommand & { verb: 'audit verify' },
  client: OpsClient,
): Promise<OpsResult> {
  const earlier = against === null ? [] : readEarlier(against);
  const found = await Promise.all(
    services.map((service) => {
      const head = earlier.find((one) => one.service === service)?.head;
      const query = head ? `?number=${head.number}&hash=${head.hash}` : '';
      return client.send<Verification>(service, `/api/ops/${service}/audit/verification${query}`);
    }),
  );
  const rows = found.map(({ service, sealed, expired, overdue, head, broken }) => [
    ...[service, `${sealed}`, `${expired}`, `${overdue}`, head?.hash.slice(0, 16) ?? '-'],
    broken ? `broken at ${broken.number} (${broken.entryId || 'no entry'}): ${broken.why}` : 'whole',
  ]);
  return {
    answer: found,
    text: table(['service', 'sealed', 'expired', 'overdue', 'head', 'chain'], rows),
    isWell: found.every(({ broken, overdue }) => broken === null && overdue === 0),
  };
}

function readEarlier(path: string): Verification[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Verification[];
  } catch {
    throw new WrongUsage(`${path} is not what \`audit verify --json\` printed.`);
  }
}

/** JSON lines, the oldest first. A service is told how far its log was taken only when the whole of it is written. */
export async function exportAudit(
  { services, to }: OpsCommand & { verb: 'audit export' },
  client: OpsClient,
): Promise<OpsResult> {
  mkdirSync(to, { recursive: true });
  const rows: string[][] = [];
  for (const service of services) {
    const path = join(to, `audit-${service}.jsonl`);
    writeFileSync(path, '');
    const last = await exportChain(client, service, path);
    if (last) await client.send(service, `/api/ops/${service}/audit/exports`, { number: last.number, hash: last.hash });
    rows.push([service, `${last?.number ?? 0}`, path]);
  }
  return { answer: rows, text: table(['service', 'up to', 'file'], rows), isWell: true };
}

async function exportChain(client: OpsClient, service: string, path: string): Promise<Head | null> {
  for (let last: Head | null = null; ;) {
    const query: string = `?after=${last?.number ?? 0}&limit=${pageSize}`;
    const { items }: Chain = await client.send<Chain>(service, `/api/ops/${service}/audit/chain${query}`);
    appendFileSync(path, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
    last = items.at(-1) ?? last;
    if (items.length < pageSize) return last;
  }
}
