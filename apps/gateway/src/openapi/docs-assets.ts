import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

// The files come with @nestjs/swagger, so they are looked up from there.
const fromSwagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
const folder = dirname(fromSwagger.resolve('swagger-ui-dist/package.json'));

/** One of the few files that the page names; null for any other name. */
export async function readDocsAsset(name: string): Promise<{ type: string; content: Buffer } | null> {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  return type === undefined ? null : { type, content: await readFile(join(folder, name)) };
}
