import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import ar from './messages/ar.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';

const catalogues: Record<string, Record<string, string>> = { en, es, fr, ar };

type Use = { arguments: Set<string>; plurals: Map<string, Set<string>> };

function partsOf(
  elements: readonly MessageFormatElement[],
  use: Use = { arguments: new Set(), plurals: new Map() },
): Use {
  for (const element of elements) {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) use.arguments.add(element.value);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    if (element.type === TYPE.plural) use.plurals.set(element.value, new Set(Object.keys(element.options)));
    for (const option of Object.values(element.options)) partsOf(option.value, use);
  }
  return use;
}

const partsOfMessage = (message: string) => partsOf(parse(message, { ignoreTag: true }));
const sorted = (values: Iterable<string>) => [...values].sort();

describe.each(Object.keys(catalogues))('the %s catalogue', (locale) => {
  const catalogue = catalogues[locale] ?? {};

  it('has the ids of the English one, in their order', () => expect(Object.keys(catalogue)).toEqual(Object.keys(en)));

  it('says something for each id', () =>
    expect(Object.entries(catalogue).filter(([, message]) => message.trim() === '')).toEqual([]));

  it('takes the arguments that the English message takes', () => {
    const differing = Object.entries(en).filter(([id, message]) => {
      const [own, english] = [partsOfMessage(catalogue[id] ?? ''), partsOfMessage(message)];
      return sorted(own.arguments).join() !== sorted(english.arguments).join();
    });
    expect(differing.map(([id]) => id)).toEqual([]);
  });

  it('has every plural category of its language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const lost = Object.entries(catalogue).flatMap(([id, message]) =>
      [...partsOfMessage(message).plurals.values()].flatMap((options) =>
        categories.filter((category) => !options.has(category)).map((category) => `${id}: ${category}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  if (locale !== 'en') {
    it('is translated: whole sentences differ from the English ones', () => {
      const same = Object.entries(en).filter(
        ([id, message]) => message.split(' ').length > 3 && !message.startsWith('{') && catalogue[id] === message,
      );
      expect(same.map(([id]) => id)).toEqual([]);
    });
  }
});

it('French sets no-break spaces where its typography does', () => {
  const loose = Object.entries(fr).filter(([, message]) =>
    /(?:[^\u00a0]|^)(?:[:»](?=[ \u00a0}]|$))|[^\u202f][;!?]|«[^\u00a0]/u.test(message),
  );
  expect(loose.map(([id]) => id)).toEqual([]);
});

it('Arabic prints the digits of contracts and forms', () =>
  expect(Object.entries(ar).filter(([, message]) => /[\u0660-\u0669\u06f0-\u06f9]/u.test(message))).toEqual([]));
