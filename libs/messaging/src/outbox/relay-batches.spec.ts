import { RelayBatches, withinBudget } from './relay-batches.js';

const row = (number: number, bytes = 1): object => ({
  number: String(number),
  aggregatetype: 't',
  aggregateid: 'k',
  payload: 'x'.repeat(bytes),
});

describe('RelayBatches', () => {
  it('deletes exactly what was sent, and only after the answer', async () => {
    const log: string[] = [];
    const session = {
      query: async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => {
        if (sql.startsWith('select')) return [row(3), row(7)] as Row[];
        log.push(`delete ${String(values[0])}`);
        return [];
      },
    };
    const batches = new RelayBatches(session, async (messages) => void log.push(`sent ${messages.length}`));
    await expect(batches.sendNext()).resolves.toBe(false);
    expect(log).toEqual(['sent 2', 'delete 3,7']);
  });

  it('deletes nothing when the broker does not answer', async () => {
    const statements: string[] = [];
    const session = {
      query: async <Row>(sql: string): Promise<Row[]> => {
        statements.push(sql.slice(0, 6));
        return [row(1)] as Row[];
      },
    };
    const batches = new RelayBatches(session, () => Promise.reject(new Error('broker away')));
    await expect(batches.sendNext()).rejects.toThrow('broker away');
    expect(statements).toEqual(['select']);
  });
});

describe('withinBudget', () => {
  const rows = [5, 5, 5].map((bytes, at) => row(at, bytes) as { payload: string });

  it.each([
    { budget: 1, kept: 1 }, // an event larger than the budget still goes, alone
    { budget: 10, kept: 2 },
    { budget: 14, kept: 2 },
    { budget: 15, kept: 3 },
  ])('keeps $kept of three rows of 5 bytes within $budget', ({ budget, kept }) => {
    expect(withinBudget(rows, budget)).toEqual(rows.slice(0, kept));
  });
});
