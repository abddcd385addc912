import type { Pathway, Profile, Text, Vacancy } from '../documents/index.ts';
import { dateOf, dayNumber } from '../time/calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { eachSeeker, eachVacancy, type Making } from './labour-market.ts';

/** An organisation that does not exist, and says so by its name. */
export type ExampleEmployer = { id: string; name: string; country: string };
export type ExampleVacancy = { vacancy: Vacancy; employer: ExampleEmployer };
/** Somebody who does not exist; at `example.org` nobody has an address. */
export type ExampleSeeker = { profile: Profile; email: string; locale: string };

/** What work of an occupation is called: its title in every language that there is one in, and everyday words for it in English. */
export type JobNames = (occupation: string) => { title: Text; everyday: readonly string[] };

const WORKPLACES: Readonly<Record<string, string>> = {
  ...{ A: 'Farm', B: 'Mine', C: 'Factory', D: 'Power Plant', E: 'Waterworks', F: 'Builders', G: 'Market' },
  ...{ H: 'Transport', I: 'Hotel', J: 'Software', K: 'Bank', L: 'Estates', M: 'Engineering', N: 'Services' },
  ...{ O: 'City Hall', P: 'School', Q: 'Clinic', R: 'Sports Club', S: 'Workshop', T: 'Household', U: 'Agency' },
};
const EMPLOYERS_EACH = 3;

/** Where there is none the place of work is left open. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  ...{ AU: ['Queensland', 'Victoria', 'Tasmania'], AT: ['Wien', 'Tirol', 'Steiermark'], BR: ['São Paulo', 'Paraná'] },
  ...{
    CA: ['Ontario', 'Nova Scotia', 'New Brunswick'],
    CZ: ['Praha', 'Plzeňský kraj'],
    DE: ['Bayern', 'Hessen', 'Berlin'],
  },
  ...{ ES: ['Andalucía', 'Murcia', 'Cataluña'], GB: ['Kent', 'Yorkshire', 'Fife'], GR: ['Κρήτη', 'Πελοπόννησος'] },
  ...{ HR: ['Istarska', 'Dalmacija'], HU: ['Budapest', 'Pest'], IE: ['Dublin', 'Cork'], IL: ['Haifa', 'Tel Aviv'] },
  ...{ IT: ['Puglia', 'Lombardia', 'Veneto'], JP: ['Aichi', 'Osaka', 'Hokkaido'], KR: ['Gyeonggi', 'Busan'] },
  ...{
    MY: ['Selangor', 'Johor'],
    NZ: ['Marlborough', 'Otago'],
    PL: ['Mazowieckie', 'Śląskie'],
    PT: ['Alentejo', 'Porto'],
  },
  ...{ QA: ['Doha'], SA: ['Riyadh', 'Jeddah'], US: ['Florida', 'Georgia', 'Washington'] },
};

const DESCRIPTION: Text = {
  en: 'Made up to show how this site works. Nobody offers this job.',
  es: 'Inventado para mostrar cómo funciona este sitio. Nadie ofrece este empleo.',
  fr: 'Inventé pour montrer le fonctionnement de ce site. Personne ne propose cet emploi.',
  ar: 'هذا إعلان مختلق لبيان كيفية عمل هذا الموقع، ولا أحد يعرض هذه الوظيفة.',
};

const LOCALES = ['en', 'es', 'fr', 'ar'] as const;

function employerOf({ destination, sector }: Vacancy, chance: Chance): ExampleEmployer {
  const number = chance.whole(1, EMPLOYERS_EACH);
  return {
    id: `example-${destination}-${sector}-${number}`.toLowerCase(),
    name: `Example ${WORKPLACES[sector] ?? 'Employer'} ${number}, ${destination}`,
    country: destination,
  };
}

function providedBy(chance: Chance): Vacancy['provides'] {
  const inKind = () => chance.one(['free', 'subsidised', 'none'] as const) ?? 'none';
  return { housing: inKind(), meals: inKind(), ...(chance.yes(0.6) && { travel: 'employer' as const }) };
}

function titled({ title, everyday }: ReturnType<JobNames>, chance: Chance): Text {
  const name = chance.yes(0.5) ? chance.one(everyday) : undefined;
  return name === undefined ? title : { ...title, en: name.charAt(0).toUpperCase() + name.slice(1) };
}

/** Until a day before the work begins; not every employer says until when. */
function applyBefore({ startOn }: Vacancy, on: string, chance: Chance): string | undefined {
  const days = startOn === undefined ? 0 : dayNumber(startOn) - dayNumber(on);
  return days > 1 && chance.yes(0.5) ? dateOf(dayNumber(on) + chance.whole(1, days - 1)) : undefined;
}

/** So many vacancies that can be looked at as if they were real, of employers that are none; from the same seed on a day always the same ones. */
export function* exampleVacancies(
  pathways: readonly Pathway[],
  names: JobNames,
  making: Making,
): Generator<ExampleVacancy> {
  const chance = chanceOf(making.seed + 1);
  let at = 0;
  for (const bare of eachVacancy(pathways, making)) {
    const employer = employerOf(bare, chance);
    const region = chance.one(REGIONS[bare.destination] ?? []);
    const applyBy = applyBefore(bare, making.on, chance);
    const vacancy: Vacancy = {
      ...{ ...bare, id: `example-${making.seed}-${at++}`, employer: employer.id, description: DESCRIPTION },
      title: titled(names(bare.occupation), chance),
      ...(region !== undefined && { region }),
      ...(applyBy !== undefined && { applyBy }),
      ...(chance.yes(0.7) && { provides: providedBy(chance) }),
    };
    yield { vacancy, employer };
  }
}

/** So many people who look for such work. */
export function* exampleSeekers(pathways: readonly Pathway[], making: Making): Generator<ExampleSeeker> {
  const chance = chanceOf(making.seed + 1);
  let at = 0;
  for (const profile of eachSeeker(pathways, making))
    yield { profile, email: `example-${making.seed}-${at++}@example.org`, locale: chance.one(LOCALES) ?? 'en' };
}
