export interface Keyed {
  key: string;
}

/** The runs of a batch: one list per key, each in the batch's order. */
export const runsByKey = <Message extends Keyed>(messages: readonly Message[]): Message[][] => [
  ...Map.groupBy(messages, ({ key }) => key).values(),
];

/**
 * Follows which messages of a batch are done, whatever order they finish in, and says how far everything before is done:
 * only up to there may an offset be committed.
 */
export class LowestFinished<Message> {
  private readonly finished = new Set<Message>();
  private next = 0;

  constructor(private readonly messages: readonly Message[]) {}

  /** The last message with no unfinished one before it, when this one moved that point; else null. */
  finish(message: Message): Message | null {
    this.finished.add(message);
    const before = this.next;
    while (this.next < this.messages.length && this.finished.has(this.messages[this.next] as Message)) this.next += 1;
    return this.next > before ? (this.messages[this.next - 1] ?? null) : null;
  }
}

/** Cuts a run into pieces of at most `limit`, in order; what must stand alone is a piece of its own. */
export function pieces<Message>(
  run: readonly Message[],
  mayJoin: (message: Message) => boolean,
  limit: number,
): Message[][] {
  const cut: Message[][] = [];
  let open: Message[] | null = null;
  for (const message of run) {
    const joins = mayJoin(message);
    if (joins && open && open.length < limit) open.push(message);
    else cut.push((open = [message]));
    if (!joins) open = null;
  }
  return cut;
}

/** Runs `work` over all items side by side. The first failure is thrown once everything has ended. */
export async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(items.map(work));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
