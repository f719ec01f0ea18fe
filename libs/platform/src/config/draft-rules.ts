/**
 * `DRAFT_RULES=run`: rules that no clinician has reviewed run, too. The embedded start and the tests say so; a clinic that leaves it out
 * runs what it has switched on and nothing else.
 */
export const runsDraftRules = (env: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  env['DRAFT_RULES'] === 'run';
