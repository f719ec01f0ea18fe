/** Keeps the most recently used values, up to a number. For what never changes once it is there: nothing here is ever out of date. */
export class RecentlyUsed<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly capacity: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // A map remembers the order of insertion: what is used moves to the end.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    const oldest = this.values.keys().next();
    if (this.values.size > this.capacity && !oldest.done) this.values.delete(oldest.value);
  }
}
