import type { OpsCommand } from './command.ts';
import type { OpsClient, OpsResult } from './run-ops.ts';
import { table } from './table.ts';

/** As a service's timers answer. */
interface Counts {
  due: number;
  pending: number;
  failing: number;
}

/** What each service waits for, after its alarms were set anew when that was asked for. */
export async function runTimers(
  { services, rebuild }: OpsCommand & { verb: 'timers' },
  client: OpsClient,
): Promise<OpsResult> {
  const counted = await Promise.all(
    services.map(async (service) => {
      const path = `/api/timers/${service}/${rebuild ? 'rebuild' : 'counts'}`;
      return { service, ...(await client.send<Counts>(service, path, rebuild ? {} : undefined)) };
    }),
  );
  const rows = counted.map(({ service, pending, due, failing }) => [service, `${pending}`, `${due}`, `${failing}`]);
  return {
    answer: counted,
    text: table(['service', 'pending', 'due', 'failing'], rows),
    isWell: counted.every(({ failing }) => failing === 0),
  };
}
