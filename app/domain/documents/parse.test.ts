import { describe, expect, it } from 'vitest';
import { completeDocuments } from './complete-documents.ts';
import { parseDocument, parseDocumentOf } from './parse.ts';
import { type Path, type Problem, pointer } from './problem.ts';

const { pathway, procedure, quota, vacancy, profile } = completeDocuments;

/** The document with another value at the path; undefined takes the key away, one index past the end appends. */
function changed(document: object, path: Path, value: unknown): object {
  const copy = structuredClone(document);
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((part, step) => Reflect.get(Object(part), step), copy);
  if (last !== undefined && value === undefined) Reflect.deleteProperty(Object(holder), last);
  else if (last !== undefined) Reflect.set(Object(holder), last, value);
  return copy;
}

function problemsOf(input: unknown): Problem[] {
  const parsed = parseDocument(input);
  return parsed.ok ? [] : parsed.problems;
}

/** A JSON Pointer as the path it was made from. */
const steps = (place: string): Path =>
  place
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const places = (problems: Problem[]) => problems.map(({ path }) => path);

describe('a document with every key', () => {
  it.each(Object.entries(completeDocuments))('%s is accepted, and is the very object that came in', (_, document) => {
    const before = JSON.stringify(document);
    const parsed = parseDocument(document);
    expect(parsed).toEqual({ ok: true, document });
    expect(parsed.ok && parsed.document).toBe(document);
    expect(JSON.stringify(document)).toBe(before);
  });
});

/** «Required keys» of the contract: the object's place and the keys it cannot be without; every other key there is optional. */
const requiredKeys: [object, Path, string][] = [
  [
    pathway,
    [],
    `type id effective status name summary destination origins kind sectors occupations stay eligibility costs wageFloors familyMayAccompany
    leadsToSettlement return agencies instruments gcmObjectives sources verifiedOn confidence`,
  ],
  [pathway, ['effective'], 'from'],
  [pathway, ['name'], 'en'],
  [pathway, ['selection'], 'mode'],
  [pathway, ['stay'], 'initialMonths maxMonths renewable'],
  [pathway, ['stay', 'caps', 0], 'maxDays window'],
  [pathway, ['costs', 0], 'id label payer'],
  [pathway, ['costs', 0, 'money'], 'amount currency'],
  [pathway, ['wageFloors', 0], 'money per from'],
  [pathway, ['return'], 'commitment obligations'],
  [pathway, ['return', 'obligations', 0], 'id party label due'],
  [pathway, ['return', 'obligations', 0, 'due'], 'after days'],
  [pathway, ['return', 'reentry'], ''],
  [pathway, ['agencies', 0], 'id name country role'],
  [pathway, ['instruments', 0], 'id name kind parties'],
  [pathway, ['complaints'], 'label'],
  [pathway, ['vacancies'], ''],
  [pathway, ['concerns', 0], 'id label'],
  [pathway, ['sources', 0], 'id title'],
  [pathway, ['eligibility', 'all', 0], 'id fact gte'],
  [pathway, ['eligibility', 'all', 1, 'any', 0], 'id fact of gte'],
  [pathway, ['eligibility', 'all', 3], 'atLeast of'],
  [pathway, ['eligibility', 'all', 4, 'points'], 'pass items'],
  [pathway, ['eligibility', 'all', 4, 'points', 'items', 0], 'id points when'],
  [procedure, [], 'type id origin name effective steps protections returnServices agencies sources verifiedOn'],
  [procedure, ['steps', 1], 'id label what agency'],
  [procedure, ['steps', 1, 'fee'], 'payer'],
  [procedure, ['bars', 0], 'id label when'],
  [procedure, ['protections'], ''],
  [procedure, ['returnServices', 0], 'id label'],
  [quota, [], 'type id pathway period places'],
  [quota, ['period'], 'from'],
  [quota, ['scope'], ''],
  [vacancy, [], 'type id employer pathway title occupation sector destination places wage contractMonths'],
  [vacancy, ['wage'], 'money per'],
  [vacancy, ['languages', 0], 'language cefr'],
  [vacancy, ['provides'], ''],
  [profile, [], 'type'],
  [profile, ['education'], 'isced'],
  [profile, ['languages', 0], 'language cefr'],
  [profile, ['languages', 1], 'language native'],
  [profile, ['tests', 0], 'test score takenOn'],
  [profile, ['experience', 0], 'occupation from'],
  [profile, ['qualifications', 0], 'occupation trainingMonths recognisedIn'],
  [profile, ['offer'], 'destination'],
  [profile, ['offer', 'wage'], 'money per'],
  [profile, ['stays', 0], 'country from leftOnTime'],
];

describe.each(
  requiredKeys.map(([document, path, keys]) => ({
    of: pointer([Reflect.get(document, 'type'), ...path]),
    document,
    path,
    keys,
  })),
)('keys of $of', ({ document, path, keys }) => {
  const required = keys.split(/\s+/).filter(Boolean);
  const holder = path.reduce<unknown>((part, step) => Reflect.get(Object(part), step), document);
  const all = Object.keys(Object(holder));

  it.each(required)('%s cannot be left out', (key) => {
    expect(all).toContain(key);
    expect(problemsOf(changed(document, [...path, key], undefined))).not.toEqual([]);
  });

  it('every other key can', () => {
    for (const key of all.filter((other) => !required.includes(other))) {
      // What names the key's content elsewhere goes with it: sources and agencies are cited.
      expect([key, problemsOf(changed(document, [...path, key], undefined))]).toEqual([
        key,
        key === 'sources' || key === 'agencies' ? expect.anything() : [],
      ]);
    }
  });

  it('an unknown key is refused at its place', () => {
    const place = [...path, 'surprise'];
    expect(places(problemsOf(changed(document, place, 1)))).toContain(pointer(place));
  });
});

describe('only these may be null', () => {
  const nullable: [string, object][] = [
    ['/offer', profile],
    ['/effective/to', pathway],
    ['/effective/to', procedure],
    ['/stay/initialMonths', pathway],
    ['/stay/maxMonths', pathway],
    ['/familyMayAccompany', pathway],
    ['/leadsToSettlement', pathway],
  ];
  it.each(nullable)('%s may', (place, document) => {
    expect(problemsOf(changed(document, steps(place), null))).toEqual([]);
  });

  const others: [string, object][] = [
    ['/period/to', quota],
    ['/kind', quota],
    ['/parent', quota],
    ['/stays/0/to', profile],
    ['/experience/0/to', profile],
    ['/savings', profile],
    ['/education', profile],
    ['/costs/0/money', pathway],
    ['/stay/renewable', pathway],
    ['/requires', vacancy],
    ['/steps/1/when', procedure],
  ];
  it.each(others)('%s may not', (place, document) => {
    expect(places(problemsOf(changed(document, steps(place), null)))).toEqual([place]);
  });
});

type Refusal = [place: string, message: string | RegExp, document: object, value: unknown, path?: Path];

/** What stands at the place (or, where it differs, at the path at the end) instead of what is right, and what is said of it. */
const refusals: Record<string, Refusal[]> = {
  'codes that no list has': [
    ['/destination', /ISO 3166-1 alpha-2 .*, found "UK"$/, pathway, 'UK'],
    ['/destination', /found "kr"; did you mean "KR"\?$/, pathway, 'kr'],
    ['/origins/1', /found "XX"$/, pathway, 'XX'],
    ['/origins', /^expected "any" or a list, each entry an ISO 3166-1 .*, found "all"$/, pathway, 'all'],
    ['/costs/0/money/currency', /ISO 4217 .*, found "DEM"$/, pathway, 'DEM'],
    ['/sectors/2', /ISIC Rev\. 4 section letter, "A" to "U", found "V"$/, pathway, 'V'],
    ['/occupations/0', /ISCO-08 .*, found "8999"$/, pathway, '8999'],
    ['/occupations/0', /ISCO-08 .*, found 81$/, pathway, 81],
    ['/languages/0/language', /BCP 47 .*, found "english"$/, profile, 'english'],
    ['/languages/0/language', /BCP 47/, profile, 'xx-invalid'],
    ['/languages/0/cefr', /one of "A1", "A2", .*, found "D1"$/, profile, 'D1'],
    ['/education/isced', 'expected an ISCED 2011 level, an integer 0–8, found 9', profile, 9],
    ['/sex', 'expected one of "female", "male", "other", found "F"', profile, 'F'],
    ['/displacement', /found "refugees"; did you mean "refugee"\?$/, profile, 'refugees'],
    ['/gcmObjectives/0', /an integer 1–23, found 24$/, pathway, 24],
    ['/gcmObjectives/0', /found 5\.5$/, pathway, 5.5],
    ['/status', /found "opne"; did you mean "open"\?$/, pathway, 'opne'],
  ],
  'ids, words and addresses': [
    ['/id', /lower-case kebab .*, found "KR_EPS"$/, pathway, 'KR_EPS'],
    ['/id', /lower-case kebab/, pathway, 'a--b'],
    ['/name', /^expected text by language.*, found "EPS"$/, pathway, 'EPS'],
    ['/name/en', 'expected words, not blank, found "  "', pathway, '  '],
    ['/name/xx', /^"xx" is no language/, pathway, 'words'],
    ['/name/EN', /^"EN" is no language/, pathway, 'words'],
    ['/name/ko', 'expected words, not blank, found 5', pathway, 5],
    ['/sources/0/url', /begins with https:\/\/ or http:\/\//, pathway, 'javascript:alert(1)'],
    ['/sources/0/url', /web address/, pathway, 'https://'],
    ['/sources/0/url', /web address/, pathway, ' https://a.b'],
    ['/steps/1/url', /web address/, procedure, 'data:text/html,x'],
    ['/complaints/url', /web address/, pathway, '//evil.example'],
  ],
  'dates and windows': [
    ['/effective/from', /^expected a date that exists.*"2026-02-30"$/, pathway, '2026-02-30'],
    ['/effective/from', /YYYY-MM-DD/, pathway, '2024-1-1'],
    ['/effective/to', /^ends before it begins/, pathway, '2023-12-31'],
    ['/verifiedOn', /a date that exists/, pathway, '2026-11-23T00:00:00Z'],
    ['/sources/0/asOf', /a date that exists/, pathway, '2026-02-30'],
    ['/wageFloors/0/from', /a date that exists/, pathway, '0000-01-01'],
    ['/period/to', 'ends before it begins: "2025-12-31" is before "2026-01-01"', quota, '2025-12-31'],
    ['/experience/0/from', 'expected a month, YYYY-MM, found "2019-13"', profile, '2019-13'],
    ['/experience/0/from', /a month, YYYY-MM/, profile, '2019-01-01'],
    ['/birthDate', /a date that exists/, profile, '1995-02-29'],
    ['/stay/caps/0/window', /"<n>-months".*, found "0-months"$/, pathway, '0-months'],
    ['/stay/caps/0/window', /calendar-year/, pathway, '2-years'],
  ],
  numbers: [
    ['/places', 'expected an integer from 0 to 1,000,000,000,000, found -1', quota, -1],
    ['/places', 'expected an integer from 0 to 1,000,000,000,000, found "80000"', quota, '80000'],
    ['/places', 'expected an integer from 0 to 1,000,000,000,000, found 1.5', quota, 1.5],
    ['/places', /^expected an integer from 0 to/, quota, 2 ** 53],
    ['/places', 'expected an integer from 0 to 1,000,000,000,000, found Infinity', quota, Number.POSITIVE_INFINITY],
    ['/costs/0/money/amount', /an amount of money.*, found -1$/, pathway, -1],
    ['/costs/0/money/amount', /found NaN$/, pathway, Number.NaN],
    ['/hoursPerWeek', 'expected hours a week, a number above 0, found 0', vacancy, 0],
    ['/offer/hoursPerWeek', /a number above 0/, profile, -1],
    ['/dependants', /an integer from 0 .*, found -1$/, profile, -1],
    ['/savings/amount', /a number from 0/, profile, -0.01],
    ['/stay/caps/0/maxDays', /an integer from 1 to/, pathway, 0],
    ['/return/obligations/0/due/days', /an integer/, pathway, 1.5],
    ['/return/obligations/0/due/days', /from -365,000 to 365,000, found -365001$/, pathway, -365_001],
    ['/stay/maxMonths', /from 0 to 12,000, or null, found 12001$/, pathway, 12_001],
    ['/places', /to 1,000,000,000,000, found 1000000000001$/, quota, 1_000_000_000_001],
    ['/savings/amount', /to 1,000,000,000,000,000, found/, profile, 1e308],
  ],
  'the wrong kind of value': [
    ['/costs', 'expected a list, each entry an object, found an object', pathway, {}],
    ['/stay', 'expected an object, found an empty list', pathway, []],
    ['/return', 'expected an object, found "bond"', pathway, 'bond'],
    ['/health', 'expected true or false, found "yes"', profile, 'yes'],
    ['/declared/insurance', 'expected true or false, found 1', profile, 1],
    ['/declared/My Insurance', /lower-case kebab/, profile, true],
    ['/type', /found "Profile"; did you mean "profile"\?$/, profile, 'Profile'],
  ],
  'keys that nobody knows': [
    ['/summry', 'unknown key "summry"; did you mean "summary"?', pathway, { en: 'x' }],
    ['/stay/max_months', 'unknown key "max_months"; did you mean "maxMonths"?', pathway, 3],
    ['/costs/0/a~1b~0c', /^unknown key "a\/b~c": expected one of the keys id, label/, pathway, 3],
    ['/constructor', /^unknown key "constructor"/, quota, 1],
  ],
  'ids used twice': [
    [
      '/costs/1/id',
      'the id "visa-fee" is already that of entry 0 of this list',
      pathway,
      pathway.costs[0],
      ['costs', 1],
    ],
    ['/sources/1/id', /"s1"/, pathway, pathway.sources[0], ['sources', 1]],
    ['/agencies/1/id', /"hrdk"/, pathway, pathway.agencies[0], ['agencies', 1]],
    ['/instruments/1/id', /"mou-ph-kr"/, pathway, pathway.instruments[0], ['instruments', 1]],
    ['/concerns/1/id', /"tied"/, pathway, pathway.concerns[0], ['concerns', 1]],
    ['/return/obligations/1/id', /"leave"/, pathway, pathway.return.obligations[0], ['return', 'obligations', 1]],
    ['/wageFloors/0/when/id', /"age-min" is already that of \/eligibility\/all\/0$/, pathway, 'age-min'],
    ['/eligibility/all/0/id', /that of \/stay\/caps\/0\/when$/, pathway, 'age-min', ['stay', 'caps', 0, 'when', 'id']],
    ['/steps/2/id', /"registration"/, procedure, procedure.steps[0], ['steps', 2]],
    ['/bars/0/when/all/0/id', /that of \/steps\/1\/when$/, procedure, 'pdos-kind'],
    ['/bars/1/id', /"age-floor"/, procedure, { ...procedure.bars[0], when: { all: [] } }, ['bars', 1]],
    ['/returnServices/1/id', /"reintegration"/, procedure, procedure.returnServices[0], ['returnServices', 1]],
    ['/sources/1/id', /"s1"/, quota, quota.sources[0], ['sources', 1]],
  ],
  'references that lead nowhere': [
    ['/costs/0/cite', 'no source "s2" in "sources"', pathway, 's2'],
    ['/eligibility/all/0/cite', /no source "s2"/, pathway, 's2'],
    ['/return/obligations/0/cite', /no source "s2"/, pathway, 's2'],
    ['/wageFloors/0/cite', /no source "s2"/, pathway, 's2'],
    ['/concerns/0/cite', /no source "s2"/, pathway, 's2'],
    ['/steps/1/cite', /no source "s2"/, procedure, 's2'],
    ['/bars/0/cite', /no source "s2"/, procedure, 's2'],
    ['/steps/0/agency', 'no agency "dmww" in "agencies"; did you mean "dmw"?', procedure, 'dmww'],
    ['/returnServices/0/agency', 'no agency "owwa" in "agencies"', procedure, 'owwa'],
    ['/steps/1/dependsOn/0', /did you mean "registration"\?$/, procedure, 'registraton'],
    ['/steps/1/dependsOn/0', 'a step cannot depend on itself', procedure, 'pdos'],
    [
      '/steps/1/dependsOn/0',
      'steps depend on each other in a circle: "registration" → "pdos" → "registration"',
      procedure,
      ['pdos'],
      ['steps', 0, 'dependsOn'],
    ],
    ['/parent', 'a quota cannot be its own parent', quota, quota.id],
  ],
  'what a profile contradicts': [
    ['/languages/1', 'both of "cefr" and "native": true: expected one', profile, 'C2', ['languages', 1, 'cefr']],
    ['/languages/1', 'neither of "cefr" and "native": true: expected one', profile, false, ['languages', 1, 'native']],
    ['/stays/0/to', /^ends before it begins/, profile, '2025-08-31'],
    ['/stays/0/leftOnTime', /^an ended stay needs "leftOnTime"/, profile, undefined],
    ['/experience/0/to', /^ends before it begins/, profile, '2018-12'],
  ],
};

describe.each(Object.entries(refusals))('refused: %s', (_, cases) => {
  it.each(cases)('%s %s', (place, message, document, value, path = steps(place)) => {
    const problems = problemsOf(changed(document, path, value));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      path: place,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });
});

describe('taken as told', () => {
  const accepted: [string, object, Path, unknown][] = [
    ['nothing but the type', { type: 'profile' }, ['type'], 'profile'],
    ['no nationality at all', profile, ['nationalities'], []],
    ['no offer', profile, ['offer'], null],
    ['an entry twice', profile, ['licences'], ['B', 'B']],
    ['a birth date in the future, as long as no day of evaluation is known', profile, ['birthDate'], '2999-01-01'],
    ['a test not taken yet', profile, ['tests', 0, 'takenOn'], '2999-01-01'],
    ['a score below zero', profile, ['tests', 0, 'score'], -3.5],
    ['a pathway that nobody published', profile, ['stays', 0, 'pathway'], 'never-heard-of-it'],
    ['a level beside `native: false`', profile, ['languages', 0, 'native'], false],
    ['stays in two countries at once', profile, ['stays', 1], { country: 'AU', from: '2025-10-01' }],
    ['a stay of one day', profile, ['stays', 0, 'to'], '2025-09-01'],
    ['a working week of any length', profile, ['offer', 'hoursPerWeek'], 200],
    ['a major group of ISCO', profile, ['experience', 0, 'occupation'], '0'],
    ['a language that ICU does not know', profile, ['languages', 0, 'language'], 'mam'],
    ['Kosovo', profile, ['residence'], 'XK'],
    ['an empty list of obligations', pathway, ['return', 'obligations'], []],
    ['any origin', pathway, ['origins'], 'any'],
    [
      'an initial stay longer than the longest',
      pathway,
      ['stay'],
      { initialMonths: 9, maxMonths: 3, renewable: false },
    ],
    ['a season as the day of a source', pathway, ['sources', 0, 'asOf'], '2023-24-01'],
    ['a cost and a criterion of one name', pathway, ['costs', 0, 'id'], 'age-min'],
    ['a period of one day', quota, ['period', 'to'], '2026-01-01'],
    ['a criterion of a vacancy that cites its pathway', vacancy, ['requires', 'cite'], 's1'],
  ];
  it.each(accepted)('%s', (_, document, path, value) => expect(problemsOf(changed(document, path, value))).toEqual([]));
});

describe('every problem is told at once', () => {
  it('those of shape beside those across the document', () => {
    const bad = changed(changed(changed(pathway, ['costs', 0, 'cite'], 'gone'), ['summry'], 1), ['status'], 3);
    expect(places(problemsOf(bad))).toEqual(['/status', '/summry', '/costs/0/cite']);
  });

  it('but not more than a hundred', () => {
    expect(problemsOf(changed(pathway, ['origins'], Array(5000).fill('ZZ')))).toHaveLength(100);
  });
});

describe('what is no document', () => {
  it.each([
    [null, '', 'expected a document, found null'],
    [[], '', 'expected a document, found an empty list'],
    ['pathway', '', 'expected a document, found "pathway"'],
    [{}, '/type', /^required key "type" is missing/],
    [{ type: 'pathwy' }, '/type', /found "pathwy"; did you mean "pathway"\?$/],
    [{ type: 'constructor' }, '/type', /found "constructor"$/],
  ])('%j', (input, path, message) => {
    expect(problemsOf(input)).toEqual([expect.objectContaining({ path, message: expect.stringMatching(message) })]);
  });

  it('a document of another type than the one asked for', () => {
    expect(parseDocumentOf('profile', { type: 'vacancy' })).toMatchObject({
      ok: false,
      problems: [{ path: '/type', message: 'expected "profile", found "vacancy"' }],
    });
  });
});

it('never echoes much, nor marks that would garble a terminal', () => {
  const [problem] = problemsOf(changed(pathway, ['status'], `\u202e\u0007${'x'.repeat(500)}`));
  expect(problem?.message).toMatch(/found "\uFFFD\uFFFDx{38}…"$/);
});
