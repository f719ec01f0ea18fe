/**
 * The text of a PDF that Chromium printed, page by page: enough to see what stands on each sheet. Understands what Chromium writes (plain objects, deflated
 * streams, fonts with a table to Unicode), and nothing else.
 */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  head: string;
  stream: string | null;
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const body = match[2] ?? '';
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    objects.set(Number(match[1]), { head, stream: at < 0 ? null : inflated(head, body.slice(at + 'stream\n'.length)) });
  }
  return objects;
}

function inflated(head: string, raw: string): string {
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? raw.length);
  const bytes = Buffer.from(raw.slice(0, length), 'latin1');
  return /\/FlateDecode/.test(head) ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph number to text. */
function unicodeOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      table.set(parseInt(glyph, 16), fromHex(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const [first, last, start] = [parseInt(from, 16), parseInt(to, 16), parseInt(text, 16)];
      for (let glyph = first; glyph <= last; glyph += 1) table.set(glyph, String.fromCodePoint(start + glyph - first));
    }
  }
  return table;
}

/** One text for each page, in the order of painting, without blanks: where words end is a matter of positions. */
export function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const tables = new Map<number, Map<number, string>>();
  const tableOf = (font: number): Map<number, string> => {
    const cmap = Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1]);
    const table = tables.get(font) ?? unicodeOf(objects.get(cmap)?.stream ?? '');
    tables.set(font, table);
    return table;
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const fonts = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, Number(id)]));
      const contents = Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]);
      let table = new Map<number, string>();
      let said = '';
      for (const [token, font, hex] of (objects.get(contents)?.stream ?? '').matchAll(
        /\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>(?=[^>]*T[jJ])/gi,
      )) {
        if (font !== undefined) table = tableOf(fonts.get(font) ?? -1);
        else if (hex !== undefined && token)
          said += (hex.match(/.{4}/g) ?? []).map((glyph) => table.get(parseInt(glyph, 16)) ?? '').join('');
      }
      return said.replaceAll(/\s/g, '');
    });
}
