/**
 * Looks for words in every place where a running system keeps or shows something: all files of the state folder (logs, Kafka's segments,
 * Redis' journal, PostgreSQL's own files), every row of every database, every message of every topic, and every GET route of the API,
 * asked by everybody. What it finds is for the caller to judge.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { portsFrom } from '../../tools/services.ts';
import type { RunningSystem } from './system.ts';

export interface Found {
  marker: string;
  /** `file logs/x.log`, `database x table y`, `topic x`, `as physician GET /api/...`. */
  where: string;
}

export interface Sought {
  system: RunningSystem;
  markers: readonly string[];
  /** Who asks the API, and a token for each. */
  readers: readonly string[];
  getToken(who: string): Promise<string>;
  patientId: string;
  planId: string;
}

/** What was looked at: a search that looked at nothing finds nothing, too. */
export interface SearchResult {
  found: Found[];
  looked: { files: number; tables: number; messages: number; answers: number };
}

export async function searchEverywhere(sought: Sought): Promise<SearchResult> {
  const ports = portsFrom(Number(new URL(sought.system.url).port));
  const [files, tables, messages, answers] = [
    await searchFiles(sought),
    await searchDatabases(sought, ports.postgres),
    await searchTopics(sought, ports.kafka),
    await searchApi(sought),
  ];
  return {
    found: [files, tables, messages, answers].flatMap(({ found }) => found),
    looked: { files: files.looked, tables: tables.looked, messages: messages.looked, answers: answers.looked },
  };
}

interface Part {
  found: Found[];
  looked: number;
}

/** As text, and as it stands in columns and messages of bytes. */
const formsOf = (marker: string): string[] => [
  marker,
  Buffer.from(marker).toString('hex'),
  Buffer.from(marker).toString('base64').replace(/=+$/, '').slice(0, -1),
];

const foundIn = (text: string, where: string, { markers }: Sought): Found[] =>
  markers.filter((marker) => formsOf(marker).some((form) => text.includes(form))).map((marker) => ({ marker, where }));

async function searchFiles(sought: Sought): Promise<Part> {
  const folder = sought.system.stateFolder;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const found: Found[] = [];
  for (const path of paths) found.push(...(await searchFile(path, `file ${relative(folder, path)}`, sought)));
  return { found, looked: paths.length };
}

async function searchFile(path: string, where: string, sought: Sought): Promise<Found[]> {
  const found = new Map<string, Found>();
  // The end of one piece is looked at again with the next: a word may lie across.
  const overlap = 200;
  let tail = '';
  try {
    for await (const piece of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
      const text = tail + String(piece);
      for (const one of foundIn(text, where, sought)) found.set(one.marker, one);
      tail = text.slice(-overlap);
    }
  } catch (error) {
    // Servers that run put files away meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return [...found.values()];
}

async function searchDatabases(sought: Sought, port: number): Promise<Part> {
  const urlOf = (database: string): string => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;
  const databases = await query<{ datname: string }>(
    urlOf('postgres'),
    `select datname from pg_database where datname like 'throughline%'`,
  );
  const part: Part = { found: [], looked: 0 };
  for (const { datname } of databases) {
    const tables = await query<{ name: string }>(
      urlOf(datname),
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      part.looked += 1;
      const rows = await query<{ text: string }>(urlOf(datname), `select searched::text as text from ${name} searched`);
      const text = rows.map((row) => row.text).join('\n');
      part.found.push(...foundIn(text, `database ${datname} table ${name}`, sought));
    }
  }
  return part;
}

async function query<Row extends pg.QueryResultRow>(connectionString: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function searchTopics(sought: Sought, port: number): Promise<Part> {
  const kafka = new Kafka({ clientId: 'search', brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId: `search-${process.pid}-${sought.patientId}` });
  await Promise.all([admin.connect(), consumer.connect()]);
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith('throughline.'));
    const ends = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
    let left = ends.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    const part: Part = { found: [], looked: 0 };
    if (left === 0) return part;
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const eachMessage = async ({ topic, message }: { topic: string; message: { value: Buffer | null } }) => {
        part.looked += 1;
        part.found.push(...foundIn(message.value?.toString('utf8') ?? '', `topic ${topic}`, sought));
        left -= 1;
        if (left === 0) resolve();
      };
      consumer.run({ eachMessage }).catch(reject);
    });
    return part;
  } finally {
    await Promise.all([admin.disconnect(), consumer.disconnect()]);
  }
}

interface ApiDocument {
  paths: Record<string, Record<string, unknown>>;
}

/** Lists first: the ids in their answers open the routes of single things. */
async function searchApi(sought: Sought): Promise<Part> {
  const { system, patientId, planId, readers } = sought;
  const document = (await (await fetch(new URL('/api/openapi.json', system.url))).json()) as ApiDocument;
  const templates = Object.entries(document.paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path);
  const ids = new Map<string, Set<string>>([
    ['patients', new Set([patientId])],
    ['plans', new Set([planId])],
  ]);
  const asked = new Set<string>();
  const part: Part = { found: [], looked: 0 };
  for (let round = 0; round < 3; round += 1) {
    for (const template of templates) {
      for (const path of filled(template, ids)) {
        if (asked.has(path)) continue;
        asked.add(path);
        for (const reader of readers) {
          const text = await answerOf(sought, path, reader);
          part.looked += 1;
          part.found.push(...foundIn(text, `as ${reader} GET ${template}`, sought));
          keepIds(path, text, ids);
        }
      }
    }
  }
  return part;
}

/** `/api/notes/{id}` with every id that a list of notes answered; other parameters get a number that versions have. */
function filled(template: string, ids: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const [before, after] = split(template);
  if (before === null) return [template];
  const noun = before.split('/').filter(Boolean).at(-1) ?? '';
  const values = [...(ids.get(noun) ?? [])];
  return (noun === 'versions' ? ['1', '2', '3'] : values).flatMap((value) => filled(`${before}${value}${after}`, ids));
}

function split(template: string): [before: string | null, after: string] {
  const found = /^(.*?)\{[^}]+\}(.*)$/.exec(template);
  return found ? [found[1] ?? '', found[2] ?? ''] : [null, template];
}

function keepIds(path: string, text: string, ids: Map<string, Set<string>>): void {
  const noun = path.split('/').filter(Boolean).at(-1) ?? '';
  const known = ids.get(noun) ?? new Set<string>();
  for (const [, id] of text.matchAll(/"id":"([0-9a-f-]{36})"/g)) if (id && known.size < 40) known.add(id);
  ids.set(noun, known);
}

const patienceMs = 1500;

/** Whatever is answered, errors and the beginning of streams included. */
async function answerOf({ system, getToken, patientId }: Sought, path: string, reader: string): Promise<string> {
  const url = new URL(path, system.url);
  const isList = !/[0-9a-f]{8}-[0-9a-f]{4}-/.test(path);
  if (isList && /handoffs|referrals|work-items|appointments|episodes|releases|access/.test(path)) {
    url.searchParams.set('patient', patientId);
  }
  const headers = { authorization: `Bearer ${await getToken(reader)}` };
  let text = '';
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) });
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) text += decoder.decode(piece as Uint8Array, { stream: true });
  } catch (error) {
    if ((error as Error).name !== 'TimeoutError') throw error;
  }
  return text;
}
