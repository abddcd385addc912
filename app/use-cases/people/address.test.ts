import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenAddress, readAddress } from './address.ts';

const read = (typed: string, country?: string) => {
  const found = readAddress(typed, country);
  return found.ok ? found.address.address : found.problem;
};

describe('an e-mail address', () => {
  it.each([
    ['nadia@example.org', 'nadia@example.org'],
    ['  Nadia.Karim+Work@Example.ORG \n', 'nadia.karim+work@example.org'],
    ['\u202bnadia@example.org\u202c', 'nadia@example.org'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['jose\u0301@example.org', 'jos\u00e9@example.org'],
    ['नादिया@example.org', 'नादिया@example.org'],
    ['nadia@münchen.example', 'nadia@xn--mnchen-3ya.example'],
    ['nadia@XN--MNCHEN-3YA.example', 'nadia@xn--mnchen-3ya.example'],
    ['nadia@مثال.إختبار', 'nadia@xn--mgbh0fb.xn--kgbechtv'],
    ['nadia٣@example.org', 'nadia٣@example.org'],
    ['a.b@c.de', 'a.b@c.de'],
  ])('%j is %s', (typed, address) => expect(read(typed)).toBe(address));

  it.each([
    ['nadia@example', 'a domain has a dot'],
    ['nadia@@example.org', 'two signs'],
    ['nadia@example.org, other@example.org', 'two addresses'],
    ['nadia@example.org\r\nBcc: other@example.org', 'a line of a header'],
    ['Nadia <nadia@example.org>', 'a name with it'],
    ['nadia karim@example.org', 'a space'],
    ['"nadia"@example.org', 'quotes'],
    ['nadia\u0000@example.org', 'a control character'],
    ['.nadia@example.org', 'a dot at the beginning'],
    ['nadia..karim@example.org', 'two dots'],
    ['nadia@-example.org', 'a domain begins with a letter or digit'],
    ['nadia@example.org:25', 'a port'],
    ['nadia@example.org/path', 'a path'],
    ['nadia@127.0.0.1', 'a number of a machine'],
    ['nadia@0x7f.0x1', 'the same in other digits'],
    ['nadia@[127.0.0.1]', 'the same in brackets'],
    ['nadia@exa%6dple.org', 'a code in the name'],
    ['@example.org', 'nobody'],
    [`${'n'.repeat(65)}@example.org`, 'too long for mail'],
    [`n@${'long.'.repeat(60)}org`, 'a domain too long'],
    [`${'n'.repeat(64)}@${`${'a'.repeat(47)}.`.repeat(4)}org`, 'too long as a whole'],
  ])('%j is none: %s', (typed) => expect(read(typed)).toBe('email'));
});

describe('a phone number', () => {
  it.each([
    ['+254 712 344 321', undefined, '+254712344321'],
    ['00254 712-344-321', undefined, '+254712344321'],
    ['00 254 (0)712 344321', undefined, '+254712344321'],
    ['+44 (0)20 7946 0000', undefined, '+442079460000'],
    ['0712 344 321', 'KE', '+254712344321'],
    ['254712344321', 'KE', '+254712344321'],
    ['+880 1712-345678', 'KE', '+8801712345678'],
    ['০১৭১২-৩৪৫৬৭৮', 'BD', '+8801712345678'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', undefined, '+966501234567'],
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', 'IR', '+989123456789'],
    ['+९७७ ९८४१२३४५६७', undefined, '+9779841234567'],
    ['\u202a+254 712 344 321\u202c', undefined, '+254712344321'],
    ['+39 06 698 12345', undefined, '+390669812345'],
    ['(201) 555-0123', 'US', '+12015550123'],
  ])('%j read in %s is %s', (typed, country, number) => expect(read(typed, country)).toBe(number));

  it.each([
    ['0712 344 321', undefined, 'country'],
    ['0712 344 321', 'nowhere', 'country'],
    ['0712 344 321', '__proto__', 'country'],
    ['+254 12', undefined, 'phone'],
    ['12', 'KE', 'phone'],
    ['+999 712 344 321', undefined, 'phone'],
    ['00', undefined, 'phone'],
    ['+', undefined, 'neither'],
    ['+1 800 FLOWERS', undefined, 'neither'],
    ['0712 344 321 ext. 5', 'KE', 'neither'],
    ['nadia', undefined, 'neither'],
    ['0712344321; 0712344322', 'KE', 'neither'],
    ['+254 712 344 321'.padEnd(61, '-'), undefined, 'neither'],
    [' \n', undefined, 'absent'],
    ['+44 909 879 0000', undefined, 'unreachable'],
    ['+1 800 555 0199', undefined, 'unreachable'],
    ['+882 16 555 1234', undefined, 'unreachable'],
  ])('%j read in %s is none: %s', (typed, country, problem) => expect(read(typed, country)).toBe(problem));
});

const country = fc.option(fc.constantFrom('KE', 'BD', 'IT', 'US', 'AR', 'MX', 'BR', 'CI', 'RU', 'XX'), {
  nil: undefined,
});
const local = fc.string({
  unit: fc.constantFrom('a', 'Z', '9', '.', '+', 'İ', 'ß', 'é', 'न', 'Σ'),
  minLength: 1,
  maxLength: 9,
});
const name = fc.string({
  unit: fc.constantFrom('a', 'Z', '9', '.', '-', 'İ', 'ß', 'ü', 'م', '\u200d'),
  minLength: 1,
  maxLength: 9,
});
const phone = fc.string({ unit: fc.constantFrom(...'+00123456789٣৭ -()'), minLength: 3, maxLength: 18 });
const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(local, name).map(([before, after]) => `${before}@${after}.org`),
  phone,
  fc
    .tuple(fc.constantFrom('+39', '+54 9', '+52 1', '+1', '+225', '+880', '0044', '+7'), phone)
    .map((parts) => parts.join('')),
);

describe('whatever is typed', () => {
  it('is read or refused, and what was read is read as the same', () =>
    fc.assert(
      fc.property(typed, country, fc.context(), (text, where, context) => {
        const found = readAddress(text, where);
        if (!found.ok) return;
        context.log(found.address.address);
        expect(readAddress(found.address.address)).toEqual(found);
        expect(readAddress(found.address.address, where)).toEqual(found);
      }),
      { numRuns: 5_000 },
    ));

  it('goes into the header of a mail as one line', () =>
    fc.assert(
      fc.property(typed, (text) => {
        const found = readAddress(text);
        if (found.ok) expect(found.address.address).toMatch(/^[^\s<>",;:()[\]\\\p{C}]{3,254}$/u);
      }),
    ));
});

describe('an address that is shown', () => {
  it.each([
    ['nadia@example.org', 'n•••@example.org'],
    ['n@example.org', '•••@example.org'],
    ['+254712344321', '+254 ••• ••4321'],
    ['+12015550123', '+1 ••• ••• 0123'],
    ['+29051234', '+290 •••34'],
  ])('%s is %s', (address, shown) => {
    const found = readAddress(address);
    expect(found.ok && hiddenAddress(found.address)).toBe(shown);
  });
});
