import type { DataSource } from 'typeorm';
import type { CloudEvent } from '#contracts';

/** Everything this service has published so far, in order. For tests without a broker, where nothing leaves the outbox. */
export async function appendedEvents(dataSource: DataSource): Promise<CloudEvent[]> {
  const rows = await dataSource.query<{ payload: string }[]>(`select payload from outbox order by number`);
  return rows.map(({ payload }) => JSON.parse(payload) as CloudEvent);
}
