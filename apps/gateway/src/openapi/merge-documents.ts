import { type BackendName } from '../gateway.settings.js';
import { operationsPrefix, ownOperationsPrefix } from '../forwarding/route-table.js';

/** As much of an OpenAPI document as merging needs to know. */
export interface OpenApiDocument {
  paths?: Record<string, unknown>;
  components?: Record<string, Record<string, unknown>>;
  [field: string]: unknown;
}

/**
 * One document of the documents of the gateway (`own`) and of the services. A component that two documents define
 * differently under one name is kept for the second under the service's name too.
 */
export function mergeDocuments(
  own: OpenApiDocument,
  services: readonly (readonly [BackendName, OpenApiDocument])[],
): OpenApiDocument {
  const merged = structuredClone(own);
  merged['info'] = { title: 'Throughline', version: '1' };
  merged.paths ??= {};
  merged.components ??= {};
  for (const [service, received] of services) {
    const document = renameClashes(service, received, merged.components);
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      // What the gateway answers itself out of the services' answers.
      if (path in (own.paths ?? {})) continue;
      merged.paths[publicPath(service, path)] = labelled(service, operations);
    }
    for (const [kind, components] of Object.entries(document.components ?? {})) {
      merged.components[kind] = { ...merged.components[kind], ...components };
    }
  }
  return merged;
}

/** Operator's routes are named alike everywhere, so they are told apart as the gateway forwards them. */
const publicPath = (service: BackendName, path: string): string =>
  path === ownOperationsPrefix || path.startsWith(`${ownOperationsPrefix}/`)
    ? operationsPrefix(service) + path.slice(ownOperationsPrefix.length)
    : path;

/** Grouped by service, with operation ids that are unique in the whole. */
function labelled(service: BackendName, operations: unknown): Record<string, unknown> {
  const entries = Object.entries(operations as Record<string, unknown>).map(([method, operation]) => {
    if (typeof operation !== 'object' || operation === null || Array.isArray(operation)) return [method, operation];
    const id = (operation as { operationId?: unknown }).operationId;
    const named = typeof id === 'string' ? { operationId: `${service}_${id}` } : {};
    return [method, { ...operation, ...named, tags: [service] }];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function renameClashes(
  service: BackendName,
  document: OpenApiDocument,
  taken: Record<string, Record<string, unknown>>,
): OpenApiDocument {
  let text = JSON.stringify(document);
  for (const [kind, components] of Object.entries(document.components ?? {})) {
    if (kind === 'securitySchemes') continue; // the same everywhere
    for (const [name, component] of Object.entries(components)) {
      const known = taken[kind]?.[name];
      if (known === undefined || JSON.stringify(known) === JSON.stringify(component)) continue;
      text = text.replaceAll(`"#/components/${kind}/${name}"`, `"#/components/${kind}/${service}.${name}"`);
    }
  }
  const renamed = JSON.parse(text) as OpenApiDocument;
  for (const [kind, components] of Object.entries(renamed.components ?? {})) {
    const entries = Object.entries(components).map(([name, component]) => {
      const isClash = text.includes(`"#/components/${kind}/${service}.${name}"`);
      return [isClash ? `${service}.${name}` : name, component] as const;
    });
    renamed.components = { ...renamed.components, [kind]: Object.fromEntries(entries) };
  }
  return renamed;
}
