/** As a browser without scripts does it: follows redirects, keeps cookies, sends the forms of the page. */
interface Page {
  status: number;
  url: string;
  text: string;
}

export class GuestBrowser {
  private readonly cookies = new Map<string, string>();
  private page: Page = { status: 0, url: '', text: '' };

  get(url: string): Promise<Page> {
    return this.visit(url, { method: 'GET' });
  }

  /** Sends the form whose action ends so, with its hidden fields and what is typed; without such a form, an empty one to `base` and that. */
  press(action: string, typed: Record<string, string> = {}, base = ''): Promise<Page> {
    const form = [...this.page.text.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
      ([, target]) => target?.endsWith(action),
    );
    if (!form && !base) throw new Error(`the page has no form for ${action}: ${this.page.text}`);
    const [, target = base + action, inside = ''] = form ?? [];
    const hidden = [...inside.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    return this.visit(new URL(target, this.page.url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([...hidden, ...Object.entries(typed)]).toString(),
    });
  }

  private async visit(url: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location) return this.visit(new URL(location, url).href, { method: 'GET' });
    this.page = { status: answer.status, url, text: await answer.text() };
    return this.page;
  }
}
