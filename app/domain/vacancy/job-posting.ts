import type { Pathway, Vacancy, Wage } from '../documents/index.ts';
import { isFullTime, isTemporary } from './employment.ts';

/** What a job posting is made of, its texts in one language. */
export type Posted = {
  vacancy: Vacancy;
  title: string;
  description: string;
  employer: string;
  pathway: Pick<Pathway, 'origins' | 'exceptOrigins' | 'kind' | 'leadsToSettlement'> & { name: string };
  placesLeft: number;
  /** The day on which it was published. */
  since: string;
  /** The page of the vacancy. */
  url: string;
  /** Names countries and joins them in the language of the texts. */
  countries(codes: readonly string[]): string;
  /** The words that say under which pathway one may work there, and who may come. */
  eligibility(pathway: string, origins: string | null): string;
};

const UNIT: Record<Wage['per'], string> = { hour: 'HOUR', month: 'MONTH', year: 'YEAR' };

/** Nothing is said of hours that are not stated. */
const employmentType = ({ vacancy: { hoursPerWeek }, pathway }: Posted): string[] => [
  ...(hoursPerWeek === undefined ? [] : [isFullTime(hoursPerWeek) ? 'FULL_TIME' : 'PART_TIME']),
  ...(isTemporary(pathway) ? ['TEMPORARY'] : []),
];

/** A vacancy as schema.org's JobPosting; visa and citizenship stand under `eligibilityToWorkRequirement`. */
export function jobPosting(posted: Posted) {
  const { vacancy, title, description, employer, pathway, placesLeft, since, url } = posted;
  const { wage, languages, skills, region, destination, applyBy, startOn } = vacancy;
  const types = employmentType(posted);
  const open = pathway.origins === 'any' ? null : posted.countries(pathway.origins);
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: 'Fairway', value: vacancy.id },
    ...{ title, description, url, datePosted: since, directApply: false },
    ...(applyBy !== undefined && { validThrough: `${applyBy}T23:59:59Z` }),
    ...(startOn !== undefined && { jobStartDate: startOn }),
    hiringOrganization: { '@type': 'Organization', name: employer },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressCountry: destination,
        ...(region !== undefined && { addressRegion: region }),
      },
    },
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: wage.money.currency,
      value: { '@type': 'QuantitativeValue', value: wage.money.amount, unitText: UNIT[wage.per] },
    },
    ...(types.length > 0 && { employmentType: types }),
    totalJobOpenings: placesLeft,
    occupationalCategory: vacancy.occupation,
    ...(skills && skills.length > 0 && { skills: skills.join(', ') }),
    ...(languages &&
      languages.length > 0 && {
        qualifications: languages.map(({ language, cefr }) => `${language} ${cefr}`).join(', '),
      }),
    eligibilityToWorkRequirement: posted.eligibility(pathway.name, open),
  };
}
