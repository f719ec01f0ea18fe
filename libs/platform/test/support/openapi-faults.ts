/** What is wrong with an OpenAPI 3.0 document, as far as its structure tells; empty for a valid one. */
export function openApiFaults(document: OpenApi): string[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ at: `${method} ${path}`, path, operation })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  return [
    ...(/^3\.0\.\d$/.test(document.openapi) ? [] : [`version ${document.openapi}`]),
    ...(document.info.title && document.info.version ? [] : ['no title or version']),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} twice`),
    ...operations.flatMap(({ at, path, operation }) =>
      [...pathFaults(path, operation), ...operationFaults(operation)].map((fault) => `${at}: ${fault}`),
    ),
    ...danglingReferences(document),
  ];
}

export interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description?: string; content?: Content }>;
}
type Content = Record<string, { schema?: Schema }>;
type Schema = { [keyword: string]: unknown };

function pathFaults(path: string, { parameters }: Operation): string[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const described = parameters.filter((parameter) => parameter.in === 'path');
  const isSame = named.join() === described.map(({ name }) => name).sort().join(); // prettier-ignore
  return [
    ...(isSame ? [] : ['its path parameters are not those of the path']),
    ...described.filter(({ required }) => required !== true).map(({ name }) => `${name} is not required`),
  ];
}

function operationFaults({ parameters, requestBody, responses }: Operation): string[] {
  const contents = [
    ...Object.values(responses).map(({ content = {} }) => content),
    ...(requestBody ? [requestBody.content] : []),
  ];
  const schemas = [
    ...parameters.map(({ name, schema }) => [name, schema] as const),
    ...contents.flatMap((content) => Object.entries(content).map(([type, { schema }]) => [type, schema] as const)),
  ];
  return [
    ...(Object.keys(responses).length > 0 ? [] : ['no answers']),
    ...Object.entries(responses)
      .filter(([, { description }]) => typeof description !== 'string')
      .map(([status]) => `${status} has no description`),
    ...(requestBody && Object.keys(requestBody.content).length === 0 ? ['an empty request body'] : []),
    ...schemas.flatMap(([name, schema]) => (schema ? schemaFaults(schema, name) : [`${name} has no schema`])),
  ];
}

/** What JSON Schema says and OpenAPI 3.0 does not. */
const foreign = ['$schema', '$defs', 'const', 'prefixItems', 'propertyNames', 'patternProperties', 'if', 'examples'];

function schemaFaults(schema: Schema, at: string): string[] {
  const { type, properties = {}, items, additionalProperties } = schema;
  const alternatives = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as Schema[]);
  const inner: [string, unknown][] = [
    ...Object.entries(properties as Schema).map(([name, field]): [string, unknown] => [`${at}.${name}`, field]),
    ...alternatives.map((alternative): [string, unknown] => [at, alternative]),
    [`${at}[]`, items],
    [`${at}.*`, additionalProperties],
  ];
  return [
    ...foreign.filter((keyword) => keyword in schema).map((keyword) => `${at}: ${keyword}`),
    ...['exclusiveMinimum', 'exclusiveMaximum']
      .filter((keyword) => typeof schema[keyword] === 'number')
      .map((keyword) => `${at}: a number as ${keyword}`),
    ...(Array.isArray(type) || type === 'null' ? [`${at}: type ${JSON.stringify(type)}`] : []),
    ...(type === 'array' && (typeof items !== 'object' || Array.isArray(items)) ? [`${at}: an array of what?`] : []),
    ...inner.flatMap(([where, field]) =>
      typeof field === 'object' && field !== null && !Array.isArray(field) ? schemaFaults(field as Schema, where) : [],
    ),
  ];
}

function danglingReferences(document: OpenApi): string[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
  const target = (path: string): unknown =>
    path.split('/').reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], document);
  return references.filter((path) => target(path) === undefined).map((path) => `nothing at #/${path}`);
}
