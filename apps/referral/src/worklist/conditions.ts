/** Collects conditions with their values, so that none is ever spelled into the statement. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** `?` stands for each value in turn. */
  add(condition: string, ...values: unknown[]): void {
    const numbered = values.reduce<string>((text, value) => text.replace('?', this.value(value)), condition);
    this.parts.push(`(${numbered})`);
  }

  /** A value outside of a condition. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  toString(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }
}
