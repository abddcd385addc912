import type { AppLoadContext } from '@remix-run/node';
import { listPathways } from '../../db/queries/pathway.ts';
import type { PathwayChoice } from '../components/partnership/PartnershipForm.tsx';
import { MISFITS, mayWith } from '../domain/partnership/fit-pathway.ts';
import { fieldFor, readPartnership, type Values } from '../domain/partnership/form.ts';
import { isPartnershipKind } from '../domain/partnership/partnership.ts';
import { isOpenTo } from '../domain/pathway/origins.ts';
import { publishPartnership } from '../use-cases/partnership/publish-partnership.ts';
import type { Officer } from '../use-cases/publishing/officer.ts';
import { again } from './account.server.ts';

/** The pathways under which an officer's state may train people: those that lead there, or those that its people may go by. */
export async function pathwaysToTrainFor(
  { db, today }: Pick<AppLoadContext, 'db' | 'today'>,
  { who, state }: Officer,
): Promise<PathwayChoice[]> {
  return (await listPathways(db, today()))
    .map(({ document }) => document)
    .filter(({ kind, destination, ...pathway }) => {
      if (!isPartnershipKind(kind) || !mayWith(who, 'publish-partnership', { origin: state, destination }))
        return false;
      return who.role !== 'origin-ministry' || isOpenTo(pathway, state);
    })
    .map(({ id, name }) => ({ id, name }));
}

/** Publishes what an officer typed; the form again, where it cannot be. */
export async function publishTyped(context: AppLoadContext, { who }: Officer, id: string, values: Values) {
  const read = readPartnership(id, values);
  if (!read.ok) return again(values, ...read.problems);
  const published = await publishPartnership(context.database, who, read.partnership, context.today());
  if (published.ok) return undefined;
  const { misfit } = published;
  const field = misfit === 'of-another' ? 'pathway' : fieldFor(MISFITS[misfit].path);
  return again(values, { field, message: `partnership.misfit.${misfit}` });
}
