import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddressedHint } from './live-hint.js';

export interface NumberedHint extends AddressedHint {
  number: number;
}

/** What a stream is told. `reset`: something may have been missed, so whatever is shown must be asked for again. */
export type LiveNews = { kind: 'hint'; entry: NumberedHint } | { kind: 'reset'; number: number };

export type LiveListener = (news: LiveNews) => void;

/** Some minutes on a busy day; whoever was away longer asks for everything again. */
const remembered = 5000;

/**
 * The last hints, numbered, so that a stream that was cut goes on where it stopped. It lives as long as the process: ids of another
 * process lead to a reset, and so do gaps of our own.
 */
@Injectable()
export class LiveLog {
  private readonly epoch = randomUUID().slice(0, 8);
  private readonly entries: NumberedHint[] = [];
  private readonly listeners = new Set<LiveListener>();
  private number = 0;
  /** Who saw only less than this has missed something. */
  private unbrokenFrom = 0;
  isLive = false;

  add(addressed: AddressedHint): void {
    const entry = { ...addressed, number: ++this.number };
    this.entries.push(entry);
    if (this.entries.length > remembered) this.entries.shift();
    this.tell({ kind: 'hint', entry });
  }

  live(): void {
    this.isLive = true;
    // Whatever happened before is not in the log.
    this.reset();
  }

  gap(): void {
    this.isLive = false;
  }

  /** What came after `lastEventId`, and everything from now on. Returns how to stop listening. */
  follow(lastEventId: string | null, listener: LiveListener): () => void {
    const seen = lastEventId === null ? this.number : this.numberOf(lastEventId);
    const oldest = this.entries[0]?.number ?? this.number + 1;
    if (seen === null || seen < this.unbrokenFrom || seen + 1 < oldest) {
      listener({ kind: 'reset', number: this.number });
    } else {
      for (const entry of this.entries.slice(Math.max(0, seen + 1 - oldest))) listener({ kind: 'hint', entry });
    }
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Where the log stands now. */
  get position(): string {
    return this.idOf(this.number);
  }

  idOf(number: number): string {
    return `${this.epoch}-${number}`;
  }

  private numberOf(eventId: string): number | null {
    const [epoch, number] = eventId.split('-');
    return epoch === this.epoch && /^\d+$/.test(number ?? '') ? Number(number) : null;
  }

  private reset(): void {
    this.unbrokenFrom = ++this.number;
    this.tell({ kind: 'reset', number: this.number });
  }

  private tell(news: LiveNews): void {
    for (const listener of [...this.listeners]) listener(news);
  }
}
