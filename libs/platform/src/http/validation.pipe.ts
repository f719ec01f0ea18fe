import { type ArgumentMetadata, type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldError } from '#contracts';
import { InvalidInput } from './problems.js';

type Issue = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0][number];
type Path = NonNullable<Issue['path']>;

/** Checks every parameter that names a schema. Nest accepts anything where this pipe is not registered, so a test proves that it is. */
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // A path parameter, or a single field of a query, stands under its own name.
    const above = metadata.data === undefined ? [] : [metadata.data];
    const bySchema = new StandardSchemaValidationPipe({
      exceptionFactory: (issues) => new InvalidInput(issues.flatMap((issue) => fieldErrors(issue, above))),
    });
    const parsed: unknown = await bySchema.transform(value, metadata);
    if (metadata.schema) refuseUnstorable(parsed, above);
    return parsed;
  }
}

function fieldErrors(issue: Issue, above: Path): FieldError[] {
  const path = [...above, ...(issue.path ?? [])];
  const { code, keys } = issue as { code?: unknown; keys?: unknown };
  // Unknown fields are named one by one, where they stand.
  if (Array.isArray(keys) && code === 'unrecognized_keys') {
    return keys.map((key) => ({ path: pathOf([...path, String(key)]), message: 'unknown field' }));
  }
  return [{ path: pathOf(path), message: issue.message }];
}

/** JSON and a schema's `string` allow text that PostgreSQL cannot hold; without this it would be an unexpected error at the insert. */
function refuseUnstorable(value: unknown, above: Path): void {
  const errors = [...unstorable(value, above)];
  if (errors.length > 0) throw new InvalidInput(errors);
}

function* unstorable(value: unknown, path: Path): Generator<FieldError> {
  if (typeof value === 'string') {
    if (value.includes('\0')) yield { path: pathOf(path), message: 'must not contain the character U+0000' };
    else if (!value.isWellFormed()) yield { path: pathOf(path), message: 'must be well-formed Unicode' };
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* unstorable(item, [...path, at]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      yield* unstorable(key, path);
      yield* unstorable(field, [...path, key]);
    }
  }
}

/** `document.procedures[0].scheduledAt` */
function pathOf(segments: Path): string {
  return segments
    .map((segment) => (typeof segment === 'object' ? segment.key : segment))
    .reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
      '',
    );
}
