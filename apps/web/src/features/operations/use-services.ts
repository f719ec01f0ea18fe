import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get, Unreachable } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { type ServiceName, services } from '../../app/services.js';

export interface MessagingState {
  outbox: { size: number; oldestSeconds: number };
  parked: number;
  relay: string;
  consumer: string;
  lag: number | null;
  consumes: string[];
  sent: Record<string, number>;
  handled: Record<string, number>;
  lastHandledSecondsAgo: number | null;
}

/** One service as it stands; `state` is null while it does not answer. */
export interface ServiceState {
  service: ServiceName;
  state: MessagingState | null;
  /** In the words of its own health check; null when all is well. */
  trouble: string | null;
}

const pollMs = 3000;

const stateOf = async (service: ServiceName, signal: AbortSignal): Promise<MessagingState | null> => {
  try {
    return await get<MessagingState>(`/api/ops/${service}/messaging/status`, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
};

/** What the gateway says of itself and of everything behind it; not ready is an answer like any other. */
async function troubles(signal: AbortSignal): Promise<Record<string, string>> {
  let response: Response;
  try {
    response = await fetch('/health/ready', { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Unreachable('The gateway does not answer.', { cause: error });
  }
  return ((await response.json()) as { troubles: Record<string, string> }).troubles;
}

/** All services, asked every few seconds while the page is looked at. */
export const useServices = (): UseQueryResult<ServiceState[]> =>
  useQuery({
    queryKey: keys.operations(),
    queryFn: async ({ signal }) => {
      const [found, ...states] = await Promise.all([
        troubles(signal),
        ...services.map((service) => stateOf(service, signal)),
      ]);
      return services.map((service, at) => ({
        service,
        state: states[at] ?? null,
        trouble: found[service] ?? null,
      }));
    },
    refetchInterval: pollMs,
    retry: false,
  });
