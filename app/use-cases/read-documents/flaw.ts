/**
 * What keeps a JSON text from being taken as it stands. Beside the grammar: a key given twice, of which `JSON.parse` keeps the last
 * in silence; text that PostgreSQL cannot hold; numbers that a double cannot hold; nesting too deep to walk.
 */
export type Flaw = { offset: number; message: string; path: string };

const DEEPEST = 400; // above the limit for documents, whose words are better
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS = ['true', 'false', 'null'];
const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];

class Found {
  readonly offset: number;
  readonly message: string;
  constructor(offset: number, message: string) {
    [this.offset, this.message] = [offset, message];
  }
}

class Scan {
  private at = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  document(): Flaw | undefined {
    try {
      this.value();
      this.space();
      if (this.at < this.text.length) this.fail('the end of the text');
    } catch (found) {
      if (!(found instanceof Found)) throw found;
      const path = this.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      return { offset: found.offset, message: found.message, path };
    }
  }

  private fail(expected: string): never {
    const letter = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    const found = this.at >= this.text.length ? 'the text ends' : `found ${JSON.stringify(letter)}`;
    throw new Found(this.at, `not JSON: expected ${expected}, ${found}`);
  }

  private space(): void {
    for (
      let code = this.text.charCodeAt(this.at);
      code === SPACE || (code >= 9 && code <= 13);
      code = this.text.charCodeAt(++this.at)
    ) {
      if (code === 11 || code === 12) this.fail('a space or a line break');
    }
  }

  private skip(letter: string): boolean {
    this.space();
    if (this.text[this.at] !== letter) return false;
    this.at++;
    return true;
  }

  private value(): void {
    this.space();
    const letter = this.text[this.at];
    if (letter === '{') this.nested('}', (keys) => this.member(keys));
    else if (letter === '[') this.nested(']', (_, index) => this.item(index));
    else if (letter === '"') this.string();
    else if (letter === '-' || (letter !== undefined && letter >= '0' && letter <= '9')) this.number();
    else this.word();
  }

  private nested(close: '}' | ']', part: (keys: Set<string>, index: number) => void): void {
    if (this.path.length >= DEEPEST) throw new Found(this.at, `nested deeper than ${DEEPEST} levels`);
    this.at++;
    if (this.skip(close)) return;
    const keys = new Set<string>();
    for (let index = 0; ; index++) {
      part(keys, index);
      this.path.pop();
      if (this.skip(close)) return;
      if (!this.skip(',')) this.fail(`"," or "${close}"`);
    }
  }

  private item(index: number): void {
    this.path.push(index);
    this.value();
  }

  private member(keys: Set<string>): void {
    this.space();
    const start = this.at;
    if (this.text[start] !== '"') this.fail('a key in double quotes');
    const key = this.string();
    this.path.push(key);
    if (keys.has(key)) throw new Found(start, `the key ${JSON.stringify(key)} is given twice`);
    keys.add(key);
    if (!this.skip(':')) this.fail('":"');
    this.value();
  }

  private string(): string {
    const start = this.at++;
    let escaped = false;
    for (let code = this.text.charCodeAt(this.at); code !== QUOTE; code = this.text.charCodeAt(this.at)) {
      if (Number.isNaN(code) || code < SPACE) this.fail('the closing quote of a text (line breaks are written \\n)');
      if (code === BACKSLASH) this.escape();
      else this.at++;
      escaped ||= code === BACKSLASH;
    }
    this.at++;
    return escaped ? this.unescaped(start) : this.text.slice(start + 1, this.at - 1);
  }

  private escape(): void {
    ESCAPE.lastIndex = this.at;
    if (!ESCAPE.test(this.text)) this.fail('an escape that JSON knows');
    this.at = ESCAPE.lastIndex;
  }

  private unescaped(start: number): string {
    const text: string = JSON.parse(this.text.slice(start, this.at));
    if (text.includes('\u0000')) throw new Found(start, 'the text holds \\u0000, which a database text cannot');
    if (/\p{Surrogate}/u.test(text))
      throw new Found(start, 'the text holds half of a surrogate pair, which no letter is');
    return text;
  }

  private number(): void {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (!found) this.fail('a number');
    if (!Number.isFinite(Number(found[0]))) throw new Found(this.at, 'the number is too large');
    if (losesDigits(found[0])) throw new Found(this.at, 'the number has more digits than can be kept');
    this.at = NUMBER.lastIndex;
  }

  private word(): void {
    const word = WORDS.find((candidate) => this.text.startsWith(candidate, this.at));
    if (!word) this.fail('a value');
    this.at += word.length;
  }
}

/** True of a whole number that a double would silently turn into another one. */
const losesDigits = (number: string) => /^-?\d{16,}$/.test(number) && BigInt(number) !== BigInt(Number(number));

/** The first flaw of a JSON text, or undefined where `JSON.parse` may be trusted with it. */
export function findFlaw(text: string): Flaw | undefined {
  return new Scan(text).document();
}
