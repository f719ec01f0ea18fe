/** Which rules a change can reach, per role: the committed table of what is meant to exist (`test/rules-matrix.json`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ruleset } from '#clinical';

export type Matrix = Record<string, Record<string, string[]>>;

export const matrixPath = 'test/rules-matrix.json';

export const committedMatrix = (): Matrix =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../..', matrixPath), 'utf8')) as Matrix;

/** Role, then change type or event, then rule ids. */
export function matrixOf({ rules }: Ruleset): Matrix {
  const matrix: Matrix = {};
  for (const { id, role, when } of rules) {
    for (const call of 'anyOf' in when ? when.anyOf : when.event) {
      const row = (matrix[role] ??= {});
      (row[call] ??= []).push(id);
    }
  }
  return sorted(matrix);
}

const sorted = (matrix: Matrix): Matrix =>
  Object.fromEntries(
    Object.entries(matrix)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([role, row]) => [
        role,
        Object.fromEntries(
          Object.entries(row)
            .sort(([a], [b]) => a.localeCompare(b))
            .map(([call, ids]) => [call, [...ids].sort()]),
        ),
      ]),
  );

/** What a ruleset lacks of the committed table, and what it has beyond it. */
export function differencesFrom(committed: Matrix, ruleset: Ruleset): string[] {
  const cells = (matrix: Matrix): Set<string> =>
    new Set(
      Object.entries(matrix).flatMap(([role, row]) =>
        Object.entries(row).flatMap(([call, ids]) => ids.map((id) => `${id}: ${call} -> ${role}`)),
      ),
    );
  const [wanted, found] = [cells(committed), cells(matrixOf(ruleset))];
  return [
    ...[...wanted].filter((cell) => !found.has(cell)).map((cell) => `missing ${cell}`),
    ...[...found].filter((cell) => !wanted.has(cell)).map((cell) => `not in the table ${cell}`),
  ];
}
