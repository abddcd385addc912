import type { Text, Vacancy } from '../documents/index.ts';

/** What a position opening is made of. */
export type Opening = {
  vacancy: Vacancy;
  employer: { id: string; name: string };
  pathway: { id: string; commitment: string };
  open: boolean;
  placesLeft: number;
  /** The page of the vacancy in a language. */
  url(language: string): string;
};

/** XML 1.0 holds no other characters, however they are written. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escaped = (text: string) => text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

type Node = string;

function element(
  name: string,
  content: string | number | readonly Node[],
  attributes: Record<string, string> = {},
): Node {
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = typeof content === 'object' ? content.join('') : escaped(String(content));
  return `<${name}${listed.join('')}>${inner}</${name}>`;
}

const some = <T>(value: T | undefined, node: (value: T) => Node): Node[] => (value === undefined ? [] : [node(value)]);

const INTERVAL = { hour: 'Hour', month: 'Month', year: 'Year' } as const;

const remuneration = ({ wage }: Vacancy) =>
  element('OfferedRemunerationPackage', [
    element('RemunerationBasisCode', 'Salaried'),
    element('RemunerationRange', [
      element('RemunerationTypeCode', 'BasePay'),
      element('MinimumAmount', wage.money.amount, { currencyID: wage.money.currency }),
      element('RemunerationIntervalCode', INTERVAL[wage.per]),
    ]),
  ]);

const location = ({ destination, region }: Vacancy) =>
  element('PositionLocation', [
    element('Address', [
      element('CountryCode', destination),
      ...some(region, (name) => element('CountrySubDivisionCode', name, { name: 'region' })),
    ]),
  ]);

const languageNeeded = ({ language, cefr }: NonNullable<Vacancy['languages']>[number]) =>
  element('PositionCompetency', [
    element('CompetencyID', language, { schemeID: 'BCP47' }),
    element('TaxonomyID', 'language'),
    element('RequiredProficiencyLevel', [element('ScoreText', cefr)]),
  ]);

const qualifications = ({ languages = [], skills = [] }: Vacancy): Node[] =>
  languages.length + skills.length === 0
    ? []
    : [
        element('PositionQualifications', [
          ...languages.map(languageNeeded),
          ...skills.map((skill) => element('PositionCompetency', [element('CompetencyName', skill)])),
        ]),
      ];

/** The profile in one of the languages that the title is written in. */
function profile(opening: Opening, language: string, title: string, description: Text | undefined): Node {
  const { vacancy, employer, placesLeft } = opening;
  const { startOn, applyBy, occupation, contractMonths, hoursPerWeek } = vacancy;
  const told = description?.[language] ?? description?.en;
  return element(
    'PositionProfile',
    [
      element('PostingInstruction', [
        element('ApplicationMethod', [element('Communication', [element('URI', opening.url(language))])]),
      ]),
      element('PositionTitle', title),
      location(vacancy),
      element('PositionOrganization', [
        element('OrganizationIdentifiers', [
          element('OrganizationID', employer.id),
          element('OrganizationName', employer.name),
        ]),
      ]),
      element('JobCategoryCode', occupation, { listName: 'ISCO2008', listVersionID: '2008' }),
      element('PositionOfferingTypeCode', 'Temporary'),
      ...qualifications(vacancy),
      ...some(told, (text) => element('PositionFormattedDescription', [element('Content', text)])),
      remuneration(vacancy),
      ...some(hoursPerWeek, (hours) =>
        element('WorkingHours', [element('WorkingHoursQuantity', hours, { unitCode: 'Week' })]),
      ),
      element('PositionPeriod', [
        ...some(startOn, (day) => element('StartDate', [element('FormattedDateTime', day)])),
        element('Duration', `P${contractMonths}M`),
      ]),
      ...some(applyBy, (day) => element('ApplicationCloseDate', [element('FormattedDateTime', day)])),
      element('OpenQuantity', placesLeft),
    ],
    { languageCode: language },
  );
}

/** A vacancy as a PositionOpening of HR Open Standards (HR-XML 3.x), a profile for each language of its title. */
export function positionOpening(opening: Opening): string {
  const { vacancy, employer, pathway, open } = opening;
  const root = element(
    'PositionOpening',
    [
      element('DocumentID', vacancy.id, { schemeAgencyID: 'Fairway' }),
      element('PositionOpeningStatusCode', open ? 'Active' : 'Closed'),
      element('PostingRequester', [element('PartyID', employer.id), element('PartyName', employer.name)]),
      ...Object.entries(vacancy.title).map(([language, title]) =>
        profile(opening, language, title, vacancy.description),
      ),
      element('UserArea', [
        element('Pathway', pathway.id, { xmlns: 'urn:fairway:vacancy', returnCommitment: pathway.commitment }),
      ]),
    ],
    { xmlns: 'http://www.hr-xml.org/3' },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
