import { expect, it } from 'vitest';
import { loader } from '../../app/routes/public/contact.tsx';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { freshDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { loadContextOver } from '../support/load-context.ts';

it('names the vacancy that is reported, with the office that takes complaints; what is none is told', async () => {
  const { db } = await freshDatabase();
  const complaints = { label: { en: 'Labour inspectorate' }, phone: '+49 30 1' };
  const report = await importAll(
    db,
    [
      aPathway({ id: 'watched', complaints }),
      aVacancy({ id: 'odd', pathway: 'watched', employer: 'odd-jobs', title: { en: 'Cook' } }),
    ],
    { onDocuments: projectChanged },
  );
  expect(report.problems).toEqual([]);
  const context = await loadContextOver(db, postgresEngine(db), {
    ...{ publicUrl: 'http://localhost', today: () => '2026-11-26' },
  });
  const about = async (query: string) => {
    const request = new Request(`http://localhost/en/contact${query}`);
    return (await loader({ request, context, params: { locale: 'en' } })).data.about;
  };
  expect(await about('')).toBeNull();
  expect(await about('?about=odd')).toEqual({
    ...{ known: true, id: 'odd', title: { en: 'Cook' }, employer: 'odd-jobs', complaints },
  });
  for (const id of ['no-such-vacancy', '<script>', '\u0000', "'; drop table vacancy; --"])
    expect(await about(`?about=${encodeURIComponent(id)}`)).toEqual({ known: false, id: id.trim() });
});
