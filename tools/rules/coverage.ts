/** Which rules a change can reach, as a table for readers. */
import type { Ruleset } from '#clinical';
import { changeTypes } from '#contracts';
import { matrixOf } from './matrix.ts';
import { silentChanges } from './silent-changes.ts';

export function coverageTable(ruleset: Ruleset): string {
  const matrix = matrixOf(ruleset);
  const rows = changeTypes.map((type) => {
    const cells = Object.entries(matrix).flatMap(([role, row]) =>
      row[type] ? [`${role}: ${row[type].join(' ')}`] : [],
    );
    return `| ${type} | ${cells.join('; ') || `nobody: ${silentChanges[type] ?? 'no rule'}`} |`;
  });
  const events = Object.entries(matrix).flatMap(([role, row]) =>
    Object.entries(row)
      .filter(([call]) => !(changeTypes as readonly string[]).includes(call))
      .map(([call, ids]) => `| ${call} | ${role}: ${ids.join(' ')} |`),
  );
  return [
    '<!-- Made from libs/clinical/rules by `npm run generate`. -->',
    '# Who hears of what',
    '',
    `Ruleset \`${ruleset.version}\`, ${ruleset.rules.length} rules. \`@discipline\` is the therapy the item is for, \`@engaged\`, \`@referred\` and \`@all\` are members on the team.`,
    '',
    '| change | who, by which rules |',
    '| --- | --- |',
    ...rows,
    '',
    '| event or moment | who, by which rules |',
    '| --- | --- |',
    ...events.sort(),
    '',
  ].join('\n');
}
