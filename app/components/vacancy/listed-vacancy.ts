import type { VacancyHit } from '../../../search/engine.ts';
import type { ShownVacancy } from '../../../search/vacancy/hit.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import type { Speech } from '../../i18n/context.tsx';
import type { MarkedWords } from '../pathway/listed-pathway.ts';

/** What a row of the list says of a vacancy, in its reader's language alone. */
export type ListedVacancy = Pick<
  Vacancy,
  'id' | 'destination' | 'region' | 'wage' | 'hoursPerWeek' | 'contractMonths' | 'startOn' | 'applyBy' | 'workerFees'
> & {
  title: MarkedWords;
  employer: ShownVacancy['employer'];
  pathway: { id: string; name: MarkedWords; kind: string };
  languages: Vacancy['languages'] | null;
  provides: NonNullable<Vacancy['provides']>;
  placesLeft: number;
  yearly: ShownVacancy['yearly'];
  compared: ShownVacancy['compared'];
  workerPays: ShownVacancy['pathway']['workerPays'];
  costs: { label: string; money: Vacancy['workerFees'] | null }[];
  commitment: ShownVacancy['pathway']['commitment'];
  reentry: ShownVacancy['pathway']['reentry'] | null;
  undertaking: MarkedWords | null;
  example: boolean;
};

/** By which rates the wages of a list are compared, each once. */
export const ratesOf = (rows: readonly Pick<ListedVacancy, 'compared'>[]) => {
  const rates = rows.flatMap(({ compared }) => compared?.rates ?? []);
  return [...new Map(rates.map((rate) => [rate.currency, rate])).values()];
};

const unmarked = (text: Vacancy['title'], { say }: Speech): MarkedWords => {
  const { text: words, language } = say(text);
  return { language, pieces: [{ text: words, match: false }] };
};

/** A vacancy as it is listed; `highlights` are where a search matched its title. */
export function listedVacancy({ vacancy: shown, highlights }: VacancyHit, speech: Speech): ListedVacancy {
  const { posting, placesLeft, employer, pathway, yearly, compared } = shown;
  const { id, title, destination, region, wage, hoursPerWeek, contractMonths, startOn, applyBy } = posting.vacancy;
  const { languages, provides = {}, workerFees } = posting.vacancy;
  const [found] = highlights;
  const [first] = pathway.backLine;
  return {
    ...{ id, destination, wage, contractMonths, employer, placesLeft, yearly, compared, provides },
    ...(region !== undefined && { region }),
    ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    ...(startOn !== undefined && { startOn }),
    ...(applyBy !== undefined && { applyBy }),
    ...(workerFees && { workerFees }),
    title: found ?? unmarked(title, speech),
    pathway: { id: pathway.id, name: unmarked(pathway.name, speech), kind: pathway.kind },
    languages: languages ?? null,
    workerPays: pathway.workerPays,
    costs: pathway.workerCosts.map(({ label, money }) => ({ label: speech.plain(label), money: money ?? null })),
    commitment: pathway.commitment,
    reentry: pathway.reentry ?? null,
    undertaking: first ? unmarked(first.label, speech) : null,
    example: posting.example,
  };
}
