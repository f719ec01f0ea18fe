export interface Summary {
  median: number;
  p95: number;
  p99: number;
  min: number;
  max: number;
}

/** Of milliseconds, rounded to a hundredth. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (quantile: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? Number.NaN;
    return Math.round(value * 100) / 100;
  };
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), min: at(0), max: at(1) };
}
