import type { Labels } from '../../../db/queries/reference.ts';
import { UnlockInquiry } from '../../domain/documents/index.ts';
import { assumptionsOf } from '../../domain/eligibility/unlock/assumptions.ts';
import type { Change } from '../../domain/eligibility/unlock/change.ts';
import { changeText } from '../../i18n/change.ts';
import { apiCall, personalJson } from '../../server/api.server.ts';
import { badBody, readBody } from '../../server/body.server.ts';
import { type OpeningChange, type OpeningSet, unlockPathways } from '../../use-cases/unlock-pathways.ts';

const labelled = (change: Change, labels: Labels) => ({ ...change, label: changeText(change, labels) });

const resultOf = ({ pathway, changes, effort }: OpeningSet, labels: Labels) => ({
  pathway: pathway.id,
  name: pathway.name,
  changes: changes.map((change) => labelled(change, labels)),
  ...effort,
});

const singleOf = ({ change, opens, vacancies, effort }: OpeningChange, labels: Labels) => ({
  change: labelled(change, labels),
  pathways: opens.length,
  vacancies,
  ids: opens.map(({ id }) => id),
  ...effort,
});

export const action = apiCall(async ({ request, context }) => {
  const read = await readBody(request, UnlockInquiry);
  if (!read.ok) return read.response;
  const inquiry = { ...read.body, on: read.body.on ?? context.today() };
  const unlocked = await unlockPathways(context, inquiry);
  if (!unlocked.ok) return badBody(unlocked.problems);
  const { sets, singles, incomplete } = unlocked;
  return personalJson({
    on: inquiry.on,
    results: sets.map((set) => resultOf(set, context.labels)),
    singles: singles.map((single) => singleOf(single, context.labels)),
    incomplete: incomplete.map(({ id }) => id),
    assumptions: assumptionsOf(sets.flatMap(({ changes }) => changes)),
  });
});
