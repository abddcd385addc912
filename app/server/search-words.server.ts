import type { AppLoadContext } from '@remix-run/node';
import { parseVacancySearch } from '../../search/vacancy/query.ts';
import { conditionsOf, valueName } from '../components/vacancy/search-parts.ts';
import { Sector } from '../domain/documents/codes.ts';
import type { Speech } from '../i18n/context.tsx';

/** Says what vacancy searches ask for, as their reader would: the words that were typed, then each condition by its name. */
export async function searchWords(
  { db, compiled, labels, today }: Pick<AppLoadContext, 'db' | 'compiled' | 'labels' | 'today'>,
  speech: Speech,
): Promise<(query: string) => string[]> {
  const { t, plain, locale } = speech;
  const pathways = await compiled.on(db, today());
  const names = {
    sectors: Object.fromEntries(Sector.options.map((code) => [code, labels.sector(code, locale)])),
    pathways: Object.fromEntries(pathways.map(({ pathway: { id, name } }) => [id, plain(name)])),
  };
  return (query) => {
    const { search } = parseVacancySearch(new URLSearchParams(query));
    const codes = search.filters.occupation ?? [];
    const occupations = Object.fromEntries(codes.map((code) => [code, labels.occupation(code, locale)]));
    const conditions = conditionsOf(search, valueName(speech, { ...names, occupations }), speech);
    return [
      ...(search.q === '' ? [] : [search.q]),
      ...conditions.map(({ label, value }) => `${label}${t('value.colon')}${value}`),
    ];
  };
}
