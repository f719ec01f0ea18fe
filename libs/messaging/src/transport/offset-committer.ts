export interface OffsetToCommit {
  topic: string;
  partition: number;
  /** The next one to read. */
  offset: string;
}

/**
 * Commits offsets behind the work instead of between two batches: a broker may take its time over a commit, and the next
 * message must not wait for that. One commit at a time, each with the newest offsets. A commit that is lost means redelivery,
 * which the inbox absorbs.
 */
export class OffsetCommitter {
  private readonly waiting = new Map<string, OffsetToCommit>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly commit: (offsets: OffsetToCommit[]) => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  note(offset: OffsetToCommit): void {
    this.waiting.set(`${offset.topic} ${offset.partition}`, offset);
    this.running ??= this.run();
  }

  /** Partitions may belong to others now: what was not committed by now is theirs to settle again. */
  forget(): void {
    this.waiting.clear();
  }

  /** Resolves when everything noted by now is committed, or has failed. Never rejects. */
  async flush(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    await Promise.resolve(); // what is noted in the same breath goes together
    while (this.waiting.size > 0) {
      const offsets = [...this.waiting.values()];
      this.waiting.clear();
      try {
        await this.commit(offsets);
      } catch (error) {
        this.onFailure(error);
      }
    }
    this.running = null;
  }
}
