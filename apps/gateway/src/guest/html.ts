/** Text that may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Content = string | number | null | undefined | false | Html | readonly Content[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const textOf = (content: Content): string => {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.text;
  if (Array.isArray(content)) return (content as readonly Content[]).map(textOf).join('');
  return String(content as string | number).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
};

/** A piece of a page: whatever is put into it is escaped, unless it is a piece itself. Nothing for null, undefined and false. */
export const markup = (parts: TemplateStringsArray, ...contents: Content[]): Html =>
  new Html(parts.map((part, at) => part + textOf(contents[at])).join(''));
