/** Of numbers in ascending order. */
export const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
};

/** The smallest of them that so large a share does not exceed (nearest rank). */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

export const toTenths = (value: number): number => Math.round(value * 10) / 10;
