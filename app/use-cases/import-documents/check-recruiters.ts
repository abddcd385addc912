import type { Writer } from '../../../db/client.server.ts';
import { listLicencesOn } from '../../../db/queries/organisation.ts';
import type { Problem } from '../../domain/documents/index.ts';
import { type LicenceStanding, licenceOn } from '../../domain/people/organisation.ts';
import type { Checked } from './check-entries.ts';

const WHY: Record<Exclude<LicenceStanding, 'valid'>, string> = {
  suspended: 'is suspended',
  revoked: 'was revoked',
  lapsed: 'has lapsed',
  future: 'is not valid yet',
};

/**
 * A vacancy names a labour recruiter only while its licence holds. A licence that no officer recorded here is not known to be wrong:
 * documents of another installation name theirs.
 */
export async function checkRecruiters(
  trx: Writer,
  documents: readonly Checked[],
  report: (checked: Checked, problem: Problem) => void,
): Promise<void> {
  const naming = documents.flatMap((checked) => {
    const { document } = checked;
    return document.type === 'vacancy' && document.recruiter !== undefined
      ? [{ checked, licence: document.recruiter }]
      : [];
  });
  if (naming.length === 0) return;
  const { today, licences } = await listLicencesOn(
    trx,
    naming.map(({ licence }) => licence),
  );
  const known = new Map(licences.map((licence) => [licence.id, licence]));
  for (const { checked, licence } of naming) {
    const term = known.get(licence);
    const standing = term ? licenceOn(term, today) : 'valid';
    if (standing === 'valid') continue;
    report(checked, { path: '/recruiter', message: `the licence ${licence} ${WHY[standing]}` });
  }
}
