/** What the person at the terminal sees: steps, and the services' log lines made readable. */
import { styleText } from 'node:util';

const nameWidth = 17;
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
/** Shown elsewhere in the line, or of no use to a reader. */
const plumbing = new Set(['level', 'time', 'service', 'msg', 'err', 'trace', 'pid', 'hostname']);

type Colour = 'green' | 'yellow' | 'red' | 'dim';
const colour = (name: Colour, text: string): string => styleText(name, text, { stream: process.stdout });

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** One line per step of the start, with the seconds it took. */
export function printStep(name: string, seconds: number, detail = ''): void {
  print(
    `${colour('green', '+')} ${name.padEnd(nameWidth)} ${seconds.toFixed(1).padStart(5)} s${detail ? `   ${detail}` : ''}`,
  );
}

/** Something the supervisor itself has to say about a process. */
export function printNotice(name: string, text: string): void {
  print(`${timeOf(new Date())} ${name.padEnd(nameWidth)} ${colour('yellow', text)}`);
}

/** A line of a service; what is no JSON line comes from outside the logger and is shown as it is. Null: below the level. */
export function readableLine(service: string, line: string, leastLevel: string): string | null {
  const record = parseRecord(line);
  if (!record) return line.trim() === '' ? null : `${timeOf(new Date())} ${service.padEnd(nameWidth)} ${line}`;
  const level = String(record['level'] ?? 'info');
  if (levels.indexOf(level) < levels.indexOf(leastLevel)) return null;
  const time =
    typeof record['time'] === 'string' || typeof record['time'] === 'number' ? new Date(record['time']) : new Date();
  const details = Object.entries(record)
    .filter(([key]) => !plumbing.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const text = [String(record['msg'] ?? ''), ...details].filter(Boolean).join(' ');
  const painted =
    level === 'warn'
      ? colour('yellow', text)
      : levels.indexOf(level) > levels.indexOf('warn')
        ? colour('red', text)
        : text;
  return `${timeOf(time)} ${service.padEnd(nameWidth)} ${painted}${stackOf(record['err'])}`;
}

function parseRecord(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null; // cut off, or something else in braces
  }
}

function stackOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { stack, message } = error as { stack?: string; message?: string };
  const text = stack ?? message;
  return text ? `\n${text.replaceAll(/^/gm, '    ')}` : '';
}

const timeOf = (time: Date): string => time.toTimeString().slice(0, 8);
