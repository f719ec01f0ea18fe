interface Waiting {
  weight: number;
  start: () => void;
}

/** Bounds how much runs at once in this process, first come first served; `alone` waits until nothing else runs. */
export class Permits {
  private free: number;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limit: number) {
    this.free = limit;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return this.withWeight(1, work);
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.withWeight(this.limit, work);
  }

  private async withWeight<T>(weight: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.waiting.push({ weight, start: resolve });
      this.startNext();
    });
    try {
      return await work();
    } finally {
      this.free += weight;
      this.startNext();
    }
  }

  private startNext(): void {
    for (let next = this.waiting[0]; next && next.weight <= this.free; next = this.waiting[0]) {
      this.waiting.shift();
      this.free -= next.weight;
      next.start();
    }
  }
}
