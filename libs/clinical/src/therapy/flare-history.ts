/** One flare as a therapist reported it. */
interface ReportedFlare<Pattern extends string> {
  pattern: Pattern;
  trigger: string;
  hours: number;
  at: Date;
}

export interface FlarePattern<Pattern extends string> {
  pattern: Pattern;
  times: number;
  longestHours: number;
  last: { at: Date; trigger: string; hours: number };
}

/** The flares of an episode by pattern, the most frequent first, then the most recent: what keeps coming back asks for another dose. */
export function flareHistory<Pattern extends string>(
  reported: readonly ReportedFlare<Pattern>[],
): FlarePattern<Pattern>[] {
  const byTime = [...reported].sort((one, other) => one.at.getTime() - other.at.getTime());
  const patterns = [...new Set(byTime.map(({ pattern }) => pattern))];
  return patterns
    .map((pattern) => {
      const own = byTime.filter((flare) => flare.pattern === pattern);
      const { at, trigger, hours } = own.at(-1) as ReportedFlare<Pattern>;
      return {
        pattern,
        times: own.length,
        longestHours: Math.max(...own.map((flare) => flare.hours)),
        last: { at, trigger, hours },
      };
    })
    .sort((one, other) => other.times - one.times || other.last.at.getTime() - one.last.at.getTime());
}
