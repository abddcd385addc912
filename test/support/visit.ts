/** What a visit was answered. */
export type Answer = { status: number; location: string | null; text: string; headers: Headers };

/** A browser without a script: it keeps cookies, posts forms from our own pages, and follows no redirect by itself. */
export class Visit {
  readonly cookies = new Map<string, string>();
  constructor(
    readonly address: string,
    readonly agent = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36',
  ) {}

  async get(path: string): Promise<Answer> {
    return this.ask(path, { method: 'GET' });
  }

  async post(path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
    const form = { Origin: this.address, ...headers };
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: form });
  }

  private async ask(path: string, { headers, ...init }: RequestInit): Promise<Answer> {
    const answer = await fetch(new URL(path, this.address), {
      ...init,
      headers: { ...Object.fromEntries(new Headers(headers)), 'User-Agent': this.agent, Cookie: this.cookie() },
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const { status, headers: given } = answer;
    return { status, location: given.get('location'), text: await answer.text(), headers: given };
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    if (attributes.some((one) => /^max-age=0$/i.test(one))) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }

  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
