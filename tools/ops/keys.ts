import type { OpsCommand } from './command.ts';
import type { OpsClient, OpsResult } from './run-ops.ts';
import { table } from './table.ts';

/** As behavioral-health answers them. */
interface Keys {
  current: string;
  records: { keyId: string; count: number }[];
}

/** Under which keys content is encrypted, after every record was moved to the current one when that was asked for. */
export async function runKeys({ rewrap }: OpsCommand & { verb: 'keys' }, client: OpsClient): Promise<OpsResult> {
  const path = `/api/behavioral-health/keys${rewrap ? '/rewrap' : ''}`;
  const keys = await client.send<Keys>('behavioral-health', path, rewrap ? {} : undefined);
  const isCurrent = (keyId: string): boolean => keyId === keys.current;
  const rows = keys.records.map(({ keyId, count }) => [keyId, `${count}`, isCurrent(keyId) ? 'current' : 'old']);
  return {
    answer: keys,
    text: rows.length > 0 ? table(['key', 'records', ''], rows) : `Nothing is stored yet; the key is ${keys.current}.`,
    isWell: keys.records.every(({ keyId }) => isCurrent(keyId)),
  };
}
