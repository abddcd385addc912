import type { Pathway, Text, Vacancy } from '../documents/index.ts';
import { isFullTime, isTemporary } from './employment.ts';

/** What a position opening is made of. */
export type Opening = {
  vacancy: Vacancy;
  employer: { id: string; name: string };
  pathway: Pick<Pathway, 'kind' | 'leadsToSettlement'> & { id: string; commitment: string };
  open: boolean;
  placesLeft: number;
  /** The day on which it was published. */
  since: string;
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
const BASIS = { hour: 'Hourly', month: 'Salaried', year: 'Salaried' } as const;

const remuneration = ({ wage }: Vacancy) =>
  element('OfferedRemunerationPackage', [
    element('RemunerationBasisCode', BASIS[wage.per]),
    element('RemunerationRange', [
      element('RemunerationTypeCode', 'BasePay'),
      element('MinimumAmount', wage.money.amount, { currencyID: wage.money.currency }),
      element('RemunerationIntervalCode', INTERVAL[wage.per]),
    ]),
  ]);

/** The parts of an address but its country are words of OAGIS, not of HR-XML. */
const location = ({ destination, region }: Vacancy) =>
  element('PositionLocation', [
    element('Address', [
      ...some(region, (name) => element('oa:CountrySubDivisionCode', name)),
      element('CountryCode', destination),
    ]),
  ]);

const offering = ({ pathway }: Opening) => {
  if (pathway.kind === 'seasonal') return 'Seasonal';
  return isTemporary(pathway) ? 'Temporary' : 'DirectHire';
};

const languageNeeded = ({ language, cefr }: NonNullable<Vacancy['languages']>[number]) =>
  element('PositionCompetency', [
    element('CompetencyID', language, { schemeID: 'BCP 47', schemeAgencyName: 'IETF' }),
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

const ISCO = {
  listName: 'ISCO2008',
  listVersionID: '2008',
  listURI: 'http://ec.europa.eu/esco/ConceptScheme/ISCO2008',
};

/** The profile in one of the languages that the title is written in. */
function profile(opening: Opening, language: string, title: string, description: Text | undefined): Node {
  const { vacancy, employer, placesLeft } = opening;
  const { startOn, applyBy, occupation, contractMonths, hoursPerWeek, languages = [] } = vacancy;
  const told = description?.[language] ?? description?.en;
  return element(
    'PositionProfile',
    [
      element('PostingInstruction', [element('ApplicationMethod', [element('Instructions', opening.url(language))])]),
      element('PositionTitle', title),
      location(vacancy),
      element('PositionOrganization', [
        element('OrganizationIdentifiers', [
          element('OrganizationID', employer.id),
          element('OrganizationName', employer.name),
        ]),
      ]),
      element('PositionOpenQuantity', placesLeft),
      element('JobCategoryCode', occupation, ISCO),
      element('PositionOfferingTypeCode', offering(opening)),
      ...qualifications(vacancy),
      ...some(told, (text) => element('PositionFormattedDescription', [element('Content', text)])),
      ...languages.map((one) => element('WorkingLanguageCode', one.language)),
      element('PositionPeriod', [
        element('StartDate', [
          startOn === undefined ? element('DateText', 'na') : element('FormattedDateTime', startOn),
        ]),
        element('Duration', `P${contractMonths}M`),
      ]),
      ...some(hoursPerWeek, (hours) =>
        element('PositionScheduleTypeCode', isFullTime(hours) ? 'FullTime' : 'PartTime'),
      ),
      remuneration(vacancy),
      ...some(applyBy, (day) => element('ApplicationCloseDate', day)),
    ],
    { languageCode: language },
  );
}

/**
 * A vacancy as a PositionOpening of HR Open Standards (HR-XML 3.2), a profile for each language of its title. The elements, their order
 * and codes are those by which the public employment services of Europe exchange vacancies (EURES).
 */
export function positionOpening(opening: Opening): string {
  const { vacancy, employer, pathway, open, since } = opening;
  const status = open ? 'Active' : 'Closed';
  const root = element(
    'PositionOpening',
    [
      element('DocumentID', vacancy.id, { schemeAgencyID: 'Fairway' }),
      element('PositionOpeningStatusCode', status, { name: status }),
      element('PostingRequester', [element('PartyID', employer.id), element('PartyName', employer.name)]),
      ...Object.entries(vacancy.title).map(([language, title]) =>
        profile(opening, language, title, vacancy.description),
      ),
      element('UserArea', [
        element('Pathway', pathway.id, { xmlns: 'urn:fairway:vacancy', returnCommitment: pathway.commitment }),
      ]),
    ],
    {
      ...{ xmlns: 'http://www.hr-xml.org/3', 'xmlns:oa': 'http://www.openapplications.org/oagis/9' },
      ...{ validFrom: since, majorVersionID: '3', minorVersionID: '2' },
    },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
